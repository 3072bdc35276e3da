namespace Samverkan.Model.Indicators;

/// <summary>
/// What was spent on persons in a calendar year: a histogram by cost, which adds up from team to nation. A bin holds how many
/// persons it has and what was spent on them, so that no krona is lost by binning.
/// </summary>
public readonly struct YearCosts
{
    private const int Width = 10_000;
    private const int Classes = 400;
    private const int Thousand = 1000;

    /// <summary>Persons of each class, then thousands of SEK of each class.</summary>
    internal const int Bins = 2 * Classes;

    private readonly int[]? bins;

    internal YearCosts(int[]? bins) => this.bins = bins;

    /// <summary>Persons who were there at the year's end.</summary>
    public int Persons => Sum(0);

    /// <summary>What was spent on them, SEK; not a number but at a year's end.</summary>
    public double Sek => bins is null ? double.NaN : (double)Sum(Classes) * Thousand;

    /// <summary>
    /// Share of what was spent that fell on the dearest share of the persons; not a number but at a year's end. Within the class
    /// in which the line is drawn all persons are taken to cost the same.
    /// </summary>
    public double OfDearest(double share)
    {
        if (bins is null || Sum(Classes) == 0) return double.NaN;
        var (left, spent) = (share * Persons, 0.0);
        for (var at = Classes - 1; at >= 0 && left > 0; at--)
        {
            if (bins[at] == 0) continue;
            var taken = Math.Min(left, bins[at]);
            spent += taken / bins[at] * bins[Classes + at];
            left -= taken;
        }
        return spent / Sum(Classes);
    }

    internal static void Count(int[] bins, int sek)
    {
        var at = Math.Min(sek / Width, Classes - 1);
        bins[at]++;
        bins[Classes + at] += (sek + Thousand / 2) / Thousand;
    }

    private int Sum(int from)
    {
        var sum = 0;
        for (var at = 0; bins is not null && at < Classes; at++)
            sum += bins[from + at];
        return sum;
    }
}
