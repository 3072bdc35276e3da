using System.Collections.Concurrent;
using Samverkan.Grains.Driving;

namespace Samverkan.Grains;

/// <summary>
/// The worlds of the runs that have actors on this silo; one for each attempt, shared by all its actors. What is changed in a
/// run that goes on is in the world of its next attempt.
/// </summary>
internal sealed class Worlds(IGrainFactory grains)
{
    // A study makes many runs: those that ended long ago are let go.
    private const int MostKept = 256;

    private readonly ConcurrentDictionary<(string Run, int Attempt), Task<RunningWorld>> worlds = new();

    public ValueTask<RunningWorld> Of(string run, int attempt)
    {
        if (worlds.TryGetValue((run, attempt), out var known) && known.IsCompletedSuccessfully) return new(known.Result);
        return new(Load(run, attempt));
    }

    public void Forget(string run, int attempt) => worlds.TryRemove((run, attempt), out _);

    private async Task<RunningWorld> Load(string run, int attempt)
    {
        if (worlds.Count > MostKept) worlds.Clear();
        Forget(run, attempt - 1);
        var loading = worlds.GetOrAdd((run, attempt), async asked =>
        {
            var order = await grains.GetGrain<IRunGrain>(asked.Run).Order();
            return new RunningWorld(order.Of<RunOrder>());
        });
        try
        {
            return await loading;
        }
        catch
        {
            worlds.TryRemove(new((run, attempt), loading));
            throw;
        }
    }
}
