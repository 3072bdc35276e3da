using CsCheck;
using Samverkan.Model.Needs;

namespace Samverkan.Model.Tests.Needs;

public class CrisisTests
{
    private static readonly CrisisParameters P = Examples.P.Crisis;

    [Fact]
    public void The_hazard_by_hand()
    {
        var p = Examples.P.With(("crisis.rate.psychosis", .047), ("crisis.needSlope", .06), ("crisis.protection", .42), ("crisis.referenceCare", .5)).Crisis;
        Assert.Equal(.047 * 1.5 * Math.Exp(.06 * 2) * (1 - .42 * .4 / .5), Crisis.Hazard(p, 0, 1.5, Crisis.OfNeeds(p, 3), .4), 1e-12);
    }

    [Fact]
    public void Severity_and_needs_raise_it_and_care_protects() =>
        Gen.Select(Gen.Int[0, 8], Gen.Double[0, 6], Gen.Int[0, 6], Gen.Double[0, 1], Gen.Double[0, 1]).Sample((group, severity, unmet, care, more) =>
        {
            var hazard = Crisis.Hazard(P, group, severity, Crisis.OfNeeds(P, unmet), care);
            return hazard >= 0
                && Crisis.Hazard(P, group, severity + more, Crisis.OfNeeds(P, unmet), care) >= hazard
                && Crisis.Hazard(P, group, severity, Crisis.OfNeeds(P, unmet + 1), care) >= hazard
                && Crisis.Hazard(P, group, severity, Crisis.OfNeeds(P, unmet), Math.Min(1, care + more)) <= hazard;
        });

    [Fact]
    public void Protection_leaves_its_least_factor()
    {
        var p = Examples.P.With(("crisis.protection", 10), ("crisis.least", .1)).Crisis;
        Assert.Equal(p.Rate[0] * .1, Crisis.Hazard(p, 0, 1, Crisis.OfNeeds(p, 1), 1), 1e-12);
    }
}
