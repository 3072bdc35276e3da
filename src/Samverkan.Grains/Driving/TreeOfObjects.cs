using Samverkan.Grains.Actors;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>
/// A whole run in one grain. Its months are computed beside the scheduler, so that other grains of the silo are not kept
/// waiting.
/// </summary>
internal sealed class TreeOfObjects(World world, Detail detail, CheckpointStore checkpoints) : ITree
{
    private readonly Observed observed = new(detail);
    private WorldInProcess? tree;

    public int Answered() => 0;

    public Task<SimulatedMonths> Live(Month from, Month until, bool founds)
    {
        if (founds) tree = new WorldInProcess(world);
        var living = tree ?? throw new MonthRefused($"The run is asked for {from} after nothing.");
        return Task.Run(() => Live(living, from, until));
    }

    private SimulatedMonths Live(WorldInProcess living, Month from, Month until)
    {
        var (glance, reported, month) = (new TimeSlice(), new List<MonthResult>(), from);
        do
        {
            var report = living.Month(month);
            if (world.IsReported(month)) reported.Add(observed.Month(report));
            month += 1;
        }
        while (month < until && !glance.IsOver);
        return new(reported, month);
    }

    public async Task<long> Save(string checkpoint)
    {
        var whole = tree!.Save(default);
        var crown = new CrownSnapshot(whole.Nation, [.. whole.Counties.Select(county => county.County)]);
        var bytes = await checkpoints.Put(CheckpointStore.CrownKey(checkpoint), Snapshot.Of(crown));
        var codes = world.Blueprint.Counties.SelectMany(county => county.Municipalities)
            .Select(municipality => municipality.Code);
        foreach (var (code, branch) in codes.Zip(whole.Counties.SelectMany(county => county.Municipalities)))
            bytes += await checkpoints.Put(CheckpointStore.BranchKey(checkpoint, code), Snapshot.Of(branch));
        return bytes;
    }

    public async Task Restore(string checkpoint, Month last) =>
        tree = new WorldInProcess(world, from: await checkpoints.Whole(checkpoint, world.Blueprint, last + 1));

    public Task Release() => Task.CompletedTask;
}
