namespace Samverkan.Analysis.Discovering;

/// <summary>One side of a box: a lower or an upper bound on a factor's quantile.</summary>
/// <param name="P">
/// Probability that the bound only seems to help (binomial, one-sided; Bryant and Lempert 2010), times the number of cuts
/// that were compared.
/// </param>
public sealed record Restriction(int Factor, double Low, double High, double P);

/// <summary>A box in the space of the factors, and how well it separates the cases.</summary>
/// <param name="Samples">Samples in the box, without those in an earlier box.</param>
/// <param name="Base">Share of all samples in which it happens.</param>
/// <param name="Density">Share of the samples in the box in which it happens.</param>
/// <param name="Coverage">Share of all cases that are in the box.</param>
/// <param name="Score">Harmonic mean of density and coverage, among the samples that earlier boxes left.</param>
public sealed record Box(IReadOnlyList<Restriction> Restrictions, int Samples, double Base, double Density, double Coverage,
    double Score);

/// <summary>How a box was made from the one before.</summary>
public enum BoxMove { Start, Peeled, Pasted, Refined }

/// <summary>A box of the search, which a reader may choose instead.</summary>
public sealed record BoxStep(BoxMove Move, Box Box);

/// <summary>A box and the search that led to it, from all samples down.</summary>
public sealed record FoundBox(Box Box, IReadOnlyList<BoxStep> Way)
{
    /// <summary>The purest box of the search that contains at least this share of all cases; null if there is none.</summary>
    public Box? With(double coverage) =>
        Way.Select(step => step.Box).Where(box => box.Coverage >= coverage).OrderByDescending(box => box.Density)
        .ThenByDescending(box => box.Coverage).FirstOrDefault();
}

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999). It peels a twentieth of the samples off one side at a time,
/// always where the rest is densest, then pastes back what does not lower the density. Of all boxes, the one with the best
/// balance of density and coverage is refined, side by side, until no move gains anything. Factors whose sides do not help
/// beyond chance are dropped, and the search starts again. The next box is sought among the samples outside all earlier
/// boxes.
/// </summary>
public static class Prim
{
    private const int MostBoxes = 4;
    private const double LeastShareOfCases = 0.05;

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="happens">Whether the sample is a case.</param>
    /// <returns>
    /// The boxes in the order found; none if all samples are cases, or none are, or no box helps beyond chance.
    /// </returns>
    public static IReadOnlyList<FoundBox> Find(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens)
    {
        var cases = happens.Count(h => h);
        var (found, left) = (new List<FoundBox>(), Enumerable.Range(0, units.Count).ToList());
        while (found.Count < MostBoxes && left.Count(i => happens[i]) is var more && more > 0 && more >= LeastShareOfCases * cases
            && more < left.Count)
        {
            var samples = new Samples([.. left.Select(i => units[i])], [.. left.Select(i => happens[i])], cases, units.Count);
            if (One(samples) is not { } one)
                break;
            found.Add(one.Found);
            left = [.. left.Where(i => !one.Sides.Holds(units[i]))];
        }
        return found;
    }

    private static (FoundBox Found, Sides Sides)? One(Samples samples)
    {
        var allowed = Enumerable.Range(0, samples.Factors).ToHashSet();
        while (allowed.Count > 0)
        {
            var way = BoxWay.Of(samples, allowed);
            var best = way.MaxBy(step => samples.Score(step.Sides))!.Sides;
            var restrictions = samples.Restrictions(best);
            // Removing a lucky side is not enough: without its factor, the search finds others that it had hidden.
            if (restrictions.MaxBy(side => side.P) is { } weakest && weakest.P >= Samples.Significant)
                allowed.Remove(weakest.Factor);
            else if (restrictions.Count == 0)
                return null;
            else
                return (new(samples.Described(best),
                    [.. way.Select(step => new BoxStep(step.Move, samples.Described(step.Sides)))]), best);
        }
        return null;
    }
}
