using System.Diagnostics;
using System.Globalization;
using System.Text;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Benchmarks;

/// <summary>One world in process and on an embedded silo at every granularity, and a bare fan-out of as many grains.</summary>
internal static class Levels
{
    private const string Bare = "bare fan-out";

    // A silo goes on starting for a while after it has started: a single short run would be charged with that.
    private const int RunsOfTheCase = 40;

    // What each is set beside, and the share of its speed that is asked for.
    private static readonly Dictionary<string, (string Beside, int Percent)> Targets = new()
    {
        ["replication"] = ("none", 95),
        ["municipality"] = ("none", 85),
        ["person"] = (Bare, 90),
    };

    /// <summary>Rounds are interleaved, each on a silo of its own; the first one warms the process up and is not counted. Figures are of one run.</summary>
    public static async Task<string> Table(Blueprint blueprint, int rounds)
    {
        var runs = IsLarge(blueprint) ? 1 : RunsOfTheCase;
        var samples = new Dictionary<string, List<Sample>>();
        var costs = new Dictionary<string, Traffic>();
        var inService = BareFanOut.InService(blueprint);
        for (var round = 0; round <= rounds; round++)
            foreach (var name in Names(blueprint))
            {
                var sample = (await Once(blueprint, name, runs, inService, costs)).Each(runs);
                if (round > 0) (samples.TryGetValue(name, out var of) ? of : samples[name] = []).Add(sample);
            }
        var text = new StringBuilder()
            .AppendLine("| what | seconds | processor seconds | months of persons in service / s | MB allocated | messages per such month | speed, by processor time | asked |")
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, of) in samples)
        {
            var median = Sample.Median(of);
            var (beside, percent) = Targets.GetValueOrDefault(name, ("none", 0));
            var share = name is Bare or "none" ? "" : string.Create(CultureInfo.InvariantCulture, $"{Sample.Median(samples[beside]).Cpu / median.Cpu:0 %} of {Title(beside)}");
            var cost = costs.TryGetValue(name, out var traffic) ? traffic.PerServiceMonth.ToString("0.000", CultureInfo.InvariantCulture) : "";
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {Title(name)} | {median.Seconds:0.000} | {median.Cpu:0.000} | {median.Work / median.Seconds / 1e6:0.000} M | {median.MegabytesAllocated:0} | {cost} | {share} | {(percent > 0 ? $"{percent} %" : "")} |");
        }
        return text.ToString();
    }

    /// <summary>In a process of its own: how long a silo takes to start, and the first run on it.</summary>
    public static async Task<(double Silo, double Run)> First(Blueprint blueprint, Granularity granularity)
    {
        var clock = Stopwatch.StartNew();
        await using var silo = await EmbeddedSilo.Start();
        var started = clock.Elapsed.TotalSeconds;
        clock.Restart();
        Sample.ToTheEnd(GrainRun.Start(silo.Grains, "first", blueprint, 1, 1, Detail.Headline, new(granularity)));
        return (started, clock.Elapsed.TotalSeconds);
    }

    // A large world has too many persons for a grain each.
    private static IEnumerable<string> Names(Blueprint blueprint) =>
        IsLarge(blueprint) ? ["none", "replication", "municipality"] : ["none", "replication", "municipality", "team", "person", Bare];

    private static bool IsLarge(Blueprint blueprint) => Granularities.For(blueprint) != Granularity.Person;

    private static string Title(string name) => name == "none" ? "in process" : name == Bare ? name : $"`{name}`";

    // One run after the other, as many as it takes.
    private static async Task<Sample> Once(Blueprint blueprint, string name, int runs, IReadOnlyList<ulong[]> inService, Dictionary<string, Traffic> costs)
    {
        if (name == "none") return await Sample.Of(() => Each(run => Sample.ToTheEnd(InProcessRun.Start(blueprint, 1, run, Detail.Headline))));
        await using var silo = await EmbeddedSilo.Start();
        if (name == Bare) return await Sample.Of(() => BareFanOut.Run(silo.Grains, inService, runs));
        var granularity = Enum.Parse<Granularity>(name, ignoreCase: true);
        return await Sample.Of(() => Each(number =>
        {
            var run = GrainRun.Start(silo.Grains, $"bench-{number}", blueprint, 1, number, Detail.Headline, new(granularity));
            var work = Sample.ToTheEnd(run);
            costs[name] = run.Look().Traffic;
            return work;
        }));

        Task<double> Each(Func<int, double> one) => Task.Run(() => Enumerable.Range(1, runs).Sum(one));
    }
}
