using System.Diagnostics;
using Orleans;
using Orleans.Concurrency;
using Samverkan.Grains.Clusters;

namespace Samverkan.Grains.Benchmarks;

/// <summary>What Orleans itself can do with so many grains: teams that ask each of their persons once a month, and nothing else.</summary>
internal static class BareFanOut
{
    private const int PersonsOfTeam = 40;

    public static async Task Table(int persons, int months)
    {
        await using var silo = await EmbeddedSilo.Start();
        for (var round = 1; round <= 5; round++)
            await Round(silo.Grains, round, persons, months);
    }

    public static async Task Round(IGrainFactory grains, int round, int persons, int months)
    {
        var teams = Enumerable.Range(0, persons / PersonsOfTeam).Select(team => grains.GetGrain<IBareTeam>(1000 * round + team)).ToArray();
        var (cpu, allocated, clock) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        for (var month = 0; month < months; month++)
            await Task.WhenAll(teams.Select(team => team.Month(new(month, PersonsOfTeam))));
        var seconds = clock.Elapsed.TotalSeconds;
        var done = (double)teams.Length * PersonsOfTeam * months;
        Console.WriteLine(
            $"| {round} | bare fan-out | {seconds:0.000} | | {done / seconds / 1e6:0.000} M | {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.00} | {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:0} |");
    }
}

[Immutable, GenerateSerializer]
public sealed record BareMessage([property: Id(0)] int Month, [property: Id(1)] int Persons);

public interface IBareTeam : IGrainWithIntegerKey
{
    Task<BareMessage> Month(BareMessage asked);
}

public interface IBarePerson : IGrainWithIntegerKey
{
    Task<BareMessage> Month(BareMessage asked);
}

public sealed class BareTeam : Grain, IBareTeam
{
    private readonly Dictionary<long, IBarePerson> persons = [];

    public async Task<BareMessage> Month(BareMessage asked)
    {
        var answers = new Task<BareMessage>[asked.Persons];
        for (var i = 0; i < answers.Length; i++)
        {
            var id = this.GetPrimaryKeyLong() * 1000 + i;
            if (!persons.TryGetValue(id, out var person)) persons.Add(id, person = GrainFactory.GetGrain<IBarePerson>(id));
            answers[i] = person.Month(asked);
        }
        foreach (var answer in answers)
            await answer;
        return asked;
    }
}

public sealed class BarePerson : Grain, IBarePerson
{
    private BareMessage? last;

    public Task<BareMessage> Month(BareMessage asked) => Task.FromResult(last = new(asked.Month, 1));
}
