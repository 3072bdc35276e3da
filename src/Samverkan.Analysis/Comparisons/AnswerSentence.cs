using Samverkan.Analysis.Results;
using Samverkan.Model.Economy;
using Samverkan.Runs.Wording;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// What a scenario does, in a few sentences for someone who decides: whether the cooperation survives, what happens to people,
/// and what
/// it costs, net and complete. Totals are over the whole horizon. A direction is named only where the 95 % interval leaves out 0.
/// </summary>
public static class AnswerSentence
{
    /// <summary>The answer on a scenario that is not the base; of results of 0.1.0, the sentence that they keep.</summary>
    public static string To(ScenarioResult scenario, int replications) => scenario.Effect is not { } effect
        ? scenario.Answer ?? ""
        : effect.ChangesNothing
        ? Localized.Of($"{scenario.Title} changes nothing: every figure of every replication is equal to the bit.")
        : replications == 1
        ? Localized.Of($"One replication tells a story, not an effect: in it, {scenario.Title} {OneStory(scenario)}. "
            + $"Run more to know.")
        : Localized.Of($"Does the cooperation survive? {Survival(effect.Survival, replications, Year(scenario))}.")
            + $" {Localized.Of(scenario.Title)} {Needs(scenario, effect)}{Reach(scenario, effect)}."
            + $"{UnknownText.Of(scenario, effect)} {MoneyAnswer.Of(effect, Year(scenario))}.";

    private static string Year(ScenarioResult scenario) => scenario.To[..4];

    private static ResultRow Unmet(ScenarioResult scenario) => scenario.Rows.Single(row => row.Id == UnmetPerEligible.Id);

    private static string OneStory(ScenarioResult scenario) => Unmet(scenario) switch
    {
        { Pairs: 0 } => Localized.Of("has nobody to serve"),
        { Difference: 0 } => Localized.Of("leaves as many unmet needs per eligible person as there are without it"),
        var unmet => Localized.Of($"leaves {Size(unmet, 2)} {More(unmet)} unmet needs per eligible person"),
    };

    /// <summary>"Yes: it is dissolved in 0 of 50 replications by 2015 (without the change in 0), and hollow in 3 (in
    /// 2)"</summary>
    private static string Survival(SurvivalResult survival, int replications, string year)
    {
        var what = survival.All > replications ? "cooperations" : "replications";
        if (survival.Began == 0)
            return Localized.Of($"No: none begins in any of {survival.All} {what}");
        var never = survival.Began < survival.All ? Localized.Of($"; it never begins in {survival.All - survival.Began}") : "";
        var drawn = survival.DrawnDissolved is { } ended
            ? Localized.Of($"; under draws of all that is not known "
                + $"it is dissolved in {ended.After} of {survival.DrawnAll} (without the change in {ended.Before})")
            : "";
        var (dissolved, hollow) = (survival.Dissolved, survival.Hollow);
        return Localized.Of($"{Word(survival.Standing)}: it is dissolved in {dissolved.After} of {survival.All} {what} by {year}")
            + Localized.Of($" (without the change in {dissolved.Before}{Chance(dissolved)})")
            + Localized.Of($", and hollow in {hollow.After} (in {hollow.Before}{Chance(hollow)})") + never + drawn;
    }

    private static string Chance(EndingCount count) => count.MayBeChance ? Localized.Of(", which may be chance") : "";

    private static string Word(Standing standing) => standing switch
    {
        Standing.All => "Yes",
        Standing.Most => "In most cases",
        Standing.Few => "In most cases not",
        Standing.None => "No",
        _ => "That cannot be told",
    };

    private static string Needs(ScenarioResult scenario, EffectResult effect)
    {
        var years = effect.Total(Outcome.UnmetNeedYears);
        var year = Year(scenario);
        if (!years.IsClear)
            return Localized.Of($"makes no clear difference to person-years of unmet need by {year} ({Interval(years, 0)})");
        var share = years.Difference > 0 ? Localized.Of($"worse in {Of(years.WorseShare, years)}")
            : Localized.Of($"better in {Of(years.BetterShare, years)}");
        return Localized.Of($"leaves {Size(years, 0)} {More(years)} person-years of unmet need by {year} "
                + $"({Interval(years, 0)}; {share}), ")
            + Localized.Of($"{TableText.WithSign(TableText.Rounded(Unmet(scenario).Difference, 2))} "
                + $"unmet needs per eligible person");
    }

    /// <summary>Said only where it is clear: what shows in nobody's needs may show in how many are served, or find no
    /// bed.</summary>
    private static string Reach(ScenarioResult scenario, EffectResult effect)
    {
        var served = scenario.Rows.Single(row => row.Id == InService.Id);
        var refused = effect.Total(Outcome.CrisesWithoutBed);
        return (served.IsClear && Size(served, 0) != "0" ? Localized.Of($"; it serves {Size(served, 0)} {More(served)} people")
            : "")
            + (refused.IsClear ? Localized.Of($"; {Size(refused, 0)} {More(refused)} crises find no bed") : "");
    }

    private static string More(ResultRow row) => row.Difference > 0 ? "more" : "fewer";

    private static string Interval(ResultRow row, int decimals) => double.IsNaN(row.Low)
        ? Localized.Of($"difference {TableText.Rounded(row.Difference, decimals)} in {row.Pairs} pairs")
        : Localized.Of($"95 % interval {TableText.Rounded(row.Low, decimals)} to {TableText.Rounded(row.High, decimals)}");

    private static string Size(ResultRow row, int decimals) => TableText.Rounded(Math.Abs(row.Difference), decimals);

    private static string Of(double? share, ResultRow row) =>
        Localized.Of($"{Math.Round((share ?? 0) * row.Pairs)} of {row.Pairs} pairs");

    /// <summary>The sentence on money: what is spent in all and by each sector, each sum with what it is made of.</summary>
    private static class MoneyAnswer
    {
        public static string Of(EffectResult effect, string year)
        {
            var (all, county, municipality) = (effect.Total(Outcome.Spent), effect.Total(Outcome.SpentBy(Account.County)),
                effect.Total(Outcome.SpentBy(Account.Municipality)));
            var moved = county.IsClear && municipality.IsClear && (county.Difference > 0) != (municipality.Difference > 0)
                ? Localized.Of($": cost moves to {(county.Difference > 0 ? "the county" : "the municipality")}") : "";
            return Localized.Of($"Money by {year}: both sectors together spend {Spent(all, Interval(all, Decimals(all)))}; ")
                + Localized.Of($"the county {Spent(county, Parts(effect, Account.County))}, ")
                + Localized.Of($"the municipality {Spent(municipality, Parts(effect, Account.Municipality))}") + moved;
        }

        /// <param name="detail">What follows in brackets.</param>
        private static string Spent(ResultRow millions, string detail) => millions.IsClear
            ? millions.Difference > 0 ? Localized.Of($"{Size(millions, Decimals(millions))} MSEK more ({detail})")
                : Localized.Of($"{Size(millions, Decimals(millions))} MSEK less ({detail})")
            : Localized.Of($"neither clearly more nor less ({Signed(millions)} MSEK; {detail})");

        private static string Parts(EffectResult effect, Account sector) => string.Join(", ", Enum.GetValues<SpendingPart>()
            .Select(part => effect.Total(Outcome.SpentBy(sector, part))).Select(row =>
                $"{Localized.Of(row.Label)} {Localized.Of(Signed(row))}"));

        private static string Signed(ResultRow millions) => TableText.WithSign(TableText.Rounded(millions.Difference,
            Decimals(millions)));

        /// <summary>Small sums keep their digits, so that nothing clear is told as 0.0.</summary>
        private static int Decimals(ResultRow millions) => Math.Abs(millions.Difference) is > 0 and < .1 ? 2 : 1;
    }
}
