using System.Collections.Immutable;
using Samverkan.Grains.Checkpoints;

namespace Samverkan.Grains.Driving;

/// <summary>The runs that a cluster's storage knows, in the order in which they were started.</summary>
public interface IRunList : IGrainWithIntegerKey
{
    Task Add(string run);

    Task Remove(string run);

    Task<string[]> All();
}

internal sealed class RunListGrain(CheckpointStore checkpoints) : Grain, IRunList
{
    private const string Key = "runs";

    private ImmutableArray<string> runs = [];

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        runs = [.. await checkpoints.Words(Key)];
    }

    public async Task Add(string run)
    {
        if (runs.Contains(run)) return;
        runs = runs.Add(run);
        await checkpoints.Put(Key, runs.AsEnumerable());
    }

    public async Task Remove(string run)
    {
        runs = runs.Remove(run);
        await checkpoints.Put(Key, runs.AsEnumerable());
    }

    public Task<string[]> All() => Task.FromResult(runs.ToArray());
}
