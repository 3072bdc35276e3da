using Samverkan.Analysis.Patterns;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary>The worlds of patterns and measured tables: read from the shipped scenarios, and lived.</summary>
internal static class LivedWorlds
{
    public const int DefaultReplications = 100;

    public static IReadOnlyList<(Variant Variant, Blueprint Blueprint)> Read(
        IEnumerable<Variant> variants, string folder = "scenarios", IReadOnlyList<string>? sets = null)
    {
        var scenarios = new Dictionary<string, Scenario>();
        return [.. variants.DistinctBy(variant =>
            variant.Name).Select(variant => (variant, variant.Of(Named(variant.Scenario).Blueprint)))];

        Scenario Named(string id) =>
            scenarios.TryGetValue(id, out var known) ? known
                : scenarios[id] = ScenarioReader.Read(Path.Combine(folder, id + ".yaml"), sets ?? []);
    }

    public static Worlds Live(
        IReadOnlyList<(Variant Variant, Blueprint Blueprint)> worlds, int replications, ulong seed, StartRun start, int threads,
            Terminal terminal, CancellationToken cancel)
    {
        var jobs = Worlds.Plan(worlds, replications, seed);
        var progress = EnsembleProgress.Of(jobs);
        Worlds? lived = null;
        ProgressDisplay.While(terminal.Aside, progress, () =>
            lived = Worlds.Run(worlds, jobs, new Ensemble(start, threads), progress, cancel));
        return lived!;
    }
}
