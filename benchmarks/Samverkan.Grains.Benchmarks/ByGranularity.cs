using System.Diagnostics;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Benchmarks;

/// <summary>One world, in process and on an embedded silo at every granularity, round after round in one process.</summary>
internal static class ByGranularity
{
    public static async Task Table(Blueprint blueprint, int rounds, string[] which)
    {
        Console.WriteLine("| round | granularity | seconds | user-months/s | in service/s | CPU seconds | MB allocated |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|");
        for (var round = 1; round <= rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await using var silo = await EmbeddedSilo.Start();
            Console.WriteLine($"embedded silo started in {clock.ElapsedMilliseconds} ms");
            if (which.Length == 0) await BareFanOut.Round(silo.Grains, round, 560, 300);
            foreach (var granularity in which.Length == 0 ? Enum.GetValues<Granularity>() : [.. which.Select(name => Enum.Parse<Granularity>(name, ignoreCase: true))])
                Row(round, granularity, () => granularity == Granularity.None
                    ? InProcessRun.Start(blueprint, 1, 1, Detail.Headline)
                    : GrainRun.Start(silo.Grains, $"bench-{round}-{granularity}", blueprint, 1, 1, Detail.Headline, new(granularity)));
        }
    }

    private static void Row(int round, Granularity granularity, Func<IRun> start)
    {
        GC.Collect();
        var (cpu, allocated, clock) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var run = start();
        var (people, inService) = (0L, 0.0);
        while (!run.Finished)
        {
            var month = run.Advance();
            people += month.People;
            foreach (var observation in month.Observations)
                if (observation.Group is null && observation.Indicator == IndicatorCatalogue.InService && observation.Actor.StartsWith("municipality/", StringComparison.Ordinal)) inService += observation.Value;
        }
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(
            $"| {round} | {granularity} | {seconds:0.000} | {people / seconds / 1e6:0.000} M | {inService / seconds / 1e6:0.000} M | {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds:0.00} | {(GC.GetTotalAllocatedBytes() - allocated) / 1e6:0} |");
    }
}
