using System.Text;

namespace Samverkan.Analysis.Patterns;

/// <summary>A pattern with what the model makes of it.</summary>
public sealed record JudgedPattern(Pattern Pattern, IReadOnlyList<PatternFigure> Figures)
{
    /// <summary>A pattern holds if all its figures do.</summary>
    public bool Holds => Figures.All(figure => figure.Holds);

    /// <summary>"9 of 10 tests hold, 10 of 10 fits": fits restate what was put in, and count for nothing.</summary>
    public static string Verdict(IReadOnlyList<JudgedPattern> judged)
    {
        string Of(bool tests, string what) => $"{judged.Count(one => one.Pattern.IsTest == tests && one.Holds)} of {judged.Count(one => one.Pattern.IsTest == tests)} {what}";
        return $"{Of(true, "tests")} hold; fits, which count for nothing: {Of(false, "hold")}";
    }
}

/// <summary>Patterns beside what the model gives, as a page of the documentation.</summary>
public static class PatternTable
{
    public static string Markdown(
        IReadOnlyList<JudgedPattern> judged, int replications, ulong seed, IReadOnlyList<Variant> worlds)
    {
        var missed = judged.Where(one => !one.Holds).ToList();
        var text = new StringBuilder();
        text.Append("# Patterns\n\n");
        text.Append("Written by `./samverkan patterns`. Patterns 1 to 8 are stated by the design, V1 to V12 were observed in the case\n");
        text.Append("(Klinga et al. 2018). All are judged on `baseline`, where nothing that the committee did is scripted, and on worlds that differ\n");
        text.Append($"from it in a stated way. {replications} replications of each world with common random numbers, seed {seed}. Differences: mean with 95 % interval.\n\n");
        text.Append("A *test* can fail: the model was not fitted to it. A *fit* restates a rule or a level that was put in, and counts for nothing.\n\n");
        text.Append($"**{JudgedPattern.Verdict(judged)}.** ");
        text.Append(missed.Count == 0 ? "None misses.\n" : $"What misses: {string.Join(", ", missed.Select(one => one.Pattern.Id))}.\n");
        foreach (var (pattern, figures) in judged)
        {
            text.Append($"\n## {pattern.Id}. {pattern.Claim}\n\n{(pattern.WhyNoTest is { } why ? $"Fit. {why}" : "Test.")}\n\n| figure | model | range | |\n|---|---:|---|---|\n");
            foreach (var figure in figures)
                text.Append($"| {figure.What} | {figure.Figure} | {figure.Range} | {(figure.Holds ? "holds" : "**misses**")} |\n");
        }
        text.Append("\n## The worlds\n\n| world | starts from | changed |\n|---|---|---|\n");
        foreach (var world in worlds)
            text.Append($"| {world.Name} | `{world.Scenario}` | {world.InWords()} |\n");
        return text.ToString();
    }
}
