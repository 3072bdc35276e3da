using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Handouts;

/// <summary>The headings and fixed sentences of what is handed over, in one language.</summary>
internal sealed record HandoutWords(
    string Language, string Answer, string Figures, string Changes, string OverTime, string RestsOn, string Again,
        string Summary, string Unclear, Func<int, string> Pairs,
    Func<string, string, string> Headline, Func<string, string> SideBySide, Func<string, string> Hash, Func<int, int,
        string> Evidence)
{
    public static HandoutWords English { get; } = new(
        "en", "The answer", "Three figures", "What is changed", "Over time", "What the answer rests on", "How to make it again",
            "Summary for decision",
        "no clear difference", pairs => Localized.Of($"95 % interval, {pairs} pairs"),
        (title, @base) => Localized.Of($"{title} against {@base}"),
        label => Localized.Of($"The policies side by side, ranked by {label}"),
            hash => Localized.Of($"gives result {hash} with the same version and files."),
        (assumed, all) => Localized.Of(
            $"{assumed} of the model's {all} parameters are assumptions; "
            + $"the others rest on published figures or on what is known in the field."));

    /// <summary>What the model cannot say, in short.</summary>
    public IReadOnlyList<string> Limits { get; init; } =
    [
        "The intervals show what chance may do in this model. They do not show how wrong the model may be.",
        "Trust the difference between two policies more than the level of either. The model foretells nothing.",
        "The model's shape comes from one well-documented Swedish case. All people are synthetic.",
        "Needs are counted, not weighed. Suffering, quality of life and the work of relatives are not measured.",
    ];
}

/// <summary>A figure that carries the answer.</summary>
/// <param name="Value">As it is printed large.</param>
/// <param name="Detail">Its interval, and how sure it is.</param>
internal sealed record KeyFigure(string Value, string Label, string Detail);

/// <summary>A table of printed cells.</summary>
/// <param name="Words">How many columns after the first hold words.</param>
internal sealed record HandoutTable(string Title, IReadOnlyList<string> Heads, IReadOnlyList<IReadOnlyList<string>> Rows,
    int Words);
