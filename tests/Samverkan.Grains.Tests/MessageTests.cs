using System.Collections.Concurrent;
using Orleans;
using Orleans.Hosting;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>What a month costs in messages.</summary>
public sealed class MessageTests(CountedSilo silo) : IClassFixture<CountedSilo>
{
    // The nation is asked for many months at once, and whoever asks it is the run itself.
    [Fact]
    public async Task A_municipality_costs_two_messages_a_month_at_most_when_its_branch_is_objects()
    {
        var world = TestWorlds.Small with { Counties = [TestWorlds.Small.Counties[1]] };
        var (months, messages, _) = await Count(Granularity.Municipality, world);
        var ofTheNation = silo.Calls[nameof(NationGrain)];

        Assert.Equal(2 * months, messages - ofTheNation);
        Assert.InRange(ofTheNation, 1, months / 2);
    }

    [Fact]
    public async Task A_person_in_service_costs_at_most_a_message_and_a_tenth_a_month_and_residents_none()
    {
        var (_, messages, persons) = await Count(Granularity.Person, TestWorlds.Small);
        Assert.True(persons > 5_000, $"{persons} person-months show little.");
        Assert.InRange(messages, persons, 1.1 * persons);
    }

    // Months lived, calls made, and those of them that were a person's month.
    private async Task<(int Months, long Messages, long Persons)> Count(Granularity granularity, Blueprint world)
    {
        silo.Calls.Clear();
        var run =
            await GrainRun.Start(silo.Grains, $"counted-{Guid.NewGuid():N}", world, 3, 1, Detail.Headline, new(granularity));
        while (!run.Finished)
            await run.Advance();
        var months = world.To - new World(world, 3, 1).Start + 1;
        return (months, silo.Calls.Values.Sum(), silo.Calls.GetValueOrDefault(nameof(PersonGrain)));
    }
}

public sealed class CountedSilo() : TestSilos(1), IIncomingGrainCallFilter
{
    /// <summary>Months asked for, by the kind of grain.</summary>
    public ConcurrentDictionary<string, long> Calls { get; } = new();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.MethodName == nameof(IActorGrain.Month))
            Calls.AddOrUpdate(context.Grain.GetType().Name, 1, (_, count) => count + 1);
        return context.Invoke();
    }

    protected override void Configure(ISiloBuilder silo) => silo.AddIncomingGrainCallFilter(this);
}
