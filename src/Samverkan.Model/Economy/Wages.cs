namespace Samverkan.Model.Economy;

/// <summary>What staff cost: posts are counted in tenths, and paid by the month.</summary>
public static class Wages
{
    /// <summary>Tenths of a post and months of a year: what a price of a post and year is divided by.</summary>
    public const int TenthsAndMonths = 120;

    /// <summary>SEK of a month of posts.</summary>
    /// <param name="posts">In tenths.</param>
    /// <param name="perYear">SEK of a post and year.</param>
    public static long OfPosts(int posts, double perYear) => (long)(posts * perYear / TenthsAndMonths);

    /// <summary>SEK of a month's staff.</summary>
    /// <param name="filled">Posts with a holder, in tenths.</param>
    /// <param name="agency">Posts of staff hired from outside, in tenths.</param>
    public static long OfMonth(CostParameters p, int filled, int agency) =>
        filled * (long)p.Post / TenthsAndMonths + OfHired(p, agency);

    /// <summary>SEK of a month's staff that is hired from outside.</summary>
    /// <param name="agency">In tenths of a post.</param>
    public static long OfHired(CostParameters p, int agency) => agency * (long)p.AgencyPost / TenthsAndMonths;
}
