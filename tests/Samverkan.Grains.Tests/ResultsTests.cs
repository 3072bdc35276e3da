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
        var results = new Results("large", new CheckpointStore(new MemoryStorage(), RetryPolicy.Storage), order, [], order.Blueprint.From);
        var one = Enumerable.Repeat(new Observation(ActorPath.Municipality("0001"), null, IndicatorCatalogue.Trust, .5), Observations).ToImmutableArray();
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
}
