using Orleans;
using Orleans.Concurrency;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Grains.Benchmarks;

/// <summary>
/// What Orleans itself can do with so many grains: teams that ask each of their persons once a month, and nothing else. As many
/// persons come and go as in the world that it is set beside.
/// </summary>
internal static class BareFanOut
{
    private const int Teams = 14;

    /// <summary>Month by month, who is in service.</summary>
    public static IReadOnlyList<ulong[]> InService(Blueprint blueprint)
    {
        var run = new Simulation(blueprint, 1, 1);
        var months = new List<ulong[]>();
        while (!run.Finished)
        {
            run.Advance();
            months.Add([.. run.Persons().Where(one => one.Person.Status == Status.InService).Select(one => one.Person.Id)]);
        }
        // The warm-up has its people too: about those of the first reported month.
        return [.. Enumerable.Repeat(months[0], blueprint.From - run.World.Start), .. months];
    }

    /// <summary>All months, with other grains in each run.</summary>
    public static async Task<double> Run(IGrainFactory grains, IReadOnlyList<ulong[]> months, int run)
    {
        var teams = Enumerable.Range(run * Teams, Teams).Select(team => grains.GetGrain<IBareTeam>(team)).ToArray();
        foreach (var persons in months)
            await Task.WhenAll(persons.Chunk((persons.Length + Teams - 1) / Teams)
                .Select((some, team) => teams[team].Month(new(run, some))));
        return months.Sum(persons => (double)persons.Length);
    }
}

[Immutable, GenerateSerializer]
public sealed record BareMessage([property: Id(0)] int Month, [property: Id(1)] ulong[] Persons);

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
    private readonly Dictionary<ulong, IBarePerson> persons = [];

    public async Task<BareMessage> Month(BareMessage asked)
    {
        var answers = new Task<BareMessage>[asked.Persons.Length];
        for (var i = 0; i < answers.Length; i++)
        {
            var id = asked.Persons[i];
            if (!persons.TryGetValue(id, out var person))
                persons.Add(id, person = GrainFactory.GetGrain<IBarePerson>((long)id + asked.Month));
            answers[i] = person.Month(asked);
        }
        await Task.WhenAll(answers);
        return asked;
    }
}

public sealed class BarePerson : Grain, IBarePerson
{
    private BareMessage? last;

    public Task<BareMessage> Month(BareMessage asked) => Task.FromResult(last = new(asked.Month, []));
}
