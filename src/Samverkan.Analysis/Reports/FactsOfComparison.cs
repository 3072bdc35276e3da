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

namespace Samverkan.Analysis.Reports;

/// <summary>Gathers what a report tells of a comparison.</summary>
public static class FactsOfComparison
{
    private const double Million = 1e6;

    public static ReportFacts Of(PairedComparison comparison, ExpectationWatch expected, string version, string command, string inputs)
    {
        var blueprint = comparison.Base.Blueprint;
        return new(
            version, command, inputs, Fold.InGroups(comparison.Hash), comparison.Seed, comparison.Replications,
            blueprint.From.ToString(), blueprint.To.ToString(), comparison.Since.ToString(), blueprint.Counties.Sum(county => county.Municipalities.Length),
            [.. comparison.Bands!.Quarters.Select(month => month.ToString())], Words(ScenarioDiff.Timeline(blueprint)),
            [.. comparison.Scenarios.Select((_, place) => Scenario(comparison, expected, place))], Evidence(comparison.Base));
    }

    private static ScenarioFacts Scenario(PairedComparison comparison, ExpectationWatch expected, int place)
    {
        var scenario = comparison.Scenarios[place];
        var changes = ScenarioDiff.InWords(comparison.Base, scenario);
        var headline = place == 0 ? [] : HeadlineTable.Of(comparison, place);
        return new(
            scenario.Id, scenario.Title, scenario.Question, scenario.Path, scenario.InputHash, changes.Lines, Words(changes.Dated), changes.UnchangedParameters,
            place == 0 ? null : Answer.To(comparison, place), place == 0 ? null : TableText.Saving(headline),
            [.. headline.Select(row => Row(row, row.Better))], [.. expected.On(place).Select(VerdictText.Of)],
            [.. Bands.Drawn.Where(indicator => IsKnown(comparison, indicator)).Select(indicator => Band(comparison.Bands!.Of(place, indicator)))], LastingOf.Scenario(comparison, place),
            place == 0 ? [] : [.. TargetGroups.Ids.Select((_, group) => Group(comparison, place, (TargetGroup)group)).Where(group => group.Rows[0].Pairs > 0)],
            place == 0 ? [] : [SectorMoney.Of(comparison, place, Account.County), SectorMoney.Of(comparison, place, Account.Municipality)],
            [.. Enum.GetValues<Flow>().Select(flow => Payment(comparison, place, flow))], place == 0 ? null : QuotedLedger.Of(comparison.Base, scenario))
        {
            Start = comparison.Starts[place].ToString(),
            Budget = BudgetOf.Scenario(comparison, place),
        };
    }

    internal static RowFacts Row(HeadlineRow row, Better better)
    {
        var (estimate, cells) = (row.Estimate, TableText.Cells(row));
        return new(
            row.Indicator, row.Label, row.Unit, better.ToString().ToLowerInvariant(), estimate.Base, estimate.Other, estimate.Difference, estimate.Low, estimate.High,
            estimate.BetterShare, estimate.Pairs, [.. cells.All.Skip(1)])
        {
            IsClear = estimate.IsClear,
        };
    }

    /// <summary>What is measured in some scenario only cannot be set beside it.</summary>
    private static bool IsKnown(PairedComparison comparison, Indicator indicator) =>
        Enumerable.Range(0, comparison.Scenarios.Count).All(place => comparison.Figures(place, indicator).Any(double.IsFinite));

    internal static IReadOnlyList<DatedWords> Words(IEnumerable<DatedChange> changes) =>
        [.. changes.Select(change => new DatedWords(change.At.ToString(), change.Words))];

    private static BandFacts Band(Band band)
    {
        var inMillions = band.Indicator.Unit == "SEK";
        // Sums are per year already.
        float[] Scaled(double[] values) => [.. values.Select(value => (float)(value / (inMillions ? Million : 1)))];
        return new(
            band.Indicator.Id, band.Indicator.Title, inMillions ? "MSEK per year" : band.Indicator.Unit, Scaled(band.Mean), Scaled(band.Low), Scaled(band.High),
            Scaled(band.Difference), Scaled(band.DifferenceLow), Scaled(band.DifferenceHigh));
    }

    private static GroupFacts Group(PairedComparison comparison, int place, TargetGroup group)
    {
        RowFacts Of(Indicator indicator, string label, int decimals, bool percent = false) => Row(
            new(indicator.Id, label, indicator.Unit, comparison.Estimate(place, group, indicator), decimals, percent), indicator.Better);
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

    private static PaymentFacts Payment(PairedComparison comparison, int place, Flow flow)
    {
        var indicator = IndicatorCatalogue.Payments[(int)flow];
        var (from, to) = FlowKinds.Between(flow);
        var estimate = comparison.Estimate(Math.Max(place, 0), flow);
        return new(
            indicator.Id, indicator.Title, from.ToString().ToLowerInvariant(), to.ToString().ToLowerInvariant(), FlowKinds.IsDemandDriven(flow),
            estimate.Other, estimate.Difference, estimate.Low, estimate.High);
    }

    private static IReadOnlyList<EvidenceFacts> Evidence(Scenario scenario) =>
    [
        .. scenario.Values.GroupBy(value => value.Parameter.Id.Split('.')[0]).Select(part => new EvidenceFacts(
            part.Key, Count(part, Model.Parameters.Evidence.Study), Count(part, Model.Parameters.Evidence.Derived),
            Count(part, Model.Parameters.Evidence.Expert), Count(part, Model.Parameters.Evidence.Assumed))),
    ];

    private static int Count(IEnumerable<EffectiveValue> values, Evidence evidence) => values.Count(value => value.Evidence == evidence);
}
