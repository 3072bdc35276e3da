using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Matters of what services there are: the joint plan, groups to include, capacity, a unit under threat.</summary>
internal static class AgendaOfServices
{
    // Posts are counted in tenths.
    private const double Tenths = 10;

    public static IEnumerable<AgendaItem> Items(MeetingTable table) =>
        new[] { UnitUnderThreat(table), JointPlan(table), Inclusion(table), Capacity(table) }.OfType<AgendaItem>();

    private static AgendaItem? UnitUnderThreat(MeetingTable table)
    {
        if (table.Brief.Threat is not { } threat || table.P.Funding.TakeOverAllowed < .5) return null;
        var takeOver = new Proposal
        {
            Remedy = Remedy.TakeOver,
            UnitKind = threat.Kind,
            Team = new(threat.Unit, 0),
            Sector = threat.By.Other(),
            Cost = threat.YearlyCost,
        };
        return new(
            takeOver, new UnitUnderThreat(threat.By, threat.Kind, threat.Persons, threat.Closes),
            threat.Persons * table.P.Agenda.Capacity);
    }

    // Announced grants count: what the plan needs is money in the year in which it opens.
    private static AgendaItem? JointPlan(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (brief.PlanStands || brief.Parted || (table.Prepared >> Initiatives.Plan & 1) == 0
            || !p.Element.Allows(Element.InterProfessionalTeams)) return null;
        var centres = NewService.Centres(p, brief.Scale);
        if (centres == 0) return null;
        var perCentre = NewService.FirstYearCost(p, p.Services.NewPosts, true);
        var grant = (long)(table.WhenOpened.Nation.StimulusGrant * brief.Scale);
        var room = brief.Slack + grant;
        var affordable = (int)Math.Min(centres, room / Math.Max(1, (long)(p.Agenda.AtHand * perCentre)));
        var plan = new Proposal
        {
            Remedy = Remedy.JointPlan,
            UnitKind = UnitKind.Centre,
            Centres = Math.Max(1, affordable),
            Cost = Math.Max(0, perCentre * Math.Max(1, affordable) - grant),
        };
        return new(
            plan, new ServicesPlanApart(), p.Agenda.Inclusion * table.KnownIncluded() + p.Agenda.DeficitBase * brief.Scale,
            affordable >= 1);
    }

    private static AgendaItem? Inclusion(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (brief.JointUnits == 0 || !p.Element.Allows(Element.TargetGroupInclusion)
            || !p.Element.Allows(Element.InterProfessionalTeams)
            || table.IsUnderway(Remedy.Include)) return null;
        AgendaItem? best = null;
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            if (brief.Included.Has(g) || (table.Prepared >> g & 1) == 0) continue;
            var group = (TargetGroup)g;
            var state = brief.Of(group);
            var outside = table.Known(g) * (state.Unmet == 0 ? 1 : 1 - (double)state.UnmetInJointCare / state.Unmet);
            if (outside < p.Agenda.InclusionThreshold * brief.Scale || best is { } b && b.Urgency >= p.Agenda.Inclusion * outside)
                continue;
            var ownUnit = state.InService + state.Waiting >= p.Services.FewestPersons;
            var posts = NewService.Posts(p, state.InService + state.Waiting);
            var cost = NewService.FirstYearCost(p, posts, ownUnit);
            var inclusion = new Proposal
            {
                Remedy = Remedy.Include,
                Group = group,
                UnitKind = ownUnit ? NewService.KindFor(group) : null,
                Posts = (int)Math.Floor(posts * Tenths + .5),
                Cost = cost,
            };
            best = new(inclusion, new GroupLeftOut(outside), p.Agenda.Inclusion * outside,
                brief.Slack >= (long)(p.Agenda.AtHand * cost));
        }
        return best;
    }

    // Who is strained gets posts from who is not, or new ones. What joint teams can settle among themselves is not raised.
    private static AgendaItem? Capacity(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (table.IsUnderway(Remedy.Capacity) || Strained(table) is not { } needy) return null;
        if (table.Daily && Moving(table) is not null) return null;
        if (Relaxed(table, needy, team => !table.Daily || !team.Joint) is { } giver) return Move(table, needy, giver);
        var lacking = Lacking(needy, p.Agenda, brief.Scale);
        var cost = (long)(lacking / Tenths * p.Prices.Post);
        return Raised(table, needy, new()
        {
            Remedy = Remedy.Capacity,
            Team = needy.Address,
            UnitKind = needy.Kind,
            Posts = lacking,
            Cost = cost
        }, brief.Slack >= (long)(p.Agenda.AtHand * cost));
    }

    /// <summary>Posts that one joint team could give another, with their holders.</summary>
    internal static AgendaItem? Moving(MeetingTable table) =>
        !table.IsUnderway(Remedy.Capacity) && Strained(table) is { } needy
        && Relaxed(table, needy, team => team.Joint) is { } giver
            ? Move(table, needy, giver) : null;

    // The joint team that lacks most. One whose posts were just changed is left to settle.
    private static TeamState? Strained(MeetingTable table)
    {
        TeamState? strained = null;
        foreach (var team in table.Brief.Teams)
            if (team.Joint && team.Posts > 0 && !team.Settles && (strained is not { } most || Pressure(team) > Pressure(most)))
                strained = team;
        return strained is { } needy && needy.Need > table.P.Agenda.StrainForCapacity ? needy : null;

        static double Pressure(in TeamState team) => team.Persons * (team.Need - 1);
    }

    private static TeamState? Relaxed(MeetingTable table, TeamState needy, Func<TeamState, bool> may)
    {
        TeamState? relaxed = null;
        foreach (var team in table.Brief.Teams)
            if (team.Address != needy.Address && team.Posts > Tenths * table.P.Agenda.PostsOfGiver && !team.Settles && may(team)
                && team.Need < needy.Need - table.P.Agenda.StrainToMovePosts
                && (relaxed is not { } least || team.Need < least.Need))
                relaxed = team;
        return relaxed;
    }

    private static AgendaItem Move(MeetingTable table, in TeamState needy, in TeamState giver)
    {
        var posts = Math.Min(Lacking(needy, table.P.Agenda, table.Brief.Scale), (int)(giver.Posts / table.P.Agenda.GivesOneIn));
        return Raised(table, needy, new()
        {
            Remedy = Remedy.Capacity,
            Team = needy.Address,
            UnitKind = needy.Kind,
            Source = new(giver.Kind, giver.Address),
            Posts = posts,
        }, true);
    }

    private static AgendaItem Raised(MeetingTable table, in TeamState needy, Proposal proposal, bool affordable) => new(
        proposal, new TeamStrained(needy.Kind, needy.Address, needy.Need, needy.Waiting),
        needy.Persons * table.P.Agenda.Capacity * (needy.Need - 1), affordable);

    // Tenths of posts that would take away the strain, between the least and the most that one decision is about.
    private static int Lacking(in TeamState team, AgendaParameters p, double scale)
    {
        var (least, most) = (Tenths * p.LeastPosts, Tenths * p.MostPosts * Math.Max(scale, 1));
        return (int)Math.Clamp(
            Math.Floor(team.Posts * (team.Need - 1) + .5), Math.Max(1, Math.Min(least, least * scale)), Math.Max(least, most));
    }
}
