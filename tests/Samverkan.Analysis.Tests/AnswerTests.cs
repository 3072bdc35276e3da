using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

public class AnswerTests
{
    private static readonly double[] Noise = [-.02, .01, .03, -.01, 0, .02, -.03, .01, 0, -.01];

    [Fact]
    public void A_clear_change_is_told_with_its_size_interval_and_share()
    {
        var answer = Answer(replication => [(UnmetPerPerson, 2.5), (InService, 600)], replication => [(UnmetPerPerson, 2.8 + Noise[replication]), (InService, 590)]);

        Assert.StartsWith("The county's funding cut leaves 0.30 more unmet needs per person in service (95 % interval 0.29 to 0.31; worse in 10 of 10 pairs)", answer);
        Assert.Contains("serves 10 fewer people", answer);
    }

    [Fact]
    public void No_direction_is_named_where_the_interval_covers_zero()
    {
        var answer = Answer(_ => [(UnmetPerPerson, 2.5), (MunicipalDemandCost, 1e6)], replication => [(UnmetPerPerson, 2.5 + Noise[replication]), (MunicipalDemandCost, 1e6 * (1 + Noise[replication]))]);

        Assert.Contains("makes no clear difference to unmet needs per person in service", answer);
        Assert.Contains("makes no clear difference to the demand-driven cost of either sector", answer);
        Assert.DoesNotContain("more unmet needs", answer);
    }

    [Fact]
    public void Cost_is_moved_only_where_one_sector_pays_less_and_the_other_has_more_to_pay()
    {
        var moved = Answer(_ => [(CountyFrame, 5e6), (MunicipalDemandCost, 4e6)], r => [(CountyFrame, 4e6), (MunicipalDemandCost, 4.2e6 + Noise[r])]);
        var added = Answer(_ => [(CountyFrame, 5e6), (MunicipalDemandCost, 4e6)], r => [(CountyFrame, 5e6), (MunicipalDemandCost, 4.2e6 + Noise[r])]);

        Assert.Contains("moves 2.4 MSEK a year of cost to the municipality", moved);
        Assert.Contains("adds 2.4 MSEK a year to the municipality's demand-driven cost", added);
    }

    [Fact]
    public void One_end_more_may_be_chance_and_is_called_so()
    {
        var answer = Answer(_ => [(Trust, .5)], _ => [(Trust, .4)], replication => replication == 0 ? Fate.Lost : Fate.Kept);

        Assert.Contains("ends before 2015 in 1 of 10 replications instead of 0, which may be chance", answer);
        Assert.DoesNotContain("chance", Answer(_ => [(Trust, .5)], _ => [(Trust, .4)], _ => Fate.Lost));
    }

    [Fact]
    public void Where_no_cooperation_begins_none_ends() =>
        Assert.Contains("no cooperation begins in any of 10 replications", Answer(_ => [(Trust, .5)], _ => [(Trust, .4)], _ => Fate.NeverBegan));

    [Fact]
    public void One_replication_tells_a_story_and_no_effect()
    {
        var comparison = Comparison(_ => [(UnmetPerPerson, 2.5)], _ => [(UnmetPerPerson, 2.8)], _ => Fate.Kept);
        comparison = comparison with { Outcomes = [.. comparison.Outcomes.Select(runs => runs.Take(1).ToArray())] };

        Assert.Equal(
            "One replication tells a story, not an effect: in it, The county's funding cut leaves 0.30 more unmet needs per person in service. Run more to know.",
            Samverkan.Analysis.Comparisons.Answer.To(comparison, 1));
        Assert.Equal("one replication: nothing can be told from chance", TableText.Saving(HeadlineTable.Of(comparison, 1)));
    }

    private static string Answer(
        Func<int, (Indicator, double)[]> before, Func<int, (Indicator, double)[]> after, Func<int, Fate>? fate = null) =>
        Samverkan.Analysis.Comparisons.Answer.To(Comparison(before, after, fate ?? (_ => Fate.Kept)), 1);

    private static PairedComparison Comparison(
        Func<int, (Indicator, double)[]> before, Func<int, (Indicator, double)[]> after, Func<int, Fate> fate)
    {
        var scenarios = new[] { "baseline", "funding-cut" }.Select(id => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", id + ".yaml"))).ToList();
        return new(scenarios, 1, Month.Of(1995), [Outcomes(before, _ => Fate.Kept, 1), Outcomes(after, fate, 2)]);
    }

    private static IReadOnlyList<RunOutcome> Outcomes(Func<int, (Indicator, double)[]> values, Func<int, Fate> fate, ulong hash) =>
    [
        .. Enumerable.Range(0, Noise.Length).Select(replication =>
        {
            var figures = new PeriodFigures();
            figures.Observe(Months.Of(Month.Of(1995), values(replication)));
            figures.Finish();
            return new RunOutcome(figures, hash, [new(fate(replication), null)], fate(replication) == Fate.Kept ? 1 : 0);
        }),
    ];
}
