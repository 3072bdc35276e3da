using Samverkan.Model.Chance;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Catalogue = Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Model.Municipalities;

/// <summary>All that a municipality's indicators of a month are made from.</summary>
/// <param name="BedDays">Bed days used, admissions of the month included.</param>
/// <param name="Shifting">Sectors that shift cost.</param>
/// <param name="Acts">Unilateral acts of the month.</param>
internal sealed record MonthToMeasure(
    ParameterSet P, MonthlyCounts MonthlyCounts, ServiceRegister Services, Implementation Implementation, Resolution Resolution, CountyMandate County,
    SectorAccount Account, Flows Flows, double PrimaryCare, int BedDays, int Shifting, int Acts, Month Month);

/// <summary>Measures a municipality's month. Remembers the capacity of 1997, from which drift is measured.</summary>
internal sealed class IndicatorMaker
{
    private double[]? capacityOf1997;

    public IndicatorValues Make(MonthToMeasure m)
    {
        var v = new IndicatorValues();
        var all = m.MonthlyCounts.All();
        People(v, all, m);
        Wards(v, all, m);
        Staff(v, all, m);
        Money(v, all, m);
        Cooperation(v, all, m);
        Structure(v, m);
        return v;
    }

    private static double Per(double amount, double number) => number == 0 ? 0 : amount / number;

    private static void People(IndicatorValues v, in GroupCounts all, MonthToMeasure m)
    {
        v[Catalogue.Eligible] = all.Persons;
        v[Catalogue.InService] = all.InService;
        v[Catalogue.Waiting] = all.Waiting;
        v[Catalogue.Placed] = all.Placed;
        v[Catalogue.Reach] = Per(all.InService, all.Persons);
        v[Catalogue.JointReach] = Per(all.InJointCare, all.InService);
        v[Catalogue.Arrivals] = all.Arrivals;
        v[Catalogue.Exits] = all.Exits;
        v[Catalogue.Deaths] = all.Deaths;
        v[Catalogue.Dropouts] = all.Dropouts;
        v[Catalogue.Discharges] = all.Helped;
        Needs(v, all);
    }

    /// <summary>Needs of some persons: all groups together, or one.</summary>
    public static void Needs(IndicatorValues v, in GroupCounts t)
    {
        var needs = t.Unmet + t.Met;
        v[Catalogue.NeedsPerPerson] = Per(t.UnmetInService + t.MetInService, t.InService);
        v[Catalogue.UnmetPerPerson] = Per(t.UnmetInService, t.InService);
        v[Catalogue.UnmetPerEligible] = Per(t.Unmet, t.Persons);
        v[Catalogue.MetShare] = Per(t.Met, needs);
        v[Catalogue.Benefit] = Per(t.MetUnderBoth, needs);
        v[Catalogue.UnmetNeedMonths] = t.Unmet;
        v[Catalogue.Engagement] = Per(t.Engagement, t.InService);
        v[Catalogue.Continuity] = Per(t.CoordinatorMonths, t.InService);
    }

    private static void Wards(IndicatorValues v, in GroupCounts all, MonthToMeasure m)
    {
        v[Catalogue.Crises] = Per(12.0 * all.Crises, all.Persons);
        v[Catalogue.UnmetCrises] = all.WithoutBed;
        v[Catalogue.TreatedAtHome] = all.TreatedAtHome;
        v[Catalogue.Admissions] = all.Admissions;
        v[Catalogue.Readmissions] = Per(all.Readmissions, all.Admissions);
        v[Catalogue.LongOut] = all.LongOut;
        v[Catalogue.ManyNeedsOutside] = Per(all.ManyNeedsOutside, all.ManyNeeds);
        v[Catalogue.BedDays] = Per(12.0 * m.BedDays, all.Persons);
        v[Catalogue.DelayedDays] = Per(12.0 * all.DelayedDays, all.Persons);
        v[Catalogue.Occupancy] = Per(m.BedDays, m.County.BedDays);
        v[Catalogue.Beds] = m.County.Beds;
    }

    private static void Staff(IndicatorValues v, in GroupCounts all, MonthToMeasure m)
    {
        double posts = 0, filled = 0, leavers = 0, needed = 0, hours = 0, training = 0;
        var waited = 0;
        foreach (var team in m.Services.Teams)
        {
            var last = team.Last!;
            posts += last.County.Posts + last.Municipality.Posts;
            filled += last.County.Filled + last.Municipality.Filled;
            leavers += last.County.Leavers + last.Municipality.Leavers;
            needed += last.County.Needed + last.Municipality.Needed;
            hours += last.County.Hours + last.Municipality.Hours;
            training += last.TrainingPosts;
            waited += last.DaysWaited;
        }
        v[Catalogue.WaitingDays] = waited;
        v[Catalogue.Posts] = posts / 10;
        v[Catalogue.PostsPer100] = Per(filled * 10, all.InService);
        v[Catalogue.Vacancy] = Per(posts - filled, posts);
        v[Catalogue.Strain] = Per(needed, hours);
        v[Catalogue.Turnover] = Per(12 * leavers, filled + leavers);
        v[Catalogue.Competence] = Per(all.Competence, all.InService);
        v[Catalogue.Match] = Per(all.Match, all.InService);
        v[Catalogue.TrainingPosts] = training / 10;
    }

    private static void Money(IndicatorValues v, in GroupCounts all, MonthToMeasure m)
    {
        var county = m.Flows.Out(Account.County);
        var municipal = m.Flows.Out(Account.Municipality);
        // What one sector pays to the other is one cost, not two.
        var both = county + municipal - m.Flows.Of(Flow.LiabilityPaid) - m.Flows.Of(Flow.CountyPurchase) - m.Flows.Of(Flow.MunicipalPurchase);
        v[Catalogue.CountyCost] = county;
        v[Catalogue.MunicipalCost] = municipal;
        v[Catalogue.CostPerPerson] = Per(12.0 * both, all.Persons);
        v[Catalogue.CostPerMetNeed] = Per(12.0 * both, all.Met);
        v[Catalogue.CountyDemandCost] = m.Flows.DemandDriven(Account.County);
        v[Catalogue.MunicipalDemandCost] = m.Flows.DemandDriven(Account.Municipality);
        v[Catalogue.CountyFrame] = m.Flows.Of(Flow.CountyFrame);
        v[Catalogue.MunicipalFrame] = m.Flows.Of(Flow.MunicipalFrame);
        v[Catalogue.CountyDeficit] = m.County.Stress;
        v[Catalogue.MunicipalDeficit] = m.Account.Stress;
        v[Catalogue.Grants] = m.Flows.Of(Flow.CountyGrant) + m.Flows.Of(Flow.MunicipalGrant);
        v[Catalogue.TrainingCost] = m.Flows.Of(Flow.CountyTraining) + m.Flows.Of(Flow.MunicipalTraining);
        v[Catalogue.Shifted] = m.Shifting;
        v[Catalogue.UnilateralActs] = m.Acts;
    }

    private static void Cooperation(IndicatorValues v, in GroupCounts all, MonthToMeasure m)
    {
        double teams = 0, persons = 0, joint = 0, inJoint = 0;
        foreach (var service in m.Services.All)
            foreach (var team in service.Teams)
            {
                teams += team.Last!.Cooperation * team.Persons;
                persons += team.Persons;
                if (!service.IsJoint) continue;
                joint += team.Last.Cooperation * team.Persons;
                inJoint += team.Persons;
            }
        var cooperation = m.Resolution.CooperationState;
        v[Catalogue.Trust] = cooperation.Trust;
        v[Catalogue.Understanding] = cooperation.Understanding;
        v[Catalogue.TeamCooperation] = Per(teams, persons);
        v[Catalogue.CooperationIndex] = ExactMath.Pow(Math.Max(0, cooperation.Trust * Per(joint, inJoint) * Per(all.InJointCare, all.InService)), 1.0 / 3);
        v[Catalogue.PrimaryCare] = m.PrimaryCare;
        v[Catalogue.AgreementStrength] = cooperation.Agreement;
        v[Catalogue.Routine] = cooperation.Routine;
        v[Catalogue.Meetings] = m.Resolution.Meetings;
        v[Catalogue.Members] = m.Resolution.Members;
        v[Catalogue.Decisions] = m.Resolution.Agreed;
        v[Catalogue.Deferred] = m.Resolution.Deferred;
        if (m.Resolution.Agreed > 0) v[Catalogue.AdaptationLag] = (double)m.Resolution.LagMonths / m.Resolution.Agreed;
        v[Catalogue.Revisions] = m.Resolution.Revised ? 1 : 0;
    }

    private void Structure(IndicatorValues v, MonthToMeasure m)
    {
        v[Catalogue.IncludedGroups] = m.Services.Joint.Any() ? System.Numerics.BitOperations.PopCount(m.Implementation.Included) : 0;
        v[Catalogue.JointUnits] = m.Services.Joint.Count();
        v[Catalogue.ElementsInPlace] = m.Implementation.Structure.Allowed(m.P.Element).Count;
        v[Catalogue.Dissolved] = m.Implementation.DissolvedIn is null ? 0 : 1;
        v[Catalogue.Takeovers] = m.Implementation.TakenOverThisMonth;
        double capacity = 0, need = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            capacity += m.MonthlyCounts[g].Hours;
            need += m.MonthlyCounts[g].Unmet + m.MonthlyCounts[g].Met;
        }
        var shares = new double[TargetGroups.Count];
        double misfit = 0, drift = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            shares[g] = Per(m.MonthlyCounts[g].Hours, capacity);
            misfit += Math.Abs(shares[g] - Per(m.MonthlyCounts[g].Unmet + m.MonthlyCounts[g].Met, need));
        }
        if (m.Month >= Month.Of(1997, 12)) capacityOf1997 ??= shares;
        for (var g = 0; g < TargetGroups.Count; g++)
            drift += capacityOf1997 is null ? 0 : Math.Abs(shares[g] - capacityOf1997[g]);
        v[Catalogue.Fit] = 1 - misfit / 2;
        v[Catalogue.Drift] = drift / 2;
    }
}
