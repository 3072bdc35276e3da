using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>A person who leaves a team, whole, with the reason.</summary>
public readonly record struct Departure(ServiceUser Person, LifeEvents Reason);

/// <summary>A crisis that asks for a bed.</summary>
/// <param name="Days">Days of treatment that it would take.</param>
/// <param name="Group">The person's group.</param>
/// <param name="SoonAfterWard">Whether it came within 28 days of leaving the ward.</param>
/// <param name="Assertive">Whether an assertive team keeps the person.</param>
public readonly record struct Emergency(TeamAddress Keeper, ulong Person, int Days, Needs.TargetGroup Group, bool SoonAfterWard,
    bool Assertive = false);

/// <summary>One sector's side of a team's month.</summary>
/// <param name="Posts">Posts in tenths.</param>
/// <param name="Filled">Filled posts in tenths.</param>
/// <param name="Leavers">Staff who left, in tenths.</param>
/// <param name="Hired">Staff who came, in tenths.</param>
/// <param name="Hours">Hours at hand.</param>
/// <param name="Needed">Hours needed.</param>
/// <param name="Agency">Staff hired from outside to keep a waiting guarantee, in tenths.</param>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct SectorMonth(int Posts, int Filled, int Leavers, int Hired, double Hours, double Needed,
    int Agency = 0);

/// <summary>How a team closes its month: a message up.</summary>
/// <param name="Strain">Hours needed over hours at hand, both sectors of a joint team together.</param>
/// <param name="Competence">By group.</param>
/// <param name="Match">Content match by group.</param>
/// <param name="Quality">By group: what support by this team is worth to a partner.</param>
/// <param name="WardDaysAhead">Bed days that persons of the team already in the ward will use next month.</param>
/// <param name="TrainingPosts">Posts in training, in tenths.</param>
/// <param name="InTraining">Groups in training, one bit each.</param>
/// <param name="Hash">State of the team and its persons after the month.</param>
public sealed record TeamReport(
    TeamAddress Address,
    uint Groups,
    SectorMonth County,
    SectorMonth Municipality,
    double Strain,
    double Cooperation,
    double Turnover,
    ImmutableArray<double> Competence,
    ImmutableArray<double> Match,
    ImmutableArray<double> Quality,
    MonthlyCounts MonthlyCounts,
    ImmutableArray<Departure> Departures,
    ImmutableArray<ServiceUser> HandedOver,
    ImmutableArray<Emergency> Emergencies,
    ImmutableArray<PartnerNote> Notes,
    ImmutableArray<HousingApplication> Applications,
    HousingLeft HousingLeft,
    ImmutableArray<AssertiveCandidate> Candidates,
    int WardDaysAhead,
    int TrainingPosts,
    uint InTraining,
    int DaysWaited,
    ulong Hash)
{
    /// <summary>Persons in service.</summary>
    public int InService { get; } = MonthlyCounts.InService;

    /// <summary>Persons in the queue.</summary>
    public int Waiting { get; } = MonthlyCounts.Waiting;

    /// <summary>What is told of the next months too: without the persons, crises and notes that were routed on in its own
    /// month.</summary>
    public TeamReport Kept() => this with
    {
        Departures = [],
        HandedOver = [],
        Emergencies = [],
        Notes = [],
        Applications = [],
        Candidates = []
    };

    public SectorMonth Side(Sector sector) => sector == Sector.County ? County : Municipality;

    /// <summary>Persons in service and waiting, over those in service.</summary>
    public double WithQueue => InService == 0 ? 1 : 1 + (double)Waiting / InService;

    /// <summary>Strain if those who wait were in service too.</summary>
    public double Pressure => Strain * WithQueue;

    public bool IsJoint => County.Posts > 0 && Municipality.Posts > 0;
}
