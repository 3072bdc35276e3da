using MathNet.Numerics.LinearAlgebra;

namespace Samverkan.Analysis.Calibrating;

/// <summary>
/// Predicts several outcomes of the same runs at points where the model was not run: regressions on lines, parabolas and
/// products of two factors (Legendre polynomials in their quantiles). All lines are included. Other terms are added one by one
/// while the extended Bayesian information criterion of an outcome falls; of very many factors, products are tried of those alone
/// that are chosen by themselves. All outcomes have the same terms, so the covariance
/// of their errors is that of the residuals, times a leverage.
/// </summary>
public sealed class Emulator
{
    private const int MostTerms = 40;
    private const int SamplesPerLine = 4;
    private const int Many = 60;
    private readonly List<Term> terms;
    private readonly double[][] coefficients;
    private readonly double[,] inverse;

    /// <param name="units">Quantiles of the factors, a row per sample.</param>
    /// <param name="outcomes">By outcome, then by sample: the mean over the sample's replications.</param>
    public Emulator(IReadOnlyList<double[]> units, IReadOnlyList<double[]> outcomes)
    {
        var (factors, most) = (units[0].Length, Math.Min(MostTerms, units.Count / 3));
        var lines = units.Count >= SamplesPerLine * (factors + 1);
        terms = [Term.Constant, .. lines ? Enumerable.Range(0, factors).Select(factor => new Term(factor, 1, -1)) : []];
        var candidates = Values(units, Candidates(factors, factors <= Many ? [.. Enumerable.Range(0, factors)] : [])
            .Except(terms));
        var chosen = outcomes.Select(outcome => Chosen(units, outcome, [], candidates, most)).ToList();
        if (factors > Many)
            chosen = [.. outcomes.Select((outcome, o) => Chosen(units, outcome, chosen[o],
                WithProducts(units, candidates, chosen[o]), most))];
        // In turns, so that each outcome gets its most important terms if there is no room for all.
        for (var rank = 0; rank < chosen.Max(own => own.Count); rank++)
            foreach (var own in chosen.Where(own => rank < own.Count && terms.Count < most && !terms.Contains(own[rank])))
                terms.Add(own[rank]);
        var matrix = MatrixOf(units, terms);
        var root = matrix.QR();
        var fitted = outcomes.Select(outcome => root.Solve(Vector<double>.Build.DenseOfArray(outcome))).ToList();
        coefficients = [.. fitted.Select(one => one.ToArray())];
        inverse = matrix.TransposeThisAndMultiply(matrix).Inverse().ToArray();
        Residuals =
            [.. outcomes.Select((outcome, o) => (Vector<double>.Build.DenseOfArray(outcome) - matrix * fitted[o]).ToArray())];
        Freedom = Math.Max(1, units.Count - terms.Count);
        Fits = [.. outcomes.Select((outcome, o) => FitOf(outcome, Residuals[o]))];
    }

    /// <summary>By outcome, then by sample: the residuals.</summary>
    public IReadOnlyList<double[]> Residuals { get; }

    /// <summary>Degrees of freedom of the residuals.</summary>
    public int Freedom { get; }

    /// <summary>Share of each outcome's variance over the samples that the emulator explains, adjusted for its terms.</summary>
    public IReadOnlyList<double> Fits { get; }

    /// <summary>The predicted outcomes at a point.</summary>
    /// <returns>The variance of the prediction, as a multiple of the variance of the residuals.</returns>
    public double At(double[] unit, Span<double> expected)
    {
        Span<double> x = stackalloc double[terms.Count];
        for (var t = 0; t < x.Length; t++)
            x[t] = terms[t].Of(unit);
        for (var o = 0; o < expected.Length; o++)
        {
            expected[o] = 0;
            for (var t = 0; t < x.Length; t++)
                expected[o] += x[t] * coefficients[o][t];
        }
        var leverage = 0.0;
        for (var t = 0; t < x.Length; t++)
            for (var s = 0; s < x.Length; s++)
                leverage += x[t] * inverse[t, s] * x[s];
        return leverage;
    }

    /// <summary>The terms that one outcome needs beside those that all outcomes have.</summary>
    /// <param name="first">Some that it is known to need.</param>
    private List<Term> Chosen(IReadOnlyList<double[]> units, double[] outcome, IReadOnlyList<Term> first,
        Dictionary<Term, Vector<double>> candidates, int most)
    {
        var (y, own) = (Vector<double>.Build.DenseOfArray(outcome), first.ToList());
        Vector<double> Left(Matrix<double> matrix) => y - matrix * matrix.QR().Solve(y);
        var left = Left(MatrixOf(units, [.. terms, .. own]));
        var (criterion, scale) = (Criterion(y.Count, left.DotProduct(left), own.Count + 1, candidates.Count), (y - y.Average())
            .L2Norm());
        while (terms.Count + own.Count < most && own.Count < candidates.Count && left.L2Norm() > 1e-9 * scale)
        {
            var best = candidates.Where(c => !own.Contains(c.Key))
                .MaxBy(c => Math.Abs(c.Value.DotProduct(left)) / c.Value.L2Norm()).Key;
            var rest = Left(MatrixOf(units, [.. terms, .. own, best]));
            var next = Criterion(y.Count, rest.DotProduct(rest), own.Count + 2, candidates.Count);
            if (next >= criterion)
                break;
            (left, criterion) = (rest, next);
            own.Add(best);
        }
        return own;
    }

    private double FitOf(double[] outcome, double[] residuals)
    {
        var mean = outcome.Average();
        var total = outcome.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, outcome.Length - 1);
        return total == 0 ? 1 : 1 - residuals.Sum(left => left * left) / Freedom / total;
    }

    private static Dictionary<Term,
        Vector<double>> WithProducts(IReadOnlyList<double[]> units,
            Dictionary<Term, Vector<double>> candidates, IReadOnlyList<Term> chosen)
    {
        var products = Candidates(units[0].Length, [.. chosen.Select(term => term.One).Distinct().Order()])
            .Where(term => term.Other >= 0);
        return candidates.Concat(Values(units, products)).ToDictionary();
    }

    private static Dictionary<Term, Vector<double>> Values(IReadOnlyList<double[]> units, IEnumerable<Term> terms) =>
        terms.ToDictionary(t => t, t => Vector<double>.Build.DenseOfEnumerable(units.Select(t.Of)));

    /// <param name="multiplied">Factors of which all products of two are among them, in order.</param>
    private static IEnumerable<Term> Candidates(int factors, IReadOnlyList<int> multiplied)
    {
        for (var one = 0; one < factors; one++)
        {
            yield return new(one, 1, -1);
            yield return new(one, 2, -1);
            if (multiplied.Contains(one))
                foreach (var other in multiplied.Where(other => other > one))
                    yield return new(one, 1, other);
        }
    }

    private static Matrix<double> MatrixOf(IReadOnlyList<double[]> units, IReadOnlyList<Term> terms) =>
        Matrix<double>.Build.DenseOfColumnVectors(terms.Select(t => Vector<double>.Build.DenseOfEnumerable(units.Select(t.Of))));

    private static double Criterion(int count, double squares, int terms, int candidates) =>
        count * Math.Log(Math.Max(squares, 1e-300) / count) + terms * (Math.Log(count) + Math.Log(Math.Max(1, candidates)));

    private readonly record struct Term(int One, int Degree, int Other)
    {
        /// <summary>Centred here, because the samples of later waves are not even.</summary>
        public static readonly Term Constant = new(-1, 0, -1);

        public double Of(double[] u) => One < 0 ? 1 : Basis(u[One], Degree) * (Other < 0 ? 1 : Basis(u[Other], 1));

        private static double Basis(double u, int degree) =>
            degree == 1 ? Math.Sqrt(3) * (2 * u - 1) : Math.Sqrt(5) * (6 * u * u - 6 * u + 1);
    }
}
