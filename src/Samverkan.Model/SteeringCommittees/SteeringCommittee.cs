using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Rules;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees.Minuting;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>
/// The steering committee of a county and a municipality. It learns what it can of needs and money, meets by its
/// schedule, takes up matters in order of urgency as far as its time lasts, and decides by consensus. Between meetings
/// nothing is decided, but trust and understanding move every month.
/// </summary>
public sealed class SteeringCommittee
{
    // What passes though it was less likely than this is minuted with a reservation.
    private const double Reserved = .5;

    // Matters about elements come after those about groups.
    private const int OfElements = 100;

    // Project managers' luck is drawn apart from that of core members, however many there are.
    private const uint ManagersSeats = 1000;

    private readonly World world;
    private readonly int municipality;
    private readonly string code;
    private readonly ulong who;
    private readonly Leaders core = new(), managers = new();
    private readonly SortedDictionary<(Remedy, int), Month> listed = [];
    private readonly Knowledge knowledge = new();
    private readonly Schedule schedule = new();
    private readonly Initiatives initiatives;
    private readonly Secretary secretary = new();
    private readonly List<News> unreported = [];
    private readonly List<MinutedItem> unconfirmed = [];
    private CooperationState cooperation;
    private int meetingsHeld, seated, services, servicesSinceRevision;
    private bool shaken;
    private Month? lastMeeting, agreed, evaluated, standing;

    // Of the month under way, between the two acts.
    [NotState] private Brief brief = null!;
    private ParameterSet p;
    [NotState] private Sitting sitting = null!;

    /// <param name="municipality">Position in the map of the municipality.</param>
    public SteeringCommittee(World world, int municipality, string code, ParameterSet p)
    {
        (this.world, this.municipality, this.code, this.p) = (world, municipality, code, p);
        Path = ActorPath.Committee(code);
        who = Identity.OfActor(Path.ToString());
        initiatives = new(who);
        cooperation = new(p.Cooperation.InitialTrust, p.Cooperation.InitialUnderstanding, 0, 0, 0);
    }

    public ActorPath Path { get; }

    /// <summary>Trust, understanding, routine, conflict and agreement.</summary>
    public CooperationState CooperationState => cooperation;

    private ulong Dice(int meeting, Remedy remedy) => (ulong)(meeting * Initiatives.Remedies + (int)remedy);

    /// <summary>Whether there is a committee at all.</summary>
    private bool Exists => p.Element.Allows(Element.SteeringCommittee) && !world.IsWarmUp(brief.Context.Month);

    /// <summary>The way down: members come and go, and the committee deliberates if it meets.</summary>
    public void Open(Brief month)
    {
        brief = month;
        p = world.ParametersOf(municipality, month.Context);
        sitting = new Sitting();
        if (!world.IsWarmUp(month.Context.Month)) unreported.AddRange(month.News);
        HearWhatHappened();
        Members();
        foreach (var documented in DocumentedRemedies())
            Take(documented);
        WorkDaily();
        if (!world.IsWarmUp(month.Context.Month))
            initiatives.Month(p.Agenda, core.HaveChampion || managers.HaveChampion, HasWindow, world.RandomStreams,
                month.Context.Month);
        if (!Exists)
        {
            unreported.Clear();
            unconfirmed.Clear();
            return;
        }
        unreported.AddRange(secretary.Month(month, p, WhenOpened, Events(month.Context.Month), cooperation.Trust));
        var meetings = schedule.MeetingsIn(brief.Context.Month, p.Committee);
        for (var meeting = 0; meeting < meetings; meeting++)
            Meet(meeting, meetings);
    }

    /// <summary>The way up: the month's dealings become trust, and decisions go to those whom they bind.</summary>
    public Resolution Close()
    {
        var dissolves = brief.JointUnits > 0
            && brief.Context.Month - (standing ?? brief.Context.Month) >= p.Cooperation.SafeMonths
            && world.RandomStreams.Unit(who, brief.Context.Month, Purpose.Dissolution)
                < Rules.Dissolution.MonthlyProbability(p.Cooperation, cooperation, brief.Stress, p.Funding.DeepestDeficit);
        if (!world.IsWarmUp(brief.Context.Month)) cooperation = Rules.Trust.Month(p.Cooperation, cooperation, new(
            Math.Min(1, sitting.Contact + DailyContact), brief.TrainingShare, sitting.Agreed, brief.TeamCooperation,
            brief.JointShare, sitting.Insight));
        if (dissolves)
            cooperation = cooperation with { Trust = cooperation.Trust * p.Cooperation.TrustAfterEnd, Agreement = 0 };
        if ((brief.Context.Month + 1 - world.Blueprint.Begins) % Math.Max(1, (int)p.Committee.ScheduleTerm) == 0) Reconsider();
        var members = MemberCount;
        return new()
        {
            CooperationState = cooperation,
            Decisions = sitting.Decisions.ToImmutableArray(),
            Minutes = sitting.Minutes.ToImmutableArray(),
            Members = Exists ? members : 0,
            Meetings = sitting.Meetings,
            PlannedMeetings = Exists ? schedule.Planned(p.Committee) : 0,
            Agreed = sitting.Agreed,
            Deferred = sitting.Deferred,
            LagMonths = sitting.LagMonths,
            Revised = sitting.Revised,
            Dissolves = dissolves,
            MemberHours = sitting.Meetings * members * p.Committee.HoursPerMeeting,
            Cost = sitting.Cost,
            Hash = Snapshot.Hash(this),
        };
    }

    private int AssociationSeats =>
        p.Element.Allows(Element.StakeholderParticipation) ? (int)p.Committee.AssociationSeats : 0;

    private int MemberCount => Deciders + AssociationSeats;

    // Those whose consent binds the two organisations and their services.
    private int Deciders => core.Count + seated;

    private Ruleset Rules => world.Blueprint.Rules;

    private double DailyContact =>
        DailyWork.Contact(p.Committee, brief.Structure.Allowed(p.Element), brief.JointUnits, managers.Ties);

    private double Representation =>
        Consensus.Representation(p.Committee, MemberCount, brief.Included.Count);

    private void HearWhatHappened()
    {
        cooperation = cooperation.AfterConflict(brief.Conflict);
        shaken |= brief.Shock;
        standing = brief.JointUnits == 0 ? null : standing ?? brief.Context.Month;
        services += brief.NewServices;
        servicesSinceRevision += brief.GroupsIncluded;
        seated = Math.Min(seated, (int)p.Committee.InvitedMost);
        if (brief.JointUnits == 0 && !brief.PlanStands) (services, agreed) = (0, null);
    }

    private void Members()
    {
        var month = brief.Context.Month;
        var sentAway = Events(month).Select(e => e.What).OfType<Policies.LeadersLeaving>().Sum(e => e.Leaders);
        core.Seat((int)p.Committee.CoreMembers, p.Cooperation.InitialTies, p.Committee.Champions, world.RandomStreams, who, 0);
        managers.Seat(Sectors.Count, p.Cooperation.InitialTies, p.Committee.Champions, world.RandomStreams, who, ManagersSeats);
        if (world.IsWarmUp(month)) return;
        Succeed(core, 0);
        Succeed(managers, ManagersSeats);
        Leave(core, core.Leaving(p.Cooperation.LeaderExit, sentAway, world.RandomStreams, who, month, 0),
            1 - p.Cooperation.ManagersTie);
        Leave(managers, managers.Leaving(p.Cooperation.ManagerExit, sentAway - core.Seats, world.RandomStreams, who, month,
            ManagersSeats), p.Cooperation.ManagersTie);
        managers.Meet(1 / p.Committee.TenureMonths);
    }

    // A seat is not filled in the month in which it falls empty.
    private void Succeed(Leaders of, uint first)
    {
        foreach (var seat in of.Fill(p.Committee.VacancyMonths, p.Committee.Champions, world.RandomStreams, who,
            brief.Context.Month, first))
            unreported.Add(new SuccessorNamed(Leaders.SideOf(seat), of == managers, of.IsChampion(seat)));
    }

    /// <param name="weight">What all ties of these leaders weigh among all ties.</param>
    private void Leave(Leaders of, List<int> leaving, double weight)
    {
        foreach (var seat in leaving)
        {
            cooperation = cooperation.AfterExit(p.Cooperation, weight * of.Ties * of.ShareOf(seat));
            of.Leave(seat);
            unreported.Add(new MemberLeft(Leaders.SideOf(seat), of == managers));
        }
    }

    // What needs no meeting is settled by those whom it concerns, as far as they cooperate.
    private void WorkDaily()
    {
        if (!DecidesDaily) return;
        var inPairs = brief.Structure.Allowed(p.Element).Has(Element.CoLeadership);
        var (month, matter) = (brief.Context.Month, 0u);
        foreach (var item in DailyWork.Matters(LayTable(), inPairs).Take((int)p.Committee.DailyMatters))
            if (world.RandomStreams.Unit(who, month, Purpose.DailyConsent, matter++)
                < DailyWork.Consent(p.Committee, brief.TeamCooperation))
                Settle(item);
    }

    private void Settle(AgendaItem item)
    {
        secretary.Settled(item.Proposal);
        sitting.Decisions.Add(new(item.Proposal, brief.Context.Month + (int)p.Agenda.LagDaily,
            Math.Max(LayTable().Freshness, p.Committee.DailyFreshness)));
    }

    private bool DecidesDaily => p.Committee.DailyDecisions >= .5 && brief.JointUnits > 0 && !world.IsWarmUp(brief.Context.Month);

    private bool Concerns(Policies.ModelEvent e) => Policies.Places.Concerns(world, municipality, e.Scope);

    private IEnumerable<Policies.ModelEvent> Events(Month month) =>
        world.Blueprint.Events.Where(e => e.At == month && Concerns(e));

    private PlaceOverTime PlaceOverTime => new(
        month => world.ParametersOf(municipality, brief.Context with { Month = month }),
        year => world.Blueprint.Events.Where(e => e.At.Year == year && Concerns(e)));

    private void Meet(int meeting, int meetingsThisMonth)
    {
        var month = brief.Context.Month;
        var pause = lastMeeting is { } last && last != month ? month - last
            : lastMeeting is null ? p.Committee.FirstPause : 1.0 / meetingsThisMonth;
        lastMeeting = month;
        meetingsHeld++;
        sitting.Meetings++;
        var contact = TrustRule.ContactOfMeeting(p.Cooperation, pause, 1);
        sitting.Contact += contact * (p.Committee.Newcomer + (1 - p.Committee.Newcomer) * core.Ties);
        if (HasVoice) sitting.Insight += p.Cooperation.VoiceInsight;
        core.Meet(contact / p.Committee.TenureMonths);
        var table = LayTable();
        unreported.AddRange(
            secretary.Meeting(brief, Deciders, AssociationSeats, p.Committee.WorkingSize, table.Heard, PlaceOverTime));
        // What this meeting sets going is reported to the next.
        var (reported, confirmed) = (unreported.ToArray(), unconfirmed.ToArray());
        unreported.Clear();
        unconfirmed.Clear();
        var agenda = Agenda.Of(table, world.RandomStreams, who, meeting);
        Remember(agenda, month);
        var items = Deliberate(agenda, table, meeting, pause);
        sitting.Minutes.Add(new MinutesBook(world.RandomStreams, who, code, p).Take(
            new(meetingsHeld, meeting, meetingsThisMonth), brief, knowledge,
            new(core.CountOf(Sector.County), core.CountOf(Sector.Municipality), AssociationSeats, seated), [.. confirmed,
                .. items], reported));
    }

    private MeetingTable LayTable()
    {
        var month = brief.Context.Month;
        var heard = Knowledge.Fresh(p.Committee, brief.Structure, AssociationSeats, Representation);
        return new()
        {
            Brief = brief,
            P = p,
            WhenOpened = WhenOpened,
            Knowledge = knowledge,
            Heard = heard,
            Freshness = knowledge.Freshness(p.Committee, heard, month),
            AgreementAge = agreed is { } date ? month - date : null,
            Shaken = shaken,
            NewServices = servicesSinceRevision,
            Unseated = Math.Min(services - seated, (int)p.Committee.InvitedMost - seated),
            EvaluationAge = month - (evaluated ?? world.Blueprint.Begins),
            Documented = p.Committee.DecidesStructure >= .5 ? 0 : DocumentedDecisions.Structural,
            Daily = DecidesDaily,
            Prepared = initiatives.Prepared,
        };
    }

    // What will hold when a joint plan of today opens, as far as it is announced.
    private ParameterSet WhenOpened =>
        world.ParametersOf(municipality,
            brief.Context with { Month = brief.Context.Month + (int)p.Agenda.LagPlan, SeenFrom = brief.Context.Month });

    // Money for those who have a joint plan, a law, an attempt to close a unit.
    private bool HasWindow => shaken || !brief.PlanStands && WhenOpened.Nation.StimulusGrant > 0;

    // What is no longer a matter is forgotten; what is new is listed with its date.
    private void Remember(List<AgendaItem> agenda, Month month)
    {
        var now = agenda.Select(KeyOf).ToArray();
        foreach (var gone in listed.Keys.Where(key => !now.Contains(key)).ToArray())
            listed.Remove(gone);
        foreach (var key in now)
            listed.TryAdd(key, month);
    }

    private static (Remedy, int) KeyOf(AgendaItem item) =>
        (item.Remedy, item.Proposal.Group is { } g ? (int)g : item.Proposal.Element is { } e ? OfElements + (int)e : -1);

    private List<MinutedItem> Deliberate(List<AgendaItem> agenda, MeetingTable table, int meeting, double pause)
    {
        var minuted = new List<MinutedItem>();
        var capacity = Consensus.Capacity(p.Committee, Deciders, meetingsHeld == 1 ? Consensus.UsualPause : pause);
        var room = (int)Math.Floor(capacity);
        if (world.RandomStreams.Unit(who, brief.Context.Month, Purpose.Attendance, (uint)meeting) < capacity - room) room++;
        var decided = 0;
        var standpoints = new Standpoints(brief, core, managers, AssociationSeats, seated, secretary.Wronged);
        foreach (var raised in agenda)
        {
            var item = raised with { RaisedBy = standpoints.Raiser(raised) };
            if (!IsQuorate)
            {
                sitting.Deferred++;
                Minute(new(item, Outcome.Deferred, Reason: Deferral.NoQuorum));
                continue;
            }
            if (room == 0)
            {
                sitting.Deferred++;
                schedule.Deferred(listed.TryGetValue(KeyOf(item), out var since) ? brief.Context.Month - since : 0, item.Urgency);
                Minute(new(item, Outcome.Deferred, Reason: Deferral.NoTime));
                continue;
            }
            room--;
            if (!item.Affordable)
            {
                sitting.Deferred++;
                Minute(new(item, Outcome.Deferred, Reason: Deferral.NoMoney));
                continue;
            }
            var vote = Vote(item, meeting, new(table.Freshness, HasVoice));
            if (vote.Passes)
            {
                decided++;
                var decision = Agree(item, table);
                Minute(new(item, Outcome.Agreed, DoneAtOnce(item.Remedy) ? null : decision.From)
                {
                    Dissent = vote.Probability < Reserved ? standpoints.Against(item, vote.Objection) : null,
                });
            }
            else
            {
                sitting.Deferred++;
                initiatives.Refused(item.Proposal);
                cooperation = cooperation.AfterConflict(p.Cooperation.ConflictOfFailure);
                Minute(new(item, Outcome.NotAgreed) { Dissent = standpoints.Against(item, vote.Objection) });
            }
        }
        schedule.Held(decided);
        return minuted;

        void Minute(MinutedItem item) => minuted.Add(secretary.Minute(item, brief.Context.Month));
    }

    // Where all of one sector's seats are empty, nobody can bind it.
    private bool IsQuorate => !core.LeavesUnheard(Sector.County) && !core.LeavesUnheard(Sector.Municipality);

    private bool HasVoice => AssociationSeats > 0;

    private Vote Vote(AgendaItem item, int meeting, in Footing footing)
    {
        var index = (uint)Dice(meeting, item.Remedy);
        var month = brief.Context.Month;
        if (item.Remedy == Remedy.TakeOver)
        {
            var rescue = Rescue.Of(p.Funding, item.Proposal, brief, cooperation.Trust);
            return new(
                rescue.Probability, world.RandomStreams.Unit(who, month, Purpose.TakeOver, index) < rescue.Probability,
                rescue.Objection);
        }
        var cost = brief.Structure.JudgedCost(p.Element, item.Proposal.Cost);
        var resisted = footing with { Resistance = initiatives.Resistance(p.Agenda, item.Proposal, world.RandomStreams) };
        var probability = Rules.Consensus.Probability(
            p.Committee, Consensus.Matter(cooperation, cost, brief, Deciders, resisted));
        return new(
            probability, world.RandomStreams.Unit(who, month, Purpose.Consensus, index) < probability,
            Consensus.Weightiest(p.Committee, cooperation, cost, brief, Deciders, resisted));
    }

    private Decision Agree(AgendaItem item, MeetingTable table)
    {
        var month = brief.Context.Month;
        sitting.Agreed++;
        initiatives.Decided(item.Proposal);
        if (listed.Remove(KeyOf(item), out var since)) sitting.LagMonths += month - since;
        var lag = item.Remedy switch
        {
            Remedy.JointPlan => p.Agenda.LagPlan,
            Remedy.Include when item.Proposal.UnitKind is not null => p.Agenda.LagOpen,
            Remedy.TakeOver => 1,
            _ => p.Agenda.LagOther,
        };
        var from = month + Consensus.Lag(p.Committee, lag, Representation);
        var fails = item.Remedy is not (Remedy.JointPlan or Remedy.TakeOver)
            && world.RandomStreams.Unit(who, month, Purpose.Execution, (uint)Dice(sitting.Meetings, item.Remedy))
            < Consensus.FailureProbability(p.Committee, Representation);
        var decision = new Decision(item.Proposal, from, table.Freshness, fails);
        secretary.Decided(decision, brief);
        Bind(decision);
        return decision;
    }

    private static bool DoneAtOnce(Remedy remedy) =>
        remedy is Remedy.Review or Remedy.Invite or Remedy.ReviseAgreement or Remedy.Evaluate;

    // What the committee does itself it does at once; the rest goes to those who carry it out.
    private void Bind(Decision decision)
    {
        switch (decision.Remedy)
        {
            case Remedy.Review:
                knowledge.Review(brief);
                unreported.Add(secretary.Reviewed(brief));
                sitting.Insight += p.Cooperation.ReviewInsight;
                sitting.Cost += (long)(p.Prices.ReviewPerPerson * brief.Groups.Sum(g => g.InService));
                break;
            case Remedy.Invite:
                seated++;
                break;
            case Remedy.ReviseAgreement:
                Revise();
                sitting.Decisions.Add(decision with { From = brief.Context.Month });
                break;
            case Remedy.Evaluate:
                evaluated = brief.Context.Month;
                unreported.Add(Evaluation.Of(brief, decision.Proposal.Element == Element.ExternalEvaluation));
                sitting.Cost += decision.Proposal.Cost;
                if (decision.Proposal.Element == Element.ExternalEvaluation) sitting.Contact += p.Element.EvaluationContact;
                sitting.Decisions.Add(decision);
                break;
            case Remedy.JointPlan:
                // The plan is an agreement, by word of mouth at first: it gives the cooperation its first strength.
                if (cooperation.Agreement == 0) Revise();
                sitting.Decisions.Add(decision);
                break;
            default:
                sitting.Decisions.Add(decision);
                break;
        }
    }

    private void Revise()
    {
        agreed = brief.Context.Month;
        cooperation = cooperation.WithAgreement(p.Cooperation);
        sitting.Revised = true;
        (shaken, servicesSinceRevision) = (false, 0);
        secretary.AgreementMade();
    }

    private void Reconsider()
    {
        if (!Exists || p.Committee.AdaptsSchedule < .5 || brief.JointUnits == 0) return;
        var change = schedule.Reconsider(p.Committee, Deciders);
        if (change == 0) return;
        unreported.Add(new ScheduleChanged(schedule.Planned(p.Committee), change > 0));
    }

    private IEnumerable<Decision> DocumentedRemedies() =>
        DocumentedDecisions.Of(world.Blueprint, brief, p, Concerns);

    // A decision that the scenario dates: the heads agree on it outside a meeting, if it can be paid and there is something to
    // do it in. The next meeting confirms it.
    private void Take(Decision decision)
    {
        if (DocumentedDecisions.Lapses(decision.Proposal, brief, p) is { } reason)
        {
            unreported.Add(new DocumentedLapsed(decision.Proposal, reason));
            return;
        }
        var item = new AgendaItem(decision.Proposal, DocumentedDecisions.OccasionFor(decision.Proposal, LayTable()), 0);
        var confirmed = new MinutedItem(item, Outcome.Agreed, DoneAtOnce(decision.Remedy) ? null : decision.From);
        unconfirmed.Add(secretary.Minute(confirmed with { AgreedOutside = brief.Context.Month }, brief.Context.Month));
        secretary.Decided(decision, brief);
        sitting.Agreed++;
        Bind(decision);
    }
}
