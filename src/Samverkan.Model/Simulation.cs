using System.Collections.Immutable;
using Samverkan.Model.Indicators;
using Samverkan.Model.Nations;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model;

/// <summary>How much of a month is reported.</summary>
public enum Detail
{
    /// <summary>Headline indicators, per municipality.</summary>
    Headline,
    /// <summary>Besides, who is affected: figures by target group, and every kind of payment.</summary>
    Breakdown,
    /// <summary>Every indicator of every actor, and by target group.</summary>
    All,
}

/// <summary>What one month of a run gave.</summary>
/// <param name="Hashes">One per municipality, in the order of the map: the state of its whole branch after the month.</param>
/// <param name="People">Persons of the target population in the whole world.</param>
/// <param name="Unbalanced">What all accounts together have too much or too little: 0 in a sound world.</param>
public sealed record MonthResult(
    Month Month, ImmutableArray<Observation> Observations, IReadOnlyList<ulong> Hashes, IReadOnlyList<Minutes> Minutes,
    int People,
    long Unbalanced);

/// <summary>Takes siblings 0 to count - 1 through their month, in whatever order or at the same time: it changes no
/// bit.</summary>
public delegate void TakeAll(int count, Action<int> month);

/// <summary>
/// One run of one world in this process: same blueprint, seed and replication, same bits. Not thread-safe; independent
/// runs share nothing but their blueprint.
/// </summary>
public sealed class Simulation
{
    private readonly WorldInProcess tree;
    private readonly ulong seed;
    private readonly int replication;
    private readonly Detail detail;
    private readonly Observed observed;
    private readonly TakeAll? takeAll;

    /// <param name="takeAll">How counties, and a county's municipalities, are taken through a month; null: one after the
    /// other.</param>
    public Simulation(Blueprint blueprint, ulong seed, int replication, Detail detail = Detail.Headline, TakeAll? takeAll = null)
        : this(blueprint, seed, replication, detail, backwards: false, takeAll)
    {
    }

    internal Simulation(Blueprint blueprint, ulong seed, int replication, Detail detail, bool backwards, TakeAll? takeAll = null)
    {
        Blueprint = blueprint;
        (this.seed, this.replication, this.detail, observed) = (seed, replication, detail, new(detail));
        World = new World(blueprint, seed, replication);
        this.takeAll = takeAll;
        tree = new WorldInProcess(World, backwards, takeAll: takeAll);
        Next = World.Start;
    }

    private Simulation(Blueprint blueprint, ulong seed, int replication, Detail detail, WorldSnapshot from,
        TakeAll? takeAll = null)
    {
        Blueprint = blueprint;
        (this.seed, this.replication, this.detail, observed) = (seed, replication, detail, new(detail));
        World = new World(blueprint, seed, replication);
        this.takeAll = takeAll;
        tree = new WorldInProcess(World, from: from, takeAll: takeAll);
        Next = from.Next;
    }

    /// <summary>Goes on from a snapshot of a run of the same world, seed and replication; what the blueprint changes from then on
    /// may differ.</summary>
    public static Simulation Resume(
        Blueprint blueprint, ulong seed, int replication, Detail detail, WorldSnapshot from, TakeAll? takeAll = null) =>
        new(blueprint, seed, replication, detail, from, takeAll);

    /// <summary>
    /// Another run that has lived this one's months so far and goes on under another blueprint; this one is not touched. It
    /// gives the bits of a run of its own if the blueprints do not differ before <see cref="Next"/>.
    /// </summary>
    public Simulation Branch(Blueprint other) => new(other, seed, replication, detail, Save(), takeAll);

    /// <summary>Every actor as it stands between two months.</summary>
    public WorldSnapshot Save() => tree.Save(Next);

    public Blueprint Blueprint { get; }

    public World World { get; }

    /// <summary>The month that <see cref="Advance"/> will simulate next.</summary>
    public Month Next { get; private set; }

    /// <summary>Whether the last month has been simulated.</summary>
    public bool Finished => Next > Blueprint.To;

    /// <summary>Lives on until the first month that is reported is the next.</summary>
    public void LiveThePast()
    {
        while (Next < Blueprint.From) Step();
    }

    /// <summary>In how many municipalities the sectors run joint units.</summary>
    public int Cooperations =>
        tree.Children.SelectMany(county => county.Children).Count(municipality => municipality.Actor.Cooperates);

    /// <summary>Simulates one reported month (the first call runs what comes before it).</summary>
    /// <exception cref="InvalidOperationException">The run is finished.</exception>
    public MonthResult Advance()
    {
        if (Finished) throw new InvalidOperationException("The run is finished.");
        NationReport report;
        do report = Step();
        while (!World.IsReported(report.Context.Month));
        return observed.Month(report);
    }

    /// <summary>Simulates one month, of the warm-up too.</summary>
    internal NationReport Step()
    {
        var report = tree.Month(Next);
        Next += 1;
        return report;
    }

    /// <summary>
    /// The state of every actor as (actor, field, value), for naming the first difference between two runs. It is all that
    /// hashes and snapshots hold.
    /// </summary>
    public IEnumerable<(string Actor, string Field, string Value)> DescribeState() =>
        from actor in Actors()
        from line in Snapshot.Describe(actor.Actor)
        select (actor.Path.ToString(), line.Field, line.Value);

    /// <summary>Every actor with its path, from the nation down.</summary>
    internal IEnumerable<(ActorPath Path, object Actor)> Actors() => tree.Actors();

    /// <summary>What happened to persons in the last month: crises and what became of them, and who left whom and why.</summary>
    public IEnumerable<PersonEvent> PersonEvents() => tree.PersonEvents();

    /// <summary>Every person of the target population as it stands between two months, with the actor that keeps it.</summary>
    public IEnumerable<KeptPerson> Persons() => tree.Persons();
}
