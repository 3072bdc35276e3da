using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Statistics;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// What a scenario changes in one figure, estimated from replications that share their random numbers with the base.
/// </summary>
/// <param name="Pairs">Pairs in which both figures are defined.</param>
/// <param name="Difference">Mean of other - base over the pairs.</param>
/// <param name="Low">Lower end of the 95 % interval of the difference; not a number if the pairs give none.</param>
/// <param name="P">Two-sided p that the difference is chance; not a number with fewer than two pairs.</param>
/// <param name="BetterShare">Share of pairs in which the other is better; null where neither way is an improvement.</param>
/// <param name="WorseShare">Share of pairs in which it is worse.</param>
/// <param name="Saving">
/// How many times more replications unpaired runs would need for the same interval; not a number if all pairs differ by the same.
/// </param>
public sealed record PairedEstimate(
    int Pairs, double Base, double Other, double Difference, double Low, double High, double P, double? BetterShare,
    double? WorseShare, double Saving)
{
    /// <summary>
    /// Where the expected effect lies over all that is not known; null where nobody asked, or too few draws were lived.
    /// </summary>
    public RangeOverDraws? Unknown { get; init; }

    public double HalfWidth => (High - Low) / 2;

    /// <summary>Whether the direction is clear.</summary>
    public bool IsClear => new PairedInterval(Low, High, P).IsClear;

    /// <summary>The same estimate in a unit that is this many times larger.</summary>
    public PairedEstimate In(double unit) =>
        this with
        {
            Base = Base / unit,
            Other = Other / unit,
            Difference = Difference / unit,
            Low = Low / unit,
            High = High / unit,
            Unknown = Unknown?.In(unit)
        };

    /// <summary>Figures at the same place belong to the same replication. Pairs with an undefined figure are left out.</summary>
    public static PairedEstimate Of(IReadOnlyList<double> @base, IReadOnlyList<double> other, Better better,
        FigureKind kind = FigureKind.Amount)
    {
        var pairs = @base.Zip(other).Where(pair => !double.IsNaN(pair.First) && !double.IsNaN(pair.Second)).ToList();
        if (pairs.Count == 0)
            return new(0, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, null, null, double.NaN);
        var before = pairs.Select(pair => pair.First).ToArray();
        var after = pairs.Select(pair => pair.Second).ToArray();
        var differences = pairs.Select(pair => pair.Second - pair.First).ToArray();
        var wanted = better == Better.Lower ? -1 : 1;
        // One pair tells a story, not how often.
        var isJudged = better != Better.Neither && pairs.Count > 1;
        var interval = PairedInterval.Of(Crossed.Of(before), Crossed.Of(after), kind);
        return new(
            pairs.Count, before.Mean(), after.Mean(), differences.Mean(), interval.Low, interval.High, interval.P,
            isJudged ? Share(differences, d => d * wanted > 0) : null,
            isJudged ? Share(differences, d => d * wanted < 0) : null,
            SavingOf(before, after, differences));
    }

    /// <summary>
    /// How many times more replications unpaired runs would need for the same interval; not a number if all pairs differ by the
    /// same, up to rounding.
    /// </summary>
    internal static double SavingOf(double[] before, double[] after, double[] differences)
    {
        var (unpaired, paired) = (before.Variance() + after.Variance(), differences.Variance());
        return paired > 1e-20 * unpaired ? unpaired / paired : double.NaN;
    }

    /// <summary>With the same figure under draws of all that is not known, pair by pair.</summary>
    public static PairedEstimate Of(
        IReadOnlyList<double> @base, IReadOnlyList<double> other, IReadOnlyList<double> drawnBase,
            IReadOnlyList<double> drawnOther, Better better, FigureKind kind) =>
        Of(@base, other, better, kind) with
        {
            Unknown = RangeOverDraws.Of(
                drawnBase.Zip(drawnOther, (before, after) => after - before),
                @base.Zip(other, (before, after) => after - before).Where(value => !double.IsNaN(value)).Variance(), kind),
        };

    private static double Share(double[] values, Func<double, bool> holds) => (double)values.Count(holds) / values.Length;
}
