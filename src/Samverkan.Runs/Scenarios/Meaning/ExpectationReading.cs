using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Values;
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

    public static ImmutableArray<Expectation> Read(MapNode scenario, ReadingContext context) =>
        Distinct(scenario.Items("expect").OfType<MapNode>().Select(node => ReadOne(node, scenario.Text("id"), context)).OfType<Expectation>(), context);

    private static ImmutableArray<Expectation> Distinct(IEnumerable<Expectation> all, ReadingContext context)
    {
        var kept = new List<Expectation>();
        foreach (var one in all)
            if (kept.Find(other => other with { Place = one.Place, Because = one.Because, InWords = one.InWords } == one) is { } same)
                context.Findings.Error(one.Place, Codes.DuplicateId, $"The same is expected at line {same.Place.Line}, column {same.Place.Column}. Keep one.");
            else
                kept.Add(one);
        return [.. kept];
    }

    private static Expectation? ReadOne(MapNode node, string? own, ReadingContext context)
    {
        var said = Comparisons.Where(c => node.Find(c.Word) is not null).ToArray();
        if (said.Length != 1)
            context.Findings.Error(node.Place, said.Length == 0 ? Codes.Missing : Codes.Contradiction, "An expectation has one of lt, lte, gt, gte and equals.");
        var period = Period(node, context);
        if (said.Length != 1 || period is not var (from, to) || IndicatorCatalogue.Find(node.Text("indicator") ?? "") is not { } indicator || node.Scalar(said[0].Word) is not { } written)
            return null;
        if (!indicator.Headline)
            context.Findings.Error(node.PlaceOf("indicator"), Codes.NotKept, $"{indicator.Id} is not kept in comparisons.{DidYouMean.Of(indicator.Id, [.. IndicatorCatalogue.All.Where(i => i.Headline).Select(i => i.Id)])}");
        var versus = node.Text("vs");
        if (versus is not null && versus == own)
            context.Findings.Error(
                node.PlaceOf("vs"), Codes.Contradiction,
                $"'{own}' is this scenario, and nothing differs from itself. Name another, or leave 'vs' out to judge the value.");
        var relative = versus is not null && written.Text.TrimEnd().EndsWith('%');
        if ((relative ? context.Quantity(written, Measure.Share) : context.Quantity(written, indicator)) is not { } value)
            return null;
        var against = versus is null ? "" : $" against {versus}";
        var sign = versus is not null && value > 0 ? "+" : "";
        var words = $"{indicator.Title}, {from} to {to}{against}: {said[0].Phrase} {sign}{written.Text.TrimStart('+')}";
        return new Expectation(indicator, versus, from, to, said[0].Comparison, value, relative, words, node.Line("because"), node.Place);
    }

    private static (Month From, Month To)? Period(MapNode node, ReadingContext context)
    {
        var (from, to) = (context.From, context.To);
        if (node.Find("by") is not null && node.Find("during") is not null)
            context.Findings.Error(node.PlaceOf("by"), Codes.Contradiction, "An expectation is about a month ('by') or a period ('during'), not both.");
        if (node.Scalar("by") is { } by)
        {
            if (context.Date(by, end: true) is not { } end)
                return null;
            (from, to) = (by.Text.Trim().Length == 4 ? end - 11 : end, end);
        }
        else if (node.Scalar("during") is { } during)
        {
            if (Dates.Period(during.Text) is not var (first, last))
            {
                context.Findings.Error(during.Place, Codes.BadDate, $"'{during.Text}' is not a period such as '2008..2012' or '2008-03..2012-06'.");
                return null;
            }
            (from, to) = (first, last);
        }
        var place = node.Find("by") is not null ? node.PlaceOf("by") : node.PlaceOf("during");
        if (to < from)
            context.Findings.Error(place, Codes.DatesReversed, $"The period ends in {to}, before it starts in {from}.");
        DateCheck.InHorizon(from, place, "during", context);
        DateCheck.InHorizon(to, place, "during", context);
        return (from, to);
    }
}
