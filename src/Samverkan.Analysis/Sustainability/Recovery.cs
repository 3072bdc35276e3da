using Samverkan.Model;

namespace Samverkan.Analysis.Sustainability;

/// <summary>
/// How a world came through a shock, seen beside the same world without it: the shock is felt when the twelve-month mean of
/// a benefit falls under 95 % of what it is without the shock, and is over when the benefit is back above that for a year.
/// </summary>
/// <param name="Felt">Whether it was ever felt.</param>
/// <param name="Time">Months from being felt to its end, or to the end of the run.</param>
public readonly record struct Recovery(bool Felt, Lifetime Time)
{
    private const int Window = 12;
    private const int MonthsBack = 12;
    private const double ShareFelt = 0.95;

    /// <param name="without">Benefit month by month without the shock, from the run's first month on.</param>
    /// <param name="with">The same with it.</param>
    /// <param name="shock">Months from the run's first month to the shock's.</param>
    public static Recovery Of(IReadOnlyList<double> without, IReadOnlyList<double> with, int shock)
    {
        int? felt = null;
        var back = 0;
        for (var month = Math.Max(shock, Window - 1); month < with.Count; month++)
        {
            var low = MeanUpTo(with, month) < ShareFelt * MeanUpTo(without, month);
            if (low)
                (felt, back) = (felt ?? month, 0);
            else if (felt is { } since && ++back == MonthsBack)
                return new(true, new(month - MonthsBack + 1 - since, Ended: true));
        }
        return felt is { } start ? new(true, new(with.Count - back - start, Ended: false)) : new(false, new(0, Ended: false));
    }

    private static double MeanUpTo(IReadOnlyList<double> series, int month)
    {
        var sum = 0.0;
        for (var i = month - Window + 1; i <= month; i++)
            sum += series[i];
        return sum / Window;
    }
}
