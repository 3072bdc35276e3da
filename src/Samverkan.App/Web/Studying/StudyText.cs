using Samverkan.Analysis.Studies.Answers;

namespace Samverkan.App.Web.Studying;

/// <summary>Reads what <see cref="StudySection.Markdown"/> wrote, so that a study's answers can be shown without being worked out again.</summary>
internal static class StudyText
{
    public const string File = "study.md";

    /// <returns>Empty if there is no such file.</returns>
    public static IReadOnlyList<StudySection> Sections(string path) =>
        System.IO.File.Exists(path) ? [.. ("\n" + System.IO.File.ReadAllText(path)).Split("\n## ").Skip(1).Select(Section)] : [];

    private static StudySection Section(string text)
    {
        var lines = text.Split('\n');
        var rows = lines.Where(line => line.StartsWith('|')).Select(Cells).ToList();
        var words = lines.Skip(1).Where(line => line.Length > 0 && line[0] != '|').ToList();
        // The second line of a table only rules it off.
        return new(lines[0], words.FirstOrDefault() ?? "", rows.FirstOrDefault() ?? [], [.. rows.Skip(2)], words.Count > 1 ? string.Join(' ', words.Skip(1)) : null);
    }

    private static IReadOnlyList<string> Cells(string line) => [.. line[1..line.LastIndexOf('|')].Split('|').Select(cell => cell.Trim())];
}
