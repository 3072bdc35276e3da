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
            if ((indicator.Headline || detail == Detail.All) && report.Indicators.Has(indicator))
                observations.Add(new(actor, null, indicator, report.Indicators[indicator]));
        if (detail == Detail.Headline) return;
        for (var flow = 0; flow < FlowKinds.Count; flow++)
            observations.Add(new(actor, null, IndicatorCatalogue.Payments[flow], report.Flows.Of((Flow)flow)));
        for (var g = 0; g < TargetGroups.Count; g++)
            Group(actor, TargetGroups.Ids[g], report.MonthlyCounts[g], observations);
    }

    private static void Group(ActorPath actor, string? group, in GroupCounts counts, ImmutableArray<Observation>.Builder observations)
    {
        var values = new IndicatorValues
        {
            [IndicatorCatalogue.Eligible] = counts.Persons,
            [IndicatorCatalogue.InService] = counts.InService,
            [IndicatorCatalogue.Waiting] = counts.Waiting,
            [IndicatorCatalogue.Placed] = counts.Placed,
            [IndicatorCatalogue.Arrivals] = counts.Arrivals,
            [IndicatorCatalogue.Reach] = counts.Persons == 0 ? 0 : (double)counts.InService / counts.Persons,
            [IndicatorCatalogue.JointReach] = counts.InService == 0 ? 0 : (double)counts.InJointCare / counts.InService,
            [IndicatorCatalogue.Crises] = counts.Persons == 0 ? 0 : 12.0 * counts.Crises / counts.Persons,
            [IndicatorCatalogue.DelayedDays] = counts.Persons == 0 ? 0 : 12.0 * counts.DelayedDays / counts.Persons,
        };
        IndicatorMaker.Needs(values, counts);
        foreach (var indicator in IndicatorCatalogue.All)
            if (values.Has(indicator))
                observations.Add(new(actor, group, indicator, values[indicator]));
    }

    private static void Units(MunicipalityReport report, ImmutableArray<Observation>.Builder observations)
    {
        foreach (var unit in report.Units)
        {
            var actor = ActorPath.Unit(report.Code, unit.Ordinal, unit.Kind);
            observations.Add(new(actor, null, IndicatorCatalogue.CountyCost, unit.CountyCost));
            observations.Add(new(actor, null, IndicatorCatalogue.MunicipalCost, unit.MunicipalCost));
            foreach (var team in unit.Teams)
            {
                var path = ActorPath.Team(report.Code, team.Address);
                var posts = (team.County.Posts + team.Municipality.Posts) / 10.0;
                var filled = (team.County.Filled + team.Municipality.Filled) / 10.0;
                observations.Add(new(path, null, IndicatorCatalogue.Posts, posts));
                observations.Add(new(path, null, IndicatorCatalogue.Vacancy, posts <= 0 ? 0 : (posts - filled) / posts));
                observations.Add(new(path, null, IndicatorCatalogue.Strain, team.Strain));
                observations.Add(new(path, null, IndicatorCatalogue.TeamCooperation, team.Cooperation));
                Group(path, null, team.Persons, observations);
            }
        }
    }

    private static void Totals(NationReport report, ImmutableArray<Observation>.Builder observations)
    {
        var nation = new MonthlyCounts();
        foreach (var county in report.Counties)
        {
            var sum = new MonthlyCounts();
            foreach (var municipality in county.Municipalities)
                sum.Add(municipality.MonthlyCounts);
            nation.Add(sum);
            var actor = ActorPath.County(county.Code);
            Group(actor, null, sum.All(), observations);
            observations.Add(new(actor, null, IndicatorCatalogue.CountyCost, county.Flows.Out(Account.County)));
        }
        Group(ActorPath.Nation, null, nation.All(), observations);
        observations.Add(new(ActorPath.Nation, null, IndicatorCatalogue.Grants, report.Flows.Of(Flow.CountyGrant) + report.Flows.Of(Flow.MunicipalGrant)));
    }
}
