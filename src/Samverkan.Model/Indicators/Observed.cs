using System.Collections.Immutable;
using Samverkan.Model.Economy;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Nations;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Indicators;

/// <summary>Turns a run's monthly reports into observations.</summary>
internal sealed class Observed(Detail detail)
{
    // A month has mostly as many as the one before: their array need not grow.
    private int expected;

    public MonthResult Month(NationReport report)
    {
        var observations = ImmutableArray.CreateBuilder<Observation>(expected);
        var hashes = new List<ulong>();
        var minutes = new List<Minutes>();
        var people = 0;
        foreach (var county in report.Counties)
            foreach (var municipality in county.Municipalities)
            {
                Municipality(municipality, detail, observations);
                hashes.Add(municipality.Hash);
                minutes.AddRange(municipality.Minutes);
                people += municipality.People;
                if (detail == Detail.All) Units(municipality, observations);
            }
        if (detail == Detail.All) Totals(report, observations);
        expected = observations.Count;
        return new(report.Context.Month, observations.DrainToImmutable(), hashes, minutes, people, report.Unbalanced);
    }

    private static void Municipality(MunicipalityReport report, Detail detail, ImmutableArray<Observation>.Builder observations)
    {
        var actor = ActorPath.Municipality(report.Code);
        foreach (var indicator in IndicatorCatalogue.All)
            if (IsSeen(indicator, detail) && report.Indicators.Has(indicator))
                observations.Add(new(actor, null, indicator, report.Indicators[indicator]));
        if (detail == Detail.Headline) return;
        for (var g = 0; g < TargetGroups.Count; g++)
            Add(actor, TargetGroups.Ids[g], Levels.Group, new(report.MonthlyCounts[g]), observations);
    }

    // Who pays what is part of the answer of every replication, not of the first alone.
    private static bool IsSeen(Indicator indicator, Detail detail) =>
        indicator.Headline || detail == Detail.All || detail == Detail.Breakdown && IndicatorCatalogue.IsPayment(indicator);

    private static void Units(MunicipalityReport report, ImmutableArray<Observation>.Builder observations)
    {
        foreach (var unit in report.Units)
        {
            var money = new Flows();
            money.Pay(Flow.CountyUnits, unit.CountyCost);
            money.Pay(Flow.MunicipalUnits, unit.MunicipalCost);
            Add(ActorPath.Unit(report.Code, unit.Ordinal, unit.Kind), null, Levels.Unit, new(money: money), observations);
            foreach (var team in unit.Teams)
                Add(ActorPath.Team(report.Code, team.Address), null, Levels.Team, FactsOf(team), observations);
        }
    }

    // A team's own strain and cooperation are means already: each stands for itself.
    private static MonthFacts FactsOf(in TeamFigures team) => new(team.Persons)
    {
        Staff = new()
        {
            Posts = team.County.Posts + team.Municipality.Posts,
            Filled = team.County.Filled + team.Municipality.Filled,
            Leavers = team.County.Leavers + team.Municipality.Leavers,
            TrainingPosts = 0,
            DaysWaited = 0,
            Strain = new(team.Strain, 1),
        },
        Teams = new(new(team.Cooperation, 1), default, 0),
    };

    private static void Totals(NationReport report, ImmutableArray<Observation>.Builder observations)
    {
        var nation = new MonthlyCounts();
        foreach (var county in report.Counties)
        {
            var sum = new MonthlyCounts();
            foreach (var municipality in county.Municipalities)
                sum.Add(municipality.MonthlyCounts);
            nation.Add(sum);
            Add(ActorPath.County(county.Code), null, Levels.County,
                new(sum.All(), county.Flows) { Waits = sum.Waits, Costs = sum.Costs }, observations);
        }
        Add(ActorPath.Nation, null, Levels.Nation,
            new(nation.All(), report.Flows) { Waits = nation.Waits, Costs = nation.Costs }, observations);
    }

    private static void Add(
        ActorPath actor, string? group, Levels level, MonthFacts month, ImmutableArray<Observation>.Builder observations)
    {
        foreach (var indicator in IndicatorCatalogue.All)
            if (indicator.IsReportedFor(level) && indicator.Of(month) is var value && !double.IsNaN(value))
                observations.Add(new(actor, group, indicator, value));
    }
}
