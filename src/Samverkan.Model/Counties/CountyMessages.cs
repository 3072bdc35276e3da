using System.Collections.Immutable;
using Samverkan.Model.Economy;

namespace Samverkan.Model.Counties;

/// <summary>What the county gives and decides for one municipality's branch this month: a message down.</summary>
public sealed record CountyMandate
{
    public required Context Context { get; init; }

    /// <summary>Of the municipality this month.</summary>
    public required double Inhabitants { get; init; }

    /// <summary>The same as share of those of the first month.</summary>
    public required double Growth { get; init; }

    /// <summary>What the county's account for the branch receives: frame, grant, settlements.</summary>
    public required Flows Payments { get; init; }

    public required int Beds { get; init; }

    /// <summary>Bed days granted, from last month's reports.</summary>
    public required int BedDays { get; init; }

    /// <summary>What may be done about county staff.</summary>
    public required StaffBudget Budget { get; init; }

    /// <summary>The county's deficit as share of its frame, county-wide.</summary>
    public required double Stress { get; init; }

    /// <summary>SEK a year that the county could commit in this branch.</summary>
    public required long Slack { get; init; }

    public required long Frame { get; init; }
    public required bool BringsDeficit { get; init; }
    public required bool Shifts { get; init; }
    public required bool Freezes { get; init; }

    /// <summary>What the county does alone this month in this branch.</summary>
    public required Act Act { get; init; }

    /// <summary>Conflict that the act causes.</summary>
    public required double Conflict { get; init; }
}

/// <summary>The county's month, summed over its municipalities: a message up.</summary>
public sealed record CountyReport(
    string Code,
    ImmutableArray<Municipalities.MunicipalityReport> Municipalities, Flows Flows, long Balance, long Transit, ulong Hash);
