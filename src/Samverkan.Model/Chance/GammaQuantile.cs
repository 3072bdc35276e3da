namespace Samverkan.Model.Chance;

/// <summary>
/// <see cref="Distributions.GammaOfMeanOne"/> in single precision for one shape, to the bit, without its 60 steps: a table
/// says nearly where the quantile is, Newton's steps from there, mostly one, find it to some 1e-13, and where that leaves the
/// rounding open, or the distribution is too flat for it, the steps are taken after all. Immutable.
/// </summary>
internal sealed class GammaQuantile
{
    private const int Nodes = 1024;

    // Some fifty times the error of both ways, and below a thousandth of the distance between single-precision numbers.
    private const double Margin = 1e-11;

    private const double Flattest = 1e-2;

    private readonly double[] cumulated = new double[Nodes], density = new double[Nodes];
    private readonly double step, logGamma;

    public GammaQuantile(double shape)
    {
        Shape = shape;
        logGamma = Distributions.LogGamma(shape);
        step = (shape + 12 * Math.Sqrt(shape) + 12) / Nodes;
        for (var i = 1; i < Nodes; i++)
        {
            (var below, density[i]) = At(i * step);
            cumulated[i] = Math.Max(cumulated[i - 1], below);
        }
    }

    public double Shape { get; }

    public float Of(double u)
    {
        var above = Array.BinarySearch(cumulated, u);
        if (above < 0) above = ~above;
        if (above is >= 2 and < Nodes && Near(u, above) is { } found) return found;
        return (float)Distributions.GammaOfMeanOne(u, Shape);
    }

    // Null where it is not certain to which number the bisection would be rounded.
    private float? Near(double u, int above)
    {
        if (!(Math.Min(density[above - 1], density[above]) > Flattest)) return null;
        // The inverse function has the slopes 1 / density: Hermite's cubic between the two nodes.
        var rise = cumulated[above] - cumulated[above - 1];
        var t = (u - cumulated[above - 1]) / rise;
        var x = (above - 1 + t * t * (3 - 2 * t)) * step
            + rise * t * (1 - t) * ((1 - t) / density[above - 1] - t / density[above]);
        double moved;
        do
        {
            var (below, slope) = At(x);
            moved = (below - u) / slope;
            x -= moved;
        }
        // What Newton's step leaves is at most its square times half the relative slope of the density.
        while (moved * moved * (1 + Shape / x) > 1e-13);
        var (least, most) = ((float)((x - Margin) / Shape), (float)((x + Margin) / Shape));
        return least == most ? least : null;
    }

    // The distribution function, by the same series as the bisection, and its density.
    private (double Cumulated, double Density) At(double x)
    {
        var scale = ExactMath.Exp(Shape * ExactMath.Log(x) - x - logGamma);
        return (Distributions.GammaSeries(Shape, x) * scale, scale / x);
    }
}
