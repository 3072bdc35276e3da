using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>How a municipality closes its month, its whole branch included: a message up.</summary>
/// <param name="Municipality">Position in the map, counted through all counties.</param>
/// <param name="Flows">All payments of the branch, both sectors.</param>
/// <param name="Balance">The municipality's own account.</param>
/// <param name="BedDaysUsed">Bed days used this month.</param>
/// <param name="WardDaysAhead">Bed days that persons in the ward will use next month.</param>
/// <param name="WardDaysWanted">Bed days that this month's crises asked for.</param>
/// <param name="CountyPosts">Posts of county staff in the branch, in tenths.</param>
/// <param name="CountyVacant">Those of them without a holder.</param>
/// <param name="CountyStrain">Hours needed over hours at hand of county staff.</param>
/// <param name="People">Persons of the target population, wherever they are kept or on their way.</param>
/// <param name="Hash">State of the whole branch after the month.</param>
public sealed record MunicipalityReport(
    int Municipality,
    string Code,
    Flows Flows,
    long Balance,
    bool PlanStands,
    CooperationState CooperationState,
    int JointUnits,
    int CountyPosts,
    int CountyVacant,
    double CountyStrain,
    bool AgreementRevised,
    int BedDaysUsed,
    int WardDaysAhead,
    int WardDaysWanted,
    int People,
    MonthlyCounts MonthlyCounts,
    IndicatorValues Indicators,
    ImmutableArray<Minutes> Minutes,
    ImmutableArray<UnitFigures> Units,
    ulong Hash);
