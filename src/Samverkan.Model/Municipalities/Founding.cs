using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// A municipality before the warm-up: separate services, posts and places by inhabitants, and a
/// prevalent population, most of it in contact. Months of warm-up then bring it to a steady state.
/// </summary>
internal static class Founding
{

    public static void Of(
        World world, ParameterSet p, double scale, Newcomers newcomers, ServiceRegister services,
        Residents residents, Implementation implementation)
    {
        implementation.Included = IncludedAtFirst(p);
        implementation.Structure = StructureAtFirst(p);
        var people = People(world, p, scale, newcomers).ToList();
        var inContact = people.Count(x => x.Keeper == Status.InService);
        Open(UnitKind.OutpatientClinic, Sector.County, p.Services.ClinicPosts);
        Open(UnitKind.SocialOffice, Sector.Municipality, p.Services.OfficePosts);
        services.Open(UnitKind.InpatientWard, default, Sector.County);
        services.Open(UnitKind.SupportedHousing, default, Sector.Municipality);
        foreach (var (person, keeper) in people)
        {
            if (keeper != Status.InService || services.RouteByLot(person) is not { } team)
                residents.Add(person, keeper == Status.Placed ? Status.Placed : Status.Resident);
            else team.Orders.Transferred.Add(Linked(person with { Status = Status.InService }, services, p, world));
        }

        void Open(UnitKind kind, Sector sector, double posts)
        {
            var service = services.Open(kind, GroupSet.All, sector);
            var teams = Math.Max(1, (int)Math.Floor(inContact / (double)Sectors.Count / p.Services.PersonsPerTeam + .5));
            var each = LargestRemainder.Divide((int)Math.Floor(posts * 10 * scale + .5), [.. Enumerable.Repeat(1.0, teams)]);
            for (var i = 0; i < teams; i++)
                service.AddTeam().Orders.Receive(sector, each[i], each[i]);
        }
    }

    /// <summary>What is there before any joint plan: a committee with seats for associations.</summary>
    public static StructuralElements StructureAtFirst(ParameterSet p) =>
        new StructuralElements(0).With(Element.SteeringCommittee).With(Element.StakeholderParticipation).Allowed(p.Element);

    public static GroupSet IncludedAtFirst(ParameterSet p)
    {
        var included = default(GroupSet);
        for (var g = 0; g < TargetGroups.Count; g++)
            if (p.Services.Included[g] >= .5)
                included = included.With(g);
        return included;
    }

    // Whole persons by group, and by lot who is in contact, placed outside or unknown to services.
    private static IEnumerable<(ServiceUser Person, Status Keeper)> People(World world, ParameterSet p, double scale,
        Newcomers newcomers)
    {
        var exact = new double[TargetGroups.Count];
        double sum = 0;
        for (var g = 0; g < exact.Length; g++)
            sum += exact[g] = p.Population.Initial[g] * scale;
        var counts = LargestRemainder.Divide((int)Math.Floor(sum + .5), exact);
        for (var g = 0; g < counts.Length; g++)
            foreach (var person in newcomers.Persons(p, g, world.Start - 1, counts[g]))
            {
                var u = world.RandomStreams.Unit(person.Id, new Month(0), Purpose.History);
                // Nobody of low severity lives in an institution: not at the start either.
                var canBePlaced = person.Severity >= p.Placement.LeastSeverity;
                var keeper = canBePlaced && u < p.Population.InContact * p.Population.Placed ? Status.Placed
                    : u < p.Population.InContact ? Status.InService : Status.Resident;
                yield return (person, keeper);
            }
    }

    private static ServiceUser Linked(ServiceUser person, ServiceRegister services, ParameterSet p, World world)
    {
        if (world.RandomStreams.Unit(person.Id, new Month(0), Purpose.History, 1) >= p.Link.Initial) return person;
        var other = services.RouteByLot(person with { Traits = person.Traits ^ Traits.ClinicFirst })!;
        return person with
        {
            Link = LinkStage.Active,
            PartnerUnit = other.Address.Unit,
            PartnerTeam = other.Address.Team,
            CoordinatorMonths = (ushort)p.Engagement.KnownAtStart,
            Continuity = ExactMath.Probability((float)(p.Engagement.KnownAtStart / p.Engagement.ContinuityMonths)),
        };
    }
}
