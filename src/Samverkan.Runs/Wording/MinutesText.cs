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
            Paragraph(text, width, words.Reported(news));
        for (var i = 0; i < minutes.Items.Length; i++)
        {
            Paragraph(text, width, $"{i + 1}. {words.Matter(minutes.Items[i].Item)}", "   ");
            Paragraph(text, width, words.Decision(minutes.Items[i]), "   ", first: "   ");
        }
        if (minutes.Items.Length == 0) text.Append(words.NothingOnTheAgenda).Append('\n');
        return text.ToString();
    }

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
