using Samverkan.Grains.Actors;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>Actors as grains: asked through the nation.</summary>
internal sealed class TreeOfGrains(INationGrain nation, Detail detail, CheckpointStore checkpoints, SiloDeaths deaths) : ITree
{
    private readonly FanOut children = new();
    private readonly Observed observed = new(detail);

    public int Answered() => children.Answered();

    public async Task<SimulatedMonths> Live(Month from, Month until, bool founds)
    {
        var answers = await deaths.Unless(children.Ask(1, _ => nation.Month(new(from, founds, until))).AsTask());
        var lived = answers[0].Of<NationMonths>();
        return new([.. lived.Reported.Select(observed.Month)], lived.Next);
    }

    public async Task<long> Save(string checkpoint)
    {
        var crown = (await deaths.Unless(nation.Save(checkpoint))).Of<CrownSnapshot>();
        return crown.Below + await checkpoints.Put(CheckpointStore.CrownKey(checkpoint), Snapshot.Of(crown));
    }

    public async Task Restore(string checkpoint, Month last)
    {
        var bytes = await checkpoints.Get(CheckpointStore.CrownKey(checkpoint))
            ?? throw new MonthRefused($"There is no checkpoint {checkpoint}.");
        var crown = Snapshot.Read<CrownSnapshot>(bytes);
        await deaths.Unless(nation.Restore(new(last, false, new RestoreRequest(checkpoint, last, crown.Nation, crown.Counties))));
    }

    public Task Release() => deaths.Unless(nation.Release());
}
