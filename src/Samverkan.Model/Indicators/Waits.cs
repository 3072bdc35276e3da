namespace Samverkan.Model.Indicators;

/// <summary>
/// How long those had waited whom teams took in in a month: a histogram by months of waiting, apart for few and for many
/// unmet needs, which adds up from team to nation.
/// </summary>
public readonly struct Waits
{
    // The mean month.
    private const double DaysOfMonth = 30.4;

    /// <summary>Longer waits count as so many months.</summary>
    public const int Longest = 60;

    internal const int Bins = 2 * (Longest + 1);

    private readonly int[]? persons;

    internal Waits(int[]? persons) => this.persons = persons;

    /// <summary>Days of a wait that ended after so many whole months: referrals are spread evenly over their month.</summary>
    public static double Days(int months) => DaysOfMonth * months + DaysOfMonth / 2;

    /// <summary>Persons taken in.</summary>
    public int Count => Few + Many;

    /// <summary>Of them, those with fewer than five unmet needs.</summary>
    public int Few => Sum(0);

    /// <summary>Of them, those with five or more.</summary>
    public int Many => Sum(1);

    /// <summary>Days waited by those with few unmet needs, and with many.</summary>
    public double DaysOfFew => DaysOf(0);

    /// <summary>Days waited by those with many unmet needs.</summary>
    public double DaysOfMany => DaysOf(1);

    /// <summary>Persons who had waited longer than so many days.</summary>
    public int Over(double days)
    {
        var over = 0;
        for (var months = 0; months <= Longest; months++)
            if (Days(months) > days)
                over += At(0, months) + At(1, months);
        return over;
    }

    /// <summary>The shortest wait in days that a share of the persons did not exceed; not a number where nobody was taken
    /// in.</summary>
    public double Quantile(double share)
    {
        var (count, below) = (Count, 0);
        if (count == 0) return double.NaN;
        for (var months = 0; ; months++)
        {
            below += At(0, months) + At(1, months);
            if (below >= share * count || months == Longest) return Days(months);
        }
    }

    internal static int Bin(int months, bool many) => (many ? Longest + 1 : 0) + Math.Min(months, Longest);

    private int At(int many, int months) => persons is null ? 0 : persons[many * (Longest + 1) + months];

    private int Sum(int many)
    {
        var sum = 0;
        for (var months = 0; months <= Longest; months++)
            sum += At(many, months);
        return sum;
    }

    private double DaysOf(int many)
    {
        double days = 0;
        for (var months = 0; months <= Longest; months++)
            days += At(many, months) * Days(months);
        return days;
    }
}
