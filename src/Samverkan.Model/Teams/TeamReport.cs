using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
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
public sealed record TeamReport
{
    public required TeamAddress Address { get; init; }
    public required GroupSet Groups { get; init; }
    public required SectorMonth County { get; init; }
    public required SectorMonth Municipality { get; init; }

    /// <summary>Hours needed over hours at hand, both sectors of a joint team together.</summary>
    public required double Strain { get; init; }

    public required double Cooperation { get; init; }
    public required double Turnover { get; init; }

    /// <summary>By group.</summary>
    public required ImmutableArray<double> Competence { get; init; }

    /// <summary>Content match by group.</summary>
    public required ImmutableArray<double> Match { get; init; }

    /// <summary>By group: what support by this team is worth to a partner.</summary>
    public required ImmutableArray<double> Quality { get; init; }

    public required MonthlyCounts MonthlyCounts
    {
        get;
        init
        {
            field = value;
            (InService, Waiting) = (value.InService, value.Waiting);
        }
    }

    public required ImmutableArray<Departure> Departures { get; init; }
    public required ImmutableArray<ServiceUser> HandedOver { get; init; }
    public required ImmutableArray<Emergency> Emergencies { get; init; }
    public required ImmutableArray<PartnerNote> Notes { get; init; }
    public required ImmutableArray<HousingApplication> Applications { get; init; }
    public required HousingLeft HousingLeft { get; init; }
    public required ImmutableArray<AssertiveCandidate> Candidates { get; init; }

    /// <summary>Bed days that persons of the team already in the ward will use next month.</summary>
    public required int WardDaysAhead { get; init; }

    /// <summary>Posts in training, in tenths.</summary>
    public required int TrainingPosts { get; init; }

    /// <summary>Groups in training.</summary>
    public required GroupSet InTraining { get; init; }

    public required int DaysWaited { get; init; }

    /// <summary>State of the team and its persons after the month.</summary>
    public required ulong Hash { get; init; }

    /// <summary>Persons in service.</summary>
    public int InService { get; private init; }

    /// <summary>Persons in the queue.</summary>
    public int Waiting { get; private init; }

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
