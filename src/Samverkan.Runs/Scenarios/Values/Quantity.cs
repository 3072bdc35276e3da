using System.Globalization;
using System.Text.RegularExpressions;
using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>What came of reading a value: the value in the measure's own unit, or the reason why there is none.</summary>
internal readonly record struct Reading(double Value, string? Code = null, string? Problem = null)
{
    public bool Failed => Code is not null;
}

/// <summary>Reads "20 %", "1.5 MSEK/yr", "2 meetings/semester", "18 months" into the unit that the model keeps.</summary>
internal static partial class Quantity
{
    private const int LongestText = 60;

    [GeneratedRegex(
        @"^(?<number>[+-]?(?:[0-9]{1,3}(?:[ _][0-9]{3})+|[0-9]+|(?=\.[0-9]))(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?)"
            + @"(?<unit>[^0-9].*)?\z")]
    private static partial Regex NumberAndUnit();

    [GeneratedRegex(@"^[+-]?[0-9][0-9 ]*,[0-9]+")]
    private static partial Regex DecimalComma();

    /// <summary>Points between thousands and a comma before decimals: 1.234,5.</summary>
    [GeneratedRegex(@"^(?<whole>[+-]?[0-9]{1,3}(?:\.[0-9]{3})+),(?<decimals>[0-9]+)(?<unit>[^0-9.,].*)?\z")]
    private static partial Regex PointsAndComma();

    /// <summary>Thousands parted as on the continent and in Britain: 96.000, 96,000, 1.250.000.</summary>
    [GeneratedRegex(@"^(?<number>[+-]?[0-9]{1,3}(?:[.,'’][0-9]{3})+)(?<unit>[^0-9.,].*)?\z")]
    private static partial Regex PartedThousands();

    [GeneratedRegex(@"^[+-]?\.?(nan|inf|infinity|∞)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NotFinite();

    public static Reading Read(string text, Measure measure)
    {
        text = Digits.Plain(text);
        if (measure == Measure.Switch && OnOrOff(text) is { } state)
            return new Reading(state);
        if (text.Length > LongestText || Digits.Ours(text) is not null || HasDecimalComma(text)
            || NumberAndUnit().Match(text) is not { Success: true } match)
            return new Reading(0, Codes.NotANumber, WhyNoNumber(text, measure));
        var unit = match.Groups["unit"].Value.Trim();
        var digits = Joined(match);
        var number = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(number))
            return new Reading(0, Codes.NotANumber, $"'{text}' is too large for a number.");
        if (measure == Measure.Switch)
            return new Reading(0, Codes.OutOfRange, $"'{text}' is neither on nor off.");
        return Units.Find(measure, unit) is { } known
            ? new Reading(Scale(digits, number, known.Factor))
            : new Reading(0, Codes.WrongUnit, WhyNotThatUnit(text, digits, unit, measure));
    }

    /// <summary>A whole number: "96 000", not "96.000", which is 96 or 96 000 depending on where one went to school.</summary>
    /// <param name="noun">What is counted, for the message.</param>
    public static Reading ReadWhole(string text, Measure measure, string noun)
    {
        var plain = Digits.Plain(text);
        if (PartedThousands().Match(plain) is { Success: true } parted)
            return new Reading(0, Codes.OutOfRange,
                $"'{plain}' is not a whole number of {noun}. Did you mean '{Whole(parted)}'?");
        var reading = HasDecimalComma(plain) ? new Reading(double.NaN) : Read(plain, measure);
        if (reading.Failed || NumberAndUnit().Match(plain) is { Success: true } match && !double.IsNaN(reading.Value)
            && match.Groups["number"].Value.AsSpan().IndexOfAny(".eE") < 0)
            return reading;
        var (below, above) = (Math.Floor(reading.Value), Math.Ceiling(reading.Value));
        var guess = !(Math.Abs(reading.Value) < 1e9) ? ""
            : below == above ? $" Did you mean '{QuantityText.Number(below)}'?"
            : $" Did you mean '{QuantityText.Number(below)}' or '{QuantityText.Number(above)}'?";
        return new Reading(0, Codes.OutOfRange, $"'{plain}' is not a whole number of {noun}.{guess}");

        static string Whole(Match match) => string.Concat(match.Groups["number"]
            .Value.Where(c => char.IsAsciiDigit(c) || c == '-')) + match.Groups["unit"].Value;
    }

    /// <summary>The number, if the text is one without a unit.</summary>
    public static double? Bare(string text) =>
        NumberAndUnit().Match(Digits.Plain(text)) is { Success: true } match && match.Groups["unit"].Value.Trim().Length == 0
        ? double.Parse(Joined(match), NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;

    /// <summary>A number with a decimal comma, as tables have it that are parted otherwise, with a point.</summary>
    public static string WithDecimalPoint(string text) =>
        DecimalComma().IsMatch(Digits.Plain(text)) && text.AsSpan().Count(',') == 1 ? Digits.Plain(text).Replace(',', '.') : text;

    private static bool HasDecimalComma(string text) => DecimalComma().IsMatch(text) || PointsAndComma().IsMatch(text);

    private static string Joined(Match match) => string.Concat(match.Groups["number"].Value.Where(c => c is not (' ' or '_')));

    /// <summary>In decimal where that is exact: "1.4 %" must be the same bits as 0.014.</summary>
    private static double Scale(string digits, double number, double factor) =>
        factor is .01 or >= 1 && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact)
        && Math.Abs(exact) < 1e15m
            ? (double)(exact * (decimal)factor)
            : number * factor;

    private static double? OnOrOff(string text) => text.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" or "1" => 1,
        "off" or "no" or "false" or "0" => 0,
        _ => null,
    };

    private static string WhyNoNumber(string text, Measure measure)
    {
        var shown = text.Length <= LongestText ? text : text[..LongestText] + "...";
        if (NotFinite().IsMatch(text))
            return $"'{shown}' is not a finite number.";
        if (text.Length <= LongestText && Digits.Ours(text) is { } ours)
            return $"'{shown}' is written in digits of another script. Did you mean '{ours}'?";
        if (PointsAndComma().Match(text) is { Success: true } both)
            return $"'{shown}' has points between thousands and a decimal comma. Did you mean "
                + $"'{both.Groups["whole"].Value.Replace(".", "")}.{both.Groups["decimals"].Value}{both.Groups["unit"].Value}'?";
        if (DecimalComma().IsMatch(text))
            return $"'{shown}' has a decimal comma. Did you mean '{text.Replace(',', '.')}'?";
        return $"'{shown}' is not {Wanted(measure)}.";
    }

    private static string WhyNotThatUnit(string text, string digits, string unit, Measure measure)
    {
        if (unit.Length == 0)
            return $"'{digits}' has no unit. Did you mean '{digits} {Likely(digits, measure)}'?";
        if (Units.FindWithoutTime(measure, unit) is { } longer)
            return $"'{digits} {unit}' does not say per what time. Did you mean '{digits} {longer.Text}'?";
        if (unit.Any(char.IsAsciiDigit))
            return $"'{text}' is not {Wanted(measure)}.";
        if (Units.IsKnown(unit))
            return $"'{digits} {unit}' has the wrong unit: {Wanted(measure)} is wanted.";
        var allowed = Units.Of(measure).Select(u => u.Text).Where(t => t.Length > 0).ToArray();
        return DidYouMean.Closest(unit, allowed) is { } closest
            ? $"'{unit}' is not a unit. Did you mean '{digits} {closest}'?"
            : $"'{unit}' is not a unit: {Wanted(measure)} is wanted.";
    }

    /// <summary>Nobody means 4.3 kronor a year.</summary>
    private static string Likely(string digits, Measure measure)
    {
        var units = Units.Of(measure);
        var isSmallMoney = units[0].Text.StartsWith("SEK", StringComparison.Ordinal)
            && double.Parse(digits, CultureInfo.InvariantCulture) < 1000;
        return (isSmallMoney && measure != Measure.SekPerDay
            ? units.First(u => u.Text.StartsWith("MSEK", StringComparison.Ordinal)) : units[0]).Text;
    }

    private static string Wanted(Measure measure) => measure switch
    {
        Measure.Switch => "'on' or 'off'",
        Measure.Number or Measure.Count => "a plain number",
        Measure.Share => "a share such as '20 %'",
        _ => $"a value such as '{Example(measure)} {Units.Of(measure)[0].Text}'",
    };

    private static string Example(Measure measure) => measure switch
    {
        Measure.SekPerYear or Measure.Sek or Measure.SekPerMonth => "500000",
        Measure.SekPerDay => "4500",
        Measure.PerMonth or Measure.PerYear => "1.5",
        _ => "6",
    };
}
