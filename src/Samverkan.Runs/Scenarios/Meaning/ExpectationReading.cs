using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Own;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary><c>expect</c>: what a planner wrote down before the run.</summary>
internal static class ExpectationReading
{
    private static readonly (string Word, Comparison Comparison, string Phrase)[] Comparisons =
    [
        ("lt", Comparison.Less, "less than"), ("lte", Comparison.AtMost, "at most"), ("gt", Comparison.Greater, "more than"),
        ("gte", Comparison.AtLeast, "at least"), ("equals", Comparison.Equal, "exactly"),
    ];

    /// <param name="outcomes">Those of the scenario's own, which may be expected to be so.</param>
    public static ImmutableArray<Expectation> Read(
        MapNode scenario, ImmutableArray<OwnOutcome> outcomes, ReadingContext context) =>
        Distinct(
            scenario.Items("expect").OfType<MapNode>()
                .Select(node => ReadOne(node, scenario.Text("id"), outcomes, context)).OfType<Expectation>(),
            context);

    private static ImmutableArray<Expectation> Distinct(IEnumerable<Expectation> all, ReadingContext context)
    {
        var kept = new List<Expectation>();
        foreach (var one in all)
            if (kept.Find(other => other with { Place = one.Place, Because = one.Because, InWords = one.InWords } == one)
                is { } same)
                context.Findings.Error(one.Place, Codes.DuplicateId,
                    $"The same is expected at line {same.Place.Line}, column {same.Place.Column}. Keep one.");
            else
                kept.Add(one);
        return [.. kept];
    }

    private static Expectation? ReadOne(MapNode node, string? own, ImmutableArray<OwnOutcome> outcomes, ReadingContext context)
    {
        var said = Comparisons.Where(c => node.Find(c.Word) is not null).ToArray();
        if (said.Length != 1)
            context.Findings.Error(
                node.Place, said.Length == 0 ? Codes.Missing : Codes.Contradiction,
                "An expectation has one of lt, lte, gt, gte and equals.");
        var what = What(node, outcomes, context);
        var period = Period(node, context);
        if (said.Length != 1 || period is not var (from, to) || what is null || node.Scalar(said[0].Word) is not { } written)
            return null;
        var (indicator, outcome) = (what as Indicator, (what as OwnOutcome)?.Over(from, to));
        if (indicator is { Headline: false })
            context.Findings.Error(
                node.PlaceOf("indicator"), Codes.NotKept, $"{indicator.Id} is not kept in comparisons."
                    + DidYouMean.Of(indicator.Id, [.. IndicatorCatalogue.All.Where(i => i.Headline).Select(i => i.Id)]));
        if (outcome is { HasPeriod: true } && (node.Find("during") ?? node.Find("by")) is not null)
            context.Findings.Error(
                node.Place, Codes.Contradiction, $"'{outcome.Id}' has a period of its own. Leave out the one here, or that one.");
        var versus = node.Text("vs");
        if (versus is not null && versus == own)
            context.Findings.Error(
                node.PlaceOf("vs"), Codes.Contradiction,
                $"'{own}' is this scenario, and nothing differs from itself. "
                    + "Name another, or leave 'vs' out to judge the value.");
        var relative = versus is not null && written.Text.TrimEnd().EndsWith('%');
        var read = relative ? context.Quantity(written, Measure.Share)
            : indicator is null ? context.Quantity(written, outcome!.Measure) : context.Quantity(written, indicator);
        if (read is not { } value)
            return null;
        if (outcome is not null)
            (from, to) = (outcome.From, outcome.To);
        var against = versus is null ? "" : $" against {versus}";
        var sign = versus is not null && value > 0 ? "+" : "";
        var words = $"{indicator?.Title ?? outcome!.Title}, {from} to {to}{against}: "
            + $"{said[0].Phrase} {sign}{written.Text.TrimStart('+')}";
        return new Expectation(
            indicator, outcome, versus, from, to, said[0].Comparison, value, relative, words, node.Line("because"), node.Place);
    }

    // An Indicator or an OwnOutcome; null: neither, and why was told here or by the check of words.
    private static object? What(MapNode node, ImmutableArray<OwnOutcome> outcomes, ReadingContext context)
    {
        if (node.Scalar("outcome") is not { IsNothing: false } name)
        {
            if (node.Find("indicator") is null)
                context.Findings.Error(
                    node.Place, Codes.Missing, "An expectation names an 'indicator', or an 'outcome' of your own.");
            return IndicatorCatalogue.Find(node.Text("indicator") ?? "");
        }
        if (node.Find("indicator") is { } both)
            context.Findings.Error(
                both.Place, Codes.Contradiction, "An expectation names an 'indicator' or an 'outcome', not both.");
        var found = outcomes.FirstOrDefault(outcome => outcome.Id == name.Text);
        if (found is null)
            context.Findings.Error(
                name.Place, Codes.UnknownOutcome, $"'{name.Text}' is none of the outcomes of your own in this scenario."
                    + DidYouMean.Of(name.Text, [.. outcomes.Select(outcome => outcome.Id)]));
        return found;
    }

    private static (Month From, Month To)? Period(MapNode node, ReadingContext context)
    {
        var (from, to) = (context.From, context.To);
        if (node.Find("by") is not null && node.Find("during") is not null)
            context.Findings.Error(node.PlaceOf("by"), Codes.Contradiction,
                "An expectation is about a month ('by') or a period ('during'), not both.");
        if (node.Scalar("by") is { } by)
        {
            if (context.Date(by, end: true) is not { } end)
                return null;
            (from, to) = (by.Text.Trim().Length == 4 ? end - 11 : end, end);
        }
        else if (node.Scalar("during") is { } during)
        {
            if (DuringReading.Of(during, context) is not { } period)
                return null;
            return period;
        }
        DateCheck.InHorizon(from, node.PlaceOf("by"), "by", context);
        DateCheck.InHorizon(to, node.PlaceOf("by"), "by", context);
        return (from, to);
    }
}
