using System.Globalization;
using System.Text;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Runs.Results;

/// <summary>Minutes as a steering committee's secretary would write them.</summary>
public static class MinutesText
{
    private const int Width = 100;
    private const double HighUrgency = 20;
    private const double ModerateUrgency = 8;

    /// <param name="width">Where lines are broken; a reader that breaks them itself wants none broken.</param>
    public static string Of(Minutes minutes, string municipality, int width = Width)
    {
        var text = new StringBuilder();
        text.Append($"Steering committee of {municipality}\n");
        var day = new DateOnly(minutes.Month.Year, minutes.Month.Number, minutes.Day);
        Paragraph(text, width, $"Meeting {minutes.Number}, {day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}. Present: {List(minutes.Present, ", ")}.");
        if (minutes.Seen.Length > 0)
            Paragraph(text, width, $"Seen: {List(minutes.Seen, "; ")}.");
        foreach (var note in minutes.Notes)
            Paragraph(text, width, $"Reported: {Sentence(note)}");
        for (var i = 0; i < minutes.Items.Length; i++)
            Item(text, width, i + 1, minutes.Items[i]);
        if (minutes.Items.Length == 0)
            text.Append("Nothing was on the agenda.\n");
        return text.ToString();
    }

    private static void Item(StringBuilder text, int width, int number, MinutedItem item)
    {
        Paragraph(text, width, $"{number}. {Sentence(item.Matter)} Urgency {InWords(item.Urgency)}.", "   ", first: "");
        Paragraph(text, width, Sentence(item.Decision), "   ", first: "   ");
    }

    private static string InWords(double urgency) => urgency switch
    {
        >= HighUrgency => "high",
        >= ModerateUrgency => "moderate",
        _ => "low",
    };

    private static string List(IReadOnlyCollection<string> parts, string between) =>
        parts.Count == 0 ? "none" : string.Join(between, parts);

    private static string Sentence(string text) => text.EndsWith('.') ? text : text + ".";

    private static void Paragraph(StringBuilder text, int width, string words, string indent = "", string first = "")
    {
        var line = new StringBuilder(first);
        foreach (var word in words.Split(' '))
        {
            if (line.Length + 1 + word.Length > width)
            {
                text.Append(line).Append('\n');
                line.Clear().Append(indent);
            }
            if (line.Length > 0 && line[^1] != ' ')
                line.Append(' ');
            line.Append(word);
        }
        text.Append(line).Append('\n');
    }
}
