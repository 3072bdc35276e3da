using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Samverkan.Analysis.Sensitivity;

/// <summary>
/// A sum of one curve for each factor that matters, fitted to any sample. It gives each factor's share of the variance even if
/// there are as many factors as samples. Curves are straight lines and parabolas in the factors' quantiles (Legendre
/// polynomials, orthonormal over even quantiles). They are added one by one while the extended Bayesian information criterion
/// falls, which accounts for the number of candidates (Chen and Chen 2008).
/// </summary>
public sealed class AdditiveModel
{
    private const int MostTerms = 60;
    private readonly List<(int Factor, int Degree)> terms = [];
    private readonly int factors;

    private AdditiveModel(int factors) => this.factors = factors;

    /// <summary>
    /// For each factor: the variance that its curve explains, minus what chance alone would give. The intervals hold for all
    /// curves at once (Bonferroni). The lower end is above 0 only if chance does not give as much to the largest of them.
    /// </summary>
    public Index[] Explained { get; private set; } = [];

    /// <summary>Share of the outcome's variance over the samples that all curves explain, adjusted for their number.</summary>
    public double Fit { get; private set; }

    public static AdditiveModel Of(IReadOnlyList<double[]> units, IReadOnlyList<double> outcome)
    {
        var model = new AdditiveModel(units[0].Length);
        var y = Vector<double>.Build.DenseOfEnumerable(outcome.Select(v => v - outcome.Mean()));
        var candidates = (from factor in Enumerable.Range(0, model.factors) from degree in new[] { 1, 2 } select (factor, degree))
            .ToDictionary(term => term, term => Centred(units.Select(u => Basis(u[term.factor], term.degree))));
        var (residual, criterion) = (y, Criterion(y.Count, y.DotProduct(y), 0, candidates.Count));
        Vector<double> coefficients = Vector<double>.Build.Dense(1);
        while (model.terms.Count < Math.Min(MostTerms, outcome.Count / 3) && candidates.Count > 0
            && residual.L2Norm() > 1e-12 * (1 + y.L2Norm()))
        {
            var best = candidates.MaxBy(c => Math.Abs(c.Value.DotProduct(residual)) / c.Value.L2Norm());
            var trial = model.Matrix(units, [.. model.terms, best.Key]);
            var fitted = trial.QR().Solve(y);
            var left = y - trial * fitted;
            var next = Criterion(y.Count, left.DotProduct(left), model.terms.Count + 1, 2 * model.factors);
            if (next >= criterion)
                break;
            (residual, criterion, coefficients) = (left, next, fitted);
            model.terms.Add(best.Key);
            candidates.Remove(best.Key);
        }
        model.Attribute(y, residual, coefficients);
        return model;
    }

    private void Attribute(Vector<double> y, Vector<double> residual, Vector<double> coefficients)
    {
        var freedom = Math.Max(1, y.Count - terms.Count - 1);
        var noise = residual.DotProduct(residual) / freedom;
        var total = y.DotProduct(y) / (y.Count - 1);
        var (values, lows, highs) = (new double[factors], new double[factors], new double[factors]);
        // Orthonormal: the squared coefficient is the variance, and chance adds noise / n to it.
        var error = Math.Sqrt(noise / y.Count);
        var wide = error * StudentT.InvCDF(0, 1, freedom, 1 - 0.05 / (2 * 2 * factors));
        for (var t = 0; t < terms.Count; t++)
        {
            var (factor, size) = (terms[t].Factor, Math.Abs(coefficients[t]));
            values[factor] += Math.Max(0, size * size - error * error);
            lows[factor] += Math.Pow(Math.Max(0, size - wide), 2);
            highs[factor] += Math.Pow(size + wide, 2);
        }
        Explained = [.. values.Select((value, f) => new Index(value, lows[f], highs[f]))];
        Fit = total == 0 ? 0 : 1 - noise / total;
    }

    private Matrix<double> Matrix(IReadOnlyList<double[]> units, IReadOnlyList<(int Factor, int Degree)> of) =>
        Matrix<double>.Build.DenseOfColumnVectors(
            of.Select(term => Centred(units.Select(u => Basis(u[term.Factor], term.Degree)))));

    private static Vector<double> Centred(IEnumerable<double> values)
    {
        var vector = Vector<double>.Build.DenseOfEnumerable(values);
        return vector - vector.Average();
    }

    /// <summary>Legendre polynomials on 0 to 1, of mean 0 and variance 1.</summary>
    private static double Basis(double u, int degree) =>
        degree == 1 ? Math.Sqrt(3) * (2 * u - 1) : Math.Sqrt(5) * (6 * u * u - 6 * u + 1);

    private static double Criterion(int count, double squares, int terms, int candidates) =>
        count * Math.Log(Math.Max(squares, 1e-300) / count) + terms * (Math.Log(count) + Math.Log(candidates));
}
