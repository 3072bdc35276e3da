using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.Municipalities;

/// <summary>Puts last month's closes before the committee.</summary>
internal sealed class BriefWriter(ServiceRegister services, Implementation implementation, MonthlyCounts counts, ParameterSet p)
{
    public Brief Write(
        CountyMandate county, SectorState municipality, double conflict, ImmutableArray<News> news, bool shock, double scale)
    {
        double cooperation = 0, persons = 0, posts = 0, training = 0;
        foreach (var service in services.Joint)
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    cooperation += last.Cooperation * team.Persons;
                    persons += team.Persons;
                    posts += team.Filled(Sector.County) + team.Filled(Sector.Municipality);
                    training += last.TrainingPosts;
                }
        var all = counts.All();
        var inService = all.InService;
        return new(
            county.Context, implementation.Structure, implementation.Included,
            services.Joint.Any() || implementation.PlanUnderway,
            Groups(), Teams(county.Context.Month),
            new(county.Stress, county.Slack, county.Frame, county.BringsDeficit, county.Shifts, county.Freezes), municipality,
            persons <= 0 ? 0 : cooperation / persons, inService == 0 ? 0 : persons / inService, posts <= 0 ? 0 : training / posts,
            inService == 0 ? 0 : (double)all.Complex / inService, scale, conflict, news, shock, implementation.OpenedThisMonth,
            implementation.IncludedThisMonth,
            implementation.DissolvedIn is { } parted && county.Context.Month - parted < p.Cooperation.RestMonths,
            services.Joint.Count(), implementation.TrainingPot, InTraining(),
            [.. implementation.Underway], Threatened())
        {
            Counted = Counted(all, county.Beds),
        };
    }

    private ImmutableArray<int> Counted(in GroupCounts all, int beds)
    {
        int posts = 0, filled = 0, leavers = 0;
        foreach (var team in services.Teams)
            if (team.Last is { } last)
            {
                posts += last.County.Posts + last.Municipality.Posts;
                filled += last.County.Filled + last.Municipality.Filled;
                leavers += last.County.Leavers + last.Municipality.Leavers;
            }
        var counted = new int[Figures.Count];
        counted[(int)Figure.Queue] = all.Waiting;
        counted[(int)Figure.InService] = all.InService;
        counted[(int)Figure.UnmetNeeds] = all.Unmet;
        counted[(int)Figure.Placed] = all.Placed;
        counted[(int)Figure.OutOfContact] = all.LongOut;
        counted[(int)Figure.ManyNeedsOutside] = all.ManyNeedsOutside;
        counted[(int)Figure.Posts] = posts;
        counted[(int)Figure.VacantPosts] = posts - filled;
        counted[(int)Figure.Beds] = beds;
        counted[(int)Figure.Crises] = all.Crises;
        counted[(int)Figure.Admissions] = all.Admissions;
        counted[(int)Figure.WithoutBed] = all.WithoutBed;
        counted[(int)Figure.TreatedAtHome] = all.TreatedAtHome;
        counted[(int)Figure.Readmissions] = all.Readmissions;
        counted[(int)Figure.BedDays] = all.BedDays;
        counted[(int)Figure.DelayedDays] = all.DelayedDays;
        counted[(int)Figure.Arrivals] = all.Arrivals;
        counted[(int)Figure.Deaths] = all.Deaths;
        counted[(int)Figure.Dropouts] = all.Dropouts;
        counted[(int)Figure.Helped] = all.Helped;
        counted[(int)Figure.Leavers] = leavers;
        return ImmutableCollectionsMarshal.AsImmutableArray(counted);
    }

    private ImmutableArray<GroupState> Groups()
    {
        var groups = new GroupState[TargetGroups.Count];
        for (var g = 0; g < groups.Length; g++)
            groups[g] = Group(counts[g], g);
        return ImmutableCollectionsMarshal.AsImmutableArray(groups);
    }

    private GroupState Group(in GroupCounts t, int g)
    {
        double competence = 0, match = 0;
        var persons = 0;
        double posts = 0;
        foreach (var service in services.All)
        {
            if (t.InJointCare > 0 && service.IsSingle) continue;
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var here = last.MonthlyCounts[g].InService;
                    if (here == 0) continue;
                    competence += last.Competence[g] * here;
                    match += last.Match[g] * here;
                    persons += here;
                    if (service.IsJoint && last.InService is > 0 and var caseload)
                        posts += (last.County.Filled + last.Municipality.Filled) * (double)here / caseload;
                }
        }
        return new(
            t.Persons, t.InService, t.InJointCare, t.Waiting, t.Unmet, t.UnmetInJointCare,
            persons == 0 ? p.Competence.Initial : competence / persons, persons == 0 ? p.Competence.InitialMatch
                : match / persons, (int)posts);
    }

    private ImmutableArray<TeamState> Teams(Month month)
    {
        var teams = ImmutableArray.CreateBuilder<TeamState>();
        foreach (var service in services.All.Where(s => !s.IsAssertive))
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var posts = last.County.Posts + last.Municipality.Posts;
                    teams.Add(new(
                        team.Address, service.Kind, service.Groups, service.IsJoint, last.InService, last.Waiting, team.Need,
                        posts,
                        posts - last.County.Filled - last.Municipality.Filled,
                        team.PostsChanged is { } changed && month - changed < p.Agenda.PostsRest));
                }
        return teams.DrainToImmutable();
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
                return new(service.Ordinal, service.Kind, closing.By, service.Persons, closing.Month,
                    (long)(p.Prices.Unit * service.FixedShare));
        return null;
    }
}
