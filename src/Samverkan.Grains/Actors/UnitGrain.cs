using System.Collections.Immutable;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Grains.Actors;

[BranchPlacement]
internal sealed class UnitGrain(Worlds worlds)
    : ActorGrain<UnitMandate, UnitReport>(worlds), IUnitGrain, IChildActors<TeamMandate, TeamReport>
{
    private Unit unit = null!;
    private ITeamGrain[] teams = [];
    private bool founding;

    public async ValueTask<ImmutableArray<TeamReport>> Ask(ImmutableArray<TeamMandate> messages)
    {
        var founds = founding;
        var answers =
            await Children.Ask(messages.Length, i => teams[i].Month(new(messages[i].Context.Month, founds, messages[i])));
        founding = false;
        return [.. answers.Select(answer => answer.Of<TeamReport>())];
    }

    public override async Task<Envelope> Save(string checkpoint)
    {
        var answers = await Children.Ask(teams.Length, i => teams[i].Save(checkpoint));
        return Reply(new UnitSnapshot(Key.Path.Ordinal, Key.Path.UnitKind, Snapshot.Of(unit),
            [.. answers.Select(answer => answer.Of<byte[]>())]));
    }

    public override async Task Release()
    {
        await FanOut.All(teams, team => team.Release());
        await base.Release();
    }

    protected override void Found(UnitMandate first)
    {
        unit = new Unit(World, Run.IndexOf(Key.Code), Key.Path);
        Place(first.Teams.Length);
        founding = true;
    }

    protected override Task Restore(RestoreRequest request)
    {
        unit = Snapshot.Read<Unit>(request.State, World);
        Place(request.Children.Length);
        return Task.WhenAll(teams.Select((team, i) => team.Restore(new(request.Last, false, request.Of(request.Children[i])))));
    }

    protected override ValueTask<UnitReport> Live(UnitMandate message) => Pulse.Advance(unit, message, this);

    private void Place(int count) => teams =
    [
        .. Enumerable.Range(0, count).Select(team => GrainFactory.GetGrain<ITeamGrain>(
            Key.Sibling(ActorPath.Team(Key.Code, new(Key.Path.Ordinal, (ushort)team))).ToString())),
    ];
}
