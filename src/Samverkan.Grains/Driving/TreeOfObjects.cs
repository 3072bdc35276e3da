using System.Diagnostics;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>
/// A whole run in one grain. Its months are computed beside the scheduler, so that other grains of the silo are not kept
/// waiting, and many in one go: handing a month from thread to thread can take as long as living it.
/// </summary>
internal sealed class TreeOfObjects(World world, Detail detail, Vault vault) : ITree
{
    // Long enough that handing over weighs nothing, short enough for those who watch.
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(50);

    private readonly Observed observed = new(detail);
    private WorldInProcess? tree;

    public int Answered() => 0;

    public Task<IReadOnlyList<MonthResult>> Live(Stretch stretch, bool founds)
    {
        if (founds) tree = new WorldInProcess(world);
        var living = tree ?? throw new MonthRefused($"The run is asked for {stretch.Next} after nothing.");
        return Task.Run(() => Live(living, stretch));
    }

    private IReadOnlyList<MonthResult> Live(WorldInProcess living, Stretch stretch)
    {
        var months = new List<MonthResult>();
        for (var since = Stopwatch.GetTimestamp(); stretch.Begin(out var month);)
        {
            var report = living.Month(month);
            if (!world.IsWarmUp(month)) months.Add(observed.Month(report));
            if (Stopwatch.GetElapsedTime(since) > Longest) break;
        }
        return months;
    }

    public async Task Save(string checkpoint)
    {
        var whole = tree!.Save(default);
        await vault.Put(Vault.CrownKey(checkpoint), Snapshot.Of(new CrownSnapshot(whole.Nation, [.. whole.Counties.Select(county => county.County)])));
        var codes = world.Blueprint.Counties.SelectMany(county => county.Municipalities).Select(municipality => municipality.Code);
        foreach (var (code, branch) in codes.Zip(whole.Counties.SelectMany(county => county.Municipalities)))
            await vault.Put(Vault.BranchKey(checkpoint, code), Snapshot.Of(branch));
    }

    public async Task Restore(string checkpoint, Month last) => tree = new WorldInProcess(world, from: await vault.Whole(checkpoint, world.Blueprint, last + 1));

    public Task Release() => Task.CompletedTask;
}
