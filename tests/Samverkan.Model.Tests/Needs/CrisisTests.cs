using CsCheck;
using Samverkan.Model.Needs;

namespace Samverkan.Model.Tests.Needs;

public class CrisisTests
{
    private static readonly CrisisParameters P = Examples.P.Crisis;

    [Fact]
    public void The_hazard_by_hand()
    {
        var p = Examples.P.With(("crisis.rate.psychosis", .047), ("crisis.needSlope", .06), ("crisis.protection", .42),
            ("crisis.referenceCare", .5)).Crisis;
        Assert.Equal(.047 * 1.5 * Math.Exp(.06 * 2) * (1 - .42 * .4 / .5), Hazard(p, 0, 1.5, 3, .4), 1e-12);
    }

    [Fact]
    public void Severity_and_needs_raise_it_and_care_protects() =>
        Gen.Select(Gen.Int[0, 8], Gen.Double[0, 6], Gen.Int[0, 6], Gen.Double[0, 1], Gen.Double[0, 1])
        .Sample((group, severity, unmet, care, more) =>
        {
            var hazard = Hazard(P, group, severity, unmet, care);
            return hazard >= 0
                && Hazard(P, group, severity + more, unmet, care) >= hazard
                && Hazard(P, group, severity, unmet + 1, care) >= hazard
                && Hazard(P, group, severity, unmet, Math.Min(1, care + more)) <= hazard;
        });

    [Fact]
    public void Protection_leaves_its_least_factor()
    {
        var p = Examples.P.With(("crisis.protection", 10), ("crisis.least", .1)).Crisis;
        Assert.Equal(p.Rate[0] * .1, Hazard(p, 0, 1, 1, 1), 1e-12);
    }

    [Fact]
    public void An_unmet_need_about_alcohol_or_drugs_raises_it()
    {
        Assert.Equal(P.Addiction * Hazard(P, 0, 1, 1, .4),
            Crisis.Hazard(P, 0, 1, 1u << (int)Domain.Drugs, Crisis.OfNeeds(P, 1), .4), 1e-12);
        Assert.Equal(Hazard(P, 0, 1, 1, .4), Crisis.Hazard(P, 0, 1, 1u << (int)Domain.Company, Crisis.OfNeeds(P, 1), .4), 1e-12);
    }

    private static double Hazard(CrisisParameters p, int group, double severity, int unmet, double care) =>
        Crisis.Hazard(p, group, severity, 0, Crisis.OfNeeds(p, unmet), care);
}
