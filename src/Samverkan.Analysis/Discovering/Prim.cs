namespace Samverkan.Analysis.Discovering;

/// <summary>One side of a box: a factor's quantile is at least, or at most, so much.</summary>
/// <param name="P">
/// Chance that the restriction only seems to help (binomial, one-sided; Bryant and Lempert 2010), times the number of cuts
/// among which it was chosen.
/// </param>
public sealed record Restriction(int Factor, double Low, double High, double P);

/// <summary>A box in the space of the factors, and how well it tells where something happens.</summary>
/// <param name="Samples">Samples in the box, without those that an earlier box holds.</param>
/// <param name="Base">Share of all samples in which it happens.</param>
/// <param name="Density">Share of the samples in the box in which it happens.</param>
/// <param name="Coverage">Share of all cases that the box holds.</param>
/// <param name="Score">Harmonic mean of density and coverage, of what earlier boxes left.</param>
public sealed record Box(IReadOnlyList<Restriction> Restrictions, int Samples, double Base, double Density, double Coverage, double Score);

/// <summary>How a box came from the one before.</summary>
public enum BoxMove { Start, Peeled, Pasted, Refined }

/// <summary>A box on the way, which a reader may choose instead.</summary>
public sealed record BoxStep(BoxMove Move, Box Box);

/// <summary>A box and the way to it: all samples first, then ever fewer.</summary>
public sealed record FoundBox(Box Box, IReadOnlyList<BoxStep> Way)
{
    /// <summary>The purest box on the way that holds at least that share of all cases; null: none does.</summary>
    public Box? With(double coverage) =>
        Way.Select(step => step.Box).Where(box => box.Coverage >= coverage).OrderByDescending(box => box.Density).ThenByDescending(box => box.Coverage).FirstOrDefault();
}

/// <summary>
/// The patient rule induction method (Friedman and Fisher 1999): peels a twentieth of the samples off one side at a time,
/// always where what is left is densest, then pastes back what does not make it thinner. Of all boxes on the way the one that best
/// weighs how pure it is against how much it holds is refined, side by side, until no side can be moved to advantage. Factors
/// whose sides do not help beyond chance are left out, and the peeling begins anew. The next box is sought among
/// the samples that are in none so far.
/// </summary>
public static class Prim
{
    private const int MostBoxes = 4;
    private const double LeastShareOfCases = 0.05;

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="happens">Whether it happens in the sample.</param>
    /// <returns>The boxes in the order in which they were found; none if it happens never or always, or nowhere beyond chance.</returns>
    public static IReadOnlyList<FoundBox> Find(IReadOnlyList<double[]> units, IReadOnlyList<bool> happens)
    {
        var cases = happens.Count(h => h);
        var (found, left) = (new List<FoundBox>(), Enumerable.Range(0, units.Count).ToList());
        while (found.Count < MostBoxes && left.Count(i => happens[i]) is var more && more > 0 && more >= LeastShareOfCases * cases && more < left.Count)
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
            // A lucky edge is not only opened: without its factor the peeling goes on to others, which it kept from being found.
            if (restrictions.MaxBy(side => side.P) is { } weakest && weakest.P >= Samples.Significant)
                allowed.Remove(weakest.Factor);
            else if (restrictions.Count == 0)
                return null;
            else
                return (new(samples.Described(best), [.. way.Select(step => new BoxStep(step.Move, samples.Described(step.Sides)))]), best);
        }
        return null;
    }
}
