using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

public class AnswerTests
{
    private static readonly double[] Noise = [-.02, .01, .03, -.01, 0, .02, -.03, .01, 0, -.01];
    private static readonly Month Cut = Month.Of(2003);

    [Fact]
    public void The_first_thing_said_is_whether_the_cooperation_survives()
    {
        Assert.StartsWith(
            "Does the cooperation survive? Yes: it is dissolved in 0 of 10 replications by 2015 (without the change in 0), and "
                + "hollow in 0 (in 0). The county's funding cut ",
            Answer(_ => [(Trust, .5)], _ => [(Trust, .4)]));
        Assert.StartsWith("Does the cooperation survive? No: it is dissolved in 10 of 10 replications", Fated(_ => Dissolved));
        Assert.StartsWith("Does the cooperation survive? In most cases: it is dissolved in 1 of 10",
            Fated(r => r == 0 ? Dissolved : CooperationFate.Kept));
        Assert.StartsWith("Does the cooperation survive? That cannot be told: it is dissolved in 5 of 10",
            Fated(r => r < 5 ? Dissolved : CooperationFate.Kept));
        Assert.StartsWith("Does the cooperation survive? No: none begins in any of 10 replications.",
            Fated(_ => CooperationFate.NeverBegan));
    }

    [Fact]
    public void A_queue_that_takes_the_benefit_ends_no_cooperation() =>
        Assert.Contains("Yes: it is dissolved in 0 of 10",
            Fated(_ => CooperationFate.Kept with { BenefitLost = Month.Of(2005) }));

    [Fact]
    public void What_may_be_chance_is_called_so()
    {
        Assert.Contains("dissolved in 1 of 10 replications by 2015 (without the change in 0, which may be chance)",
            Fated(r => r == 0 ? Dissolved : CooperationFate.Kept));
        Assert.DoesNotContain("chance", Fated(_ => Dissolved));
        Assert.Contains("and hollow in 2 (in 0, which may be chance)",
            Fated(r => r < 2 ? CooperationFate.Kept with { Hollow = Month.Of(2006) } : CooperationFate.Kept));
    }

    [Fact]
    public void Needs_are_a_total_of_person_years_over_the_horizon()
    {
        // 120 need-months more in a month are 10 person-years of unmet need.
        var answer = Answer(
            _ => [(UnmetNeedMonths, 1200), (UnmetPerEligible, 2.5), (InService, 600), (UnmetCrises, 2)],
            r => [(UnmetNeedMonths, 1320 + Noise[r]), (UnmetPerEligible, 2.8), (InService, 590 + Noise[r]),
                (UnmetCrises, 9 + Noise[r])]);

        Assert.Contains(
            "The county's funding cut leaves 10 more person-years of unmet need by 2015 (95 % interval 10 to 10; worse in 10 of "
                + "10 pairs), +0.30 unmet needs per eligible person", answer);
        Assert.Contains("; it serves 10 fewer people; 7 more crises find no bed.", answer);
    }

    [Fact]
    public void No_direction_is_named_where_the_interval_covers_zero()
    {
        var answer = Answer(
            _ => [(UnmetNeedMonths, 1200), (Payments[(int)Flow.MunicipalHousing], 1e6)],
            r => [(UnmetNeedMonths, 1200 * (1 + Noise[r])), (Payments[(int)Flow.MunicipalHousing], 1e6 * (1 + Noise[r]))]);

        Assert.Contains("makes no clear difference to person-years of unmet need by 2015", answer);
        Assert.Contains("both sectors together spend neither clearly more nor less", answer);
        Assert.DoesNotContain("moves", answer);
    }

    [Fact]
    public void Money_is_net_and_complete_and_what_one_sector_pays_the_other_cancels()
    {
        var answer = Answer(
            _ => [(Payments[(int)Flow.CountyUnits], 10e6), (Payments[(int)Flow.MunicipalHousing], 4e6)],
            r => [(Payments[(int)Flow.CountyUnits], 4e6 + Noise[r]), (Payments[(int)Flow.MunicipalHousing], 6e6 + Noise[r]),
                (Payments[(int)Flow.LiabilityPaid], 1e6), (Payments[(int)Flow.LiabilityReceived], 1e6)]);

        Assert.Contains("both sectors together spend 4.0 MSEK less (95 % interval -4.0 to -4.0)", answer);
        Assert.Contains(
            "the county 7.0 MSEK less (put into services -6.0, cost that follows demand 0.0, paid to the other sector -1.0)",
            answer);
        Assert.Contains(
            "the municipality 3.0 MSEK more (put into services 0.0, cost that follows demand +2.0, paid to the other sector "
                + "+1.0): cost moves to the municipality", answer);
    }

    [Fact]
    public void Cost_does_not_move_to_a_sector_that_spends_less()
    {
        var answer = Answer(
            _ => [(CountyFrame, 20e6), (Payments[(int)Flow.CountyUnits], 10e6), (Payments[(int)Flow.MunicipalUnits], 9e6),
                (Payments[(int)Flow.MunicipalHousing], 4e6)],
            r => [(CountyFrame, 10e6), (Payments[(int)Flow.CountyUnits], 4e6 + Noise[r]),
                (Payments[(int)Flow.MunicipalUnits], 5e6), (Payments[(int)Flow.MunicipalHousing], 6e6 + Noise[r])]);

        Assert.Contains("the municipality 2.0 MSEK less (put into services -4.0, cost that follows demand +2.0", answer);
        Assert.DoesNotContain("moves", answer);
    }

    [Fact]
    public void Totals_and_means_depend_neither_on_company_nor_on_the_window()
    {
        var outcomes = new[] { Outcomes(_ => [(UnmetNeedMonths, 1200), (UnmetPerEligible, 2.5)], Kept, 1),
            Outcomes(r => [(UnmetNeedMonths, 1300 + r), (UnmetPerEligible, 2.7)], Kept, 2) };
        var alone = Compared(outcomes, Month.Of(2003), [Cut, Cut]);
        var inCompany = Compared([outcomes[0], Outcomes(_ => [(UnmetPerEligible, 3)], Kept, 3), outcomes[1]], Month.Of(1996),
            [Cut, Month.Of(1996), Cut]);

        Assert.Equal(
            Said(alone, 1).Replace("The county's funding cut", ""),
            Said(inCompany, 2).Replace("The county's funding cut", ""));
        Assert.Equal(HeadlineTable.Of(alone, 1), HeadlineTable.Of(inCompany, 2));
        Assert.Equal(HeadlineTable.Of(alone, 1), HeadlineTable.Of(alone with { Since = Month.Of(2010) }, 1));
    }

    [Fact]
    public void No_direction_is_claimed_of_bed_days_meetings_and_cost_per_met_need()
    {
        var rows = HeadlineTable.Of(Comparison(_ => [(BedDays, 2), (Meetings, 1), (CostPerMetNeed, 9)],
                _ => [(BedDays, 1), (Meetings, 0), (CostPerMetNeed, 1)], Kept), 1);

        foreach (var indicator in new[] { BedDays, Meetings, CostPerMetNeed })
        {
            var row = rows.Single(one => one.Id == indicator.Id);
            Assert.Equal((Better.Neither, null, ""), (row.Better, row.BetterShare, TableText.Cells(row).BetterIn));
        }
        Assert.Equal("needs.unmetPerEligible", rows[0].Id);
    }

    [Fact]
    public void One_replication_tells_a_story_and_no_effect()
    {
        var comparison = Comparison(_ => [(UnmetPerEligible, 2.5)], _ => [(UnmetPerEligible, 2.8)], Kept);
        comparison = comparison with { Outcomes = [.. comparison.Outcomes.Select(runs => runs.Take(1).ToArray())] };

        Assert.Equal(
            "One replication tells a story, not an effect: in it, The county's funding cut leaves 0.30 more unmet needs per "
                + "eligible person. Run more to know.",
            Said(comparison, 1));
        Assert.Equal("one replication: nothing can be told from chance", TableText.Saving(HeadlineTable.Of(comparison, 1)));
    }

    private static string Said(PairedComparison comparison, int place) =>
        ResultMaker.Of(comparison, new ExpectationWatch(comparison.Scenarios), "", "", "").Scenarios[place].Answer!;

    private static CooperationFate Dissolved => CooperationFate.Kept with { Dissolved = Month.Of(2006) };

    private static CooperationFate Kept(int replication) => CooperationFate.Kept;

    private static string Fated(Func<int, CooperationFate> fate) =>
        Said(Comparison(_ => [(Trust, .5)], _ => [(Trust, .4)], fate), 1);

    private static string Answer(Func<int, (Indicator, double)[]> before, Func<int, (Indicator, double)[]> after) =>
        Said(Comparison(before, after, Kept), 1);

    private static PairedComparison Comparison(
        Func<int, (Indicator, double)[]> before, Func<int, (Indicator, double)[]> after, Func<int, CooperationFate> fate) =>
        Compared([Outcomes(before, Kept, 1), Outcomes(after, fate, 2)], Month.Of(1995), [Cut, Cut]);

    private static PairedComparison Compared(IReadOnlyList<IReadOnlyList<RunOutcome>> outcomes, Month since,
        IReadOnlyList<Month> starts)
    {
        var ids = new[] { "baseline" }.Concat(Enumerable.Repeat("funding-cut", outcomes.Count - 1));
        var scenarios = ids.Select(id => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", id + ".yaml"))).ToList();
        return new(scenarios, 1, since, outcomes) { Starts = starts };
    }

    /// <summary>Runs of which one month in 2004 is known.</summary>
    private static IReadOnlyList<RunOutcome> Outcomes(Func<int, (Indicator, double)[]> values, Func<int, CooperationFate> fate,
        ulong hash) =>
    [
        .. Enumerable.Range(0, Noise.Length).Select(replication =>
        {
            var (figures, horizon) = (new PeriodFigures(), new HorizonFigures(Blueprint.Case));
            var month = Months.Of(Month.Of(2004), values(replication));
            figures.Observe(month);
            horizon.Observe(month);
            figures.Finish();
            return new RunOutcome(figures, hash, [fate(replication)]) { Horizon = horizon };
        }),
    ];
}
