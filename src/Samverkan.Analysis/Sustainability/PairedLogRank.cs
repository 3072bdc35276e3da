using Samverkan.Analysis.Statistics;

namespace Samverkan.Analysis.Sustainability;

/// <summary>
/// The log-rank test of pairs: a pair, with all that lives in it, has one score on each side, and what is judged is how the
/// scores differ (O'Brien and Fleming, Biometrics 1987; 43:169; Jung, Stat Med 1999; 18:2793). Luck that a pair shares and
/// lifetimes of one run, which are not independent, are thereby allowed for.
/// </summary>
/// <param name="ChiSquare">With one degree of freedom; not a number if nothing ended.</param>
/// <param name="P">By flipping the signs of the pairs' differences (<see cref="SignFlip"/>).</param>
/// <param name="IsExact">Whether p counts all flips. Otherwise, it is that of the chi-square distribution.</param>
public sealed record PairedLogRank(double ChiSquare, double P, bool IsExact)
{
    /// <param name="base">Pair by pair, the lifetimes of all that lives in it.</param>
    public static PairedLogRank Of(IReadOnlyList<IReadOnlyCollection<Lifetime>> @base,
        IReadOnlyList<IReadOnlyCollection<Lifetime>> other)
    {
        var hazard = Hazard([.. @base.Concat(other).SelectMany(lifetimes => lifetimes)]);
        if (hazard.Count == 0)
            return new(double.NaN, double.NaN, false);
        double Score(IReadOnlyCollection<Lifetime> side) =>
            side.Sum(one => (one.Ended ? 1 : 0) - hazard.LastOrDefault(step => step.Time <= one.Time).Cumulative);
        double[] differences = [.. @base.Zip(other, (one, two) => Score(two) - Score(one))];
        var squares = differences.Sum(difference => difference * difference);
        return squares == 0
            ? new(0, 1, true)
            : new(Math.Pow(differences.Sum(), 2) / squares, SignFlip.P(differences), SignFlip.IsExact(differences));
    }

    /// <summary>Nelson's and Aalen's cumulative hazard of all lifetimes together.</summary>
    private static List<(double Time, double Cumulative)> Hazard(List<Lifetime> all)
    {
        var (steps, sum) = (new List<(double, double)>(), 0.0);
        foreach (var end in all.Where(one => one.Ended).GroupBy(one => one.Time).OrderBy(group => group.Key))
            steps.Add((end.Key, sum += (double)end.Count() / all.Count(one => one.Time >= end.Key)));
        return steps;
    }
}
