using System.Numerics;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>All that a municipality's facts of a month are gathered from.</summary>
internal sealed record MonthToMeasure
{
    public required ParameterSet P { get; init; }
    public required MonthlyCounts MonthlyCounts { get; init; }
    public required ServiceRegister Services { get; init; }
    public required Implementation Implementation { get; init; }
    public required Resolution Resolution { get; init; }
    public required CountyMandate County { get; init; }
    public required SectorAccount Account { get; init; }
    public required Flows Flows { get; init; }
    public required double PrimaryCare { get; init; }

    /// <summary>What became of the month's crises.</summary>
    public required CrisisRouting Crises { get; init; }

    /// <summary>Staff beside the teams.</summary>
    public required StaffBeside Beside { get; init; }

    public required HousingFacts Housing { get; init; }

    /// <summary>Sectors that shift cost.</summary>
    public required int Shifting { get; init; }

    /// <summary>Unilateral acts of the month.</summary>
    public required int Acts { get; init; }

    /// <summary>Months since the first month of the run; negative in the warm-up.</summary>
    public required int Age { get; init; }
}

/// <summary>
/// Gathers what a municipality counted in a month, for the formulas of the indicators. Remembers how capacity was spread over
/// groups in the month that drift is measured from.
/// </summary>
internal sealed class MonthFactsWriter
{
    private double[]? capacityAtBase;

    public MonthFacts Write(MonthToMeasure m) => new(m.MonthlyCounts.All(), m.Flows)
    {
        Waits = m.MonthlyCounts.Waits,
        Costs = m.MonthlyCounts.Costs,
        Ward = new(m.County.Beds, m.County.BedDays, m.Crises.Used, m.Crises.Met),
        Staff = Staff(m.Services, m.Beside.All, m.P.Team),
        Housing = m.Housing,
        Economy = new(m.County.Stress, m.Account.Stress, m.Shifting, m.Acts),
        Teams = Teams(m.Services, m.PrimaryCare),
        Committee = Committee(m.Resolution),
        Structure = new(
            m.Services.Joint.Any() ? m.Implementation.Included.Count : 0, m.Services.Joint.Count(),
            m.Implementation.Structure.Allowed(m.P.Element).Count, m.Implementation.DissolvedIn is not null,
            m.Implementation.TakenOverThisMonth),
        Capacity = Capacity(m),
    };

    private static StaffFacts Staff(ServiceRegister services, int beside, TeamParameters p)
    {
        int posts = beside, filled = beside, leavers = 0, waited = 0;
        double needed = 0, hours = 0;
        foreach (var team in services.Teams)
        {
            var last = team.Last!;
            posts += last.County.Posts + last.Municipality.Posts;
            filled += last.County.Filled + last.Municipality.Filled;
            leavers += last.County.Leavers + last.Municipality.Leavers;
            needed += last.County.Needed + last.Municipality.Needed;
            hours += last.County.Hours + last.Municipality.Hours;
            waited += last.DaysWaited;
        }
        // Where nobody works, strain is as high as it gets.
        var strain = hours <= 0 && needed > 0 ? new WeighedSum(p.MostStrain, 1) : new WeighedSum(needed, hours);
        return new()
        {
            Posts = posts,
            Filled = filled,
            Leavers = leavers,
            TrainingPosts = services.TrainingPosts,
            DaysWaited = waited,
            Strain = strain,
            Hired = services.Agency(Sector.County) + services.Agency(Sector.Municipality),
        };
    }

    private static TeamFacts Teams(ServiceRegister services, double primaryCare)
    {
        double teams = 0, persons = 0, joint = 0, inJoint = 0;
        var assertive = 0;
        foreach (var service in services.All)
            foreach (var team in service.Teams)
            {
                teams += team.Last!.Cooperation * team.Persons;
                persons += team.Persons;
                if (service.IsAssertive) assertive += team.Persons;
                if (!service.IsJoint) continue;
                joint += team.Last.Cooperation * team.Persons;
                inJoint += team.Persons;
            }
        return new(new(teams, persons), new(joint, inJoint), primaryCare, assertive);
    }

    private static CommitteeFacts Committee(Resolution decided)
    {
        var cooperation = decided.CooperationState;
        return new()
        {
            Trust = cooperation.Trust,
            Understanding = cooperation.Understanding,
            Agreement = cooperation.Agreement,
            Routine = cooperation.Routine,
            Meetings = decided.Meetings,
            Members = decided.Members,
            Agreed = decided.Agreed,
            Deferred = decided.Deferred,
            LagMonths = decided.LagMonths,
            Revised = decided.Revised,
        };
    }

    private CapacityFacts Capacity(MonthToMeasure m)
    {
        double hours = 0, needs = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            hours += m.MonthlyCounts[g].Hours;
            needs += m.MonthlyCounts[g].Unmet + m.MonthlyCounts[g].Met;
        }
        var (now, needed) = (new double[TargetGroups.Count], new double[TargetGroups.Count]);
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            now[g] = hours == 0 ? 0 : m.MonthlyCounts[g].Hours / hours;
            needed[g] = needs == 0 ? 0 : (m.MonthlyCounts[g].Unmet + m.MonthlyCounts[g].Met) / needs;
        }
        if (m.Age >= m.P.Services.DriftBase) capacityAtBase ??= now;
        return new(now, capacityAtBase, needed);
    }
}
