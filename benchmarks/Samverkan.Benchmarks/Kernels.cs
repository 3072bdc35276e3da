using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Benchmarks;

/// <summary>Draws, needs transitions, a team's month, a municipality's month.</summary>
[MemoryDiagnoser]
public class Kernels
{
    private const int Persons = 40;

    private static readonly RandomStreams RandomStreams = RandomStreams.Of(1, 1);
    private readonly ulong[] ids = [.. Enumerable.Range(0, Persons).Select(i => Identity.OfPerson(1, 0, Month.Of(1995), i))];
    private readonly uint[] unmet = new uint[Persons], met = new uint[Persons];
    private readonly ServiceUser[] users = new ServiceUser[Persons];
    private readonly CareOffer[] offers = [.. Enumerable.Repeat(new CareOffer(.5f, .5f, .02f, .6f, 1, true), Persons)];
    private Simulation run = null!;
    private Team team = null!;
    private ImmutableArray<ServiceUser> gone = [];
    private bool joined;
    private int month;

    [GlobalSetup]
    public void SetUp()
    {
        run = new Simulation(Blueprint.Case, 1, 1);
        team = new Team(run.World, 0, ActorPath.Team("0001", new(0, 0)), new(run.World.Start, []));
        for (var i = 0; i < Persons; i++)
        {
            (unmet[i], met[i]) = (0x21, 0x1300);
            users[i] =
                new() { Id = ids[i], Unmet = 0x21, Met = 0x1300, Severity = 1, Engagement = .5f, Status = Status.InService };
        }
        gone = [.. users];
    }

    [Benchmark(Description = "a block of luck", OperationsPerInvoke = Persons)]
    public uint Block()
    {
        uint sum = 0;
        foreach (var id in ids)
            sum += RandomStreams.Words(id, new Month(month), Purpose.LifeEvents).W0;
        month++;
        return sum;
    }

    [Benchmark(Description = "a person's luck of a month but for needs (3 blocks)", OperationsPerInvoke = Persons)]
    public uint PersonsLuck()
    {
        uint sum = 0;
        var drawn = new RosterDraws(RandomStreams, new Month(month));
        for (var i = 0; i < users.Length; i++)
            sum += drawn.Of(users, i).Events.W0;
        month++;
        return sum;
    }

    [Benchmark(Description = "a person's needs, luck included", OperationsPerInvoke = Persons)]
    public void Needs()
    {
        RosterNeeds.Move(users, offers, ParameterSet.Defaults, null, RandomStreams, new Month(month));
        month++;
    }

    [Benchmark(Description = "the same by the plain rule", OperationsPerInvoke = Persons)]
    public void NeedsPlainly()
    {
        var rates = ParameterSet.Defaults.Transitions;
        for (var i = 0; i < Persons; i++)
            NeedTransitions.Plainly(ref unmet[i], ref met[i], 0, 1, new(.5f, .5f, .5f, .5f), rates, RandomStreams, ids[i],
                new Month(month));
        month++;
    }

    [Benchmark(Description = "a person's month", OperationsPerInvoke = Persons)]
    public int Person()
    {
        var answers = 0;
        var drawn = new RosterDraws(RandomStreams, new Month(month));
        RosterNeeds.Move(users, offers, ParameterSet.Defaults, null, RandomStreams, new Month(month));
        for (var i = 0; i < users.Length; i++)
            answers += (int)users[i].Live(offers[i], ParameterSet.Defaults, drawn.Of(users, i), new Month(month));
        month++;
        return answers;
    }

    [Benchmark(Description = "the month of a joint team with 40 persons")]
    public int Team()
    {
        var mandate = new TeamMandate(
            new(Samverkan.Model.Month.Of(2000) + month % 240, []), new(0, 0), GroupSet.All, new(0), .5,
            new(0, joined ? 0 : 60, joined ? 0 : 60, true),
            new(0, joined ? 0 : 60, joined ? 0 : 60, true))
        {
            Transferred = gone,
        };
        team.Open(mandate);
        team.LetPersonsLive();
        var report = team.Close();
        // Whoever leaves comes back, so that every month is alike.
        gone = [.. report.Departures.Select(departure => departure.Person)];
        joined = true;
        month++;
        return report.InService;
    }

    [Benchmark(Description = "the month of the case's municipality (some 800 people, 20 teams)")]
    public int Municipality()
    {
        if (run.Finished) run = new Simulation(Blueprint.Case, 1, 1);
        return run.Step().Counties[0].Municipalities[0].People;
    }
}
