using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// The frames of a run for those who watch it. The last months of a run that goes on are in memory; those before, and all of a
/// run that has ended, are made from its results when somebody reads them. Only runs that report everything have frames.
/// </summary>
internal sealed class Watched(RunOrder order)
{
    // Frames of the case take 40 kB each. Who follows a run that hurries is a few dozen months behind.
    private const int MostKept = 120;
    private const int MostAtATime = 60;

    private const int MostObservationsAtATime = 1_000_000;

    private readonly FrameMaker maker = new(order.Blueprint);
    private readonly List<Frame> frames = [];

    public void Add(MonthResult month)
    {
        if (order.Detail != Detail.All || frames.Count > 0 && month.Month <= frames[^1].Month) return;
        if (frames.Count == MostKept) frames.RemoveAt(0);
        frames.Add(maker.Of(month));
    }

    /// <summary>How many are in memory.</summary>
    public int Count => frames.Count;

    /// <summary>The run has ended: nobody waits for its next month.</summary>
    public void LetGo() => frames.Clear();

    /// <summary>Months from a given one on; those that are not in memory are read from its results.</summary>
    public async Task<ImmutableArray<Frame>> Since(Month month, int most, Results results)
    {
        most = Math.Clamp(most, 1, MostAtATime);
        // Who follows a run asks for the month that is not there yet, again and again.
        if (!results.Has(month)) return [];
        if (frames.Count > 0 && frames[0].Month <= month || order.Detail != Detail.All)
            return [.. frames.SkipWhile(frame => frame.Month < month).Take(most)];
        var made = ImmutableArray.CreateBuilder<Frame>();
        // A stretch of the vault is a year. Of a large world one is enough for once.
        for (var read = 0; made.Count < most && read < MostObservationsAtATime && results.Has(month); month = made[^1].Month + 1)
            foreach (var result in (await results.Since(month)).Take(most - made.Count))
            {
                made.Add(maker.Of(result));
                read += result.Observations.Length;
            }
        return made.DrainToImmutable();
    }
}
