using System.Collections.Immutable;
using Samverkan.Model.Indicators;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Units;

/// <summary>What is told of a unit's month above its municipality, where nobody answers to its teams any more.</summary>
public sealed record UnitFigures(ushort Ordinal, UnitKind Kind, long CountyCost, long MunicipalCost,
    ImmutableArray<TeamFigures> Teams)
{
    public static UnitFigures Of(UnitReport report)
    {
        var teams = ImmutableArray.CreateBuilder<TeamFigures>(report.Teams.Length);
        foreach (var team in report.Teams)
            teams.Add(new(team.Address, team.County, team.Municipality, team.Strain, team.Cooperation, team.MonthlyCounts.All()));
        return new(report.Ordinal, report.Kind, report.CountyCost, report.MunicipalCost, teams.MoveToImmutable());
    }
}

/// <summary>What is told of a team's month above its municipality.</summary>
/// <param name="Persons">Its counts, all target groups together.</param>
public readonly record struct TeamFigures(TeamAddress Address, SectorMonth County, SectorMonth Municipality, double Strain,
    double Cooperation, GroupCounts Persons);
