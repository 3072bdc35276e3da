using MathNet.Numerics.Distributions;

namespace Samverkan.Analysis.Discovering;

/// <summary>The samples among which a box is sought.</summary>
/// <param name="allCases">Cases among all samples of the study, those of earlier boxes too.</param>
internal sealed class Samples(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens, int allCases, int allSamples)
{
    public const double Significant = 0.05;

    /// <summary>Cuts of a twentieth, from either end: the number of cuts compared for each factor.</summary>
    private const int CutsOfAFactor = 40;

    private readonly int cases = happens.Count(h => h);

    public int Count => units.Count;

    public int Factors => units[0].Length;

    public bool Happens(int sample) => happens[sample];

    public double At(int sample, int factor) => units[sample][factor];

    public double Between(int one, int other, int factor) => (At(one, factor) + At(other, factor)) / 2;

    public List<int> Inside(Sides sides)
    {
        var inside = new List<int>();
        for (var i = 0; i < units.Count; i++)
            if (sides.Holds(units[i]))
                inside.Add(i);
        return inside;
    }

    public double Density(IReadOnlyCollection<int> inside) =>
        inside.Count == 0 ? 0 : (double)inside.Count(Happens) / inside.Count;

    /// <summary>The harmonic mean of density and coverage.</summary>
    public double Score(Sides sides)
    {
        var inside = Inside(sides);
        return 2.0 * inside.Count(Happens) / (inside.Count + cases);
    }

    public Box Described(Sides sides)
    {
        var inside = Inside(sides);
        return new([.. Restrictions(sides).OrderBy(side => side.P)], inside.Count, (double)allCases / allSamples, Density(inside),
            (double)inside.Count(Happens) / allCases, Score(sides));
    }

    public IReadOnlyList<Restriction> Restrictions(Sides sides) =>
        [.. Enumerable.Range(0, Factors).Where(sides.Restricts)
            .Select(factor => new Restriction(factor, sides.Low(factor), sides.High(factor), P(sides, factor)))];

    private double P(Sides sides, int factor)
    {
        var (inside, open) = (Inside(sides), Inside(sides.Open(factor)));
        var within = inside.Count(Happens);
        return within == 0 ? 1
            : Math.Min(1, CutsOfAFactor * Factors * (1 - Binomial.CDF(Density(open), inside.Count, within - 1)));
    }
}
