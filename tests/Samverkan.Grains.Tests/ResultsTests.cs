using System.Collections.Immutable;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>A world's months can be larger than a message: ten times Sweden with every actor's figures.</summary>
public sealed class ResultsTests
{
    private const int Months = 5;
    private const int Observations = 400_000;

    [Theory]
    [InlineData(0, false)]
    [InlineData(12, false)]
    [InlineData(12, true)]
    public async Task Large_months_are_read_a_few_at_a_time_and_all_of_them(int checkpointMonths, bool isKept)
    {
        var order = new RunOrder("large", Blueprint.Case, 1, 1, Detail.All) { CheckpointMonths = checkpointMonths };
        var results = new Results("large", new CheckpointStore(new MemoryStorage(), RetryPolicy.Storage), order, [],
            order.Blueprint.From);
        var one = Enumerable.Repeat(new Observation(ActorPath.Municipality("0001"), null, IndicatorCatalogue.Trust, .5),
            Observations).ToImmutableArray();
        for (var i = 0; i < Months; i++)
            results.Add(new(order.Blueprint.From + i, one, [(ulong)i], [], 0, 0));
        if (isKept) await results.Keep();

        var read = new List<Month>();
        for (var next = order.Blueprint.From; results.Has(next); next = read[^1] + 1)
        {
            var portion = await results.Since(next);
            Assert.InRange(portion.Length, 1, 2);
            Assert.All(portion, month => Assert.Equal(Observations, month.Observations.Length));
            read.AddRange(portion.Select(month => month.Month));
        }

        Assert.Equal(Enumerable.Range(0, Months).Select(i => order.Blueprint.From + i), read);
    }

    [Fact]
    public async Task Frames_of_a_run_that_has_ended_leave_memory_and_are_made_again_from_its_results()
    {
        var order = new RunOrder("watched", TestWorlds.Small, 1, 1, Detail.All) { CheckpointMonths = 12 };
        var results = new Results("watched", new CheckpointStore(new MemoryStorage(), RetryPolicy.Storage), order, [],
            order.Blueprint.From);
        var watched = new Watched(order);
        for (var simulation = new Simulation(order.Blueprint, 1, 1, Detail.All); !simulation.Finished;)
        {
            var month = simulation.Advance();
            results.Add(month);
            watched.Add(month);
        }
        var first = order.Blueprint.From;
        var before = await watched.Since(first, 60, results);
        Assert.InRange(watched.Count, 1, 120);

        await results.Keep();
        watched.LetGo();

        Assert.Equal(0, watched.Count);
        Assert.NotEmpty(before);
        Assert.Equal(Shown(before), Shown(await watched.Since(first, 60, results)));
        Assert.Empty(await watched.Since(order.Blueprint.To + 1, 60, results));

        static IEnumerable<(Month, int, ActorPath, string, int, double)> Shown(ImmutableArray<Frame> frames) =>
            from frame in frames
            from actor in frame.Actors
            from measured in actor.Values
            select (frame.Month, frame.Minutes.Length, actor.Path, actor.Name, measured.Indicator.Index, measured.Value);
    }
}
