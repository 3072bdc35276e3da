using System.Collections.Concurrent;
using System.Globalization;
using Orleans.Runtime;
using Orleans.Storage;

namespace Samverkan.Grains.Clusters;

/// <summary>Storage within this process, for an embedded silo and for tests: as durable as the process.</summary>
public sealed class MemoryStorage : IGrainStorage
{
    private readonly ConcurrentDictionary<(string, GrainId), (object? State, long Version)> kept = new();

    /// <summary>How many entries there are.</summary>
    public int Count => kept.Count;

    /// <summary>What there are entries of.</summary>
    public IEnumerable<string> Keys => kept.Keys.Select(entry => entry.Item2.Key.ToString()!);

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var exists = kept.TryGetValue((stateName, grainId), out var entry);
        grainState.RecordExists = exists;
        grainState.State = exists ? (T)entry.State! : Activator.CreateInstance<T>();
        grainState.ETag = exists ? entry.Version.ToString(CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var entry = kept.AddOrUpdate((stateName, grainId), _ => (grainState.State, 1),
            (_, before) => (grainState.State, before.Version + 1));
        (grainState.RecordExists, grainState.ETag) = (true, entry.Version.ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        kept.TryRemove((stateName, grainId), out _);
        (grainState.RecordExists, grainState.ETag) = (false, null);
        return Task.CompletedTask;
    }
}
