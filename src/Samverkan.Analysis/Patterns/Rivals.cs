using System.Text;
using Samverkan.Analysis.Studies;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Patterns;

/// <summary>
/// Rival explanations crossed: each lever of the study is an explanation that is in force (its first option) or taken away
/// (its second), and the patterns are judged in every world. A pattern speaks for an explanation that it needs.
/// </summary>
/// <param name="judged">By lever point, then by pattern.</param>
public sealed class Rivals(Study study, IReadOnlyList<LeverPoint> points, IReadOnlyList<IReadOnlyList<JudgedPattern>> judged)
{
    /// <summary>Of the pairs of worlds that differ in one explanation alone, so many must differ in the pattern.</summary>
    private const double Mostly = 0.5;

    private IReadOnlyList<string> Explanations => [.. study.Levers.Select(lever => lever.Id)];

    private IReadOnlyList<Pattern> Patterns => [.. judged[0].Select(one => one.Pattern)];

    /// <summary>Share of the pairs in which the pattern holds with the explanation and misses without it, less the share of the
    /// reverse.</summary>
    public double Need(int explanation, int pattern)
    {
        var pairs = Pairs(explanation).ToList();
        return pairs.Average(pair => (Holds(pair.With, pattern) ? 1.0 : 0) - (Holds(pair.Without, pattern) ? 1 : 0));
    }

    /// <summary>Patterns that need an explanation in most pairs.</summary>
    public IReadOnlyList<string> NeededFor(int explanation) =>
        [.. Enumerable.Range(0, Patterns.Count).Where(p => Need(explanation, p) >= Mostly).Select(p => Patterns[p].Id)];

    /// <summary>Pairs of explanations between which no pattern decides: alone, they show the same patterns.</summary>
    public IReadOnlyList<(string One, string Other)> NotToldApart =>
        [.. from one in Enumerable.Range(0, Explanations.Count)
            from other in Enumerable.Range(one + 1, Explanations.Count - one - 1)
            where Enumerable.Range(0, Patterns.Count).All(p => Holds(Alone(one), p) == Holds(Alone(other), p))
            select (Explanations[one], Explanations[other])];

    public string InWords()
    {
        var told = Enumerable.Range(0, Explanations.Count).Select(e => NeededFor(e) is { Count: > 0 } needing
            ? $"{Explanations[e]} is needed for {string.Join(", ", needing)}" : $"no pattern needs {Explanations[e]}");
        var same = NotToldApart;
        return $"{Localized.Capital(string.Join("; ", told))}. " + (same.Count == 0
            ? "Each explanation alone shows another set of patterns than each other."
            : $"Alone, the patterns do not tell apart {string.Join("; ", same.Select(pair => $"{pair.One} and {pair.Other}"))}.");
    }

    public string Markdown()
    {
        var text = new StringBuilder($"# {study.Title}\n\n{study.Question}\n\n");
        text.Append(
            $"Written by `./samverkan patterns --across {study.Id}`: the observed patterns V1 to V12 ([patterns](patterns.md)), "
                + $"judged in {points.Count} worlds that cross\n");
        text.Append(
            $"{Explanations.Count} explanations of why the cooperation lasted; {study.Replications} replications of each world, "
                + $"seed {study.Seed}. What each takes away stands in `{study.Path}`.\n");
        text.Append(
            "Luck alone is the world without any of them. "
                + "\"Holds\" is all or nothing: a pattern that misses narrowly misses.\n\n");
        text.Append($"**{InWords()}**\n\n## Each explanation alone, all, and none\n\n");
        Row(text, ["", "V that hold", .. Patterns.Select(p => p.Id)]);
        Row(text, ["---", "---:", .. Patterns.Select(_ => "---")]);
        Line("all", 0);
        foreach (var (name, e) in Explanations.Select((name, e) => (name, e)))
            Line($"{name} alone", Alone(e));
        Line("none: luck", points.Count - 1);
        text.Append(
            "\n## What each pattern needs\n\nShare of the pairs of worlds that differ in the explanation alone, in which the "
                + "pattern holds with it and misses without it, less the reverse.\n\n");
        Row(text, ["", .. Patterns.Select(p => p.Id)]);
        Row(text, ["---", .. Patterns.Select(_ => "---:")]);
        for (var e = 0; e < Explanations.Count; e++)
            Row(text, [Explanations[e], .. Enumerable.Range(0, Patterns.Count)
                .Select(p => Need(e, p) is var need && need != 0 ? $"{Math.Round(need * 100)} %" : "")]);
        text.Append("\n## Every world\n\n| world | V that hold |\n|---|---|\n");
        for (var point = 0; point < points.Count; point++)
            Row(text,
                [points[point].Name, string.Join(", ", judged[point].Where(one => one.Holds).Select(one => one.Pattern.Id))]);
        return text.ToString();

        void Line(string name, int point) =>
            Row(text, [name, $"{judged[point].Count(one => one.Holds)} of {Patterns.Count}",
                .. Enumerable.Range(0, Patterns.Count).Select(p => Holds(point, p) ? "holds" : "")]);
    }

    private bool Holds(int point, int pattern) => judged[point][pattern].Holds;

    private bool Has(int point, int explanation) =>
        study.Levers[explanation].Options[0] == points[point].Choices[explanation].Option;

    private int Alone(int explanation) =>
        Enumerable.Range(0, points.Count)
        .Single(point => Enumerable.Range(0, Explanations.Count).All(e => Has(point, e) == (e == explanation)));

    private IEnumerable<(int With, int Without)> Pairs(int explanation) =>
        from with in Enumerable.Range(0, points.Count)
        where Has(with, explanation)
        from without in Enumerable.Range(0, points.Count)
        where !Has(without, explanation)
        && Enumerable.Range(0, Explanations.Count).All(e => e == explanation || Has(with, e) == Has(without, e))
        select (with, without);

    private static void Row(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
