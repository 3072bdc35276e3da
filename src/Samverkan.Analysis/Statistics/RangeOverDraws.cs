using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Statistics;

/// <summary>
/// Where the expected effect lies over draws of all that is not known, with the noise of chance taken off: 90 % of draws. One
/// pair was lived under each draw, so that its difference is the draw's expected effect and luck. How much luck a pair has is
/// known from pairs that all live at the shipped values.
/// </summary>
/// <remarks>
/// The variance of the differences over draws is that of the expected effects plus that of luck. What is left of it for the
/// effects is estimated by its mean given that it is not negative (Box and Tiao 1973, section 5.2: a variance component under the
/// prior 1 / total variance), so that it is never put at 0 because a few draws happened to lie close together. The differences
/// are then drawn towards their mean until they vary as much as the effects do: ranks and skewness are kept. More replications do
/// not narrow the range, but for what too few draws leave open.
/// </remarks>
/// <param name="Draws">Draws under which both figures are defined.</param>
/// <param name="Middle">The mean effect over draws.</param>
/// <param name="Low">Lower end: 5 % of draws lie below it.</param>
/// <param name="High">Upper end: 5 % of draws lie above it.</param>
/// <param name="Spread">Standard deviation of the expected effect over draws.</param>
public sealed record RangeOverDraws(int Draws, double Middle, double Low, double High, double Spread)
{
    /// <summary>Fewer draws than this have no range.</summary>
    public const int Fewest = 4;

    private const double Tail = 0.05;

    /// <summary>Whether the effect has the same sign in 95 % of draws.</summary>
    public bool SignSurvives => Low > 0 || High < 0;

    /// <summary>The same range in a unit that is this many times larger.</summary>
    public RangeOverDraws In(double unit) =>
        this with { Middle = Middle / unit, Low = Low / unit, High = High / unit, Spread = Spread / unit };

    /// <param name="differences">Under each draw; not a number where there is none.</param>
    /// <param name="luck">Variance of a single pair's difference at the shipped values.</param>
    /// <returns>null if there are too few draws, or if nothing varies that only may be or not be.</returns>
    public static RangeOverDraws? Of(IEnumerable<double> differences, double luck, FigureKind kind = FigureKind.Amount)
    {
        var values = differences.Where(value => !double.IsNaN(value)).Order().ToArray();
        if (values.Length < Fewest || double.IsNaN(luck))
            return null;
        var (mean, variance) = (values.Mean(), values.Variance());
        if (variance == 0 && luck == 0)
            return kind == FigureKind.Share ? null : new(values.Length, mean, mean, mean, 0);
        var spread = Math.Sqrt(OfEffects(variance, luck, values.Length - 1));
        // Where all differences are alike by chance, nothing is known of the shape.
        var (low, high) = variance == 0
            ? (mean - Normal.InvCDF(0, 1, 1 - Tail) * spread, mean + Normal.InvCDF(0, 1, 1 - Tail) * spread)
            : (At(Tail), At(1 - Tail));
        return new(values.Length, mean, kind.Change(low), kind.Change(high), spread);

        double At(double share) =>
            mean + (Quantile(values, share) - mean) * spread / Math.Sqrt(variance) * Stretch(values.Length);
    }

    /// <summary>
    /// The expected effect under each draw: its difference, drawn towards the mean of all until they vary as much as the effects
    /// do. In the order of the draws; not a number where there is no difference.
    /// </summary>
    /// <param name="luck">
    /// Variance of a single pair's difference at the shipped values; not a number: nothing is known of it.
    /// </param>
    public static double[] Expected(IReadOnlyList<double> differences, double luck)
    {
        var values = differences.Where(value => !double.IsNaN(value)).ToArray();
        if (values.Length < Fewest || double.IsNaN(luck) || values.Variance() is 0)
            return [.. differences];
        var (mean, variance) = (values.Mean(), values.Variance());
        var share = Math.Min(1, Math.Sqrt(OfEffects(variance, luck, values.Length - 1) / variance));
        return [.. differences.Select(value => mean + (value - mean) * share)];
    }

    /// <summary>
    /// The mean of the variance of effects, given the variance of differences and that no variance is negative.
    /// </summary>
    private static double OfEffects(double variance, double luck, int freedom)
    {
        var (shape, scale) = (freedom / 2.0, freedom * variance / 2);
        if (luck == 0)
            return scale / (shape - 1);
        var x = scale / luck;
        // The ratio of the two incomplete gamma functions goes to shape / x where x is small.
        var ratio = x < 1e-8 ? shape / x
            : SpecialFunctions.GammaLowerRegularized(shape - 1, x) / SpecialFunctions.GammaLowerRegularized(shape, x);
        return x < 1e-8 ? luck / (shape - 1) : scale / (shape - 1) * ratio - luck;
    }

    /// <summary>The quantile beyond which the next draw lies with that probability; at most the extremes.</summary>
    private static double Quantile(double[] sorted, double share)
    {
        var place = Math.Clamp(share * (sorted.Length + 1), 1, sorted.Length);
        var below = (int)Math.Floor(place);
        return below == sorted.Length ? sorted[^1] : sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
    }

    /// <summary>
    /// With fewer than 19 draws, the extremes are not extreme enough: they are stretched as those of a normal distribution are.
    /// </summary>
    private static double Stretch(int draws)
    {
        if (Tail * (draws + 1) >= 1)
            return 1;
        // Blom's approximation of the expected largest of so many.
        return Normal.InvCDF(0, 1, 1 - Tail) / Normal.InvCDF(0, 1, (draws - .375) / (draws + .25));
    }
}
