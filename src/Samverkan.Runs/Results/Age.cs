using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;

namespace Samverkan.Runs.Results;

/// <summary>
/// A person's age, for stories and tables alone: no rule of the model reads it. It is an age at which persons of the group
/// come to services, plus the years since. It depends on the person's identity only, so it is the same in every scenario.
/// </summary>
public static class Age
{
    private const int MonthsOfAYear = 12;

    // Youngest and oldest at entry, by group. Assumed.
    private static readonly (int Youngest, int Oldest)[] AtEntry =
        [(18, 50), (20, 60), (20, 55), (18, 40), (18, 45), (20, 55), (65, 79), (18, 55), (20, 60)];

    /// <summary>In whole years.</summary>
    public static int In(Month month, ulong person, TargetGroup group)
    {
        var (youngest, oldest) = AtEntry[(int)group];
        var months = (int)(StateHash.Mix(~person) % (ulong)((oldest - youngest + 1) * MonthsOfAYear));
        return youngest + (months + Math.Max(0, month - Identity.ArrivalOf(person))) / MonthsOfAYear;
    }
}
