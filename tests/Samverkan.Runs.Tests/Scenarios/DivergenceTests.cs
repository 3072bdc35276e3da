using CsCheck;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>The first difference, held against the values that the model itself would use.</summary>
public sealed class DivergenceTests
{
    private static readonly Month From = Blueprint.Case.From;
    private static readonly Month To = Blueprint.Case.To;

    private static readonly Gen<Month> AnyMonth = Gen.Int[0, To - From].Select(months => From + months);

    private static readonly Gen<Intervention> AnyIntervention =
        from parameter in Gen.OneOf("ward.beds", "funding.controllable.county", "services.housingPlaces")
        from operation in Gen.Enum<Operation>()
        from value in Gen.OneOf(0d, 1d, 2d)
        from at in AnyMonth
        from lasting in Gen.Int[0, 60]
        from ramp in Gen.Int[0, 24]
        from seasons in Gen.OneOf(Array.Empty<int>(), [1], [6, 7, 8])
        select new Intervention("", parameter, Scope.Everywhere, operation, value, at,
            lasting == 0 ? null : at + lasting, ramp == 0 ? null : new Ramp(ramp, RampShape.Linear), [.. seasons]);

    private static readonly Gen<Blueprint> AnyBlueprint = AnyIntervention.Array[0, 4]
        .Select(interventions => Blueprint.Case with { Interventions = [.. interventions] });

    [Fact]
    public void BeforeTheFirstDifferenceEveryValueIsTheSame() => Gen.Select(AnyBlueprint, AnyBlueprint).Sample((a, b) =>
    {
        var first = ScenarioDiff.FirstDifference(a, b);
        var seen = FirstThatIsSeen(a, b);
        return seen is null || first <= seen;
    });

    [Fact]
    public void ChangingOneInterventionIsSeenFromItsDateOn() => Gen.Select(AnyBlueprint, AnyIntervention).Sample((a, more) =>
    {
        var first = ScenarioDiff.FirstDifference(a, a with { Interventions = [.. a.Interventions, more with { Id = "more" }] });
        return first is null || first == more.At;
    });

    [Fact]
    public void TheOrderOfComparingDoesNotMatter() => Gen.Select(AnyBlueprint, AnyBlueprint).Sample((a, b) =>
        ScenarioDiff.FirstDifference(a, b) == ScenarioDiff.FirstDifference(b, a));

    [Fact]
    public void AChangeOfTheEndIsSeenWhenTheEarlierOneIsOver()
    {
        var cut = new Intervention("cut", "ward.beds", Scope.Everywhere, Operation.Multiply, .5, From + 10);
        var (shorter, longer) = (Blueprint.Case with { Interventions = [cut with { Until = From + 20 }] },
            Blueprint.Case with { Interventions = [cut] });

        Assert.Equal(From + 21, ScenarioDiff.FirstDifference(shorter, longer));
    }

    [Fact]
    public void AConditionCanHoldOnceItHasHeldForItsTime()
    {
        var when = new Intervention("when", "ward.beds", Scope.Everywhere, Operation.Multiply, .5, null,
            When: new Trigger("money.countyDeficit", true, .04, 6, false));

        Assert.Equal(From + 5, ScenarioDiff.FirstDifference(Blueprint.Case, Blueprint.Case with { Interventions = [when] }));
    }

    private static Month? FirstThatIsSeen(Blueprint a, Blueprint b)
    {
        var (timelineA, timelineB) = (new ParameterTimeline(a, a.From), new ParameterTimeline(b, b.From));
        for (var month = From; month <= To; month += 1)
        {
            var (inA, inB) = (timelineA.At(0, new Context(month, [])), timelineB.At(0, new Context(month, [])));
            if (Touched.Any(p => p.Get(inA) != p.Get(inB)))
                return month;
        }
        return null;
    }

    private static readonly ParameterInfo[] Touched =
        [Catalogue.Get("ward.beds"), Catalogue.Get("funding.controllable.county"), Catalogue.Get("services.housingPlaces")];
}
