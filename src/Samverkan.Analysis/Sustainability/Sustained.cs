using Samverkan.Model;

namespace Samverkan.Analysis.Sustainability;

/// <summary>What became of a cooperation.</summary>
public enum Fate
{
    /// <summary>It never reached the level from which one can speak of a cooperation.</summary>
    NeverBegan,
    /// <summary>Benefit or cooperation stayed far below its own peak for two years.</summary>
    Lost,
    /// <summary>Neither did before the end of the run.</summary>
    Kept,
}

/// <summary>
/// Whether a cooperation is sustained: twelve-month means of benefit and of the cooperation index, from the third year
/// after the start, when the beginning is over. Cooperation must have reached a quarter; it is lost in the first month
/// of a stretch of 24 in which either is below three quarters of its own peak so far.
/// </summary>
/// <remarks>Peaks so far, not of the whole run: what grows late was not lost early.</remarks>
/// <param name="LostAt">The first month of the stretch; null unless lost.</param>
public sealed record Sustained(Fate Fate, Month? LostAt)
{
    private const int Window = 12;
    private const int SettlingMonths = 36;
    private const int MonthsBelow = 24;
    private const double NeededPeak = 0.25;
    private const double ShareOfPeak = 0.75;

    /// <summary>Both series have one value per month from the first reported month on.</summary>
    public static Sustained Judge(Month from, IReadOnlyList<double> benefit, IReadOnlyList<double> cooperation)
    {
        double benefitPeak = 0, cooperationPeak = 0;
        var below = 0;
        for (var month = SettlingMonths; month < cooperation.Count; month++)
        {
            var (benefitNow, cooperationNow) = (MeanUpTo(benefit, month), MeanUpTo(cooperation, month));
            benefitPeak = Math.Max(benefitPeak, benefitNow);
            cooperationPeak = Math.Max(cooperationPeak, cooperationNow);
            if (cooperationPeak < NeededPeak)
                continue;
            below = benefitNow < ShareOfPeak * benefitPeak || cooperationNow < ShareOfPeak * cooperationPeak ? below + 1 : 0;
            if (below == MonthsBelow)
                return new(Fate.Lost, from + (month - MonthsBelow + 1));
        }
        return new(cooperationPeak < NeededPeak ? Fate.NeverBegan : Fate.Kept, null);
    }

    private static double MeanUpTo(IReadOnlyList<double> series, int month)
    {
        var sum = 0.0;
        for (var i = month - Window + 1; i <= month; i++)
            sum += series[i];
        return sum / Window;
    }
}
