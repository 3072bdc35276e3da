namespace Samverkan.Analysis.Discovering;

/// <summary>The sides of a box, factor by factor. Immutable.</summary>
internal sealed class Sides
{
    private readonly double[] low;
    private readonly double[] high;

    private Sides(double[] low, double[] high) => (this.low, this.high) = (low, high);

    public static Sides All(int factors) => new(new double[factors], [.. Enumerable.Repeat(1.0, factors)]);

    public double Low(int factor) => low[factor];

    public double High(int factor) => high[factor];

    public bool Restricts(int factor) => low[factor] > 0 || high[factor] < 1;

    public bool Holds(double[] unit)
    {
        for (var factor = 0; factor < low.Length; factor++)
            if (unit[factor] < low[factor] || unit[factor] > high[factor])
                return false;
        return true;
    }

    public Sides From(int factor, double edge) => Between(factor, edge, high[factor]);

    public Sides UpTo(int factor, double edge) => Between(factor, low[factor], edge);

    public Sides Open(int factor) => Between(factor, 0, 1);

    public Sides Between(int factor, double from, double to)
    {
        var (lows, highs) = ((double[])low.Clone(), (double[])high.Clone());
        (lows[factor], highs[factor]) = (from, to);
        return new(lows, highs);
    }
}
