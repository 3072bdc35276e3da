using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary><c>when</c>: the condition that starts an intervention.</summary>
internal static class TriggerReading
{
    public static Trigger? Read(MapNode when, ReadingContext context)
    {
        var indicator = IndicatorCatalogue.Find(when.Text("indicator") ?? "");
        var (above, below) = (when.Scalar("above"), when.Scalar("below"));
        if ((above is null) == (below is null))
        {
            context.Findings.Error(when.Place, above is null ? Codes.Missing : Codes.Contradiction,
                "A condition has one of 'above' and 'below'.");
            return null;
        }
        if (indicator is null || context.Quantity((above ?? below)!, indicator) is not { } threshold)
            return null;
        var months = when.Scalar("for") is { } length ? context.Months(length) : 1;
        return months is null ? null : new Trigger(indicator.Id, above is not null, threshold, months.Value,
            context.OnOff(when.Scalar("repeatedly")) ?? false);
    }

    /// <summary>A value in the unit of an indicator.</summary>
    public static double? Quantity(this ReadingContext context, ScalarNode node, Indicator indicator) =>
        context.Quantity(WithoutUnit(node, indicator), MeasureOf(indicator));

    /// <summary>The measure whose units an indicator's values may be written in.</summary>
    public static Measure MeasureOf(Indicator indicator) => indicator.Unit switch
    {
        "share" => Measure.Share,
        "persons" => Measure.Persons,
        "posts" => Measure.Posts,
        "beds" => Measure.Beds,
        "days" => Measure.Days,
        "months" => Measure.Months,
        "SEK" => Measure.Sek,
        _ => Measure.Number,
    };

    /// <summary>"2.5 needs" and "6 meetings": the indicator's own unit, or a bare number in it, says nothing that must be
    /// converted.</summary>
    private static ScalarNode WithoutUnit(ScalarNode node, Indicator indicator)
    {
        var text = node.Text.EndsWith(" " + indicator.Unit, StringComparison.Ordinal) ? node.Text[..^(indicator.Unit.Length + 1)]
            : node.Text;
        var plain = MeasureOf(indicator) is Measure.Days or Measure.Months or Measure.Sek && double.TryParse(text, out _);
        return node with { Text = plain ? $"{text} {indicator.Unit}" : text };
    }
}
