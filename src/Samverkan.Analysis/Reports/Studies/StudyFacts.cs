using System.Text.Json;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Reports.Studies;

/// <summary>
/// All that a report of a study is made from, as <c>report.json</c> keeps it: so that the report can be made again by a later
/// version, without the files that the study was made from.
/// </summary>
/// <param name="Kind">"study": what tells it from the facts of a comparison.</param>
/// <param name="Design">What was crossed, in words.</param>
/// <param name="Command">What makes the result again.</param>
/// <param name="Result">Fold of the hashes of all runs; null while the study is not complete.</param>
/// <param name="Scenarios">The base first.</param>
/// <param name="Levers">What was tried, in words.</param>
/// <param name="Context">What happens in all scenarios, and when.</param>
public sealed record StudyFacts(
    string Kind, string Version, string Command, string Inputs, string? Result, ulong Seed, string Id, string Title,
    string Question, string Design,
    string From, string To, long RunsDone, long RunsFailed, long RunsAsked, IReadOnlyList<StudyScenario> Scenarios,
    IReadOnlyList<string> Levers,
    IReadOnlyList<FactorFacts> Factors, IReadOnlyList<StudySection> Sections, IReadOnlyList<DatedWords>? Context = null)
{
    public const string File = "report.json";
    public const string KindName = "study";

    public void Write(string path) =>
        System.IO.File.WriteAllText(path, JsonSerializer.Serialize(this, ComparisonResult.Format) + "\n");

    /// <returns>null if the file holds facts of something else.</returns>
    /// <exception cref="InvalidDataException">The file holds facts that this version cannot read.</exception>
    public static StudyFacts? Read(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(ResultText.ReadJson(path));
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("kind", out var kind)
                && kind.GetString() == KindName
                ? json.Deserialize<StudyFacts>(ComparisonResult.Format) : null;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"'{path}' cannot be read by this version: {e.Message}", e);
        }
    }
}

/// <summary>One scenario of a study.</summary>
/// <param name="Changes">What it does otherwise than the first, in words; none for the first.</param>
/// <param name="Dated">Those of the changes that begin in a certain month.</param>
public sealed record StudyScenario(string Id, string Title, string Question, string Path, string Inputs,
    IReadOnlyList<string> Changes, IReadOnlyList<DatedWords>? Dated = null);

/// <summary>Something uncertain.</summary>
/// <param name="Thought">The values that were thought possible.</param>
public sealed record FactorFacts(string Id, string Meaning, string Evidence, string Thought, string? Source);
