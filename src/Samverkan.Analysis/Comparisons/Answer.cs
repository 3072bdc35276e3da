using Samverkan.Analysis.Statistics;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// What a scenario does, in a few sentences for someone who decides: whether the cooperation survives, what happens to people, and what
/// it costs, net and complete. Totals are over the whole horizon. A direction is named only where the 95 % interval leaves out 0.
/// </summary>
public static class Answer
{
    private const double Million = 1e6;
    private const double MonthsOfAYear = 12;
    private const double Half = 0.5;

    public static string To(PairedComparison comparison, int scenario)
    {
        var title = comparison.Scenarios[scenario].Title;
        if (ChangesNothing(comparison, scenario))
            return $"{title} changes nothing: every figure of every replication is equal to the bit.";
        return comparison.Replications == 1
            ? $"One replication tells a story, not an effect: in it, {title} {OneStory(comparison, scenario)}. Run more to know."
            : $"Does the cooperation survive? {Survival(comparison, scenario)}. {title} {Needs(comparison, scenario)}{Reach(comparison, scenario)}. {MoneyAnswer.Of(comparison, scenario)}.";
    }

    private static string OneStory(PairedComparison comparison, int scenario) => comparison.Headline(scenario, UnmetPerEligible) switch
    {
        { Pairs: 0 } => "has nobody to serve",
        { Difference: 0 } => "leaves as many unmet needs per eligible person as there are without it",
        var unmet => $"leaves {Size(unmet, 2)} {More(unmet)} unmet needs per eligible person",
    };

    private static bool ChangesNothing(PairedComparison comparison, int scenario) =>
        comparison.Outcomes[0].Zip(comparison.Outcomes[scenario]).All(pair => pair.First.Hash == pair.Second.Hash);

    /// <summary>"Yes: it is dissolved in 0 of 50 replications by 2015 (without the change in 0), and hollow in 3 (in 2)"</summary>
    private static string Survival(PairedComparison comparison, int scenario)
    {
        var all = comparison.Count(scenario, _ => true);
        var began = comparison.Count(scenario, one => one.Began);
        var what = comparison.Outcomes[scenario][0].Fates.Count > 1 ? "cooperations" : "replications";
        if (began == 0)
            return $"No: none begins in any of {all} {what}";
        var word = Word(comparison, scenario);
        var never = began < all ? $"; it never begins in {all - began}" : "";
        return $"{word}: it is dissolved in {Told(comparison, scenario, Ending.Dissolved, $" of {all} {what} by {comparison.Base.Blueprint.To.Year}", "without the change ")}, "
            + $"and hollow in {Told(comparison, scenario, Ending.Hollow, "", "")}{never}";
    }

    private static string Told(PairedComparison comparison, int scenario, Ending ending, string of, string without)
    {
        var (before, after) = (comparison.Count(0, ending), comparison.Count(scenario, ending));
        var doubt = before != after && !comparison.Estimate(scenario, ending).IsClear ? ", which may be chance" : "";
        return $"{after}{of} ({without}in {before}{doubt})";
    }

    /// <summary>Whether more than half of the cooperations stand, as far as so many runs can tell.</summary>
    private static string Word(PairedComparison comparison, int scenario)
    {
        double[] standing = [.. comparison.Outcomes[scenario].Select(run => run.Escaped(Ending.Dissolved))];
        var (low, high) = ShareInterval.OfLevel(Crossed.Of(standing));
        var all = standing.All(share => share == 1);
        return low > Half ? (all ? "Yes" : "In most cases") : high < Half ? (standing.All(share => share == 0) ? "No" : "In most cases not") : "That cannot be told";
    }

    private static string Needs(PairedComparison comparison, int scenario)
    {
        var years = comparison.Total(scenario, UnmetNeedMonths, MonthsOfAYear);
        var to = comparison.Base.Blueprint.To.Year;
        if (!years.IsClear)
            return $"makes no clear difference to person-years of unmet need by {to} ({Interval(years, 0)})";
        var share = years.Difference > 0 ? $"worse in {Of(years.WorseShare, years)}" : $"better in {Of(years.BetterShare, years)}";
        var each = comparison.Headline(scenario, UnmetPerEligible);
        return $"leaves {Size(years, 0)} {More(years)} person-years of unmet need by {to} ({Interval(years, 0)}; {share}), "
            + $"{TableText.WithSign(TableText.Rounded(each.Difference, 2))} unmet needs per eligible person";
    }

    /// <summary>Said only where it is clear: what shows in nobody's needs may show in how many are served, or find no bed.</summary>
    private static string Reach(PairedComparison comparison, int scenario)
    {
        var served = comparison.Headline(scenario, InService);
        var refused = comparison.Total(scenario, UnmetCrises, 1);
        return (served.IsClear && Size(served, 0) != "0" ? $"; it serves {Size(served, 0)} {More(served)} people" : "")
            + (refused.IsClear ? $"; {Size(refused, 0)} {More(refused)} crises find no bed" : "");
    }

    internal static string More(PairedEstimate estimate) => estimate.Difference > 0 ? "more" : "fewer";

    internal static string Interval(PairedEstimate estimate, int decimals) => double.IsNaN(estimate.HalfWidth)
        ? $"difference {TableText.Rounded(estimate.Difference, decimals)} in {estimate.Pairs} pairs"
        : $"95 % interval {TableText.Rounded(estimate.Low, decimals)} to {TableText.Rounded(estimate.High, decimals)}";

    internal static string Size(PairedEstimate estimate, int decimals) => TableText.Rounded(Math.Abs(estimate.Difference), decimals);

    private static string Of(double? share, PairedEstimate estimate) => $"{Math.Round((share ?? 0) * estimate.Pairs)} of {estimate.Pairs} pairs";

    /// <summary>The sentence on money: what is spent in all and by each sector, each sum with what it is made of.</summary>
    private static class MoneyAnswer
    {
        public static string Of(PairedComparison comparison, int scenario)
        {
            var all = Net(comparison, scenario, SpendingKinds.Sectors);
            var county = Net(comparison, scenario, [Account.County]);
            var municipality = Net(comparison, scenario, [Account.Municipality]);
            var moved = county.IsClear && municipality.IsClear && (county.Difference > 0) != (municipality.Difference > 0)
                ? $": cost moves to the {(county.Difference > 0 ? "county" : "municipality")}" : "";
            return $"Money by {comparison.Base.Blueprint.To.Year}: both sectors together spend {Spent(all, Interval(all, Decimals(all)))}; "
                + $"the county {Spent(county, Parts(comparison, scenario, Account.County))}, "
                + $"the municipality {Spent(municipality, Parts(comparison, scenario, Account.Municipality))}{moved}";
        }

        private static PairedEstimate Net(PairedComparison comparison, int scenario, IReadOnlyList<Account> sectors) =>
            comparison.Total(scenario, paid => sectors.Sum(sector => SpendingKinds.Net(sector, paid))).In(Million);

        /// <param name="detail">What follows in brackets.</param>
        private static string Spent(PairedEstimate millions, string detail) => millions.IsClear
            ? $"{Size(millions, Decimals(millions))} MSEK {(millions.Difference > 0 ? "more" : "less")} ({detail})"
            : $"neither clearly more nor less ({Signed(millions)} MSEK; {detail})";

        private static string Parts(PairedComparison comparison, int scenario, Account sector)
        {
            string Part(params IReadOnlyList<Spending> kinds) =>
                Signed(comparison.Total(scenario, paid => kinds.Sum(kind => SpendingKinds.Of(sector, kind, paid))).In(Million));
            return $"put into services {Part(Spending.Staff, Spending.Steering)}, cost that follows demand {Part(Spending.Demand)}, "
                + $"paid to the other sector {Part(Spending.Between)}";
        }

        private static string Signed(PairedEstimate millions) => TableText.WithSign(TableText.Rounded(millions.Difference, Decimals(millions)));

        /// <summary>Small sums keep their digits, so that nothing clear is told as 0.0.</summary>
        private static int Decimals(PairedEstimate millions) => Math.Abs(millions.Difference) is > 0 and < .1 ? 2 : 1;
    }
}
