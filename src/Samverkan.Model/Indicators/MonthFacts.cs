using Samverkan.Model.Economy;

namespace Samverkan.Model.Indicators;

/// <summary>
/// What an actor counted in one month: all that the formulas of <see cref="IndicatorCatalogue"/> read. An actor fills what
/// it knows of; an indicator is reported for the <see cref="Levels"/> that know what it is made from.
/// </summary>
public sealed class MonthFacts(in GroupCounts people = default, in Flows money = default)
{
    private readonly GroupCounts people = people;
    private readonly Flows money = money;

    /// <summary>Counts of persons: all groups together, or one.</summary>
    public ref readonly GroupCounts People => ref people;

    /// <summary>What was paid.</summary>
    public ref readonly Flows Money => ref money;

    public Waits Waits { get; init; }
    public YearCosts Costs { get; init; }
    public WardFacts Ward { get; init; }
    public StaffFacts Staff { get; init; }
    public HousingFacts Housing { get; init; }
    public EconomyFacts Economy { get; init; }
    public TeamFacts Teams { get; init; }
    public CommitteeFacts Committee { get; init; }
    public StructureFacts Structure { get; init; }
    public CapacityFacts Capacity { get; init; } = CapacityFacts.Unknown;
}

/// <summary>A mean that is weighed: a sum, and by how much.</summary>
public readonly record struct WeighedSum(double Sum, double Weight)
{
    /// <summary>0 where there is no weight.</summary>
    public double Mean => Weight == 0 ? 0 : Sum / Weight;
}

/// <param name="Beds">Beds granted by the county.</param>
/// <param name="Granted">Bed days granted.</param>
/// <param name="Used">Bed days used, admissions of the month included.</param>
/// <param name="Met">Crises that a mobile crisis team met.</param>
public readonly record struct WardFacts(int Beds, int Granted, int Used, int Met = 0);

public readonly record struct StaffFacts
{
    /// <summary>Posts, filled or vacant, in tenths.</summary>
    public required int Posts { get; init; }

    /// <summary>Filled posts, in tenths.</summary>
    public required int Filled { get; init; }

    /// <summary>Staff who left, in tenths.</summary>
    public required int Leavers { get; init; }

    /// <summary>Posts in joint training, in tenths.</summary>
    public required int TrainingPosts { get; init; }

    /// <summary>Days waited in the month by all who wait.</summary>
    public required int DaysWaited { get; init; }

    /// <summary>Hours needed, by hours at hand.</summary>
    public required WeighedSum Strain { get; init; }

    /// <summary>Posts of hired staff under a waiting guarantee, in tenths.</summary>
    public int Hired { get; init; }
}

/// <summary>Housing with support.</summary>
public record struct HousingFacts
{
    /// <summary>Places in supported housing, taken or not; abolished ones with a tenant are not among them.</summary>
    public int Places;
    /// <summary>Persons who have a place in supported housing, a home in Housing First, floating support.</summary>
    public int Supported;
    public int First;
    public int Floating;
    /// <summary>Persons who wait for a home that was granted, and those of them who have waited over 90 days.</summary>
    public int Waiting;
    public int WaitOver90;
    /// <summary>Grants, places that were completed, persons who moved in, moved on, and lost their home, in the month.</summary>
    public int Granted;
    public int Built;
    public int MovedIn;
    public int MovedOn;
    public int Lost;
}

/// <param name="CountyDeficit">Deficit of twelve months as share of the frame; negative: surplus.</param>
/// <param name="MunicipalDeficit">The same of the municipality.</param>
/// <param name="Shifting">Sectors that shift cost.</param>
/// <param name="UnilateralActs">Freezes, withdrawals, closures and shifts by one sector.</param>
public readonly record struct EconomyFacts(double CountyDeficit, double MunicipalDeficit, int Shifting, int UnilateralActs);

/// <param name="Cooperation">Cooperation of teams, by person.</param>
/// <param name="JointCooperation">The same of joint teams.</param>
/// <param name="PrimaryCare">Cooperation with primary care, 0 to 1.</param>
/// <param name="Assertive">Persons in assertive teams.</param>
public readonly record struct TeamFacts(WeighedSum Cooperation, WeighedSum JointCooperation, double PrimaryCare,
    int Assertive = 0);

public readonly record struct CommitteeFacts
{
    public required double Trust { get; init; }
    public required double Understanding { get; init; }

    /// <summary>Strength of the agreement; 0 without one.</summary>
    public required double Agreement { get; init; }

    /// <summary>Routinisation of the agreement.</summary>
    public required double Routine { get; init; }

    public required int Meetings { get; init; }
    public required int Members { get; init; }

    /// <summary>Items agreed.</summary>
    public required int Agreed { get; init; }

    /// <summary>Items put off or not agreed.</summary>
    public required int Deferred { get; init; }

    /// <summary>Months from first listing to decision, summed over items agreed.</summary>
    public required int LagMonths { get; init; }

    /// <summary>Whether the agreement was written or revised.</summary>
    public required bool Revised { get; init; }
}

/// <param name="Included">Target groups that the integrated organisation includes; none without a joint unit.</param>
/// <param name="Elements">Structural elements in place.</param>
/// <param name="Dissolved">Whether the cooperation was dissolved.</param>
/// <param name="TakenOver">Units that one sector took over from the other in the month.</param>
public readonly record struct StructureFacts(int Included, int JointUnits, int Elements, bool Dissolved, int TakenOver);

/// <summary>How capacity and need are spread over target groups: shares that sum to 1, or to 0 where there is nothing to
/// share.</summary>
/// <param name="Now">Shares of the hours at hand.</param>
/// <param name="AtBase">The shares that drift is measured from; null before that month.</param>
/// <param name="Needed">Shares of the needs, met and unmet.</param>
public sealed record CapacityFacts(double[] Now, double[]? AtBase, double[] Needed)
{
    public static CapacityFacts Unknown { get; } = new([], null, []);

    /// <summary>Half the sum over groups of the distances between shares of capacity and shares of need: 0 to 1.</summary>
    public double Misfit => Apart(Now, Needed);

    /// <summary>The same between shares of capacity now and at the base month; 0 before it.</summary>
    public double Drift => AtBase is null ? 0 : Apart(Now, AtBase);

    private static double Apart(double[] a, double[] b)
    {
        double sum = 0;
        for (var g = 0; g < a.Length; g++)
            sum += Math.Abs(a[g] - b[g]);
        return sum / 2;
    }
}
