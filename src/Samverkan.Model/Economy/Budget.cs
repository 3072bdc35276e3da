using Samverkan.Model.Rules;

namespace Samverkan.Model.Economy;

/// <summary>What a sector can do about its staff this month.</summary>
/// <param name="Refill">Whether vacancies may be filled.</param>
/// <param name="Posts">Posts to create (or, negative, to abolish), in tenths.</param>
public readonly record struct StaffBudget(bool Refill, int Posts);

/// <summary>
/// From money to posts: vacancies are filled unless money is short; each quarter a lasting surplus
/// becomes posts, and a lasting deficit beyond what attrition absorbs takes posts away, as fast as terms of notice allow.
/// A sector that has more vacant posts than is usual fills those before it creates others.
/// </summary>
internal static class Budget
{
    public static StaffBudget Of(FundingParameters p, in Staffing staffing)
    {
        var (costOfPost, stress, slack, frame, posts, vacant, strain, freezes, month) = staffing;
        var lacking = stress > p.NoRefill && slack < 0;
        var refill = !freezes && !lacking;
        if (!month.EndsQuarter || costOfPost <= 0) return new(refill, 0);
        // One bad quarter is no lasting deficit.
        if (-slack > p.LayOffDeficit * frame && stress > 0)
            return new(false, -(int)Math.Min(p.LayOff * posts, 10 * -slack / costOfPost));
        if (freezes || stress >= -p.HiringSurplus || slack <= p.HiringSurplus * frame) return new(refill, 0);
        var affordable = Math.Min(p.HiringMost * posts + 10, 10 * (slack - p.HiringSurplus * frame)
            * p.CommittedAtATime / costOfPost);
        return new(refill, Math.Max(0, (int)(affordable * Need(p, strain) - Math.Max(0, vacant - p.VacantUsual * posts))));
    }

    /// <summary>
    /// How far a sector could use more staff, 0 to 1: fully from the strain at which it turns all that is left over into posts,
    /// less below. A hard threshold would leave money idle beside needs in half of all quarters.
    /// </summary>
    public static double Need(FundingParameters p, double strain) =>
        Math.Clamp(1 + (strain - p.HiringStrain) / p.HiringSpan, 0, 1);
}
