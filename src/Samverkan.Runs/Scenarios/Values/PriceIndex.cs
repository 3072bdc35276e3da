namespace Samverkan.Runs.Scenarios.Values;

/// <summary>
/// What a sum in prices of one year is in those of another: the consumer price index (KPI, 1980 = 100, fixed numbers, mean of the
/// year) of Statistics Sweden. 2024 has December by the change of twelve months; 2025 is January to August. Wages of these
/// services
/// grew otherwise: indices of their own (LPIK, PKV) were not seen.
/// </summary>
public static class PriceIndex
{
    /// <summary>The year in whose prices the catalogue is.</summary>
    public const int OfTheCatalogue = 2015;

    public const int First = 2006;

    private static readonly double[] Index =
    [
        284.22, 290.51, 300.61, 299.66, 303.46, 311.43, 314.20, 314.06, 313.49, 313.35, 316.43, 322.11, 328.40, 334.26, 335.92,
            343.19,
        371.91, 403.70, 415.1, 417.8,
    ];

    public static int Last => First + Index.Length - 1;

    /// <summary>Whether the index of a year is known.</summary>
    public static bool IsKnown(int year) => year >= First && year <= Last;

    /// <summary>Prices of a year as multiple of those of the catalogue: 1.33 for 2025.</summary>
    /// <param name="year">From <see cref="First"/> to <see cref="Last"/>.</param>
    public static double Of(int year) => Index[year - First] / Index[OfTheCatalogue - First];

    /// <summary>The year whose prices are a multiple of the catalogue's; null if there is none.</summary>
    public static int? YearOf(double level) =>
        level == 1 ? OfTheCatalogue : Enumerable.Range(First, Index.Length).Where(year => Of(year) == level).Select(year =>
            (int?)year).FirstOrDefault();
}
