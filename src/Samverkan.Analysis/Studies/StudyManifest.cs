using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Rules;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Binds the result of a study to what it was made from, and says how far it has come. The same inputs give the same
/// hashes, however often the study was interrupted.
/// </summary>
/// <param name="Inputs">Hash of all that determines the result.</param>
/// <param name="Result">Fold of the hashes of all runs, in their order; null until the study is complete.</param>
/// <param name="Status">"unfinished" or "complete".</param>
/// <param name="Path">The study file, as it was named.</param>
/// <param name="Files">The hash of each input by name, so that a resumed study can name what changed.</param>
/// <param name="Points">Names of the lever points; a single empty one without levers.</param>
/// <param name="Until">Share of the base's mean to which every interval was to be narrowed; null: all replications were asked
/// for.</param>
/// <param name="ContinuedBy">Later versions of the program that went on with it, each after it gave the bits of runs that were
/// done.</param>
/// <param name="Recipe">The files of the study, as its folder keeps them; null: a version began it that kept none.</param>
/// <param name="Part">Which part of the study it is, such as 3/20; null: it is the whole.</param>
/// <param name="RunsAsked">Runs that the study has in all, as far as it is known.</param>
public sealed record StudyManifest(
    string Program, string Version, string Command, string Inputs, string? Result, string Status, string Study, string Title,
    string Question,
    string Path, ulong Seed, int Replications, double? Until, Month Since, Month To, IReadOnlyList<StudyInput> Files,
    IReadOnlyList<PolicyEntry> Policies,
    IReadOnlyList<string> Points, IReadOnlyList<FactorEntry> Factors, string? Method, IReadOnlyList<OutcomeEntry> Outcomes,
    RecordShape Record,
    int Samples, long RunsAsked, long RunsDone, long RunsFailed, IReadOnlyList<ScenarioEntry> Scenarios,
    IReadOnlyList<string>? ContinuedBy = null,
    Recipe? Recipe = null, string? Part = null)
{
    public const string CommandName = "study";

    /// <summary>Rules of one's own that it crosses with the usual ones; null: none.</summary>
    public RulesEntry? Rules { get; init; }

    /// <summary>The command that runs the study.</summary>
    [JsonIgnore]
    public string AsTyped => CommandWords.Of(
    [
        "study", "run", Paths.Typed(Path), "--replications", $"{Replications}", "--seed", $"{Seed}",
        .. CommandWords.Option("--until-ci", Until is { } share ? FormattableString.Invariant($"{share * 100:0.######}%") : null),
        .. CommandWords.Option("--part", Part),
        .. CommandWords.Option("--rules", Rules?.File),
    ]);

    public const string Unfinished = "unfinished";
    public const string Complete = "complete";

    public void Write(string path)
    {
        // Never half a manifest: without it nobody could tell what a journal holds.
        File.WriteAllText(path + ".unfinished", JsonSerializer.Serialize(this, Manifest.Format) + "\n");
        File.Move(path + ".unfinished", path, overwrite: true);
    }

    /// <returns>null if the file is no manifest of a study.</returns>
    public static StudyManifest? Read(string path)
    {
        try
        {
            return File.Exists(path)
                && JsonSerializer.Deserialize<StudyManifest>(ResultText.ReadJson(path), Manifest.Format)
                    is { Command: CommandName, Record: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static StudyManifest Of(Design design, RecordShape shape, string version, double? until, PartOfStudy? part = null)
    {
        var study = design.Study;
        return new(
            Manifest.ProgramName, version, CommandName, InputsOf(study, version, until, part), null, Unfinished, study.Id,
            study.Title, study.Question,
            study.Path, study.Seed, study.Replications, until, study.Since, study.To, study.Inputs,
            [.. study.Policies.Select(p => new PolicyEntry(p.Id, p.Title, p.Scenario.Question, p.Scenario.Name, p.Sets))],
            [.. design.Points.Select(p => p.Name)],
            [.. study.Uncertain.Select(f => new FactorEntry(f.Id, f.Evidence.ToString().ToLowerInvariant(),
                [.. f.Parameters.Select(p => p.Parameter.Id)]))],
            study.Calibration is null ? study.Sampling?.Method.ToString() : "Calibration",
            [.. StudyFigures.Of(study).Select((o, i) =>
                new OutcomeEntry(o.Id, o.Title, o.Unit, o.Better.ToString().ToLowerInvariant(), o.From, o.To,
                    i < study.Outcomes.Length))],
            shape, design.Samples, StudyRounds.Of(design, until, part).MostRuns, 0, 0,
            [.. study.Policies.Select(p => ScenarioEntry.Of(p.Scenario, p.Blueprint))], Part: part?.ToString())
        {
            Rules = study.Rules,
        };
    }

    public static string InputsOf(Study study, string version, double? until, PartOfStudy? part = null) => InputsHash.Of(
        [version, CommandName, until, study.Replications, study.Seed, .. study.Inputs.Select(i => i.Hash),
            .. study.Policies.SelectMany(p => p.Sets), .. part is { } some ? [some] : Array.Empty<object>(),
            .. study.Rules is { } rules ? [$"rules {rules.Hash}"] : Array.Empty<object>()]);
}

/// <summary>A scenario of a study, by what it is called there.</summary>
public sealed record PolicyEntry(string Id, string Title, string Question, string Path, IReadOnlyList<string> Sets);

/// <summary>Something uncertain: a parameter, or several that move together.</summary>
/// <param name="Evidence">The weakest grade among them.</param>
public sealed record FactorEntry(string Id, string Evidence, IReadOnlyList<string> Parameters);

/// <summary>A figure that is kept of every run.</summary>
/// <param name="Asked">Whether the study asks for it; the others are kept by the way.</param>
public sealed record OutcomeEntry(string Id, string Title, string Unit, string Better, Month From, Month To, bool Asked);
