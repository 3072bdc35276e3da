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
        return new()
        {
            Context = county.Context,
            Structure = implementation.Structure,
            Included = implementation.Included,
            PlanStands = services.Joint.Any() || implementation.PlanUnderway,
            Groups = Groups(),
            Teams = Teams(county.Context.Month),
            County = new(county.Stress, county.Slack, county.Frame, county.BringsDeficit, county.Shifts, county.Freezes),
            Municipality = municipality,
            TeamCooperation = persons <= 0 ? 0 : cooperation / persons,
            JointShare = inService == 0 ? 0 : persons / inService,
            TrainingShare = posts <= 0 ? 0 : training / posts,
            ComplexShare = inService == 0 ? 0 : (double)all.Complex / inService,
            Scale = scale,
            Conflict = conflict,
            News = news,
            Shock = shock,
            NewServices = implementation.OpenedThisMonth,
            GroupsIncluded = implementation.IncludedThisMonth,
            Parted = implementation.DissolvedIn is { } parted && county.Context.Month - parted < p.Cooperation.RestMonths,
            JointUnits = services.Joint.Count(),
            TrainingPot = implementation.TrainingPot,
            InTraining = InTraining(),
            Underway = [.. implementation.Underway],
            Threat = Threatened(),
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
        return new()
        {
            Persons = t.Persons,
            InService = t.InService,
            InJointCare = t.InJointCare,
            Waiting = t.Waiting,
            Unmet = t.Unmet,
            UnmetInJointCare = t.UnmetInJointCare,
            Competence = persons == 0 ? p.Competence.Initial : competence / persons,
            Match = persons == 0 ? p.Competence.InitialMatch : match / persons,
            JointPosts = (int)posts,
        };
    }

    private ImmutableArray<TeamState> Teams(Month month)
    {
        var teams = ImmutableArray.CreateBuilder<TeamState>();
        foreach (var service in services.All.Where(s => !s.IsAssertive))
            foreach (var team in service.Teams)
                if (team.Last is { } last)
                {
                    var posts = last.County.Posts + last.Municipality.Posts;
                    teams.Add(new()
                    {
                        Address = team.Address,
                        Kind = service.Kind,
                        Groups = service.Groups,
                        Joint = service.IsJoint,
                        Persons = last.InService,
                        Waiting = last.Waiting,
                        Need = team.Need,
                        Posts = posts,
                        Vacant = posts - last.County.Filled - last.Municipality.Filled,
                        Settles = team.PostsChanged is { } changed && month - changed < p.Agenda.PostsRest,
                    });
                }
        return teams.DrainToImmutable();
    }

    private GroupSet InTraining()
    {
        var groups = default(GroupSet);
        foreach (var team in services.Teams)
            groups |= team.Orders.Train | (team.Last?.InTraining ?? default);
        return groups;
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
