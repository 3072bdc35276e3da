using System.Text;

namespace Samverkan.Analysis.Patterns;

/// <summary>A pattern with what the model makes of it.</summary>
/// <param name="PriorShare">Share of draws from the prior in which it holds; null or not a number: not measured.</param>
public sealed record JudgedPattern(Pattern Pattern, IReadOnlyList<PatternFigure> Figures, double? PriorShare = null)
{
    /// <summary>Why it cannot speak for the model; null: it is a test.</summary>
    public string? WhyNoTest => Pattern.WhyNoTest
        ?? (PriorShare >= Prior.CannotFail
            ? $"It holds in {Percent(PriorShare)} of what the model could be before anything is fitted: it can hardly fail."
                : null);

    public bool IsTest => WhyNoTest is null;

    private static string Percent(double? share) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share * 100:0} %");

    /// <summary>"38 %"; a dash where it was not measured.</summary>
    public string PriorInWords => PriorShare is { } share && !double.IsNaN(share) ? Percent(share) : "–";

    /// <summary>A pattern holds if all its figures do.</summary>
    public bool Holds => Figures.All(figure => figure.Holds);

    /// <summary>"9 of 10 tests hold, 10 of 10 fits": fits restate what was put in, and count for nothing.</summary>
    public static string Verdict(IReadOnlyList<JudgedPattern> judged)
    {
        string Of(bool tests, string what) =>
            $"{judged.Count(one => one.IsTest == tests && one.Holds)} of {judged.Count(one => one.IsTest == tests)} {what}";
        return $"{Of(true, "tests")} hold; fits, which count for nothing: {Of(false, "hold")}";
    }
}

/// <summary>Patterns beside what the model gives, as a page of the documentation.</summary>
public static class PatternTable
{
    public static string Markdown(
        IReadOnlyList<JudgedPattern> judged, int replications, ulong seed, IReadOnlyList<Variant> worlds,
            PriorTable? prior = null)
    {
        var missed = judged.Where(one => !one.Holds).ToList();
        var text = new StringBuilder();
        text.Append("# Patterns\n\n");
        text.Append(
            "Written by `./samverkan patterns`. Patterns 1 to 8 are stated by the design, V1 to V12 were observed in the case\n");
        text.Append(
            "(Klinga et al. 2018), T1 to T5 come from trials and reviews that nothing was fitted to. All are judged on "
                + "`baseline`,\n");
        text.Append("where nothing that the committee did is scripted, and on worlds that differ\n");
        text.Append(
            $"from it in a stated way. {replications} replications of each world with common random numbers, seed {seed}. "
                + "Differences: mean with 95 % interval.\n\n");
        text.Append(
            "A *test* can fail: the model was not fitted to it. A *fit* restates a rule or a level that was put in, and counts "
                + "for nothing.\n\n");
        text.Append($"**{JudgedPattern.Verdict(judged)}.** ");
        text.Append(missed.Count == 0 ? "None misses.\n"
            : $"What misses: {string.Join(", ", missed.Select(one => one.Pattern.Id))}.\n");
        Summary(text, judged, prior);
        foreach (var one in judged)
        {
            var (pattern, figures) = (one.Pattern, one.Figures);
            text.Append(
                $"\n## {pattern.Id}. {pattern.Claim}\n\n{(one.WhyNoTest is { } why ? $"Fit. {why}" : "Test.")}\n\n| figure | "
                    + "model | range | |\n|---|---:|---|---|\n");
            foreach (var figure in figures)
                text.Append(
                    $"| {figure.What} | {figure.Figure} | {figure.Range} | {(figure.Holds ? "holds" : "**misses**")} |\n");
        }
        text.Append("\n## The worlds\n\n| world | starts from | changed |\n|---|---|---|\n");
        foreach (var world in worlds)
            text.Append($"| {world.Name} | `{world.Scenario}` | {world.InWords()} |\n");
        return text.ToString();
    }

    private static void Summary(StringBuilder text, IReadOnlyList<JudgedPattern> judged, PriorTable? prior)
    {
        text.Append("\n## In how many worlds each holds\n\n");
        text.Append(prior is null
            ? "Not measured: `./samverkan patterns --prior 100` does that.\n\n"
            : $"{prior.Draws} draws from the prior (`./samverkan patterns --prior {prior.Draws}`): each uncertain parameter by "
            + "itself within the range\n"
                + "that its evidence allows, each rival rule by the toss of a coin, one replication of each world. "
                + $"One that holds in {Prior.CannotFail * 100:0} of 100 draws or more is no test.\n\n");
        text.Append("| pattern | | holds in draws | here |\n|---|---|---:|---|\n");
        foreach (var one in judged)
            text.Append(
                $"| {one.Pattern.Id} | {(one.IsTest ? "test" : "fit")} | {one.PriorInWords} | "
                    + $"{(one.Holds ? "holds" : "**misses**")} |\n");
    }
}
