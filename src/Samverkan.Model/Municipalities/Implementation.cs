using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// Carries out what the committee decided, when its month has come: units open with the posts and persons that move into
/// them, teams are trained, content is adapted, roles are introduced. What moves is released the month before, so that
/// it arrives in the month of opening.
/// </summary>
internal sealed class Implementation(ServiceRegister services, List<News> news)
{
    private readonly List<Decision> underway = [];

    /// <summary>Decisions that wait for their month.</summary>
    public IReadOnlyList<Decision> Underway => underway;

    /// <summary>Groups that joint services include.</summary>
    public GroupSet Included { get; set; }

    public StructuralElements Structure { get; set; }

    /// <summary>Planning hours after streamlining, as share of what they were.</summary>
    public double Planning { get; private set; } = 1;

    /// <summary>Savings that are set aside for training, in SEK.</summary>
    public long TrainingPot { get; private set; }

    public int OpenedThisMonth { get; private set; }

    public int IncludedThisMonth { get; private set; }

    public int TakenOverThisMonth { get; private set; }

    public bool PlanUnderway => underway.Exists(d => d.Remedy == Remedy.JointPlan);

    public void Receive(IEnumerable<Decision> decisions) => underway.AddRange(decisions);

    /// <summary>When the cooperation was last dissolved, if ever.</summary>
    public Month? DissolvedIn { get; private set; }

    /// <summary>A dissolution ends all that was planned, and the structure that stood for the cooperation.</summary>
    public void Dissolve(GroupSet included, StructuralElements structure, Month month)
    {
        underway.Clear();
        DissolvedIn = month;
        (Included, Structure, Planning) = (included, structure, 1);
    }

    public void CarryOut(ParameterSet p, in CooperationState cooperation, Month month)
    {
        (OpenedThisMonth, IncludedThisMonth, TakenOverThisMonth) = (0, 0, 0);
        foreach (var decision in underway)
            if (decision.From == month + 1 && decision.Remedy is Remedy.JointPlan or Remedy.Include && !decision.Fails)
                ReleaseFor(decision, p);
        foreach (var decision in underway.Where(d => d.From <= month).ToArray())
        {
            underway.Remove(decision);
            if (decision.Fails) news.Add(new DecisionFailed(decision.Proposal));
            else Do(decision, p, cooperation, month);
        }
    }

    /// <summary>What training this month cost is taken from what was set aside, as far as it lasts.</summary>
    public void PayTraining(long sek) => TrainingPot = Math.Max(0, TrainingPot - sek);

    private void Do(Decision decision, ParameterSet p, in CooperationState cooperation, Month month)
    {
        switch (decision.Remedy)
        {
            case Remedy.JointPlan:
                OpenCentres(decision, p);
                break;
            case Remedy.Include:
                Include(decision, p);
                break;
            case Remedy.Capacity:
                MoveCapacity(decision, month);
                break;
            case Remedy.Adapt:
                foreach (var team in JointTeams((int)decision.Proposal.Group!.Value))
                    (team.Orders.Adapt, team.Orders.Freshness) =
                        (team.Orders.Adapt | GroupSet.Of(decision.Proposal.Group.Value), decision.Freshness);
                break;
            case Remedy.Train:
                Structure = Structure.With(Element.JointTraining);
                foreach (var team in services.Teams)
                    team.Orders.Train |= GroupSet.Of(decision.Proposal.Group!.Value);
                break;
            case Remedy.Role:
                Structure = Structure.With(decision.Proposal.Element!.Value);
                break;
            case Remedy.ReviseAgreement:
                Structure = Structure.With(Element.IntegrationAgreement);
                break;
            case Remedy.Evaluate:
                Structure = Structure.With(decision.Proposal.Element!.Value);
                if (decision.Proposal.Element == Element.InternalEvaluation)
                    AdaptAll(p.Element.EvaluationMatch / p.Competence.Adaptation);
                break;
            case Remedy.Streamline:
                Streamline(p, cooperation);
                break;
            case Remedy.TakeOver:
                TakeOver(decision);
                break;
        }
    }

    private void OpenCentres(Decision decision, ParameterSet p)
    {
        Structure = Structure.With(Element.InterProfessionalTeams).With(Element.CoLocatedCentres).With(Element.CoLeadership)
            .With(Element.Coordinators).With(Element.FinancialAgreement).With(Element.TargetGroupInclusion).Allowed(p.Element);
        for (var centre = 0; centre < decision.Proposal.Centres; centre++)
        {
            var service = Found(UnitKind.Centre, Included, Persons(Included) / decision.Proposal.Centres, p);
            MoveIn(service, Included, 1.0 / decision.Proposal.Centres, p.Services.NewPosts, p);
        }
    }

    private void Include(Decision decision, ParameterSet p)
    {
        var group = GroupSet.Of(decision.Proposal.Group!.Value);
        if (decision.Proposal.UnitKind is { } kind)
        {
            var service = Found(kind, group, Persons(group), p);
            if (kind == UnitKind.MobileUnit) Structure = Structure.With(Element.MobileUnits).Allowed(p.Element);
            MoveIn(service, group, 1, decision.Proposal.Posts / 10.0, p);
        }
        else if (services.Joint.FirstOrDefault() is { } centre)
        {
            centre.Groups |= group;
            MoveIn(centre, group, 1, decision.Proposal.Posts / 10.0, p);
        }
        Included |= group;
        IncludedThisMonth++;
    }

    private Service Found(UnitKind kind, GroupSet groups, int persons, ParameterSet p)
    {
        var service = services.Open(kind, groups, Sector.Municipality);
        for (var team = NewService.Teams(p, persons); team > 0; team--)
            service.AddTeam();
        OpenedThisMonth++;
        return service;
    }

    // Persons were released last month; now the posts that cared for them follow, and new ones are added by halves.
    private void MoveIn(Service service, GroupSet groups, double part, double newPosts, ParameterSet p)
    {
        foreach (var team in service.Teams)
            MoveIn(team, groups, part / service.Teams.Count, newPosts / service.Teams.Count, p);
    }

    private void MoveIn(TeamCard team, GroupSet groups, double part, double newPosts, ParameterSet p)
    {
        foreach (var giver in services.All.Where(s => s.IsSingle))
            foreach (var card in giver.Teams)
            {
                var share = ShareOf(card, groups) * p.Services.PersonsMoved * p.Services.PostsMoved * part;
                var posts = (int)Math.Floor(card.Posts(giver.StaffSector) * share);
                var filled = (int)Math.Floor(card.Filled(giver.StaffSector) * share);
                card.Give(team, giver.StaffSector, posts, filled);
            }
        var tenths = Math.Max(2, (int)Math.Floor(newPosts * 10 + .5));
        team.Orders.Change(Sector.County, tenths / 2);
        team.Orders.Change(Sector.Municipality, tenths - tenths / 2);
    }

    // Persons of the groups who are in service, as last reported.
    private int Persons(GroupSet groups)
    {
        var sum = 0;
        foreach (var team in services.Teams)
            for (var g = 0; g < TargetGroups.Count; g++)
                if (groups.Has(g))
                    sum += team.Last?.MonthlyCounts[g].InService ?? 0;
        return sum;
    }

    // The groups' share of a team's caseload before they were released.
    private static double ShareOf(TeamCard card, GroupSet groups)
    {
        if (card.Last is not { } last) return 0;
        double inGroups = 0, all = 0;
        for (var g = 0; g < TargetGroups.Count; g++)
        {
            all += last.MonthlyCounts[g].InService;
            if (groups.Has(g)) inGroups += last.MonthlyCounts[g].InService;
        }
        return all <= 0 ? 0 : inGroups / all;
    }

    private void ReleaseFor(Decision decision, ParameterSet p)
    {
        var groups = decision.Proposal.Group is { } group ? GroupSet.Of(group) : Included;
        foreach (var giver in services.All.Where(s => s.IsSingle))
            foreach (var card in giver.Teams)
                card.Orders.Release = new(groups | card.Orders.Release.Groups, p.Services.PersonsMoved);
    }

    private void MoveCapacity(Decision decision, Month month)
    {
        if (services.Find(decision.Proposal.Team!.Value) is not { } team) return;
        team.PostsChanged = month;
        if (decision.Proposal.Source is { } from)
        {
            if (services.Find(from.Address) is not { } source || services.Find(from.Address.Unit) is not { } unit) return;
            source.PostsChanged = month;
            var all = source.Posts(Sector.County) + source.Posts(Sector.Municipality);
            foreach (var sector in new[] { Sector.County, Sector.Municipality })
            {
                var posts = all <= 0 ? 0 : (int)((long)decision.Proposal.Posts * source.Posts(sector) / all);
                if (!unit.IsJoint && unit.StaffSector != sector) posts = 0;
                source.Give(team, sector, posts, posts);
            }
            return;
        }
        team.Orders.Change(Sector.County, decision.Proposal.Posts / 2);
        team.Orders.Change(Sector.Municipality, decision.Proposal.Posts - decision.Proposal.Posts / 2);
    }

    // Together both give up a little of what planning and premises take; part of what that saves goes into training.
    private void Streamline(ParameterSet p, in CooperationState cooperation)
    {
        var part = p.Funding.Streamlining;
        Planning *= 1 - part;
        long saved = 0;
        foreach (var service in services.Joint)
        {
            saved += (long)(p.Prices.Unit * service.FixedShare * part);
            service.FixedShare *= 1 - part;
            foreach (var team in service.Teams)
                foreach (var sector in new[] { Sector.County, Sector.Municipality })
                {
                    var posts = (int)Math.Floor(part * team.Posts(sector) + .5);
                    team.Orders.Change(sector, -posts);
                    saved += (long)(posts * p.Prices.Post / 10);
                }
        }
        TrainingPot += (long)(saved * p.Funding.RecycledShare * cooperation.Understanding);
    }

    private void TakeOver(Decision decision)
    {
        if (services.Find(decision.Proposal.Team!.Value.Unit) is not { State: UnitState.Open, Closing: { } closing } service)
            return;
        service.Owner = closing.By.Other();
        (service.Shared, service.Closing) = (false, null);
        TakenOverThisMonth++;
        news.Add(new UnitTakenOver(service.Owner, service.Kind, service.Ordinal));
    }

    private void AdaptAll(double freshness)
    {
        foreach (var service in services.Joint)
            foreach (var team in service.Teams)
                (team.Orders.Adapt, team.Orders.Freshness) = (team.Orders.Adapt | service.Groups, freshness);
    }

    private IEnumerable<TeamCard> JointTeams(int group) => services.Joint.Where(s => s.Takes(group)).SelectMany(s => s.Teams);
}
