using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Ledgers;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Results;

/// <summary>Makes the result of a comparison from its runs. What nobody asked for is left out.</summary>
public static class ResultMaker
{
    private const double Million = 1e6;
    private const double Thousand = 1e3;

    /// <param name="version">The build that ran it.</param>
    /// <param name="command">What makes it again.</param>
    /// <param name="inputs">Hash of all that determines it.</param>
    /// <param name="discount">At which net effects of later years count less, a year; 0.03 is 3 %.</param>
    public static ComparisonResult Of(PairedComparison comparison, ExpectationWatch expected, string version, string command,
        string inputs, double discount = BudgetResult.UsualDiscountRate)
    {
        // Results carry no language: where they are shown their words are told in the reader's.
        using var language = Localized.In(Localized.English);
        var blueprint = comparison.Base.Blueprint;
        return new ComparisonResult(
            ComparisonResult.Current, comparison.Base.Id, comparison.Seed, comparison.Replications, comparison.Since.ToString(),
            Fold.InGroups(comparison.Hash), version, command, inputs, blueprint.From.ToString(), blueprint.To.ToString(),
            blueprint.Counties.Sum(county => county.Municipalities.Length),
            [.. (comparison.Bands?.Quarters ?? []).Select(month => month.ToString())],
            Words(ScenarioDiff.Timeline(blueprint)),
            [.. comparison.Scenarios.Select((_, place) => Scenario(comparison, expected, place))],
            Evidence(comparison.Base))
        {
            Place = PlaceResult.Of(comparison.Base, comparison.Seed, comparison.Replications),
            Draws = comparison.Drawn is not { } drawn ? null
                : new(drawn.Region.Id, drawn.Region.Hash, drawn.Pairs, Fold.InGroups(drawn.Hash), drawn.Region.Missing),
        }.DiscountedAt(discount);
    }

    private static ScenarioResult Scenario(PairedComparison comparison, ExpectationWatch expected, int place)
    {
        var scenario = comparison.Scenarios[place];
        var changes = ScenarioDiff.InWords(comparison.Base, scenario);
        var told = new ScenarioResult(
            scenario.Id, scenario.Title, scenario.Question, scenario.Path, scenario.InputHash, scenario.Blueprint.From.ToString(),
            scenario.Blueprint.To.ToString(), changes.Lines, Words(changes.Dated), changes.UnchangedParameters, null,
            place == 0 ? [] : HeadlineTable.Of(comparison, place))
        {
            Start = comparison.Starts[place].ToString(),
            Effect = place == 0 ? null : EffectOf.Scenario(comparison, place),
            Expectations = [.. expected.On(place).Select(Expectation)],
            Lost = comparison.Count(place, Ending.NotSustained),
            NeverBegan = comparison.Count(place, one => !one.Began),
            LostAt = At(comparison, place, Ending.NotSustained),
            DissolvedAt = At(comparison, place, Ending.Dissolved),
            HollowAt = At(comparison, place, Ending.Hollow),
            BenefitLostAt = At(comparison, place, Ending.BenefitLost),
            Bands = Bands(comparison, place),
            Lasting = comparison.Outcomes[place][0].Sustainability is null ? null : LastingOf.Scenario(comparison, place),
            Budget = BudgetOf.Scenario(comparison, place),
        };
        if (comparison.Outcomes[place][0].Breakdown is not null)
            told = told with { Payments = [.. Enum.GetValues<Flow>().Select(flow => Payment(comparison, place, flow))] };
        return place == 0 ? told : WithDifferences(comparison, place, told);
    }

    private static ScenarioResult WithDifferences(PairedComparison comparison, int place, ScenarioResult told)
    {
        var broken = comparison.Outcomes[place][0].Breakdown is not null;
        told = told with { Ledger = QuotedLedger.Of(comparison.Base, comparison.Scenarios[place]) };
        return told with
        {
            Answer = AnswerSentence.To(told, comparison.Replications),
            Groups = broken ? [.. TargetGroups.Ids.Select((_, group) => Group(comparison, place, (TargetGroup)group))
                .Where(group => group.Rows[0].Pairs > 0)] : [],
            Sectors = broken ? [SectorMoney.Of(comparison, place, Account.County),
                SectorMoney.Of(comparison, place, Account.Municipality)] : [],
        };
    }

    private static ExpectationResult Expectation(Verdict verdict) => new(
        verdict.Expectation.InWords, verdict.Held, verdict.Own, verdict.Other, verdict.Share, verdict.Reason)
    {
        Seen = verdict.Reason is null ? VerdictText.Seen(verdict) : null,
    };

    private static IReadOnlyList<string?> At(PairedComparison comparison, int place, Ending ending) =>
        [.. comparison.Outcomes[place].SelectMany(run => run.Fates).Select(one => one.At(ending)?.ToString())];

    private static IReadOnlyList<BandResult> Bands(PairedComparison comparison, int place) => comparison.Bands is { } bands
        ? [.. Comparisons.Bands.Drawn.Where(indicator => IsKnown(comparison, indicator))
            .Select(indicator => Band(bands.Of(place, indicator)))]
        : [];

    /// <summary>What is measured in some scenario only cannot be set beside it.</summary>
    private static bool IsKnown(PairedComparison comparison, Indicator indicator) =>
        Enumerable.Range(0, comparison.Scenarios.Count).All(place => comparison.Figures(place, indicator).Any(double.IsFinite));

    internal static IReadOnlyList<DatedWords> Words(IEnumerable<DatedChange> changes) =>
        [.. changes.Select(change => new DatedWords(change.At.ToString(), change.Words, change.Until?.ToString()))];

    private static BandResult Band(Band band)
    {
        var (scale, unit) = ScaleOf(band.Indicator);
        float[] Scaled(double[] values) => [.. values.Select(value => (float)(value / scale))];
        return new(
            band.Indicator.Id, band.Indicator.Title, unit, Scaled(band.Mean), Scaled(band.Low), Scaled(band.High),
            Scaled(band.Difference),
            Scaled(band.DifferenceLow), Scaled(band.DifferenceHigh))
        {
            UnknownLow = Scaled(band.UnknownLow),
            UnknownHigh = Scaled(band.UnknownHigh),
            DrawnLow = Scaled(band.DrawnLow),
            DrawnHigh = Scaled(band.DrawnHigh),
        };
    }

    /// <summary>The unit in which an indicator is drawn over time. Sums are per year already.</summary>
    internal static (double Scale, string Unit) ScaleOf(Indicator indicator) => indicator switch
    {
        { Unit: "SEK", Over: Reduction.Sum } => (Million, "MSEK per year"),
        { Unit: "SEK" } => (Thousand, "kSEK"),
        { Over: Reduction.Sum } => (1, $"{indicator.Unit} per year"),
        _ => (1, indicator.Unit),
    };

    private static GroupResult Group(PairedComparison comparison, int place, TargetGroup group)
    {
        ResultRow Of(Indicator indicator, string label, int decimals, bool percent = false) => ResultRow.Of(
            indicator.Id, label, indicator.Unit, comparison.Estimate(place, group, indicator), decimals, indicator.Better,
            percent);
        return new(group.Id(), group.InWords(),
        [
            Of(IndicatorCatalogue.UnmetPerEligible, "unmet needs per eligible person", 2),
            Of(IndicatorCatalogue.Eligible, "eligible people", 0),
            Of(IndicatorCatalogue.InService, "people in service", 1),
            Of(IndicatorCatalogue.Reach, "reach", 1, percent: true),
            Of(IndicatorCatalogue.Waiting, "people waiting", 1),
            Of(IndicatorCatalogue.Crises, "crises per person and year", 3),
            Of(IndicatorCatalogue.DelayedDays, "delayed days per person and year", 2),
        ]);
    }

    private static PaymentResult Payment(PairedComparison comparison, int place, Flow flow)
    {
        var indicator = IndicatorCatalogue.Payments[(int)flow];
        var (from, to) = FlowKinds.Between(flow);
        var estimate = comparison.Estimate(place, flow);
        return new(
            indicator.Id, indicator.Title, from.ToString().ToLowerInvariant(), to.ToString().ToLowerInvariant(),
            FlowKinds.IsDemandDriven(flow),
            estimate.Other, estimate.Difference, estimate.Low, estimate.High);
    }

    private static IReadOnlyList<PartEvidence> Evidence(Scenario scenario) =>
    [
        .. scenario.Values.GroupBy(value => value.Parameter.Id.Split('.')[0]).Select(part => new PartEvidence(
            part.Key, Count(part, Model.Parameters.Evidence.Study), Count(part, Model.Parameters.Evidence.Derived),
            Count(part, Model.Parameters.Evidence.Expert), Count(part, Model.Parameters.Evidence.Assumed))),
    ];

    private static int Count(IEnumerable<EffectiveValue> values, Evidence evidence) =>
        values.Count(value => value.Evidence == evidence);
}
