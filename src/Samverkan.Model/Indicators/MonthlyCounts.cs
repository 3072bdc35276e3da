using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Indicators;

/// <summary>Counts of one target group in one month, which add up from team to nation in a fixed order.</summary>
// Packed, so that its bytes are all content and can be hashed at once.
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Sequential, Pack = 4)]
public record struct GroupCounts
{
    /// <summary>All who are kept here, in whatever status.</summary>
    public int Persons;
    public int InService;
    public int InJointCare;
    public int Waiting;
    public int Placed;
    public int Unmet;
    public int Met;
    public int UnmetInService;
    public int MetInService;
    /// <summary>Met needs of persons whom both sectors care for.</summary>
    public int MetUnderBoth;
    /// <summary>Those of them that are met of persons in service.</summary>
    public int MetUnderBothInService;
    public int UnmetInJointCare;
    /// <summary>Persons in service with many unmet needs.</summary>
    public int Complex;
    public int Crises;
    /// <summary>Crises that led to a bed, to treatment at home, to neither; and admissions within 28 days of a
    /// discharge.</summary>
    public int Admissions;
    public int TreatedAtHome;
    public int WithoutBed;
    public int Readmissions;
    /// <summary>Persons out of contact with every service for two years or longer.</summary>
    public int LongOut;
    /// <summary>Persons with many unmet needs, and those of them who are not in service.</summary>
    public int ManyNeeds;
    public int ManyNeedsOutside;
    /// <summary>Persons with an unmet need about alcohol or drugs.</summary>
    public int UnmetAddiction;
    /// <summary>Persons in ordinary, paid work; for a year or longer; and persons with a job specialist.</summary>
    public int InWork;
    public int LongInWork;
    public int JobSupported;
    /// <summary>Persons in service who look for work without one.</summary>
    public int LookingForWork;
    public int BedDays;
    public int DelayedDays;
    public int LiableDays;
    public int Arrivals;
    public int Exits;
    public int Deaths;
    public int Dropouts;
    public int Helped;
    /// <summary>Competence x persons, content match x persons, engagement, months with the coordinator: sums over persons in
    /// service.</summary>
    public double Competence;
    public double Match;
    public double Engagement;
    public double CoordinatorMonths;
    /// <summary>Hours at hand for the group, by caseload.</summary>
    public double Hours;

    private const int MonthsOfAYear = 12;

    /// <summary>Unmet needs from which they are many.</summary>
    public const int Many = 5;

    /// <summary>Counts a person with many unmet needs.</summary>
    internal void CountManyNeeds(int unmet, bool inService)
    {
        if (unmet < Many) return;
        ManyNeeds++;
        if (!inService) ManyNeedsOutside++;
    }

    /// <summary>Counts an unmet need about alcohol or drugs, and what a person has to do with work.</summary>
    internal void CountCircumstances(in ServiceUser person)
    {
        if ((person.Unmet & Domains.Substances) != 0) UnmetAddiction++;
        if (person.Work == Work.None) return;
        if ((person.Work & Work.Has) != 0) InWork++;
        if (person.MonthsInWork >= MonthsOfAYear) LongInWork++;
        if (person.HasJobSpecialist) JobSupported++;
        else if (person.Status == Status.InService && person.Work == Work.Wants) LookingForWork++;
    }

    public void Add(in GroupCounts other)
    {
        Persons += other.Persons;
        InService += other.InService;
        InJointCare += other.InJointCare;
        Waiting += other.Waiting;
        Placed += other.Placed;
        Unmet += other.Unmet;
        Met += other.Met;
        UnmetInService += other.UnmetInService;
        MetInService += other.MetInService;
        MetUnderBoth += other.MetUnderBoth;
        MetUnderBothInService += other.MetUnderBothInService;
        UnmetInJointCare += other.UnmetInJointCare;
        Complex += other.Complex;
        Crises += other.Crises;
        Admissions += other.Admissions;
        TreatedAtHome += other.TreatedAtHome;
        WithoutBed += other.WithoutBed;
        Readmissions += other.Readmissions;
        LongOut += other.LongOut;
        ManyNeeds += other.ManyNeeds;
        ManyNeedsOutside += other.ManyNeedsOutside;
        UnmetAddiction += other.UnmetAddiction;
        InWork += other.InWork;
        LongInWork += other.LongInWork;
        JobSupported += other.JobSupported;
        LookingForWork += other.LookingForWork;
        BedDays += other.BedDays;
        DelayedDays += other.DelayedDays;
        LiableDays += other.LiableDays;
        Arrivals += other.Arrivals;
        Exits += other.Exits;
        Deaths += other.Deaths;
        Dropouts += other.Dropouts;
        Helped += other.Helped;
        Competence += other.Competence;
        Match += other.Match;
        Engagement += other.Engagement;
        CoordinatorMonths += other.CoordinatorMonths;
        Hours += other.Hours;
    }
}

/// <summary>The counts of all groups. Whoever counts hands it over with a report, and counts the next month on a new
/// one.</summary>
public sealed class MonthlyCounts
{
    private readonly GroupCounts[] groups = new GroupCounts[TargetGroups.Count];

    // By bin; none where nobody was taken in.
    private int[]? waits;

    // By bin; none but in December.
    private int[]? costs;

    public ref readonly GroupCounts this[int group] => ref groups[group];

    /// <summary>How long those had waited who were taken in.</summary>
    public Waits Waits => new(waits);

    /// <summary>A person is taken in after so many months in the queue.</summary>
    internal void CountWait(int months, bool many) => (waits ??= new int[Waits.Bins])[Waits.Bin(months, many)]++;

    /// <summary>What a year cost by person, at the year's end.</summary>
    public YearCosts Costs => new(costs);

    /// <summary>A person's year is over; the next begins with nothing.</summary>
    internal void CountYear(ref int sek)
    {
        YearCosts.Count(costs ??= new int[YearCosts.Bins], sek);
        sek = 0;
    }

    /// <summary>Where a group is counted.</summary>
    internal ref GroupCounts Of(TargetGroup group) => ref groups[(int)group];

    /// <summary>Persons in service, of all groups.</summary>
    public int InService
    {
        get
        {
            var sum = 0;
            foreach (ref readonly var group in groups.AsSpan())
                sum += group.InService;
            return sum;
        }
    }

    /// <summary>Persons who have a job specialist, and persons in service who look for work without one, of all groups.</summary>
    public (int Supported, int Looking) ForWork
    {
        get
        {
            var (supported, looking) = (0, 0);
            foreach (ref readonly var group in groups.AsSpan())
                (supported, looking) = (supported + group.JobSupported, looking + group.LookingForWork);
            return (supported, looking);
        }
    }

    /// <summary>Persons waiting, of all groups.</summary>
    public int Waiting
    {
        get
        {
            var sum = 0;
            foreach (ref readonly var group in groups.AsSpan())
                sum += group.Waiting;
            return sum;
        }
    }

    public GroupCounts All()
    {
        var sum = new GroupCounts();
        foreach (ref readonly var group in groups.AsSpan())
            sum.Add(group);
        return sum;
    }

    internal void Add(MonthlyCounts other)
    {
        for (var g = 0; g < groups.Length; g++)
            groups[g].Add(other.groups[g]);
        Add(ref waits, other.waits);
        Add(ref costs, other.costs);
    }

    private static void Add(ref int[]? sum, int[]? other)
    {
        if (other is null) return;
        sum ??= new int[other.Length];
        for (var bin = 0; bin < sum.Length; bin++)
            sum[bin] += other[bin];
    }

    /// <summary>Divides the hours at hand among the groups, by caseload.</summary>
    internal void DivideHours(double hours)
    {
        var caseload = Math.Max(1, InService);
        foreach (ref var group in groups.AsSpan())
            group.Hours = hours * group.InService / caseload;
    }
}
