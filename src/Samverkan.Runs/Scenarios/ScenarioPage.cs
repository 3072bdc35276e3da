using System.Text;

namespace Samverkan.Runs.Scenarios;

/// <summary>A page about scenarios: what each asks, what it changes in words, what was expected before it was run.</summary>
public static class ScenarioPage
{
    /// <param name="results">A paragraph on what came out, for a scenario that has been run; null: nothing is said.</param>
    /// <param name="overview">What came out over all of them, in Markdown; empty: nothing is said.</param>
    public static string Markdown(IEnumerable<Scenario> scenarios, Func<Scenario, string?> results, string overview = "")
    {
        var page = new StringBuilder("""
            # The shipped scenarios

            Made by `samverkan library` from the files in `scenarios/`: the question, what is changed, what was expected before
            the run, and, indented, what came out.


            """);
        if (overview.Length > 0)
            page.Append(Quoted(overview)).Append('\n');
        foreach (var scenario in scenarios)
            Append(page, scenario, results(scenario));
        return page.ToString().TrimEnd() + "\n";
    }

    private static void Append(StringBuilder page, Scenario scenario, string? result)
    {
        page.Append($"## {scenario.Title} (`{scenario.Id}`)\n\n{scenario.Question}\n\n");
        if (Base(scenario) is { } @base)
        {
            var differences = ScenarioDiff.InWords(@base, scenario);
            page.Append($"Compared with `{@base.Id}`:\n\n");
            foreach (var line in differences.Lines.Take(MostLines))
                page.Append($"- {line}\n");
            if (differences.Lines.Length > MostLines)
                page.Append($"- and {differences.Lines.Length - MostLines} more\n");
            if (differences.Lines.Length == 0)
                page.Append("- nothing\n");
            page.Append('\n');
        }
        foreach (var expectation in scenario.Expectations)
            page.Append($"- expected: {expectation.InWords}{(expectation.Because is { } why ? $" ({why})" : "")}\n");
        if (scenario.Expectations.Length > 0)
            page.Append('\n');
        if (result is not null)
            page.Append(Quoted(result)).Append('\n');
    }

    private static string Quoted(string text) =>
        string.Concat(text.Trim().Split('\n').Select(line => $"{Quote} {line}".TrimEnd() + "\n"));

    /// <summary>Starts the lines of what came out of a run; all others follow from the files alone.</summary>
    public const string Quote = ">";

    /// <summary>Those that extend nothing first, then by id.</summary>
    public static IReadOnlyList<Scenario> InOrder(IEnumerable<Scenario> scenarios) =>
        [.. scenarios.OrderBy(s => s.Chain.Length > 1).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>Nobody reads on after these.</summary>
    private const int MostLines = 20;

    /// <summary>The innermost file of the chain; null for a scenario that extends nothing.</summary>
    private static Scenario? Base(Scenario scenario) =>
        scenario.Chain.Length > 1 ? ScenarioReader.Read(scenario.Chain[^1].Path) : null;
}
