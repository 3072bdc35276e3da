using System.Globalization;
using Orleans.Runtime;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Benchmarks;

/// <summary>What a grain for each person costs in memory, and what watchers cost.</summary>
internal static class Persons
{
    private const int Inhabitants = 1_000_000;
    private const int Watchers = 10;
    private static readonly TimeSpan TimeSlice = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// In a process of its own, since a silo that has ended leaves much behind: bytes of the live heap with a large municipality
    /// that is paused in its seventh month, and how many persons are grains.
    /// </summary>
    public static async Task<double[]> Memory(Granularity granularity)
    {
        var blueprint = Blueprint.Case
            with
        { Counties = [new("01", "The county", [new("0001", "The municipality", Inhabitants)])] };
        await using var silo = await EmbeddedSilo.Start();
        var run = await GrainRun.Start(silo.Grains, "paused", blueprint, 1, 1, Detail.Headline,
            new(granularity, PauseAt: blueprint.From + 6));
        while ((await run.Look()).State != RunState.Paused)
            while (run.Waiting > 0)
                await run.Advance();
        var kinds = await silo.Grains.GetGrain<IManagementGrain>(0).GetSimpleGrainStatistics();
        // What waits for a finalizer at the first collection is gone after the second.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return [GC.GetTotalMemory(true), kinds.Where(kind => kind.GrainType.Contains("PersonGrain", StringComparison.Ordinal))
            .Sum(kind => kind.ActivationCount)];
    }

    /// <summary>The case at <c>person</c>, with nobody watching and with ten who read all months.</summary>
    public static async Task<string> Watching(Scenario scenario, int rounds)
    {
        var (alone, watched) = (new List<Sample>(), new List<Sample>());
        for (var round = 0; round <= rounds; round++)
            foreach (var (watchers, samples) in new[] { (0, alone), (Watchers, watched) })
            {
                await using var runs = await LiveRuns.Embedded();
                var sample = await Sample.Of(() => Watch(runs, scenario, watchers));
                if (round > 0) samples.Add(sample);
            }
        var (none, ten) = (Sample.Median(alone), Sample.Median(watched));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| watchers | seconds | processor seconds |\n|---:|---:|---:|\n| 0 | {none.Seconds:0.00} | {none.Cpu:0.00} |\n| {Watchers} | {ten.Seconds:0.00} | {ten.Cpu:0.00} |\n\nTen watchers cost {ten.Cpu / none.Cpu - 1:0.0 %} of processor time (less than 5 % asked).\n");
    }

    private static async Task<double> Watch(LiveRuns runs, Scenario scenario, int watchers)
    {
        var run = await runs.Start(new($"watched-{watchers}", scenario, Granularity: Granularity.Person));
        await Task.WhenAll(Enumerable.Range(0, watchers).Select(async _ =>
        {
            for (var next = run.From; ;)
            {
                var frames = await run.ReadSince(next);
                foreach (var frame in frames.Months)
                    next = frame.Month + 1;
                if (frames.Run.HasEnded && frames.Months.IsEmpty) return;
                if (frames.Months.IsEmpty) await Task.Delay(TimeSlice);
            }
        }).Append(Ended(run)));
        return 0;
    }

    private static async Task Ended(LiveRun run)
    {
        while (!(await run.Stands()).HasEnded)
            await Task.Delay(20);
    }
}
