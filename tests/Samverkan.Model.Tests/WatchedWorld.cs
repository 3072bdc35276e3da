using System.Collections.Immutable;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Nations;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Tests;

/// <summary>
/// A world whose messages are seen as they go down and up, and whose committee can be told what to decide: the same pulse
/// and the same actors, reached in another way.
/// </summary>
internal sealed class WatchedWorld : IChildActors<Context, CountyReport>
{
    private readonly WatchedCounty[] counties;
    private readonly Nation nation;

    public WatchedWorld(Blueprint blueprint, ulong seed = 1)
    {
        World = new World(blueprint, seed, 0);
        nation = new Nation(World);
        Next = World.Start;
        var first = 0;
        var list = new List<WatchedCounty>();
        foreach (var map in blueprint.Counties)
        {
            list.Add(new(World, map, first));
            first += map.Municipalities.Length;
        }
        counties = [.. list];
    }

    /// <summary>A town in which the three centres open early.</summary>
    public static WatchedWorld WithCentres(int months = 24) => new(TestWorlds.Town(months).WithCentres());

    public World World { get; }

    public Month Next { get; private set; }

    public IEnumerable<WatchedMunicipality> Municipalities => counties.SelectMany(c => c.Municipalities);

    public WatchedMunicipality Only => Municipalities.Single();

    public NationReport Step()
    {
        var report = InOrder.Result(Pulse.Advance(nation, Next, this));
        Next += 1;
        return report;
    }

    /// <summary>Runs until the named month is the next one.</summary>
    public WatchedWorld Until(Month month)
    {
        while (Next < month) Step();
        return this;
    }

    public ValueTask<ImmutableArray<CountyReport>> Ask(ImmutableArray<Context> messages) =>
        new([.. counties.Select(c => InOrder.Result(Pulse.Advance(c.Actor, messages[0], c)))]);
}

internal sealed class WatchedCounty(World world, CountyOnMap map, int first) : IChildActors<CountyMandate, MunicipalityReport>
{
    public County Actor { get; } = new(world, map, first);

    public WatchedMunicipality[] Municipalities { get; } =
        [.. map.Municipalities.Select((m, i) => new WatchedMunicipality(world, first + i, m))];

    public ValueTask<ImmutableArray<MunicipalityReport>> Ask(ImmutableArray<CountyMandate> messages) =>
        new([.. messages.Select((m, i) => Municipalities[i].Live(m))]);
}

internal sealed class WatchedMunicipality(World world, int index, MunicipalityOnMap map)
    : ICommitteeActor, IChildActors<UnitMandate, UnitReport>
{
    private readonly MunicipalityInProcess inner = new(world, index, map, backwards: false);

    /// <summary>What the committee is made to resolve this month, given what it would have resolved.</summary>
    public Func<Brief, Resolution, Resolution>? Resolve { get; set; }

    public CountyMandate Mandate { get; private set; } = null!;

    public Brief Brief { get; private set; } = null!;

    public Resolution Resolution { get; private set; } = null!;

    public ImmutableArray<UnitMandate> Mandates { get; private set; }

    public ImmutableArray<UnitReport> Reports { get; private set; }

    public MunicipalityReport Report { get; private set; } = null!;

    public IEnumerable<Team> Teams => inner.Children.SelectMany(u => u.Children);

    public IEnumerable<TeamMandate> TeamMandates => Mandates.SelectMany(u => u.Teams);

    public IEnumerable<TeamReport> TeamReports => Reports.SelectMany(u => u.Teams);

    public UnitMandate MandateOf(UnitKind kind) => Mandates.First(u => u.Kind == kind);

    public Team TeamAt(TeamAddress address) => Teams.First(t => t.Path == ActorPath.Team(map.Code, address));

    /// <summary>Every person of the branch, by id; fails if one is in two places.</summary>
    public Dictionary<ulong, Found> Everybody => Census.Take(inner.Persons()).ToDictionary(f => f.Id);

    public string Field(string name) => Snapshot.Describe(inner.Actor).First(x => x.Field == name).Value;

    /// <summary>A person on some team's caseload or queue.</summary>
    public ServiceUser? Find(ulong id)
    {
        foreach (var team in Teams)
            foreach (var roster in new[] { team.Caseload, team.Queue })
                if (roster.Find(id) is >= 0 and var at)
                    return roster[at];
        return null;
    }

    public MunicipalityReport Live(CountyMandate mandate)
    {
        Mandate = mandate;
        return Report = InOrder.Result(Pulse.Advance(inner.Actor, mandate, this, this));
    }

    public ValueTask<Resolution> Ask(Brief brief)
    {
        Brief = brief;
        Resolution = InOrder.Result(inner.Ask(brief));
        if (Resolve is not null) Resolution = Resolve(brief, Resolution);
        return new(Resolution);
    }

    public ValueTask<ImmutableArray<UnitReport>> Ask(ImmutableArray<UnitMandate> messages)
    {
        Mandates = messages;
        Reports = InOrder.Result(inner.Ask(messages));
        return new(Reports);
    }
}
