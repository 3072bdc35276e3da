using Samverkan.Analysis.Studies.Sampling;

namespace Samverkan.Analysis.Calibrating;

/// <summary>What was observed of one outcome.</summary>
/// <param name="Tolerance">One standard deviation of what was observed and of what the model may miss.</param>
public readonly record struct Observed(double Value, double Tolerance);

/// <summary>What one wave learnt of one outcome.</summary>
/// <param name="Chance">Variance of a single history around what the model expects: the world happened once.</param>
public sealed record Learnt(Observed Observed, Emulator Emulator, double Chance)
{
    /// <summary>How many standard deviations the expected outcome is from what was observed.</summary>
    public double Implausibility(double[] unit)
    {
        var (mean, variance) = Emulator.At(unit);
        return Math.Abs(mean - Observed.Value) / Math.Sqrt(variance + Chance + Observed.Tolerance * Observed.Tolerance);
    }

    /// <summary>The logarithm of the likelihood of what was observed, up to a constant.</summary>
    public double LogLikelihood(double[] unit)
    {
        var (mean, variance) = Emulator.At(unit);
        var all = variance + Chance + Observed.Tolerance * Observed.Tolerance;
        return -0.5 * ((mean - Observed.Value) * (mean - Observed.Value) / all + Math.Log(all));
    }
}

/// <summary>
/// Rules out, wave by wave, the values under which the model cannot have given what was observed (Craig et al. 1997,
/// Vernon et al. 2010): what is left is not a best fit but all that is not implausible. Then a sample of it that is as dense
/// as it is likely, by approximate Bayesian computation on the last wave's emulators.
/// </summary>
public sealed class HistoryMatching(int factors, double cutoff, ulong seed)
{
    private const int Tried = 40_000;
    private readonly List<IReadOnlyList<Learnt>> waves = [];

    public int Waves => waves.Count;

    /// <summary>Share of the original space that is not ruled out after each wave.</summary>
    public List<double> Left { get; } = [];

    /// <param name="learnt">One for each target.</param>
    public void Learn(IReadOnlyList<Learnt> learnt)
    {
        waves.Add(learnt);
        Left.Add((double)Candidates(0).Count(IsPlausible) / Tried);
    }

    /// <summary>The largest implausibility over all waves and targets.</summary>
    public double Implausibility(double[] unit) => waves.Count == 0 ? 0 : waves.Max(wave => wave.Max(l => l.Implausibility(unit)));

    public bool IsPlausible(double[] unit) => waves.All(wave => wave.All(l => l.Implausibility(unit) <= cutoff));

    /// <summary>Samples for the next wave, even over what is not ruled out; fewer if next to nothing is left.</summary>
    public IReadOnlyList<double[]> Next(int size)
    {
        if (waves.Count == 0)
            return UnitSamples.LatinHypercube(size, factors, seed);
        var kept = new List<double[]>();
        for (var batch = 1; batch <= 25 && kept.Count < size; batch++)
            kept.AddRange(Candidates((ulong)(waves.Count * 100 + batch)).Where(IsPlausible).Take(size - kept.Count));
        return kept;
    }

    /// <summary>
    /// Samples of what is not ruled out, each accepted with a chance in proportion to its likelihood under the last wave's
    /// emulators: approximate Bayesian computation with a Gaussian kernel of the tolerances (Wilkinson 2013).
    /// </summary>
    public IReadOnlyList<double[]> Accept(int size)
    {
        var last = waves[^1];
        var (kept, chance) = (new List<double[]>(), UnitSamples.Chance(seed + 7));
        var most = Candidates(9_000).Where(IsPlausible).Select(u => last.Sum(l => l.LogLikelihood(u))).DefaultIfEmpty(double.NaN).Max();
        for (var batch = 1; batch <= 50 && kept.Count < size && !double.IsNaN(most); batch++)
            foreach (var unit in Candidates((ulong)(10_000 + batch)).Where(IsPlausible))
                if (kept.Count < size && Math.Log(chance.NextDouble()) < last.Sum(l => l.LogLikelihood(unit)) - most)
                    kept.Add(unit);
        return kept;
    }

    private double[][] Candidates(ulong batch) => UnitSamples.MonteCarlo(Tried, factors, seed * 31 + batch);
}
