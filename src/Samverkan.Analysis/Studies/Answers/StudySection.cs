using System.Globalization;
using System.Text;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>Which kind of question a part of the answer belongs to, in the order in which a report tells them.</summary>
public enum StudyPart { Differences, Effects, Curves, Levels, OverTime, Lasting, Drivers, Ledger, Boxes, Calibration, Decision }

/// <summary>One of the things that a study answers: a sentence, and the table that it rests on.</summary>
/// <param name="Head">Heads of the columns; the first column is text, the others are numbers.</param>
public sealed record StudySection(StudyPart Part, string Heading, string Sentence, IReadOnlyList<string> Head,
    IReadOnlyList<IReadOnlyList<string>> Rows, string? Note = null)
{
    private const double Thousand = 1e3;
    private const double Million = 1e6;
    private const double Rounded = 1e4;

    /// <summary>What the sentence sums up, one by one.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>What is drawn beside the table; null: nothing.</summary>
    public Picture? Picture { get; init; }

    public string Markdown()
    {
        var text = new StringBuilder($"## {Heading}\n\n{Sentence}\n");
        if (Points.Count > 0)
            text.Append('\n').AppendJoin("", Points.Select(point => $"- {point}\n"));
        if (Rows.Count > 0)
        {
            text.Append($"\n| {string.Join(" | ", Head)} |\n|---|{string.Concat(Head.Skip(1).Select(_ => "---:|"))}\n");
            foreach (var row in Rows)
                text.Append($"| {string.Join(" | ", row)} |\n");
        }
        return text.Append(Note is null ? "\n" : $"\n{Note}\n\n").ToString();
    }

    /// <summary>Three digits that count, without an exponent, and a dash for what is undefined.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            return "–";
        var size = Math.Abs(value);
        if (size >= Million)
            return Number(value / Million) + " M";
        if (size >= Rounded)
            value = Math.Round(value / Thousand, size >= 100 * Thousand ? 0 : 1) * Thousand;
        var decimals = size == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6);
        var text = value.ToString("N" + decimals, CultureInfo.InvariantCulture);
        return text.Trim('-', '0', '.', ',').Length == 0 ? "0" : text;
    }

    /// <summary>How many; a dash for none.</summary>
    public static string Count(int number) => number == 0 ? "–" : number.ToString("N0", CultureInfo.InvariantCulture);

    public static string Signed(double value) => value > 0 && double.IsFinite(value) ? "+" + Number(value) : Number(value);

    public static string Percent(double share) =>
        !double.IsFinite(share) ? "–" : $"{((int)Math.Round(share * 100)).ToString(CultureInfo.InvariantCulture)} %";

    public static string Interval(double low, double high) => double.IsNaN(low) ? "–" : $"{Signed(low)} .. {Signed(high)}";
}
