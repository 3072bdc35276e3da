using Samverkan.Model;

namespace Samverkan.Analysis.Sustainability;

/// <summary>The months of one cooperation that its fate is judged by.</summary>
/// <param name="Cooperation">The cooperation index.</param>
/// <param name="Trust">Trust in the committee.</param>
/// <param name="JointReach">Share of persons in service who are in joint care.</param>
/// <param name="Benefit">Needs met under care of both sectors, of the needs of persons in service.</param>
/// <param name="Stands">Whether there is a joint unit or an agreement.</param>
public readonly record struct CooperationMonth(double Cooperation, double Trust, double JointReach, double Benefit, bool Stands);

/// <summary>
/// Judges a cooperation by twelve-month means from month 36 on, when the beginning is over. Peaks are peaks so far: what grows
/// late was not lost early.
/// </summary>
public static class CooperationSeries
{
    private const int Window = 12;
    private const int SettlingMonths = 36;
    private const int MonthsBelow = 24;
    private const double NeededPeak = 0.25;
    private const double ShareOfPeak = 0.75;

    /// <param name="from">The month of the first value.</param>
    public static CooperationFate Judge(Month from, IReadOnlyList<CooperationMonth> months)
    {
        if (!Began(months))
            return CooperationFate.NeverBegan;
        var standing = months.Count;
        while (standing > 0 && !months[standing - 1].Stands)
            standing--;
        var trust = Low(months, month => month.Trust, standing);
        var joint = Low(months, month => month.JointReach, standing);
        var (hollow, hollowAtEnd) = FirstStretch(month => trust[month] || joint[month], standing);
        var benefit = Low(months, month => month.Benefit, months.Count);
        var (lost, _) = FirstStretch(month => benefit[month], months.Count);
        return new(
            true, standing > 0 && standing < months.Count ? from + standing : null, hollow is { } empty ? from + empty : null,
            lost is { } gone ? from + gone : null, hollowAtEnd && standing == months.Count)
        {
            By = hollow is { } first ? ByWhat(trust, joint, first) : null,
        };
    }

    private static HollowBy ByWhat(bool[] trust, bool[] joint, int first)
    {
        bool Mostly(bool[] low) => low.AsSpan(first, MonthsBelow).Count(true) > MonthsBelow / 2;
        return (Mostly(trust), Mostly(joint)) switch
        {
            (true, false) => HollowBy.Trust,
            (false, true) => HollowBy.JointCare,
            _ => HollowBy.Both,
        };
    }

    private static bool Began(IReadOnlyList<CooperationMonth> months)
    {
        for (var month = SettlingMonths; month < months.Count; month++)
            if (MeanUpTo(months, one => one.Cooperation, month) >= NeededPeak)
                return true;
        return false;
    }

    /// <summary>In which months a figure is below three quarters of its own peak so far.</summary>
    private static bool[] Low(IReadOnlyList<CooperationMonth> months, Func<CooperationMonth, double> figure, int count)
    {
        var low = new bool[months.Count];
        var peak = 0.0;
        for (var month = SettlingMonths; month < count; month++)
        {
            var now = MeanUpTo(months, figure, month);
            peak = Math.Max(peak, now);
            low[month] = now < ShareOfPeak * peak;
        }
        return low;
    }

    /// <returns>The first month of the first stretch that is long enough, and whether such a stretch lasts to the end.</returns>
    private static (int? First, bool AtEnd) FirstStretch(Func<int, bool> isLow, int count)
    {
        int? first = null;
        var length = 0;
        for (var month = SettlingMonths; month < count; month++)
        {
            length = isLow(month) ? length + 1 : 0;
            if (length == MonthsBelow)
                first ??= month - MonthsBelow + 1;
        }
        return (first, length >= MonthsBelow);
    }

    private static double MeanUpTo(IReadOnlyList<CooperationMonth> months, Func<CooperationMonth, double> figure, int month)
    {
        var sum = 0.0;
        for (var i = month - Window + 1; i <= month; i++)
            sum += figure(months[i]);
        return sum / Window;
    }
}
