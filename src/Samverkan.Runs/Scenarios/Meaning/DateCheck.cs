using Samverkan.Model;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>A date outside the horizon is a slip, unless a file further out has moved the horizon.</summary>
internal static class DateCheck
{
    public static void InHorizon(Month month, Place place, string word, ReadingContext context)
    {
        if (month >= context.From && month <= context.To)
            return;
        var side = month < context.From ? "before the first" : "after the last";
        var edge = month < context.From ? context.From : context.To;
        if (context.IsOlderThanHorizon(place))
            context.Findings.Note(place, Codes.OutsideHorizon, $"'{word}' {month} is {side} month of the horizon, {edge}, which {context.HorizonPlace} has set.");
        else
            context.Findings.Error(place, Codes.OutsideHorizon, $"'{word}' {month} is {side} month of the horizon, {Dates.InWords(edge)}.{Advice(month, context)}");
    }

    private static string Advice(Month month, ReadingContext context) =>
        month < context.From ? " A value that holds from the start stands under 'parameters'." : " Change the date or the 'horizon'.";
}
