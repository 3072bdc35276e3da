using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>
/// Who speaks for what at a meeting. It follows from who sits at the table and from what each of them answers for: money,
/// staff, a service, the persons concerned. It is told in the minutes; nothing is decided by it.
/// </summary>
/// <param name="associations">Seats of associations of users and relatives.</param>
/// <param name="seated">Members from joint services.</param>
/// <param name="wronged">The sector that the other last acted without; null: neither.</param>
internal sealed class Standpoints(Brief brief, Leaders core, Leaders managers, int associations, int seated, Sector? wronged)
{
    /// <summary>Who raises a matter.</summary>
    public Speaker Raiser(AgendaItem item) => item.Occasion switch
    {
        UnitUnderThreat threat => Head(threat.By.Other()),
        ServicesPlanApart => Champion() ?? Manager(Sector.County),
        GroupLeftOut => OfGroup(item.Proposal.Group!.Value),
        TeamStrained strained => LeaderOf(new(strained.Kind, strained.Team)) ?? Manager(Sector.Municipality),
        ContentDrifts or KnowledgeLacking => LeaderWithMost(team => Serves(team, item.Proposal.Group)) ?? Manager(Sector.County),
        RoleWanted role => OfRole(role.Reason),
        ReviewDue => Associations() ?? Manager(Sector.Municipality),
        EvaluationDue => Head(Poorer),
        DeficitBrought deficit => Head(deficit.By),
        AgreementShaken => Head(wronged ?? Poorer),
        AgreementOutgrown or ServicesUnseated => LeaderWithMost(Newest) ?? Manager(Sector.Municipality),
        _ => Manager(Sector.County),
    };

    /// <summary>Which side holds an objection.</summary>
    public Dissent Against(AgendaItem item, Objection reason) => new(reason switch
    {
        Objection.Cost or Objection.CannotPay when item.Proposal.Sector is { } payer => SideOf(payer),
        Objection.Cost => SideOf(brief.County.Slack < brief.Municipality.Slack ? Sector.County : Sector.Municipality),
        Objection.Distrust => wronged is { } sector ? SideOf(sector) : null,
        Objection.NoSharedView => item.RaisedBy?.Side is { } raiser ? SideOf(raiser.Other()) : null,
        Objection.OldData => associations > 0 ? Side.StakeholderAssociations : null,
        Objection.Resistance => SideOf(GivesMostPosts(item.Proposal.Group)),
        Objection.TooMany => Side.InvitedServices,
        _ => null,
    }, reason);

    private Sector Poorer => brief.County.Stress > brief.Municipality.Stress ? Sector.County : Sector.Municipality;

    private Speaker OfRole(RoleReason reason) => reason switch
    {
        RoleReason.PlannedTwice => Champion() ?? Manager(Sector.County),
        RoleReason.SeparateGuidelines => Manager(Sector.Municipality),
        RoleReason.RegisterPermitted or RoleReason.NationalGuideline => Head(Sector.County),
        RoleReason.PostsUnfilled => Head(Poorer.Other()),
        RoleReason.PostsVacant => LeaderWithMost(MostVacant) ?? Manager(Sector.County),
        RoleReason.OutOfContact => Associations() ?? Head(Sector.Municipality),
        _ => LeaderWithMost(Largest) ?? Manager(Sector.County),
    };

    // Associations speak for whom the services know least; else somebody who drives it, or the sector at whose door they wait.
    private Speaker OfGroup(TargetGroup group)
    {
        var state = brief.Of(group);
        if (associations > 0 && state.InService + state.Waiting < state.Persons / 2) return Associations()!.Value;
        return Champion() ?? Head(WaitsAt(group));
    }

    private Speaker Head(Sector side) => new(SpeakerRole.CoreMember, side);

    private Speaker Manager(Sector side) =>
        managers.CountOf(side) > 0 ? new(SpeakerRole.ProjectManager, side)
        : managers.CountOf(side.Other()) > 0 ? new(SpeakerRole.ProjectManager, side.Other()) : Head(side);

    private Speaker? Champion() =>
        (core.Champion ?? managers.Champion) is { } side ? new Speaker(SpeakerRole.Champion, side) : null;

    private Speaker? Associations() => associations > 0 ? new Speaker(SpeakerRole.Associations) : null;

    private Speaker? LeaderOf(TeamPlace service) =>
        seated > 0 && service.Kind.IsJoint() ? new Speaker(SpeakerRole.ServiceLeader, null, service) : null;

    // The joint team that has most of something; the first of equals.
    private Speaker? LeaderWithMost(Func<TeamState, int> measure)
    {
        if (seated == 0) return null;
        TeamState? most = null;
        foreach (var team in brief.Teams)
            if (team.Joint && measure(team) > 0 && (most is not { } best || measure(team) > measure(best)))
                most = team;
        return most is { } leads ? new Speaker(SpeakerRole.ServiceLeader, null, new(leads.Kind, leads.Address)) : null;
    }

    private static int Serves(in TeamState team, TargetGroup? group) =>
        group is { } one && team.Groups.Has(one) ? team.Persons : 0;

    private static int Newest(TeamState team) => team.Address.Unit;

    private static int MostVacant(TeamState team) => team.Vacant;

    private static int Largest(TeamState team) => team.Persons;

    private Sector WaitsAt(TargetGroup group)
    {
        var (county, municipality) = (0, 0);
        foreach (var team in brief.Teams)
            if (team.Groups.Has(group))
                (county, municipality) = team.Kind switch
                {
                    UnitKind.OutpatientClinic => (county + team.Waiting, municipality),
                    UnitKind.SocialOffice => (county, municipality + team.Waiting),
                    _ => (county, municipality),
                };
        return county > municipality ? Sector.County : Sector.Municipality;
    }

    // The sector whose own teams would give up most posts for it.
    private Sector GivesMostPosts(TargetGroup? group)
    {
        var (county, municipality) = (0, 0);
        foreach (var team in brief.Teams)
            if (group is null || Serves(team, group) > 0)
                (county, municipality) = team.Kind switch
                {
                    UnitKind.OutpatientClinic => (county + team.Posts, municipality),
                    UnitKind.SocialOffice => (county, municipality + team.Posts),
                    _ => (county, municipality),
                };
        return county >= municipality ? Sector.County : Sector.Municipality;
    }

    private static Side SideOf(Sector sector) => sector == Sector.County ? Side.County : Side.Municipality;
}
