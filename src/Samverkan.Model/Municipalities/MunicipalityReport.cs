using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>How a municipality closes its month, its whole branch included: a message up.</summary>
public sealed record MunicipalityReport
{
    /// <summary>Position in the map, counted through all counties.</summary>
    public required int Municipality { get; init; }

    public required string Code { get; init; }

    /// <summary>All payments of the branch, both sectors.</summary>
    public required Flows Flows { get; init; }

    /// <summary>The municipality's own account.</summary>
    public required long Balance { get; init; }

    public required bool PlanStands { get; init; }
    public required CooperationState CooperationState { get; init; }
    public required int JointUnits { get; init; }

    /// <summary>Posts of county staff in the branch, in tenths.</summary>
    public required int CountyPosts { get; init; }

    /// <summary>Those of them without a holder.</summary>
    public required int CountyVacant { get; init; }

    /// <summary>Hours needed over hours at hand of county staff.</summary>
    public required double CountyStrain { get; init; }

    public required bool AgreementRevised { get; init; }

    /// <summary>Bed days used this month.</summary>
    public required int BedDaysUsed { get; init; }

    /// <summary>Bed days that persons in the ward will use next month.</summary>
    public required int WardDaysAhead { get; init; }

    /// <summary>Bed days that this month's crises asked for.</summary>
    public required int WardDaysWanted { get; init; }

    /// <summary>Persons of the target population, wherever they are kept or on their way.</summary>
    public required int People { get; init; }

    public required MonthlyCounts MonthlyCounts { get; init; }
    public required IndicatorValues Indicators { get; init; }
    public required ImmutableArray<Minutes> Minutes { get; init; }
    public required ImmutableArray<UnitFigures> Units { get; init; }

    /// <summary>State of the whole branch after the month.</summary>
    public required ulong Hash { get; init; }
}
