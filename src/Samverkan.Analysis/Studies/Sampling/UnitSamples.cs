using MathNet.Numerics;
using MathNet.Numerics.Random;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Sampling;

/// <summary>Samples of the unit cube: a row per sample, a column per factor. The same seed gives the same samples.</summary>
public static class UnitSamples
{
    public static double[][] Of(SamplingMethod method, int size, int factors, ulong seed) => method switch
    {
        SamplingMethod.MonteCarlo => MonteCarlo(size, factors, seed),
        SamplingMethod.LatinHypercube => LatinHypercube(size, factors, seed),
        SamplingMethod.SobolSequence => Sobol(size, factors, seed),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "It has a design of its own."),
    };

    public static double[][] MonteCarlo(int size, int factors, ulong seed)
    {
        var chance = Chance(seed);
        return Rows(size, factors, (_, _) => chance.NextDouble());
    }

    /// <summary>Every factor has one value in each of as many equal parts as there are samples (McKay et al. 1979).</summary>
    public static double[][] LatinHypercube(int size, int factors, ulong seed)
    {
        var chance = Chance(seed);
        var places = Enumerable.Range(0, factors).Select(_ => Combinatorics.GeneratePermutation(size, chance)).ToArray();
        return Rows(size, factors, (row, factor) => (places[factor][row] + chance.NextDouble()) / size);
    }

    public static double[][] Sobol(int size, int factors, ulong seed)
    {
        var chance = Chance(seed);
        var sequence = new SobolSequence(factors, [.. Enumerable.Range(0, factors).Select(_ => (uint)chance.NextInt64())]);
        var rows = new double[size][];
        for (var row = 0; row < size; row++)
            sequence.Next(rows[row] = new double[factors]);
        return rows;
    }

    /// <summary>Chance outside the model: of designs and of resampling, never of a run.</summary>
    public static RandomSource Chance(ulong seed) =>
        new Xoshiro256StarStar(unchecked((int)(seed ^ seed >> 32)), threadSafe: false);

    private static double[][] Rows(int size, int factors, Func<int, int, double> value)
    {
        var rows = new double[size][];
        for (var row = 0; row < size; row++)
        {
            rows[row] = new double[factors];
            for (var factor = 0; factor < factors; factor++)
                rows[row][factor] = value(row, factor);
        }
        return rows;
    }
}
