using System.Collections.Concurrent;
using Samverkan.Grains.Driving;

namespace Samverkan.Grains;

/// <summary>The worlds of the runs that have actors on this silo; one each, shared by all its actors.</summary>
internal sealed class Worlds(IGrainFactory grains)
{
    // A study makes many runs: those that ended long ago are let go.
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<string, Task<RunningWorld>> worlds = new(StringComparer.Ordinal);

    public ValueTask<RunningWorld> Of(string run)
    {
        if (worlds.TryGetValue(run, out var known) && known.IsCompletedSuccessfully) return new(known.Result);
        return new(Load(run));
    }

    public void Forget(string run) => worlds.TryRemove(run, out _);

    private async Task<RunningWorld> Load(string run)
    {
        if (worlds.Count > MostKept) worlds.Clear();
        var loading = worlds.GetOrAdd(run, async id =>
        {
            var order = await grains.GetGrain<IRunGrain>(id).Order();
            return new RunningWorld(order.Of<RunOrder>());
        });
        try
        {
            return await loading;
        }
        catch
        {
            worlds.TryRemove(new(run, loading));
            throw;
        }
    }
}
