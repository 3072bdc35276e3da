using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Matters of what services there are: the joint plan, groups to include, capacity, a unit under threat.</summary>
internal static class AgendaOfServices
{
    // Tenths of posts that are worth an item: half a post, less in a small place.
    private const double LeastPosts = 5;

    public static IEnumerable<AgendaItem> Items(MeetingTable table) =>
        new[] { UnitUnderThreat(table), JointPlan(table), Inclusion(table), Capacity(table) }.OfType<AgendaItem>();

    private static AgendaItem? UnitUnderThreat(MeetingTable table)
    {
        if (table.Brief.Threat is not { } threat || table.P.Funding.TakeOverAllowed < .5) return null;
        var rescuer = threat.By.Other();
        return new(
            Remedy.TakeOver,
            $"{Sentence.Capital(threat.By.InWords())} has decided to close the {threat.Kind.InWords()} that serves {threat.Persons} persons from {Sentence.Month(threat.Closes)}.",
            $"{rescuer.InWords()} takes the unit over",
            threat.Persons * table.P.Agenda.Capacity,
            threat.YearlyCost,
            UnitKind: threat.Kind, Team: new(threat.Unit, 0), Sector: rescuer);
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
        return new(
            Remedy.JointPlan,
            "Persons with complex needs are served by two organisations that plan apart.",
            $"a joint plan with {Sentence.Count(Math.Max(1, affordable), "co-located centre")}, two coordinators for each person and shared cost",
            p.Agenda.Inclusion * table.KnownIncluded() + p.Agenda.DeficitBase * brief.Scale,
            Math.Max(0, perCentre * Math.Max(1, affordable) - grant),
            affordable >= 1,
            UnitKind: UnitKind.Centre,
            Centres: Math.Max(1, affordable));
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
            var kind = NewService.KindFor(group);
            best = new(
                Remedy.Include,
                $"{Sentence.Whole(outside)} unmet needs are known among {group.InWords()}, whom the integrated services do not include.",
                ownUnit
                    ? $"open {Sentence.A(kind.InWords())} for {group.InWords()} with {Sentence.Posts(posts)} beyond those moved, costs shared"
                    : $"the centres take in {group.InWords()}",
                p.Agenda.Inclusion * outside,
                cost,
                brief.Slack >= cost / 2,
                Group: group,
                UnitKind: ownUnit ? kind : null,
                Posts: (int)Math.Floor(posts * 10 + .5));
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
            if (team.Posts > 30 && (relaxed is null || team.Strain < relaxed.Value.Strain)) relaxed = team;
        }
        if (strained is not { } needy || needy.Strain <= p.Agenda.StrainForCapacity) return null;
        var lacking = (int)Math.Clamp(Math.Floor(needy.Posts * (needy.Strain - 1) + .5), Math.Max(1, Math.Min(LeastPosts, LeastPosts * brief.Scale)), Math.Max(LeastPosts, 10 * p.Agenda.MostPosts * Math.Max(brief.Scale, 1)));
        var urgency = needy.Persons * p.Agenda.Capacity * (needy.Strain - 1);
        var matter = $"Strain of {Sentence.Hundredths(needy.Strain)} at the {Sentence.Unit(needy)}, {Sentence.Count(needy.Waiting, "person")} waiting.";
        if (relaxed is { } giver && giver.Address != needy.Address && giver.Strain < needy.Strain - p.Agenda.StrainToMovePosts)
        {
            var moved = Math.Min(lacking, giver.Posts / 3);
            return new(
                Remedy.Capacity, matter, $"move {Sentence.Posts(moved / 10.0)} from the {Sentence.Unit(giver)}", urgency,
                Team: needy.Address, Source: giver.Address, Posts: moved, UnitKind: needy.Kind);
        }
        var cost = (long)(lacking / 10.0 * p.Cost.Post);
        return new(
            Remedy.Capacity, matter, $"{Sentence.Posts(lacking / 10.0)} more, shared between the sectors", urgency, cost, brief.Slack >= cost / 2,
            Team: needy.Address, Posts: lacking, UnitKind: needy.Kind);

        static double Pressure(in TeamState team) => team.Persons * (team.Strain - 1);
    }
}
