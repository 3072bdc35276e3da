using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Grains.Actors;

[BranchPlacement]
internal sealed class CommitteeGrain(Worlds worlds) : ActorGrain<Brief, Resolution>(worlds), ICommitteeGrain
{
    private SteeringCommittee committee = null!;

    public override Task<Envelope> Save(string checkpoint) => Task.FromResult(Reply(Snapshot.Of(committee)));

    protected override void Found(Brief first) => committee = Run.Committee(Key.Code);

    protected override Task Restore(RestoreRequest request)
    {
        committee = Snapshot.Read<SteeringCommittee>(request.State, World);
        return Task.CompletedTask;
    }

    protected override ValueTask<Resolution> Live(Brief message) => new(Pulse.Advance(committee, message));
}
