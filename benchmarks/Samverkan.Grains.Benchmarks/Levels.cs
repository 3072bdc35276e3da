using System.Diagnostics;
using System.Globalization;
using System.Text;
using Orleans;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Benchmarks;

/// <summary>One world in process and on an embedded silo at every granularity, and a bare fan-out of as many grains.</summary>
internal static class Levels
{
    private const string Bare = "bare fan-out";

    // A run of the case is short: what else happens in its twentieth of a second weighs less in the middle of many.
    private const int ManyOfTheCase = 20;

    // What each is set beside, and the share of its speed that is asked for.
    private static readonly Dictionary<string, (string Beside, int Percent)> Targets = new()
    {
        ["replication"] = ("none", 95),
        ["municipality"] = ("none", 85),
        ["person"] = (Bare, 90),
    };

    /// <summary>Rounds are interleaved, on one silo; the first quarter of them warms the process up and is not counted.</summary>
    public static async Task<string> Table(Blueprint blueprint, int rounds)
    {
        var samples = new Dictionary<string, List<Sample>>();
        var costs = new Dictionary<string, Traffic>();
        if (Granularities.For(blueprint) != Granularity.Person)
        {
            // A large world has too many persons for a grain each.
            await Measure(blueprint, ["none", "replication", "municipality"], rounds, samples, costs);
        }
        else
        {
            await Measure(blueprint, ["none", "replication", "municipality", "team"], rounds * ManyOfTheCase, samples, costs);
            await Measure(blueprint, ["person", Bare], rounds, samples, costs);
        }
        var text = new StringBuilder()
            .AppendLine(
                "| what | seconds | processor seconds | months of persons in service / s | MB allocated | messages per such "
                    + "month | speed, by processor time | asked |")
            .AppendLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        foreach (var (name, of) in samples)
        {
            var median = Sample.Median(of);
            var (beside, percent) = Targets.GetValueOrDefault(name, ("none", 0));
            var share = name is Bare or "none" ? ""
                : string.Create(CultureInfo.InvariantCulture,
                    $"{Sample.Median(samples[beside]).Cpu / median.Cpu:0 %} of {Title(beside)}");
            var cost = costs.TryGetValue(name, out var traffic)
                ? traffic.PerServiceMonth.ToString("0.000", CultureInfo.InvariantCulture) : "";
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {Title(name)} | {median.Seconds:0.000} | {median.Cpu:0.000} | {median.Work / median.Seconds / 1e6:0.000} M "
                    + $"| {median.MegabytesAllocated:0} | {cost} | {share} | {(percent > 0 ? $"{percent} %" : "")} |");
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
        await Sample.ToTheEnd(await GrainRun.Start(silo.Grains, "first", blueprint, 1, 1, Detail.Headline, new(granularity)));
        return (started, clock.Elapsed.TotalSeconds);
    }

    private static string Title(string name) => name == "none" ? "in process" : name == Bare ? name : $"`{name}`";

    private static async Task Measure(Blueprint blueprint, string[] names, int rounds, Dictionary<string, List<Sample>> samples,
        Dictionary<string, Traffic> costs)
    {
        await using var silo = await EmbeddedSilo.Start();
        var inService = names.Contains(Bare) ? BareFanOut.InService(blueprint) : [];
        for (var round = -(rounds + 2) / 3; round < rounds; round++)
            foreach (var name in names)
            {
                var sample = await Sample.Of(() => Once(silo.Grains, blueprint, name, round, inService, costs));
                if (round >= 0) (samples.TryGetValue(name, out var of) ? of : samples[name] = []).Add(sample);
            }
    }

    // A run in this process keeps the thread on which it begins: grains need those of the pool.
    private static Task<double> Once(IGrainFactory grains, Blueprint blueprint, string name, int round,
        IReadOnlyList<ulong[]> inService, Dictionary<string, Traffic> costs) =>
        name == Bare ? BareFanOut.Run(grains, inService, round) : Task.Factory.StartNew(async () =>
        {
            if (name == "none") return await Sample.ToTheEnd(InProcessRun.Start(blueprint, 1, 1, Detail.Headline));
            var run = await GrainRun.Start(grains, $"{name}-{round}", blueprint, 1, 1, Detail.Headline,
                new(Enum.Parse<Granularity>(name, ignoreCase: true)));
            var work = await Sample.ToTheEnd(run);
            costs[name] = (await run.Look()).Traffic;
            return work;
        }, TaskCreationOptions.LongRunning).Unwrap();
}
