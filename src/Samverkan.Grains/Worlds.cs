using System.Collections.Concurrent;
using Samverkan.Grains.Driving;

namespace Samverkan.Grains;

/// <summary>
/// The worlds of the runs that have actors on this silo; one for each attempt, shared by all its actors, and gone with the last
/// of them. What is changed in a run that goes on is in the world of its next attempt.
/// </summary>
internal sealed class Worlds(IGrainFactory grains)
{
    // Beyond so many, those that are gone are looked for.
    private const int Many = 64;

    private readonly ConcurrentDictionary<(string Run, int Attempt), Task<WeakReference<RunningWorld>>> worlds = new();

    public ValueTask<RunningWorld> Of(string run, int attempt) =>
        worlds.TryGetValue((run, attempt), out var known) && known.IsCompletedSuccessfully
        && known.Result.TryGetTarget(out var world) ? new(world) : new(Load(run, attempt));

    public void Forget(string run, int attempt) => worlds.TryRemove((run, attempt), out _);

    private async Task<RunningWorld> Load(string run, int attempt)
    {
        if (worlds.Count > Many)
            foreach (var (key, gone) in worlds)
                if (gone.IsCompletedSuccessfully && !gone.Result.TryGetTarget(out _)) worlds.TryRemove(new(key, gone));
        Forget(run, attempt - 1);
        while (true)
        {
            var loading = worlds.GetOrAdd((run, attempt), asked => Make(asked.Run));
            try
            {
                if ((await loading).TryGetTarget(out var world)) return world;
            }
            catch
            {
                worlds.TryRemove(new((run, attempt), loading));
                throw;
            }
            worlds.TryRemove(new((run, attempt), loading));
        }
    }

    private async Task<WeakReference<RunningWorld>> Make(string run) =>
        new(new RunningWorld((await grains.GetGrain<IRunGrain>(run).Order()).Of<RunOrder>()));
}
