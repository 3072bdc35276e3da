using Samverkan.Model;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A date outside the horizon is a slip, unless a file further out has moved the horizon.</summary>
internal static class DateCheck
{
    public static void InHorizon(Month month, Place place, string word, ReadingContext context)
    {
        if (month >= context.Begins && month <= context.To)
            return;
        var side = month < context.Begins ? "before the first" : "after the last";
        var edge = month < context.Begins ? context.Begins : context.To;
        if (context.IsOlderThanHorizon(place))
            context.OlderDates.Add((place, month));
        else
            context.Findings.Error(place, Codes.OutsideHorizon,
                $"'{word}' {month} is {side} month of the horizon, {Dates.InWords(edge)}.{Advice(month, context)}");
    }

    /// <summary>Says in one note which inherited dates a shorter horizon leaves out.</summary>
    public static void TellOlder(ReadingContext context)
    {
        foreach (var file in context.OlderDates.Distinct().GroupBy(date => date.Place.File))
        {
            var dates = file.OrderBy(date => date.Place.Line).Select(date => $"{date.Month} (line {date.Place.Line})").ToArray();
            context.Findings.Note(file.First().Place, Codes.OutsideHorizon,
                $"{(dates.Length == 1 ? "A date of this file is" : $"{dates.Length} dates of this file are")} outside the "
                    + $"horizon {context.Begins} to {context.To}, which {context.HorizonPlace} has set, and "
                    + $"{(dates.Length == 1 ? "has" : "have")} no effect: {string.Join(", ", dates)}.");
        }
    }

    private static string Advice(Month month, ReadingContext context) =>
        month < context.Begins ? " A value that holds from the start stands under 'parameters'."
        : " Change the date or the 'horizon'.";
}
