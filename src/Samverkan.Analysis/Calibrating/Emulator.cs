using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Samverkan.Analysis.Calibrating;

/// <summary>
/// Foretells an outcome where the model was not run: a regression on lines, parabolas and products of two factors
/// (Legendre polynomials in their quantiles), taken up one by one as long as the extended Bayesian information criterion
/// falls, with the variance of what it foretells.
/// </summary>
public sealed class Emulator
{
    private const int MostTerms = 40;
    private readonly List<Term> terms = [];
    private readonly Vector<double> coefficients;
    private readonly Cholesky<double> information;
    private readonly double residual;

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="outcome">Mean outcome of each sample.</param>
    public Emulator(IReadOnlyList<double[]> units, IReadOnlyList<double> outcome)
    {
        var y = Vector<double>.Build.DenseOfEnumerable(outcome);
        terms.Add(Term.Constant);
        var candidates = Candidates(units[0].Length).ToDictionary(t => t, t => Vector<double>.Build.DenseOfEnumerable(units.Select(t.Of)));
        coefficients = Vector<double>.Build.Dense(1, y.Average());
        var left = y - y.Average();
        var (criterion, all, scale) = (Criterion(y.Count, left.DotProduct(left), 1, candidates.Count), candidates.Count, left.L2Norm());
        while (terms.Count < Math.Min(MostTerms, outcome.Count / 3) && candidates.Count > 0 && left.L2Norm() > 1e-9 * scale)
        {
            var best = candidates.MaxBy(c => Math.Abs(c.Value.DotProduct(left)) / c.Value.L2Norm()).Key;
            var matrix = MatrixOf(units, [.. terms, best]);
            var fitted = matrix.QR().Solve(y);
            var rest = y - matrix * fitted;
            var next = Criterion(y.Count, rest.DotProduct(rest), terms.Count + 1, all);
            if (next >= criterion)
                break;
            (left, criterion, coefficients) = (rest, next, fitted);
            terms.Add(best);
            candidates.Remove(best);
        }
        residual = left.DotProduct(left) / Math.Max(1, y.Count - terms.Count);
        var final = MatrixOf(units, terms);
        information = final.TransposeThisAndMultiply(final).Cholesky();
        var total = scale * scale / Math.Max(1, y.Count - 1);
        Fit = total == 0 ? 1 : 1 - residual / total;
    }

    /// <summary>Share of the outcome's variance over the samples that the emulator explains, adjusted for its terms.</summary>
    public double Fit { get; }

    /// <summary>The outcome that is expected at a point, and the variance of the model's mean around it.</summary>
    public (double Mean, double Variance) At(double[] unit)
    {
        var x = Vector<double>.Build.DenseOfEnumerable(terms.Select(t => t.Of(unit)));
        return (x.DotProduct(coefficients), residual * (1 + x.DotProduct(information.Solve(x))));
    }

    private static IEnumerable<Term> Candidates(int factors)
    {
        for (var one = 0; one < factors; one++)
        {
            yield return new(one, 1, -1);
            yield return new(one, 2, -1);
            for (var other = one + 1; other < factors; other++)
                yield return new(one, 1, other);
        }
    }

    private static Matrix<double> MatrixOf(IReadOnlyList<double[]> units, IReadOnlyList<Term> terms) =>
        Matrix<double>.Build.DenseOfColumnVectors(terms.Select(t => Vector<double>.Build.DenseOfEnumerable(units.Select(t.Of))));

    private static double Criterion(int count, double squares, int terms, int candidates) =>
        count * Math.Log(Math.Max(squares, 1e-300) / count) + terms * (Math.Log(count) + Math.Log(candidates));

    private readonly record struct Term(int One, int Degree, int Other)
    {
        /// <summary>Not left to centring: the samples of later waves are not even.</summary>
        public static readonly Term Constant = new(-1, 0, -1);

        public double Of(double[] u) => One < 0 ? 1 : Basis(u[One], Degree) * (Other < 0 ? 1 : Basis(u[Other], 1));

        private static double Basis(double u, int degree) => degree == 1 ? Math.Sqrt(3) * (2 * u - 1) : Math.Sqrt(5) * (6 * u * u - 6 * u + 1);
    }
}
