using System.Text.RegularExpressions;

namespace Samverkan.App.Web.Scenarios;

/// <summary>What came out of a shipped scenario when it was last run for <c>docs/scenarios.md</c>.</summary>
/// <param name="Name">The scenario.</param>
/// <param name="Short">What it does for people and to money: the two sentences that say so.</param>
/// <param name="Whole">The whole answer, sentence by sentence.</param>
internal sealed record ShippedAnswer(string Name, IReadOnlyList<string> Short, IReadOnlyList<string> Whole);

/// <summary>The answers of the shipped scenarios, from the page that <c>samverkan library</c> makes: nothing is run for
/// them.</summary>
internal static partial class ShippedAnswers
{
    private const string Page = "scenarios.md";

    /// <summary>A question a theme: a cut, more of something, and what holds cooperation together.</summary>
    private static readonly string[] Shown = ["today-beds", "today-housing-first", "today-crisis-team", "committee-abolished"];

    private static readonly Lazy<IReadOnlyDictionary<string, ShippedAnswer>> All = new(Read);

    public static IReadOnlyList<ShippedAnswer> First { get; } =
        [.. Shown.Select(Find).OfType<ShippedAnswer>()];

    public static ShippedAnswer? Find(string name) => All.Value.GetValueOrDefault(name);

    private static Dictionary<string, ShippedAnswer> Read()
    {
        using var stream = typeof(ShippedAnswers).Assembly.GetManifestResourceStream(Page)!;
        var text = new StreamReader(stream).ReadToEnd();
        return Section().Matches(text).Select(one => Answer(one.Groups["name"].Value, one.Groups["answer"].Value.Trim()))
            .ToDictionary(answer => answer.Name);
    }

    private static ShippedAnswer Answer(string name, string text)
    {
        string[] whole = [.. SentenceEnd().Split(text)];
        return new(name,
        [
            .. whole.Skip(1).TakeWhile(one => !one.StartsWith("Money", StringComparison.Ordinal)).Take(2)
                .Select((one, place) => place == 0 ? one : ToThe("; no shipped study", one)),
            .. whole.Where(one => one.StartsWith("Money", StringComparison.Ordinal)).Take(1)
                .Select(one => ToThe("; the county", one)),
        ], whole);
    }

    private static string ToThe(string end, string sentence) => sentence.Split(end)[0].TrimEnd('.') + ".";

    // The heading of a scenario, and the first line that is quoted under it.
    [GeneratedRegex("^## [^\\n]*\\(`(?<name>[^`]+)`\\)\\n(?:(?!## |> ).*\\n)*> (?<answer>.*)$", RegexOptions.Multiline)]
    private static partial Regex Section();

    // After a point, before a capital; "?" ends the question that the answer begins with, and its answer follows.
    [GeneratedRegex("(?<=[.)]) (?=[A-Z(])")]
    private static partial Regex SentenceEnd();
}
