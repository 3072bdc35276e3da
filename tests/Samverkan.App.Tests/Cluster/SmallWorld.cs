using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>One small municipality for some years: what tests of clusters run, and the hashes that it must come to.</summary>
internal static class SmallWorld
{
    /// <summary>From 1995 to the end of a year.</summary>
    public static Blueprint Until(int year) =>
        Blueprint.Case
            with
        { To = Month.Of(year, 12), Counties = [new("01", "The county", [new("0001", "The municipality", 20_000)])] };

    /// <summary>With a checkpoint for each year.</summary>
    public static Task<GrainRun> Start(ClusterClient client, string id, Blueprint world, Month? pauseAt = null,
        double? pace = null) =>
        GrainRun.Start(
            client.Grains, id, world, 1, 1, Detail.Headline,
            new(Granularity.Municipality, CheckpointMonths: 12, PauseAt: pauseAt) { Pace = pace });

    /// <summary>Reads a run to its end.</summary>
    public static async Task<List<ulong>> Hashes(GrainRun run)
    {
        var hashes = new List<ulong>();
        while (!run.Finished)
            hashes.AddRange((await run.Advance(TestContext.Current.CancellationToken)).Hashes);
        return hashes;
    }

    /// <summary>Those of the run in process.</summary>
    public static List<ulong> Expected(Blueprint world)
    {
        var (run, hashes) = (new Simulation(world, 1, 1), new List<ulong>());
        while (!run.Finished)
            hashes.AddRange(run.Advance().Hashes);
        return hashes;
    }
}
