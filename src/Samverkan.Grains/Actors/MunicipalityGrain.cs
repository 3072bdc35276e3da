using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Actors;

/// <summary>
/// A municipality. Down to which level its branch is grains is the run's choice: it keeps its committee and units as plain
/// objects, or asks theirs.
/// </summary>
[BranchPlacement]
internal sealed class MunicipalityGrain(Worlds worlds, CheckpointStore checkpoints)
    : ActorGrain<CountyMandate, MunicipalityReport>(worlds), IMunicipalityGrain
{
    private IBranch branch = null!;

    public override async Task<Envelope> Save(string checkpoint)
    {
        return Reply(new SavedPart([], await checkpoints.Put(BranchIn(checkpoint), Snapshot.Of(await branch.Save(checkpoint)))));
    }

    public override async Task Release()
    {
        if (branch is not null) await branch.Release();
        await base.Release();
    }

    protected override void Found(CountyMandate first) => branch = Branch(null);

    protected override async Task Restore(RestoreRequest request)
    {
        var bytes = await checkpoints.Get(BranchIn(request.Checkpoint))
            ?? throw new MonthRefused($"{Key.Path} has no part in checkpoint {request.Checkpoint}.");
        var snapshot = Snapshot.Read<BranchSnapshot>(bytes);
        branch = Branch(snapshot);
        await branch.Restore(snapshot, request);
    }

    protected override ValueTask<MunicipalityReport> Live(CountyMandate message) => branch.Month(message);

    private string BranchIn(string checkpoint) => CheckpointStore.BranchKey(checkpoint, Key.Code);

    private IBranch Branch(BranchSnapshot? from) => Run.Granularity == Granularity.Municipality
        ? new BranchOfObjects(Run.InProcess(Key.Code, from))
        : new BranchOfGrains(from is null ? Run.Municipality(Key.Code) : Snapshot.Read<Municipality>(from.Municipality, World),
            Key, GrainFactory, Children);
}

/// <summary>A municipality with its committee and units, however these are kept.</summary>
internal interface IBranch
{
    ValueTask<MunicipalityReport> Month(CountyMandate mandate);

    ValueTask<BranchSnapshot> Save(string checkpoint);

    /// <summary>Brings back what is below the municipality and not here.</summary>
    Task Restore(BranchSnapshot from, RestoreRequest request);

    Task Release();
}
