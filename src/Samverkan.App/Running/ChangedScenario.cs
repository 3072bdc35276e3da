using System.Text;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Running;

/// <summary>The scenario of a run that was changed while it went on: what it was made from, with the changes written into
/// it.</summary>
internal static class ChangedScenario
{
    public const string File = "scenario.yaml";

    /// <summary>Of a run as it stands now.</summary>
    public static async Task<string> Of(LiveRun run)
    {
        var standing = await run.Stands();
        return Text(await RunAbout.Of(run), await run.Blueprint(), standing.Interventions, standing.Events);
    }

    /// <summary>What makes the run again, where its scenario lies in a folder.</summary>
    /// <param name="folder">With the mark at its end; empty: the one that one works in.</param>
    public static string Command(string folder, RunStanding run) =>
        CommandWords.Of("run", folder + File, "--seed", $"{run.Seed}", "--replication", $"{run.Replication}");

    /// <param name="interventions">Each in braces, as a scenario file has it.</param>
    /// <param name="kept">The scenario's file as the result keeps it; null: it keeps none.</param>
    public static string Text(RunAbout about, Blueprint blueprint, IReadOnlyList<string> interventions,
        IReadOnlyList<string> events, string? kept = null)
    {
        var text = new StringBuilder($"""
            # What was run: {Path.GetFileName(about.Path)}, with what was changed while it went on. It gives the same bits.
            id: {about.Id}-changed
            extends: {kept ?? Extends(about)}
            title: {Quoted(about.Title)}
            question: {Quoted(about.Question)}
            horizon: {"{"} to: {blueprint.To} {"}"}

            """);
        Append(text, "interventions", interventions);
        Append(text, "events", events);
        return text.ToString();
    }

    // A shipped scenario by its name; another file must be laid beside this one.
    private static string Extends(RunAbout about)
    {
        var name = Path.GetFileNameWithoutExtension(about.Path);
        var isShipped = Paths.Library is { } library && System.IO.File.Exists(Path.Combine(library, name + ".yaml"));
        return isShipped ? name : $"{name}   # copy {Path.GetFileName(about.Path)} beside this file";
    }

    private static void Append(StringBuilder text, string key, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0) text.Append($"{key}:\n").AppendJoin("", lines.Select(line => $"  - {line}\n"));
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
