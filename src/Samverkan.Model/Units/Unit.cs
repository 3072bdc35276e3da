using System.Collections.Immutable;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Model.Snapshots;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Units;

/// <summary>
/// A unit: the place in which teams work. It receives money and decisions, opens and closes, and pays its costs: its
/// staff by sector, and its fixed cost, which a joint unit's sectors share.
/// </summary>
public sealed class Unit
{
    private readonly World world;
    private readonly int municipality;
    [NotState] private UnitMandate mandate = null!;
    private ParameterSet p = null!;

    /// <param name="municipality">Position in the map of the municipality that the unit serves.</param>
    public Unit(World world, int municipality, ActorPath path)
    {
        (this.world, this.municipality, Path, Kind) = (world, municipality, path, path.UnitKind);
    }

    public ActorPath Path { get; }

    public UnitKind Kind { get; }

    public UnitState State { get; private set; } = UnitState.Planned;

    /// <summary>The way down: the unit passes on what its teams are to do.</summary>
    public ImmutableArray<TeamMandate> Open(UnitMandate month)
    {
        mandate = month;
        p = world.ParametersOf(municipality, Kind, month.Ordinal, month.Context);
        State = month.State;
        return month.Teams;
    }

    /// <summary>The way up: costs are paid. A unit that was closing is closed now.</summary>
    public UnitReport Close(ImmutableArray<TeamReport> teams)
    {
        long county = 0, municipal = 0;
        foreach (var team in teams)
        {
            county += Wages.OfMonth(p.Prices, team.County.Filled, team.County.Agency);
            municipal += Wages.OfMonth(p.Prices, team.Municipality.Filled, team.Municipality.Agency);
        }
        if (mandate.Shared)
        {
            county += mandate.FixedCost / 2;
            municipal += mandate.FixedCost - mandate.FixedCost / 2;
        }
        else if (mandate.Owner == Sector.County) county += mandate.FixedCost;
        else municipal += mandate.FixedCost;
        if (State == UnitState.Closing) State = UnitState.Closed;
        return new(mandate.Ordinal, Kind, State, county, municipal, teams,
            Snapshot.Hash(this, [.. teams.Select(team => team.Hash)]));
    }
}
