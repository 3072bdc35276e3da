using System.Text.Json;

namespace Samverkan.Benchmarks;

/// <summary>One measured process: what its last line says.</summary>
/// <param name="Seconds">Wall time of the warm measurement.</param>
/// <param name="UserMonthsPerCpuSecond">The same by processor time, which others on the machine disturb less than wall
/// time.</param>
/// <param name="Means">Of careflow alone.</param>
public sealed record Measured(
    double UserMonthsPerSecond, double FirstRunUserMonthsPerSecond, double Seconds, double PeakMegabytes,
    double AllocatedBytesPerUserMonth, double UserMonthsPerCpuSecond, CareflowMeans? Means = null)
{
    /// <summary>What docs/performance.md sets beside the object on the last line.</summary>
    public string More() => JsonSerializer.Serialize(
        new Dictionary<string, double> { ["userMonthsPerCpuSecond"] = Math.Round(UserMonthsPerCpuSecond) });

    public string Json()
    {
        var fields = new Dictionary<string, double>
        {
            ["userMonthsPerSecond"] = Math.Round(UserMonthsPerSecond),
            ["firstRunUserMonthsPerSecond"] = Math.Round(FirstRunUserMonthsPerSecond),
            ["seconds"] = Math.Round(Seconds, 4),
            ["peakMegabytes"] = Math.Round(PeakMegabytes, 1),
            ["allocatedBytesPerUserMonth"] = Math.Round(AllocatedBytesPerUserMonth, 2),
        };
        if (Means is { } means)
            (fields["unmet"], fields["met"], fields["caseload"], fields["queue"]) =
                (Math.Round(means.Unmet, 4), Math.Round(means.Met, 4), Math.Round(means.Caseload, 4), Math.Round(means.Queue, 4));
        return JsonSerializer.Serialize(fields);
    }
}
