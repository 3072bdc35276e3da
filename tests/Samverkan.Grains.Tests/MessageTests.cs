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
    [Fact]
    public void A_municipality_costs_at_most_two_messages_a_month_when_its_branch_is_objects()
    {
        var (months, messages, _) = Count(Granularity.Municipality);
        var municipalities = TestWorlds.Small.Counties.Sum(county => county.Municipalities.Length);
        Assert.InRange(messages, months, 2 * months * municipalities);
    }

    [Fact]
    public void A_person_in_service_costs_at_most_a_message_and_a_tenth_a_month_and_residents_none()
    {
        var (_, messages, persons) = Count(Granularity.Person);
        Assert.True(persons > 5_000, $"{persons} person-months show little.");
        Assert.InRange(messages, persons, 1.1 * persons);
    }

    // Months lived, calls made, and those of them that were a person's month.
    private (int Months, long Messages, long Persons) Count(Granularity granularity)
    {
        silo.Calls.Clear();
        var run = GrainRun.Start(silo.Grains, $"counted-{Guid.NewGuid():N}", TestWorlds.Small, 3, 1, Detail.Headline, new(granularity));
        while (!run.Finished)
            run.Advance();
        var months = TestWorlds.Small.To - new World(TestWorlds.Small, 3, 1).Start + 1;
        return (months, silo.Calls.Values.Sum(), silo.Calls.GetValueOrDefault(nameof(PersonGrain)));
    }
}

public sealed class CountedSilo() : TestSilos(1), IIncomingGrainCallFilter
{
    /// <summary>Months asked for, by the kind of grain.</summary>
    public ConcurrentDictionary<string, long> Calls { get; } = new();

    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (context.MethodName == nameof(IActorGrain.Month)) Calls.AddOrUpdate(context.Grain.GetType().Name, 1, (_, count) => count + 1);
        return context.Invoke();
    }

    protected override void Configure(ISiloBuilder silo) => silo.AddIncomingGrainCallFilter(this);
}
