using Samverkan.Analysis.Studies.Sampling;

namespace Samverkan.Analysis.Calibrating;

/// <summary>
/// Rules out, wave by wave, the values under which the model cannot have given the observations (Craig et al. 1997, Vernon
/// et al. 2010). The result is not a best fit but everything that is not implausible. Approximate Bayesian computation on the
/// last wave's emulators then samples it in proportion to likelihood.
/// </summary>
/// <param name="switches">Factors that have two values alone; null: none.</param>
public sealed class HistoryMatching(int factors, double cutoff, ulong seed, IReadOnlyList<bool>? switches = null)
{
    private const int Tried = 40_000;
    private const int MostBatches = 50;
    private readonly List<Wave> waves = [];

    public int Waves => waves.Count;

    /// <summary>Share of the original space that is not ruled out after each wave.</summary>
    public List<double> Left { get; } = [];

    public void Learn(Wave wave)
    {
        waves.Add(wave);
        Left.Add((double)Candidates(0).Count(IsPlausible) / Tried);
    }

    /// <summary>The largest implausibility over all waves and targets.</summary>
    public double Implausibility(double[] unit) => waves.Count == 0 ? 0 : waves.Max(wave => wave.Implausibility(unit));

    public bool IsPlausible(double[] unit) => waves.All(wave => wave.Implausibility(unit) <= wave.Cutoff(cutoff));

    /// <summary>Samples for the next wave, even over what is not ruled out; fewer if almost nothing is left.</summary>
    public IReadOnlyList<double[]> Next(int size)
    {
        if (waves.Count == 0)
            return Snapped(UnitSamples.LatinHypercube(size, factors, seed));
        var kept = new List<double[]>();
        for (var batch = 1; batch <= 25 && kept.Count < size; batch++)
            kept.AddRange(Candidates((ulong)(waves.Count * 100 + batch)).Where(IsPlausible).Take(size - kept.Count));
        return kept;
    }

    /// <summary>
    /// Samples of what is not ruled out, each accepted with a probability in proportion to its likelihood under the last wave's
    /// emulators: approximate Bayesian computation with a Gaussian kernel of the tolerances (Wilkinson 2013).
    /// </summary>
    public IReadOnlyList<double[]> Accept(int size)
    {
        var (last, chance) = (waves[^1], UnitSamples.Chance(seed + 7));
        var (tried, most) = (new List<(double[] Unit, double Likelihood, double Draw)>(), double.NegativeInfinity);
        for (var batch = 1; batch <= MostBatches; batch++)
        {
            foreach (var unit in Candidates((ulong)(10_000 + batch)).Where(IsPlausible))
            {
                var (likelihood, draw) = (last.LogLikelihood(unit), Math.Log(chance.NextDouble()));
                most = Math.Max(most, likelihood);
                // A sample that even the smallest maximum so far rejects can never be accepted.
                if (draw < likelihood - most)
                    tried.Add((unit, likelihood, draw));
            }
            // Judged by the largest likelihood of all: the first samples were judged by too small a maximum.
            tried.RemoveAll(one => one.Draw >= one.Likelihood - most);
            if (tried.Count >= size)
                break;
        }
        return [.. tried.Take(size).Select(one => one.Unit)];
    }

    private double[][] Candidates(ulong batch) => Snapped(UnitSamples.MonteCarlo(Tried, factors, seed * 31 + batch));

    // The middle of each half: with two places alone, a line is all that an emulator needs.
    private double[][] Snapped(double[][] units)
    {
        for (var factor = 0; factor < factors; factor++)
            if (switches?[factor] == true)
                foreach (var unit in units)
                    unit[factor] = unit[factor] < .5 ? .25 : .75;
        return units;
    }
}
