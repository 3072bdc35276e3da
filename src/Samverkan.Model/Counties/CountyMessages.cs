using System.Collections.Immutable;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Counties;

/// <summary>What the county gives and decides for one municipality's branch this month: a message down.</summary>
/// <param name="Inhabitants">Of the municipality this month.</param>
/// <param name="Growth">The same as share of those of the first month.</param>
/// <param name="Payments">What the county's account for the branch receives: frame, grant, settlements.</param>
/// <param name="BedDays">Bed days granted, from last month's reports.</param>
/// <param name="Budget">What may be done about county staff.</param>
/// <param name="Stress">The county's deficit as share of its frame, county-wide.</param>
/// <param name="Slack">SEK a year that the county could commit in this branch.</param>
/// <param name="Act">What the county does alone this month in this branch.</param>
/// <param name="Conflict">Conflict that the act causes.</param>
public sealed record CountyMandate(
    Context Context,
    double Inhabitants,
    double Growth,
    Flows Payments,
    int Beds,
    int BedDays,
    StaffBudget Budget,
    double Stress,
    long Slack,
    long Frame,
    bool BringsDeficit,
    bool Shifts,
    bool Freezes,
    Act Act,
    double Conflict);

/// <summary>The county's month, summed over its municipalities: a message up.</summary>
public sealed record CountyReport(
    string Code,
    ImmutableArray<Municipalities.MunicipalityReport> Municipalities, Flows Flows, long Balance, long Transit, ulong Hash);
