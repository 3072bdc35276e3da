namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>What a committee's reports count. Those up to the beds stand at the end of a month; the others are of a
/// month.</summary>
public enum Figure : byte
{
    /// <summary>Persons waiting for a team.</summary>
    Queue,
    InService,
    UnmetNeeds,
    /// <summary>Persons placed outside the municipality.</summary>
    Placed,
    /// <summary>Persons out of contact for two years or longer.</summary>
    OutOfContact,
    /// <summary>Persons with many unmet needs who are not in service.</summary>
    ManyNeedsOutside,
    /// <summary>Posts in all teams, in tenths.</summary>
    Posts,
    /// <summary>Those of them that nobody holds, in tenths.</summary>
    VacantPosts,
    Beds,
    Crises,
    Admissions,
    WithoutBed,
    TreatedAtHome,
    Readmissions,
    BedDays,
    DelayedDays,
    Arrivals,
    Deaths,
    Dropouts,
    Helped,
    /// <summary>Staff who left, in tenths.</summary>
    Leavers,
}

/// <summary>The figures of a report.</summary>
public static class Figures
{
    public const int Count = (int)Figure.Leavers + 1;

    /// <summary>Whether a figure is counted through a month, and not at its end.</summary>
    public static bool IsCounted(this Figure figure) => figure > Figure.Beds;
}
