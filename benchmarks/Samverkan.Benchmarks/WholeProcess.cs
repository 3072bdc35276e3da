using System.Diagnostics;
using Samverkan.Model;

namespace Samverkan.Benchmarks;

/// <summary>Measures of this process: the first run as a user meets it, then the same warm.</summary>
public static class WholeProcess
{
    private const ulong Seed = 1;
    private const double LeastSeconds = 2;

    /// <summary>careflow: each thread runs replications of its own.</summary>
    public static Measured Careflow(int users, int months, int threads)
    {
        var means = new CareflowMeans[threads];
        var work = (double)users * months;
        return Measure(threads, 1, (thread, replication) =>
        {
            means[thread] = new Careflow(users, Seed, replication).Run(months);
            return work;
        }) with
        {
            Means = new(means.Average(m => m.Unmet), means.Average(m => m.Met), means.Average(m => m.Caseload),
                means.Average(m => m.Queue)),
        };
    }

    /// <summary>The case with all that a run gives: 48 months of warm-up and 252 more, headline indicators, minutes and
    /// hashes.</summary>
    public static Measured Case(int replications, int threads) =>
        Measure(threads, (replications + threads - 1) / threads, (_, replication) => UserMonths(Blueprint.Case, replication));

    /// <summary>So many people in municipalities like that of the case, or in one smaller: 48 months of warm-up and 12
    /// more.</summary>
    public static Measured People(int people)
    {
        const int PerMunicipality = 800, Inhabitants = 96_000;
        var count = Math.Max(1, people / PerMunicipality);
        var inhabitants = (int)((double)Inhabitants * people / PerMunicipality / count);
        var blueprint = Blueprint.Case with
        {
            To = Month.Of(1995, 12),
            Counties =
            [
                .. Enumerable.Range(0, count).Chunk(20).Select((chunk, c) => new CountyOnMap(
                    $"{c:00}", $"County {c}",
                    [.. chunk.Select(m => new MunicipalityOnMap($"{m:0000}", $"Municipality {m}", inhabitants))])),
            ],
        };
        return Measure(1, 1, (_, replication) => UserMonths(blueprint, replication), warmUp: people < 100_000);
    }

    /// <summary>290 municipalities in 21 counties, 9 million inhabitants, 21 years after the warm-up: one replication on all
    /// cores.</summary>
    public static Measured Sweden()
    {
        var blueprint = Blueprint.Case with
        {
            Counties =
            [
                .. Enumerable.Range(0, 290).Chunk(14).Select((chunk, c) => new CountyOnMap(
                    $"{c:00}", $"County {c}",
                    [.. chunk.Select(m => new MunicipalityOnMap($"{m:0000}", $"Municipality {m}", 8_000 + 160 * m))])),
            ],
        };
        return Measure(1, 1, (_, replication) =>
            UserMonths(blueprint, replication, (count, month) => Parallel.For(0, count, month)), warmUp: false);
    }

    // Months of the warm-up are counted with the people of the first reported month.
    private static double UserMonths(Blueprint blueprint, int replication, TakeAll? takeAll = null)
    {
        var run = new Simulation(blueprint, Seed, replication, takeAll: takeAll);
        double userMonths = 0;
        var months = run.Blueprint.From - run.World.Start + 1;
        while (!run.Finished)
        {
            userMonths += (double)run.Advance().People * months;
            months = 1;
        }
        return userMonths;
    }

    // The first run is one unit of work on one thread in a cold process; then each thread does its share, again and again
    // until it has lasted long enough to be measured.
    private static Measured Measure(int threads, int unitsPerThread, Func<int, int, double> unit, bool warmUp = true)
    {
        var clock = Stopwatch.StartNew();
        var first = unit(0, 1) / clock.Elapsed.TotalSeconds;
        // Compiled code replaces interim code in the background: let it arrive.
        for (clock.Restart(); warmUp && clock.Elapsed.TotalSeconds < LeastSeconds;)
            unit(0, 1);
        var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var allocated = GC.GetTotalAllocatedBytes(true);
        var work = new double[threads];
        clock.Restart();
        var workers = Enumerable.Range(0, threads).Select(thread => new Thread(() =>
        {
            do
                for (var i = 0; i < unitsPerThread; i++)
                    work[thread] += unit(thread, 1 + thread + i * threads);
            while (clock.Elapsed.TotalSeconds < LeastSeconds);
        })).ToArray();
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();
        var seconds = clock.Elapsed.TotalSeconds;
        var total = work.Sum();
        process.Refresh();
        var busy = (process.TotalProcessorTime - processor).TotalSeconds;
        return new(
            total / seconds, first, seconds, process.PeakWorkingSet64 / 1e6,
            (GC.GetTotalAllocatedBytes(true) - allocated) / total, total / busy);
    }
}
