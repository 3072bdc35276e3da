using CsCheck;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Policies;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>Messages that come late, twice, in another order or only when asked again change no bit.</summary>
public sealed class DisturbanceTests(DisturbedSilos silos) : IClassFixture<DisturbedSilos>
{
    [Theory]
    [MemberData(nameof(ComplianceTests.Granularities), MemberType = typeof(ComplianceTests))]
    public async Task Disturbed_messages_change_no_bit(Granularity granularity)
    {
        var (delayed, doubled, lost) = (silos.Disturbance.Delayed, silos.Disturbance.Doubled, silos.Disturbance.Lost);
        await ComplianceTests.Equal(silos, TestWorlds.Small with { To = Month.Of(1996, 12) }, granularity);
        if (granularity == Granularity.Replication) return;
        Assert.True(silos.Disturbance.Delayed > delayed);
        Assert.True(silos.Disturbance.Doubled > doubled);
        Assert.True(silos.Disturbance.Lost > lost);
    }

    [Fact]
    public async Task Random_small_worlds_give_the_same_hashes_at_random_granularities()
    {
        var worlds =
            from municipalities in Gen.Int[1_000, 20_000].Array[1, 4]
            from counties in Gen.Int[1, 2]
            from value in Gen.Double[.8, 1.2]
            from at in Gen.Int[0, 20]
            from seed in Gen.ULong
            from granularity in Gen.Int[(int)Granularity.Municipality, (int)Granularity.Person]
            select (Blueprint: World(municipalities, counties, value, at), seed, granularity: (Granularity)granularity);
        await worlds.SampleAsync(world => ComplianceTests.Equal(silos, world.Blueprint, world.granularity, seed: world.seed),
            iter: 6, threads: 1);
    }

    private static Blueprint World(int[] populations, int counties, double value, int at)
    {
        var municipalities = populations.Select((people, i) => new MunicipalityOnMap($"{i + 1:0000}", $"M{i}", people)).ToArray();
        var split = Math.Min(counties, municipalities.Length);
        return Blueprint.Case with
        {
            Name = "random",
            To = Month.Of(1996, 12),
            Counties = [.. Enumerable.Range(0, split)
                .Select(c => new CountyOnMap($"{c + 1:00}", $"C{c}", [.. municipalities.Where((_, i) => i % split == c)]))],
            Interventions =
                [new("change", "funding.controllable.county", Scope.Everywhere, Operation.Multiply, value, Month.Of(1995) + at)],
        };
    }
}
