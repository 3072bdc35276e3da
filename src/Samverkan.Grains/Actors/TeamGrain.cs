using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;

namespace Samverkan.Grains.Actors;

[BranchPlacement]
internal sealed class TeamGrain(Worlds worlds) : ActorGrain<TeamMandate, TeamReport>(worlds), ITeamGrain
{
    private Team team = null!;
    private IPersonActors? persons;

    public override Task<Envelope> Save(string checkpoint) => Task.FromResult(Reply(Snapshot.Of(team)));

    public override async Task Release()
    {
        if (persons is PersonsAsGrains grains) await grains.Release();
        await base.Release();
    }

    protected override void Found(TeamMandate first) => Keep(new Team(World, Run.IndexOf(Key.Code), Key.Path, first.Context));

    protected override Task Restore(RestoreRequest request)
    {
        Keep(Snapshot.Read<Team>(request.State, World));
        return Task.CompletedTask;
    }

    protected override ValueTask<TeamReport> Live(TeamMandate message)
    {
        if (persons is PersonsAsGrains grains) grains.Mandate = message;
        return Pulse.Advance(team, message, persons!);
    }

    private void Keep(Team kept)
    {
        team = kept;
        persons = Run.Granularity == Granularity.Person ? new PersonsAsGrains(Key, GrainFactory, Children) : new PersonsHere();
    }

    private sealed class PersonsHere : IPersonActors
    {
        public ValueTask Live(Team team)
        {
            team.LetPersonsLive();
            return default;
        }
    }
}
