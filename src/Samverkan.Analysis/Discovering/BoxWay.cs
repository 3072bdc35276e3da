namespace Samverkan.Analysis.Discovering;

/// <summary>The boxes of one search: peeled from all samples, pasted back, and the best of them refined.</summary>
internal static class BoxWay
{
    private const double ShareOfPeel = 0.05;
    private const double LeastShare = 0.05;
    private const int FewestSamples = 10;
    private const int Refined = 5;

    public static List<(BoxMove Move, Sides Sides)> Of(Samples samples, HashSet<int> allowed)
    {
        var way = new List<(BoxMove Move, Sides Sides)> { (BoxMove.Start, Sides.All(samples.Factors)) };
        int[] factors = [.. allowed.Order()];
        while (Peeled(samples, way[^1].Sides, factors) is { } smaller)
            way.Add((BoxMove.Peeled, smaller));
        while (Pasted(samples, way[^1].Sides, factors) is { } larger)
            way.Add((BoxMove.Pasted, larger));
        // Of two boxes with the same score, the later one is the purer.
        var best = way.Select((step, place) => (step, place)).OrderByDescending(one => samples.Score(one.step.Sides))
            .ThenByDescending(one => one.place)
            .Take(Refined).Select(one => Climbed(samples, one.step.Sides, factors)).MaxBy(samples.Score)!;
        if (samples.Score(best) > way.Max(step => samples.Score(step.Sides)))
            way.Add((BoxMove.Refined, best));
        return way;
    }

    /// <summary>
    /// The box without a twentieth, cut where that is best; null if too few samples would be left, or nothing is gained.
    /// </summary>
    private static Sides? Peeled(Samples samples, Sides sides, int[] factors)
    {
        var inside = samples.Inside(sides);
        var off = Math.Max(1, (int)(ShareOfPeel * inside.Count));
        if (inside.Count - off < Math.Max(FewestSamples, LeastShare * samples.Count) || inside.All(samples.Happens))
            return null;
        var (best, density) = ((Sides?)null, samples.Density(inside));
        foreach (var factor in factors)
        {
            var sorted = inside.OrderBy(i => samples.At(i, factor)).ToArray();
            Consider(sorted[off..], sides.From(factor, samples.Between(sorted[off - 1], sorted[off], factor)));
            Consider(sorted[..^off], sides.UpTo(factor, samples.Between(sorted[^(off + 1)], sorted[^off], factor)));
        }
        return best;

        void Consider(int[] left, Sides smaller)
        {
            // Equal values stay together, so a cut may remove more than a twentieth.
            if (samples.Density(left) is var now && now > density && samples.Inside(smaller).Count < inside.Count)
                (best, density) = (smaller, now);
        }
    }

    /// <summary>
    /// The box with a twentieth more, on the side that makes it densest; null if every side lowers its density.
    /// </summary>
    private static Sides? Pasted(Samples samples, Sides sides, int[] factors)
    {
        var inside = samples.Inside(sides);
        var (best, density) = ((Sides?)null, samples.Density(inside));
        var more = Math.Max(1, (int)(ShareOfPeel * inside.Count));
        foreach (var factor in factors.Where(sides.Restricts))
        {
            var open = samples.Inside(sides.Open(factor));
            int[] below =
                [.. open.Where(i => samples.At(i, factor) < sides.Low(factor)).OrderByDescending(i => samples.At(i, factor))];
            int[] above = [.. open.Where(i => samples.At(i, factor) > sides.High(factor)).OrderBy(i => samples.At(i, factor))];
            Consider(below, edge => sides.From(factor, edge), 0);
            Consider(above, edge => sides.UpTo(factor, edge), 1);

            void Consider(int[] outside, Func<double, Sides> moved, double end)
            {
                if (outside.Length == 0)
                    return;
                var larger = moved(more < outside.Length ? samples.Between(outside[more - 1], outside[more], factor) : end);
                var now = samples.Inside(larger);
                if (now.Count > inside.Count && samples.Density(now) >= density)
                    (best, density) = (larger, samples.Density(now));
            }
        }
        return best;
    }

    /// <summary>Moves one factor's sides after the other to the best score, until no move gains anything.</summary>
    private static Sides Climbed(Samples samples, Sides sides, int[] factors)
    {
        for (var moved = true; moved;)
        {
            moved = false;
            foreach (var factor in factors)
                if (BestOf(samples, sides, factor) is { } better && samples.Score(better) > samples.Score(sides) + 1e-12)
                    (sides, moved) = (better, true);
        }
        return sides;
    }

    /// <summary>
    /// The best interval of a factor with everything else fixed. The score is a ratio, 2 cases / (samples + all cases).
    /// Dinkelbach's method (Manag Sci 1967; 13:492) finds the largest ratio by largest differences, each in one pass over the
    /// sorted samples.
    /// </summary>
    private static Sides? BestOf(Samples samples, Sides sides, int factor)
    {
        int[] sorted = [.. samples.Inside(sides.Open(factor)).OrderBy(i => samples.At(i, factor))];
        var (best, score) = ((Sides?)null, samples.Score(sides));
        while (Largest(score) is { } range && range.Count >= FewestSamples)
        {
            var (first, last) = (range.First, range.First + range.Count - 1);
            var candidate = sides.Between(
                factor, first == 0 ? 0 : samples.Between(sorted[first - 1], sorted[first], factor),
                last == sorted.Length - 1 ? 1 : samples.Between(sorted[last], sorted[last + 1], factor));
            if (samples.Score(candidate) is var now && now <= score + 1e-12)
                break;
            (best, score) = (candidate, now);
        }
        return best;

        (int First, int Count)? Largest(double price)
        {
            var (sum, first, most, range) = (0.0, 0, double.NegativeInfinity, ((int, int)?)null);
            for (var i = 0; i < sorted.Length; i++)
            {
                var starts = i == 0 || samples.At(sorted[i], factor) > samples.At(sorted[i - 1], factor);
                if (starts && sum <= 0)
                    (sum, first) = (0, i);
                sum += (samples.Happens(sorted[i]) ? 2 : 0) - price;
                var ends = i == sorted.Length - 1 || samples.At(sorted[i + 1], factor) > samples.At(sorted[i], factor);
                if (ends && sum > most)
                    (most, range) = (sum, (first, i - first + 1));
            }
            return range;
        }
    }
}
