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
            threat.Persons * table.P.Agenda.Capacity, RaisedBy: threat.By);
    }

    // Announced grants count: what the plan needs is money in the year in which it opens.
    private static AgendaItem? JointPlan(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (brief.PlanStands || brief.Parted || !p.Element.Allows(Element.InterProfessionalTeams)) return null;
        var centres = NewService.Centres(p, brief.Scale);
        if (centres == 0) return null;
        var perCentre = NewService.FirstYearCost(p, p.Services.NewPosts, true);
        var grant = (long)(table.WhenOpened.Nation.StimulusGrant * brief.Scale);
        var room = brief.Slack + grant;
        var affordable = (int)Math.Min(centres, room / Math.Max(1, perCentre / 2));
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
        if (brief.JointUnits == 0 || !p.Element.Allows(Element.TargetGroupInclusion) || !p.Element.Allows(Element.InterProfessionalTeams)
            || table.IsUnderway(Remedy.Include)) return null;
        AgendaItem? best = null;
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            if ((brief.Included >> g & 1) != 0) continue;
            var group = (TargetGroup)g;
            var state = brief.Of(group);
            var outside = table.Known(g) * (state.Unmet == 0 ? 1 : 1 - (double)state.UnmetInJointCare / state.Unmet);
            if (outside < p.Agenda.InclusionThreshold * brief.Scale || best is { } b && b.Urgency >= p.Agenda.Inclusion * outside) continue;
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
            best = new(inclusion, new GroupLeftOut(outside), p.Agenda.Inclusion * outside, brief.Slack >= cost / 2);
        }
        return best;
    }

    private static AgendaItem? Capacity(MeetingTable table)
    {
        var (brief, p) = (table.Brief, table.P);
        if (table.IsUnderway(Remedy.Capacity)) return null;
        TeamState? strained = null, relaxed = null;
        foreach (var team in brief.Teams)
        {
            if (team.Joint && team.Posts > 0 && (strained is null || Pressure(team) > Pressure(strained.Value))) strained = team;
            if (team.Posts > Tenths * p.Agenda.PostsOfGiver && (relaxed is null || team.Strain < relaxed.Value.Strain)) relaxed = team;
        }
        if (strained is not { } needy || needy.Strain <= p.Agenda.StrainForCapacity) return null;
        var lacking = Lacking(needy, p.Agenda, brief.Scale);
        var urgency = needy.Persons * p.Agenda.Capacity * (needy.Strain - 1);
        var occasion = new TeamStrained(needy.Kind, needy.Address, needy.Strain, needy.Waiting);
        var more = new Proposal { Remedy = Remedy.Capacity, Team = needy.Address, UnitKind = needy.Kind };
        if (relaxed is { } giver && giver.Address != needy.Address && giver.Strain < needy.Strain - p.Agenda.StrainToMovePosts)
        {
            var moved = Math.Min(lacking, (int)(giver.Posts / p.Agenda.GivesOneIn));
            return new(more with { Source = new(giver.Kind, giver.Address), Posts = moved }, occasion, urgency);
        }
        var cost = (long)(lacking / Tenths * p.Cost.Post);
        return new(more with { Posts = lacking, Cost = cost }, occasion, urgency, brief.Slack >= cost / 2);

        static double Pressure(in TeamState team) => team.Persons * (team.Strain - 1);
    }

    // Tenths of posts that would take away the strain, between the least and the most that one decision is about.
    private static int Lacking(in TeamState team, AgendaParameters p, double scale)
    {
        var (least, most) = (Tenths * p.LeastPosts, Tenths * p.MostPosts * Math.Max(scale, 1));
        return (int)Math.Clamp(
            Math.Floor(team.Posts * (team.Strain - 1) + .5), Math.Max(1, Math.Min(least, least * scale)), Math.Max(least, most));
    }
}
