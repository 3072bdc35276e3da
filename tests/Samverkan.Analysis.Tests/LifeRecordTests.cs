using Samverkan.Analysis.Patterns;
using Samverkan.Model;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

public class LifeRecordTests
{
    private static readonly Blueprint FourYears = Blueprint.Case with { To = Month.Of(1998, 12) };

    [Fact]
    public void Years_are_averaged_or_summed_as_the_indicator_says()
    {
        var life =
            Live((month, index) => [(Trust, month.Year == 1996 ? .5 : .1), (Meetings, month.IsJanuary ? 3 : 0), (Benefit, .5),
                (CooperationIndex, .5)]);

        Assert.Equal(.5, life.Over(Trust, 1996), 6);
        Assert.Equal(.3, life.Over(Trust, new(1996, 1997)), 6);
        Assert.Equal(3, life.Over(Meetings, new(1995, 1998)), 6);
    }

    [Fact]
    public void It_knows_when_breadth_grew_and_what_was_agreed_first()
    {
        var life = Live((month, index) => [(IncludedGroups, index < 20 ? 3 : 4), (Benefit, .5), (CooperationIndex, .5)],
            new() { Remedy = Remedy.Role, Element = Element.CaseManagers });

        Assert.Equal([Month.Of(1995) + 20], life.Rises(IncludedGroups));
        Assert.Equal(Month.Of(1997), life.FirstAgreed(Element.CaseManagers));
        Assert.Null(life.FirstAgreed(Element.MultiCaseManagers));
    }

    [Fact]
    public void Every_pattern_has_an_id_of_its_own_and_worlds_to_be_judged_in()
    {
        Assert.Equal(25, PatternList.All.Select(pattern => pattern.Id).Distinct().Count());
        Assert.All(PatternList.All, pattern => Assert.NotEmpty(pattern.Needs));
        // What restates a rule or was fitted is no test.
        Assert.Equal(
            ["1", "4", "V1", "V10", "V11", "V2", "V3", "V4", "V5", "V7"],
            PatternList.All.Where(pattern => !pattern.IsTest).Select(pattern => pattern.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Only_tests_count_in_the_verdict()
    {
        JudgedPattern Judged(string id, bool holds) =>
            new(PatternList.All.Single(pattern => pattern.Id == id), [new("", "", "", holds)]);

        Assert.Equal(
            "1 of 2 tests hold; fits, which count for nothing: 2 of 3 hold",
            JudgedPattern.Verdict(
                [Judged("3", true), Judged("6", false), Judged("V3", true), Judged("V10", true), Judged("V2", false)]));
    }

    [Fact]
    public void Every_world_changes_parameters_that_there_are()
    {
        foreach (var variant in PatternList.WorldsOf(PatternList.All))
        {
            var world = variant.Of(Blueprint.Case);
            Assert.All(variant.Changes, change =>
                Assert.Equal(change.Value, Samverkan.Model.Parameters.Catalogue.Get(change.Parameter).Get(world.Parameters)));
            Assert.All(world.Interventions,
                intervention => Assert.NotNull(Samverkan.Model.Parameters.Catalogue.Find(intervention.Parameter)));
        }
    }

    private static LifeRecord Live(Func<Month, int, (Indicator, double)[]> values, Proposal? agreedIn1997 = null)
    {
        var life = new LifeRecord(FourYears);
        for (var month = FourYears.From; month <= FourYears.To; month += 1)
        {
            var result = Months.Of(month, values(month, month - FourYears.From));
            life.Observe(agreedIn1997 is not null && month == Month.Of(1997) ? result.WithAgreed(agreedIn1997) : result);
        }
        life.Finish();
        return life;
    }
}
