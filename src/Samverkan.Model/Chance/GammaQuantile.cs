namespace Samverkan.Model.Chance;

/// <summary>
/// <see cref="Distributions.GammaOfMeanOne"/> in single precision for one shape, to the bit, without its 60 steps: a table
/// says nearly where the quantile is, Newton's step from there finds it to some 1e-13, and where that leaves the rounding
/// open, or the distribution is too flat for it, the steps are taken after all. Immutable.
/// </summary>
internal sealed class GammaQuantile
{
    private const int Nodes = 4096;

    // Some fifty times the error of both ways, and below a thousandth of the distance between single-precision numbers.
    private const double Margin = 1e-11;

    private const double Flattest = 1e-2;

    private readonly double[] cumulated = new double[Nodes];
    private readonly double step;

    public GammaQuantile(double shape)
    {
        Shape = shape;
        step = (shape + 12 * Math.Sqrt(shape) + 12) / Nodes;
        for (var i = 1; i < Nodes; i++)
            cumulated[i] = Math.Max(cumulated[i - 1], Distributions.LowerGamma(shape, i * step));
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
        var (low, high) = (cumulated[above - 1], cumulated[above]);
        var x = (above - 1 + (u - low) / (high - low)) * step;
        for (var i = 0; i < 2; i++)
        {
            var density = Density(x);
            if (!(density > Flattest)) return null;
            var miss = (Distributions.LowerGamma(Shape, x) - u) / density;
            // Halley's correction: the density's slope is density ((shape - 1) / x - 1).
            x -= miss / (1 - .5 * miss * ((Shape - 1) / x - 1));
        }
        var (least, most) = ((float)((x - Margin) / Shape), (float)((x + Margin) / Shape));
        return least == most ? least : null;
    }

    private double Density(double x) => Distributions.GammaDensity(Shape, x);
}
