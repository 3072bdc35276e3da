using System.Globalization;
using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>Writes values as a planner would; <see cref="Quantity.Read"/> reads them back.</summary>
internal static class QuantityText
{
    public static string Of(double value, Measure measure) => measure switch
    {
        Measure.Switch => value == 0 ? "off" : "on",
        Measure.Number or Measure.Count => Number(value),
        Measure.Sek => Money(value, ""),
        Measure.SekPerDay => Money(value, "/day"),
        Measure.SekPerMonth => Money(value, "/month"),
        Measure.SekPerYear => Money(value, "/yr"),
        _ => $"{Number(value / Units.Of(measure)[0].Factor)} {UnitFor(value, measure)}",
    };

    /// <summary>"1 meeting/yr", "2 meetings/yr".</summary>
    private static string UnitFor(double value, Measure measure)
    {
        var unit = Units.Of(measure)[0].Text;
        var word = unit.Split('/')[0];
        return value == 1 && word.EndsWith('s') ? word[..^1] + unit[word.Length..] : unit;
    }

    /// <summary>A range as one text: "0 .. 100 %".</summary>
    public static string Range(double min, double max, Measure measure)
    {
        if (measure == Measure.Switch)
            return "off or on";
        var (low, high) = (Of(min, measure), Of(max, measure));
        var unit = high.IndexOf(' ');
        return unit > 0 && low.EndsWith(high[unit..], StringComparison.Ordinal) ? $"{low[..^(high.Length - unit)]} .. {high}"
            : $"{low} .. {high}";
    }

    /// <summary>A change as people say it: "-20 %" of a factor 0.8, "+3 posts" of an addition.</summary>
    public static string OfFactor(double factor) => $"{Signed((factor - 1) * 100)} %";

    public static string OfAddition(double value, Measure measure) => value < 0 ? Of(value, measure) : "+" + Of(value, measure);

    public static string Number(double value)
    {
        var rounded = Math.Round(value, 10);
        return (rounded == 0 ? 0 : rounded).ToString("0.##########", CultureInfo.InvariantCulture);
    }

    private static string Signed(double value) => value < 0 ? Number(value) : "+" + Number(value);

    private static string Money(double value, string per) => Math.Abs(value) switch
    {
        >= 1e6 => $"{Number(value / 1e6)} MSEK{per}",
        >= 1e5 => $"{Number(value / 1e3)} kSEK{per}",
        _ => $"{Number(value)} SEK{per}",
    };
}
