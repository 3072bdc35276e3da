using System.Collections.Immutable;
using Samverkan.Grains.Driving;

namespace Samverkan.Grains.Live;

/// <summary>How long runs are kept that have ended. What is more goes by itself, those first that ended first; what goes on is
/// never touched.</summary>
/// <param name="Days">How long after its end a run is kept.</param>
/// <param name="Runs">How many are kept.</param>
/// <param name="Megabytes">How much of storage they take, together with those that go on.</param>
public sealed record Retention(int Days = 90, int Runs = 200, int Megabytes = 1000)
{
    private const long Megabyte = 1_000_000;

    /// <summary>Which runs go.</summary>
    /// <param name="runs">All that are known.</param>
    public ImmutableArray<string> Over(IReadOnlyCollection<RunStanding> runs, DateTimeOffset now)
    {
        var over = ImmutableArray.CreateBuilder<string>();
        var bytes = runs.Sum(run => run.Bytes);
        var ended = runs.Where(run => run.HasEnded).OrderBy(run => run.EndedAt).ThenBy(run => run.Id, StringComparer.Ordinal)
            .ToArray();
        var left = ended.Length;
        foreach (var run in ended)
        {
            if (left <= Runs && bytes <= Megabytes * Megabyte && run.EndedAt > now.AddDays(-Days).ToUnixTimeSeconds()) break;
            over.Add(run.Id);
            left--;
            bytes -= run.Bytes;
        }
        return over.DrainToImmutable();
    }
}
