using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// A mean over draws that are crossed with replications, and its uncertainty. The draw is the unit: its replications are averaged
/// first. Luck that all draws share does not average out over them. The analysis of variance with two random factors separates
/// it (Searle, Casella and McCulloch 1992, chapter 4); degrees of freedom are Satterthwaite's (Biometrics Bull 1946; 2:110).
/// With one draw or one replication, this is the plain t interval.
/// </summary>
/// <param name="Draws">Draws with a figure; 1 where nothing is sampled.</param>
/// <param name="Replications">Replications with a figure.</param>
/// <param name="OfDraws">Variance of the mean that comes from the spread of the draws.</param>
/// <param name="OfLuck">Variance of the mean from luck that all draws share; 0 with one replication, which cannot tell.</param>
/// <param name="OfInterplay">
/// Variance of the mean from luck within draws, which is a part of <paramref name="OfDraws"/>. More replications lower it.
/// </param>
public sealed record CrossedMean(int Draws, int Replications, double Mean, double OfDraws, double OfLuck, double OfInterplay)
{
    private const double Confidence = 0.95;

    public double StandardError => Math.Sqrt(OfDraws + OfLuck);

    /// <summary>Half the width of the 95 % t interval; not a number if nothing is repeated.</summary>
    public double HalfWidth => Half(OfDraws, OfLuck, OfInterplay, Replications);

    /// <summary>Two-sided p of the t test that the mean is 0.</summary>
    public double P => StandardError switch
    {
        double.NaN => double.NaN,
        0 => Mean == 0 ? 1 : 0,
        var error => 2 * StudentT.CDF(0, 1, Freedom(OfDraws, OfLuck, OfInterplay, Replications), -Math.Abs(Mean) / error),
    };

    public static CrossedMean Of(Crossed figures)
    {
        var draws = figures.Draws();
        var (count, replications) = (draws.Length, draws.Length == 0 ? 0 : draws[0].Length);
        double[] means = [.. draws.Select(draw => Defined(draw).Mean())];
        if (count <= 1)
            return new(count, replications, means.Mean(), 0, replications < 2 ? double.NaN : draws[0].Variance() / replications,
                0);
        var ofDraws = means.Variance() / count;
        if (replications == 1)
            return new(count, replications, means.Mean(), ofDraws, 0, 0);
        // Measured from the draw's own mean, so that a replication with only some of the draws does not count as luck.
        var off = draws.Select((draw, d) => draw.Select(value => value - means[d]).ToArray()).ToArray();
        double[] random = [.. Enumerable.Range(0, replications).Select(r => Defined(off.Select(draw => draw[r])).Mean())];
        var (left, known) = (0.0, 0);
        foreach (var draw in off)
            for (var r = 0; r < replications; r++)
                if (!double.IsNaN(draw[r]))
                    (left, known) = (left + (draw[r] - random[r]) * (draw[r] - random[r]), known + 1);
        var interplay = left / Math.Max(1, known - count - replications + 1) / known;
        return new(count, replications, means.Mean(), ofDraws, Math.Max(0, random.Variance() / replications - interplay),
            interplay);
    }

    /// <summary>Half the width of the interval after so many replications, if they are like those so far.</summary>
    public double HalfAfter(int replications)
    {
        if (replications == Replications)
            return HalfWidth;
        var share = (double)Replications / replications;
        var interplay = Math.Min(OfInterplay, OfDraws);
        return Half(OfDraws - interplay + interplay * share, OfLuck * share, interplay * share, replications);
    }

    private double Half(double ofDraws, double ofLuck, double ofInterplay, int replications) => double.IsNaN(ofDraws + ofLuck)
        ? double.NaN
        : StudentT.InvCDF(0, 1, Freedom(ofDraws, ofLuck, ofInterplay, replications),
            1 - (1 - Confidence) / 2) * Math.Sqrt(ofDraws + ofLuck);

    // The variance of the mean is a sum and difference of three mean squares, each divided by the number of runs: of draws, of
    // replications (luck and interplay) and of what is left (interplay).
    private double Freedom(double ofDraws, double ofLuck, double ofInterplay, int replications)
    {
        if (ofLuck == 0)
            return Math.Max(1, (Draws > 1 ? Draws : replications) - 1);
        if (ofDraws == 0)
            return Math.Max(1, replications - 1);
        var (freeDraws, freeLuck) = (Draws - 1.0, Math.Max(1.0, replications - 1));
        return Math.Max(1, Math.Pow(ofDraws + ofLuck, 2)
            / (Math.Pow(ofDraws, 2) / freeDraws + Math.Pow(ofLuck + ofInterplay, 2) / freeLuck
                + Math.Pow(ofInterplay, 2) / (freeDraws * freeLuck)));
    }

    private static IEnumerable<double> Defined(IEnumerable<double> values) => values.Where(value => !double.IsNaN(value));
}
