using System.Collections.Concurrent;
using Samverkan.App.Web.Scenarios;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Web.Sweden;

/// <summary>The national runs of this process, one for each scenario as it was read.</summary>
public sealed class NationalRuns(ScenarioStore store, StartRun start)
{
    private readonly ConcurrentDictionary<string, NationalRun> runs = new(StringComparer.Ordinal);

    /// <returns>null: not asked for yet.</returns>
    public NationalRun? Find(string name) => runs.GetValueOrDefault(store.Read(name).InputHash);

    public NationalRun Start(string name)
    {
        var scenario = store.Read(name);
        return runs.GetOrAdd(scenario.InputHash, _ => NationalRun.Start(scenario, start));
    }
}
