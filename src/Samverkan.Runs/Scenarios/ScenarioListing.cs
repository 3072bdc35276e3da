using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Studies;

namespace Samverkan.Runs.Scenarios;

/// <summary>A line of the list of scenarios.</summary>
/// <param name="Error">The first error of a file that cannot be used; null: all is well.</param>
public sealed record ListedScenario(string Name, string Path, string? Title, string? Question, Month? From, Month? To,
    int Municipalities, string? Error);

/// <summary>The scenarios of a folder, or those that are shipped. Studies may lie beside them.</summary>
public static class ScenarioListing
{
    /// <param name="folder">null: the shipped ones.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static ImmutableArray<ListedScenario> Of(string? folder = null)
    {
        var place = folder ?? Paths.Library
            ?? throw new DirectoryNotFoundException("There is no folder 'scenarios' here or beside the program.");
        return [.. Directory.EnumerateFiles(place, "*.yaml").Where(path => !StudyReader.IsStudy(path))
            .OrderBy(path => !IsOfToday(path)).ThenBy(path => path, StringComparer.Ordinal).Select(Listed)];
    }

    /// <summary>Whether a file is of the present, which comes first wherever scenarios are listed.</summary>
    private static bool IsOfToday(string path) => System.IO.Path.GetFileNameWithoutExtension(path) is var name
        && (name == "today" || name.StartsWith("today-", StringComparison.Ordinal));

    /// <summary>A table for people: name, horizon, question.</summary>
    public static string InWords(IReadOnlyCollection<ListedScenario> scenarios)
    {
        var width = scenarios.Count == 0 ? 0 : scenarios.Max(s => s.Name.Length);
        var lines = scenarios.Select(s => s.Error is null
            ? $"{s.Name.PadRight(width)}  {s.From!.Value.Year}-{s.To!.Value.Year}  {s.Question}"
            : $"{s.Name.PadRight(width)}  cannot be used: {s.Error}");
        return string.Join('\n', lines) + "\n";
    }

    private static ListedScenario Listed(string path)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        try
        {
            var scenario = ScenarioReader.Read(path);
            var blueprint = scenario.Blueprint;
            return new ListedScenario(name, Paths.Near(path), scenario.Title, scenario.Question, blueprint.From, blueprint.To,
                blueprint.Counties.Sum(c => c.Municipalities.Length), null);
        }
        catch (ScenarioErrors errors)
        {
            return new ListedScenario(name, Paths.Near(path), null, null, null, null, 0,
                errors.Findings.First(f => f.Severity == Severity.Error).ToString());
        }
    }
}
