using System.Globalization;
using System.Text;
using Samverkan.Analysis.Results;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Comparisons;

/// <summary>The cells of a printed row.</summary>
public sealed record TableCells(string Label, string Base, string Other, string Difference, string Interval, string BetterIn)
{
    /// <summary>The range of all that is not known; a dash where there is none.</summary>
    public string Unknown { get; init; } = "";

    public IReadOnlyList<string> All(ComparisonResult result) => result.Draws is null
        ? [Label, Base, Other, Difference, Interval, BetterIn]
        : [Label, Base, Other, Difference, Interval, Unknown, BetterIn];
}

/// <summary>The headline table in words and digits, for a terminal and for documents.</summary>
public static class TableText
{
    /// <summary>The interval of chance, where the range of all that is not known stands beside it.</summary>
    public const string ChanceHead = "chance alone (95 %)";

    /// <summary>The range of all that is not known.</summary>
    public const string UnknownHead = "all that is not known (90 %)";

    private const string Nothing = "–";

    public static TableCells Head(ComparisonResult result, ScenarioResult scenario) => new(
        "", result.Base.Title, scenario.Title, "difference", result.Draws is null ? "95 % interval" : ChanceHead, "better in")
    {
        Unknown = UnknownHead,
    };

    public static TableCells Cells(ResultRow row)
    {
        var (scale, decimals, unit) = row.AsPercent ? (100, 0, " %") : (1, row.Decimals, "");
        string Number(double value) => double.IsNaN(value) ? Nothing : Rounded(value * scale, decimals) + unit;
        string Signed(double value) => double.IsNaN(value) ? Nothing : WithSign(Rounded(value * scale, decimals));
        return new(
            row.Label, Number(row.Base), Number(row.Other),
            double.IsNaN(row.Difference) ? Nothing : Signed(row.Difference) + unit,
            double.IsNaN(row.Low) ? Nothing : $"{Signed(row.Low)} .. {Signed(row.High)}",
            IndicatorCatalogue.Find(row.Id) is null && row.AsPercent || row.BetterShare is not { } share ? ""
                : Rounded(share * 100, 0) + " %")
        {
            Unknown = row.Unknown is { } unknown ? $"{Signed(unknown.Low)} .. {Signed(unknown.High)}" : Nothing,
        };
    }

    /// <summary>The table of the headline as Markdown writes it.</summary>
    public static string Markdown(ComparisonResult result, ScenarioResult scenario) =>
        Markdown(Head(result, scenario).All(result), scenario.Rows.Select(row => Cells(row).All(result)));

    /// <summary>A table as Markdown writes it.</summary>
    /// <param name="words">How many columns after the first hold words.</param>
    public static string Markdown(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, int words = 0)
    {
        var text = new StringBuilder();
        Line(text, heads);
        Line(text, [.. heads.Select((_, i) => i <= words ? "---" : "---:")]);
        foreach (var row in rows)
            Line(text, row);
        return text.ToString();
    }

    /// <summary>How many replications the pairing saved: the middle one of the rows, and the range.</summary>
    public static string Saving(IReadOnlyList<ResultRow> rows)
    {
        var savings = rows.Select(row => row.ReplicationsSaved).Where(double.IsFinite).Order().ToList();
        if (rows.All(row => row.Pairs < 2))
            return "one replication: nothing can be told from chance";
        return savings.Count == 0
            ? "all pairs differ by the same, so that it cannot be told what pairing saved"
            : $"pairing saved {Times(savings[savings.Count / 2])} times the replications (middle row; {Times(savings[0])} to "
                + $"{Times(savings[^1])})";
    }

    /// <summary>The number, or a dash for what is undefined.</summary>
    public static string Number(double value, int decimals) => double.IsNaN(value) ? Nothing : Rounded(value, decimals);

    internal static string Rounded(double value, int decimals)
    {
        var text = value.ToString("F" + decimals, CultureInfo.InvariantCulture);
        return text.TrimStart('-').Trim('0', '.').Length == 0 ? text.TrimStart('-') : text;
    }

    internal static string WithSign(string number) =>
        number.StartsWith('-') || number.Trim('0', '.').Length == 0 ? number : "+" + number;

    private static string Times(double saving) => saving switch
    {
        < 10 => saving.ToString("F1", CultureInfo.InvariantCulture),
        < 1000 => saving.ToString("F0", CultureInfo.InvariantCulture),
        _ => "over 1000",
    };

    private static void Line(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
