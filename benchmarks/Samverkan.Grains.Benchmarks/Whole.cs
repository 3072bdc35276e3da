using System.Diagnostics;
using System.Text.Json;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Benchmarks;

/// <summary>A run in a process of its own, on silos that are processes too.</summary>
/// <param name="Megabytes">Largest working set: of this process, and of each silo.</param>
/// <param name="Cpu">Processor seconds of all of them.</param>
internal sealed record Whole(double Seconds, double Cpu, double Work, double Megabytes, double SiloMegabytes,
    double MessagesPerMunicipalityMonth)
{
    /// <param name="municipalities">So many of the map, spread over it.</param>
    /// <param name="copies">How often the map is there.</param>
    /// <param name="silos">-1: none at all; 0: one within this process.</param>
    public static async Task<Whole> Measure(Blueprint sweden, int municipalities, int copies, int silos)
    {
        var blueprint = Part(sweden, municipalities, copies);
        if (silos < 0)
            return Of(await Sample.Of(() =>
                Task.Run(() => Sample.ToTheEnd(InProcessRun.Start(blueprint, 1, 1, Detail.Headline)))), 0, 0, 0);
        if (silos == 0)
        {
            await using var silo = await EmbeddedSilo.Start();
            return await On(silo.Grains, blueprint);
        }
        using var redis = await LocalRedis.Start(default);
        var processes = new List<SiloProcess>();
        try
        {
            processes.AddRange(await Task.WhenAll(Enumerable.Range(1, silos)
                .Select(number => SiloProcess.Start(redis.Address, $"silo{number}", default))));
            await using var client = await ClusterClient.Connect(redis.Address, default);
            while (await client.Silos() < silos)
                await Task.Delay(50);
            // Compiled once: what is measured is the run.
            await Sample.ToTheEnd(await GrainRun.Start(client.Grains, "first", Part(sweden, 12, 1), 1, 1, Detail.Headline,
                new(Granularity.Municipality)));
            var before = processes.Sum(silo => silo.ProcessorTime.TotalSeconds);
            var whole = await On(client.Grains, blueprint);
            return whole with
            {
                Cpu = whole.Cpu + processes.Sum(silo => silo.ProcessorTime.TotalSeconds) - before,
                SiloMegabytes = processes.Max(silo => silo.PeakWorkingSet / 1e6),
            };
        }
        finally
        {
            foreach (var silo in processes)
                silo.Dispose();
        }
    }

    public static Whole Child(string arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var last = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<Whole>(last!)!
            : throw new InvalidOperationException($"'{arguments}' failed.");
    }

    private static async Task<Whole> On(Orleans.IGrainFactory grains, Blueprint blueprint)
    {
        var run = GrainRun.Of(grains, "whole", blueprint, 1, 1, Detail.Headline, new(Granularity.Municipality));
        var sample = await Sample.Of(() => Task.Run(() => Sample.ToTheEnd(run)));
        return Of(sample, 0, 0, (await run.Look()).Traffic.PerMunicipalityMonth);
    }

    private static Whole Of(Sample sample, double cpu, double siloMegabytes, double messages)
    {
        using var process = Process.GetCurrentProcess();
        return new(sample.Seconds, sample.Cpu + cpu, sample.Work, process.PeakWorkingSet64 / 1e6, siloMegabytes, messages);
    }

    // Copies have codes of their own: each municipality has people of its own.
    private static Blueprint Part(Blueprint sweden, int municipalities, int copies)
    {
        var all = sweden.Counties.SelectMany(county =>
            county.Municipalities.Select(municipality => (County: county, Municipality: municipality))).ToArray();
        var some = Enumerable.Range(0, municipalities).Select(i => all[(int)((i + .5) * all.Length / municipalities)])
            .GroupBy(one => one.County).ToArray();
        if (copies == 1) return sweden with
        {
            Counties =
            [.. some.Select(county => county.Key with { Municipalities = [.. county.Select(one => one.Municipality)] })]
        };
        var number = 0;
        return sweden with
        {
            Counties =
            [
                .. Enumerable.Range(0, copies).SelectMany(copy => some.Select(county => county.Key with
                {
                    Code = $"{copy}.{county.Key.Code}",
                    Municipalities = [.. county.Select(one => one.Municipality with { Code = $"{++number:0000}" })],
                })),
            ],
        };
    }
}
