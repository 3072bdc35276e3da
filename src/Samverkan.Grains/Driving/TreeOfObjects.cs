using Samverkan.Grains.Actors;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;
using Samverkan.Model.Nations;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>
/// A whole run in one grain. Its months are computed beside the scheduler, so that other grains of the silo are not kept
/// waiting.
/// </summary>
internal sealed class TreeOfObjects(World world, Vault vault) : ITree
{
    private WorldInProcess? tree;

    public Task<NationReport> Live(Month month, bool founds)
    {
        if (founds) tree = new WorldInProcess(world);
        var living = tree ?? throw new MonthRefused($"The run is asked for {month} after nothing.");
        return Task.Run(() => living.Month(month));
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
