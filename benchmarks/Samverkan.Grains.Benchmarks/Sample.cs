using System.Diagnostics;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Grains.Benchmarks;

/// <summary>One measurement.</summary>
/// <param name="Cpu">Processor seconds of this process.</param>
/// <param name="Work">Months of persons in service.</param>
internal sealed record Sample(double Seconds, double Cpu, double Work, double MegabytesAllocated)
{
    public static async Task<Sample> Of(Func<Task<double>> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (cpu, allocated, clock) = (process.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.StartNew());
        var done = await work();
        var seconds = clock.Elapsed.TotalSeconds;
        process.Refresh();
        return new(seconds, (process.TotalProcessorTime - cpu).TotalSeconds, done,
            (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
    }

    /// <summary>Median by processor time, which others on the machine disturb least.</summary>
    public static Sample Median(IEnumerable<Sample> samples) =>
        samples.OrderBy(sample => sample.Cpu).ToArray() is var all ? all[all.Length / 2] : null!;

    /// <summary>Runs to the end and counts the reported months of persons in service.</summary>
    public static async Task<double> ToTheEnd(IRun run)
    {
        var inService = 0.0;
        while (!run.Finished)
            foreach (var one in (await run.Advance()).Observations)
                if (one.Group is null && one.Indicator == IndicatorCatalogue.InService
                    && one.Actor.Kind == Model.ActorKind.Municipality) inService += one.Value;
        return inService;
    }
}
