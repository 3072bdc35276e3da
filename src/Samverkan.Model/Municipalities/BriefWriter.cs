using System.Collections.Immutable;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model.Municipalities;

/// <summary>Puts last month's closes before the committee.</summary>
internal sealed class BriefWriter(ServiceRegister services, Implementation implementation, Tally tally, ParameterSet p)
{
    public Brief Write(
        CountyMandate county, SectorState municipality, double conflict, ImmutableArray<string> news, bool shock, double scale)
    {
        var joint = services.Joint.SelectMany(s => s.Teams).Where(t => t.Last is not null).ToArray();
        double cooperation = 0, persons = 0, posts = 0, training = 0;
        foreach (var team in joint)
        {
            cooperation += team.Last!.Cooperation * team.Persons;
            persons += team.Persons;
            posts += team.Filled(Sector.County) + team.Filled(Sector.Municipality);
            training += team.Last.TrainingPosts;
        }
        var inService = tally.All().InService;
        return new(
            county.Context, implementation.Structure, implementation.Included, services.Joint.Any() || implementation.PlanUnderway,
            [.. Enumerable.Range(0, TargetGroups.Count).Select(Group)], [.. Teams()],
            new(county.Stress, county.Slack, county.Frame, county.BringsDeficit, county.Shifts, county.Freezes), municipality,
            persons <= 0 ? 0 : cooperation / persons, inService == 0 ? 0 : persons / inService, posts <= 0 ? 0 : training / posts,
            inService == 0 ? 0 : (double)tally.All().Complex / inService, scale, conflict, news, shock, implementation.OpenedThisMonth, implementation.IncludedThisMonth,
            implementation.DissolvedIn is { } parted && county.Context.Month - parted < p.Cooperation.RestMonths, services.Joint.Count(), implementation.TrainingPot, InTraining(),
            [.. implementation.Underway], Threatened());
    }

    private GroupState Group(int g)
    {
        var t = tally[g];
        double competence = 0, match = 0;
        var persons = 0;
        double posts = 0;
        foreach (var service in services.All)
        {
            if (t.InJointCare > 0 && !service.IsJoint) continue;
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var here = last.Tally[g].InService;
                    competence += last.Competence[g] * here;
                    match += last.Match[g] * here;
                    persons += here;
                    if (service.IsJoint && last.InService is > 0 and var caseload)
                        posts += (last.County.Filled + last.Municipality.Filled) * (double)here / caseload;
                }
        }
        return new(
            t.Persons, t.InService, t.InJointCare, t.Waiting, t.Unmet, t.UnmetInJointCare,
            persons == 0 ? p.Competence.Initial : competence / persons, persons == 0 ? p.Competence.InitialMatch : match / persons, (int)posts);
    }

    private IEnumerable<TeamState> Teams()
    {
        foreach (var service in services.All)
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var posts = last.County.Posts + last.Municipality.Posts;
                    var all = last.Tally.All();
                    yield return new(
                        team.Address, service.Kind, service.Groups, service.IsJoint, all.InService, all.Waiting, last.Strain, posts,
                        posts - last.County.Filled - last.Municipality.Filled);
                }
    }

    private uint InTraining()
    {
        uint bits = 0;
        foreach (var team in services.Teams)
            bits |= team.Orders.Train | (team.Last?.InTraining ?? 0);
        return bits;
    }

    private Threat? Threatened()
    {
        foreach (var service in services.Joint)
            if (service.Closing is { } closing)
                return new(service.Ordinal, service.Kind, closing.By, service.Persons, closing.Month, (long)(p.Cost.Unit * service.FixedShare));
        return null;
    }
}
