using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Reports;

/// <summary>Minutes as they lie in a result's folder.</summary>
/// <param name="Name">Name of the file, which begins with the date.</param>
internal sealed record MinutesOnFile(string Name, string Text)
{
    public int Year => int.Parse(Name[..4], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Year, month and day as one number that grows with time.</summary>
    public int Day => int.Parse(Name[..10].Replace("-", ""), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The heading, what was seen, and every item with its decision, without the line breaks of the file.</summary>
    public IReadOnlyList<string> Paragraphs { get; } = Split(Text);

    private static List<string> Split(string text)
    {
        var paragraphs = new List<string>();
        // The first line names the committee; an indented line goes on with the one before.
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
            if (paragraphs.Count > 0 && (line.StartsWith(' ') || !Begins(line)))
                paragraphs[^1] += " " + line.Trim();
            else
                paragraphs.Add(line.Trim());
        return paragraphs;
    }

    private static bool Begins(string line) =>
        line.StartsWith("Meeting ", StringComparison.Ordinal) || line.StartsWith("Seen: ", StringComparison.Ordinal)
        || line.StartsWith("Reported: ", StringComparison.Ordinal)
        || line.StartsWith("Nothing was", StringComparison.Ordinal) || (char.IsDigit(line[0]) && line.Contains(". "));
}

/// <summary>The minutes of a result, a folder per scenario; of several municipalities the first one's.</summary>
internal sealed class MinutesStore(string folder)
{
    public IReadOnlyList<MinutesOnFile> Of(string scenario)
    {
        var place = Path.Combine(folder, scenario);
        if (!Directory.Exists(place))
            return [];
        place = Directory.EnumerateDirectories(place).Order(StringComparer.Ordinal).FirstOrDefault() ?? place;
        return [.. Directory.EnumerateFiles(place, "*.txt").Order(StringComparer.Ordinal)
            .Select(file => new MinutesOnFile(Path.GetFileName(file), ResultText.Read(file)))];
    }

    public static MinutesOnFile? SameDay(IReadOnlyList<MinutesOnFile> minutes, MinutesOnFile one) =>
        minutes.FirstOrDefault(other => other.Day == one.Day);

    public static MinutesOnFile? Nearest(IReadOnlyList<MinutesOnFile> minutes, MinutesOnFile one) =>
        minutes.MinBy(other => Math.Abs(other.Day - one.Day));
}
