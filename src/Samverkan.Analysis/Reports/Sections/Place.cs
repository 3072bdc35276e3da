using Samverkan.Analysis.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Reports.Sections;

/// <summary>Whose the figures of the place are: its own, real, or scaled from the case.</summary>
internal static class Place
{
    public static string? Of(ComparisonResult facts)
    {
        if (facts.Place is not { } place)
            return null;
        var notes = string.Concat(place.InWords().Select(note => Html.Paragraph(note)));
        if (place.Figures.Count == 0)
            return notes.Length == 0 ? null : notes;
        var counts = place.Figures.GroupBy(figure => figure.Owner).OrderBy(group => group.Key)
            .Select(group => $"{PlaceResult.InWords(group.Key)}: {group.Count()}");
        var rows = place.Figures.OrderBy(figure => figure.Municipality, StringComparer.Ordinal).ThenBy(figure => figure.Owner)
            .Select(figure => (string[])[figure.Municipality, figure.Meaning, figure.Id, figure.Value,
                PlaceResult.InWords(figure.Owner)]);
        return notes + Html.Paragraph("Figures of the place at the beginning:") + Html.List(counts)
            + Html.Cells(
                "What the place begins with, and whose each figure is", ["Municipality", "Figure", "Name", "Value", "Whose"],
                    rows, words: 4);
    }
}
