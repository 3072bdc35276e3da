using System.Globalization;
using Samverkan.Model;

namespace Samverkan.Runs.Scenarios.Values;

/// <summary>Reads "2003-01", and "2003" as the first or last month of a period.</summary>
internal static class Dates
{
    public static Month? Start(string text) => Read(text, 1);

    public static Month? End(string text) => Read(text, 12);

    /// <summary>Reads "2008..2012" or "2008-03..2012-06": first and last month.</summary>
    public static (Month From, Month To)? Period(string text)
    {
        var parts = text.Split("..", 2, StringSplitOptions.TrimEntries);
        if (Start(parts[0]) is { } from && End(parts[^1]) is { } to)
            return (from, to);
        return null;
    }

    /// <summary>"January 2003"</summary>
    public static string InWords(Month month) =>
        $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Number)} {month.Year}";

    private static Month? Read(string text, int numberOfYear)
    {
        text = text.Trim();
        if (text.Length == 4)
            text = $"{text}-{numberOfYear:00}";
        return Month.TryParse(text, out var month) ? month : null;
    }
}
