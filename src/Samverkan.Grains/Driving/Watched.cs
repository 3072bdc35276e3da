using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// The frames of a run for those who watch it: so many of the last months, whoever reads them and however slowly. Only runs
/// that report everything have them.
/// </summary>
internal sealed class Watched(RunOrder order)
{
    private const int MostKept = 600;
    private const int MostAtATime = 60;

    private readonly FrameMaker maker = new(order.Blueprint);
    private readonly List<Frame> frames = [];

    public void Add(MonthResult month)
    {
        if (order.Detail != Detail.All || frames.Count > 0 && month.Month <= frames[^1].Month) return;
        if (frames.Count == MostKept) frames.RemoveAt(0);
        frames.Add(maker.Of(month));
    }

    /// <summary>Months from a given one on; those from before the run came to this silo are read from its results.</summary>
    public async Task<ImmutableArray<Frame>> Since(Month month, int most, Results results)
    {
        most = Math.Clamp(most, 1, MostAtATime);
        if (frames.Count > 0 && frames[0].Month <= month || order.Detail != Detail.All) return [.. frames.SkipWhile(frame => frame.Month < month).Take(most)];
        return [.. (await results.Since(month)).Where(result => result.Month >= month).Take(most).Select(maker.Of)];
    }
}
