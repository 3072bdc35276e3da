using System.Collections.Immutable;
using Samverkan.Model.Economy;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Units;

/// <summary>Life of a unit.</summary>
public enum UnitState : byte { Planned, Open, Closing, Closed }

/// <summary>What a unit is and must do this month: a message down. The first one founds the unit.</summary>
/// <param name="Ordinal">Its ordinal within the municipality, in the order of opening.</param>
/// <param name="Owner">Who answers for it; joint units have both sectors' staff all the same.</param>
/// <param name="Shared">Whether both sectors pay the fixed cost by halves.</param>
/// <param name="FixedCost">A month's fixed cost in SEK: premises, management, beds or places that stand ready.</param>
/// <param name="Teams">One mandate per team, by ordinal.</param>
public sealed record UnitMandate(
    Context Context,
    ushort Ordinal,
    UnitKind Kind,
    UnitState State,
    Sector Owner,
    bool Shared,
    long FixedCost,
    ImmutableArray<TeamMandate> Teams);

/// <summary>How a unit closes its month: a message up.</summary>
/// <param name="CountyCost">The county's share of the unit's cost this month, in SEK: its staff and its part of the fixed
/// cost.</param>
/// <param name="MunicipalCost">The municipality's share, likewise.</param>
public sealed record UnitReport(
    ushort Ordinal,
    UnitKind Kind,
    UnitState State,
    long CountyCost,
    long MunicipalCost,
    ImmutableArray<TeamReport> Teams,
    ulong Hash);
