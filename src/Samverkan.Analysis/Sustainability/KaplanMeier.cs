using MathNet.Numerics.Distributions;
using Samverkan.Model;

namespace Samverkan.Analysis.Sustainability;

/// <summary>How long something lasted, and whether its end was seen.</summary>
/// <param name="Time">Until its end, or until it was last seen.</param>
/// <param name="Ended">False: it still lasted when it was last seen.</param>
public readonly record struct Lifetime(double Time, bool Ended)
{
    /// <summary>In months from the start of the run.</summary>
    /// <param name="end">null: its end was not seen before the run ended.</param>
    public static Lifetime Until(Month? end, Blueprint world) =>
        end is { } month ? new(month - world.From, true) : new(world.To - world.From + 1, false);
}

/// <summary>A step of a survival curve: what holds from a time at which something ended until the next.</summary>
/// <param name="AtRisk">How many lasted until just before.</param>
/// <param name="Low">Lower end of the pointwise 95 % interval; not a number where there is none.</param>
public readonly record struct SurvivalStep(double Time, int AtRisk, int Ended, double Share, double StandardError, double Low,
    double High);

/// <summary>
/// The product-limit estimate of Kaplan and Meier (J Am Stat Assoc 1958; 53:457), with Greenwood's standard error and the
/// interval on the log(-log) scale (Kalbfleisch and Prentice 1980, section 1.3), which stays between 0 and 1.
/// </summary>
public static class KaplanMeier
{
    private const double Confidence = 0.95;
    private static readonly double Normal95 = Normal.InvCDF(0, 1, 1 - (1 - Confidence) / 2);

    /// <summary>One step per time at which something ended, in order; none if nothing did.</summary>
    public static IReadOnlyList<SurvivalStep> Of(IReadOnlyCollection<Lifetime> lifetimes)
    {
        var steps = new List<SurvivalStep>();
        var (share, greenwood) = (1.0, 0.0);
        foreach (var end in lifetimes.Where(one => one.Ended).GroupBy(one => one.Time).OrderBy(group => group.Key))
        {
            var (ended, atRisk) = (end.Count(), lifetimes.Count(one => one.Time >= end.Key));
            share *= 1 - (double)ended / atRisk;
            greenwood += (double)ended / ((double)atRisk * (atRisk - ended));
            var (low, high) = Interval(share, greenwood);
            steps.Add(new(end.Key, atRisk, ended, share, share == 0 ? double.NaN : share * Math.Sqrt(greenwood), low, high));
        }
        return steps;
    }

    /// <summary>The first time by which half have ended; null if more than half last.</summary>
    public static double? Median(IReadOnlyList<SurvivalStep> curve) =>
        curve.Where(step => step.Share <= 0.5).Select(step => (double?)step.Time).FirstOrDefault();

    private static (double Low, double High) Interval(double share, double greenwood)
    {
        if (share is 0 or 1)
            return (double.NaN, double.NaN);
        var log = Math.Log(share);
        var half = Normal95 * Math.Sqrt(greenwood) / Math.Abs(log);
        return (Math.Pow(share, Math.Exp(half)), Math.Pow(share, Math.Exp(-half)));
    }
}
