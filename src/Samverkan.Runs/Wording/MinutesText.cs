using System.Text;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Runs.Wording;

/// <summary>Minutes as a text of paragraphs, as a steering committee's secretary would write them.</summary>
public static class MinutesText
{
    private const int Width = 100;

    /// <param name="width">Where lines are broken; a reader that breaks them itself wants none broken.</param>
    /// <param name="writer">Whose sentences are used; null: English.</param>
    public static string Of(Minutes minutes, string municipality, int width = Width, IMinutesWriter? writer = null)
    {
        var words = writer ?? EnglishMinutes.Instance;
        var text = new StringBuilder();
        text.Append(words.Title(municipality)).Append('\n');
        Paragraph(text, width, words.Meeting(minutes));
        Paragraph(text, width, words.Seen(minutes.Seen));
        foreach (var news in minutes.Notes)
            Paragraph(text, width, words.Reported(news), "  ");
        var number = 0;
        foreach (var item in minutes.Items.Where(item => !IsPutOff(item)))
        {
            Paragraph(text, width, $"{++number}. {words.Matter(item.Item)}", "   ");
            Paragraph(text, width, words.Decision(item), "   ", first: "   ");
        }
        if (minutes.Items.Where(IsPutOff).ToArray() is { Length: > 0 } putOff) Paragraph(text, width, words.PutOff(putOff), "  ");
        if (minutes.Items.Length == 0) text.Append(words.NothingOnTheAgenda).Append('\n');
        return text.ToString();
    }

    private static bool IsPutOff(MinutedItem item) => item.Reason == Deferral.NoTime;

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
