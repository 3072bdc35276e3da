using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.Teams;

/// <summary>
/// A team: the staff who meet people. It admits from its queue while its hours last, divides its hours by need, and sends
/// each person on its caseload a care offer; on the way up it learns, loses and hires staff, and reports. A joint team
/// has staff of both sectors; a single-sector team reaches the other sector through partner links.
/// </summary>
public sealed class Team
{
    private readonly World world;
    private readonly int municipality;
    private readonly ulong who;
    private readonly TeamCompetence skills;
    private Staff county, municipal;
    private Triage triage;
    [NotState] private CareOffer[] offers = [];
    [NotState] private LifeEvents[] answers = [];

    // Of the month under way, between the two acts.
    [NotState] private TeamMandate mandate = null!;
    [NotState] private TeamClosing closing = null!;
    [NotState] private PersonParameters? single;
    private ParameterSet p = null!;

    // Of the place: what is paid is no team's own.
    [NotState] private CostParameters prices = null!;
    [NotState] private Workload workload;
    [NotState] private MonthlyCounts counts = null!;
    [NotState] private double coverCounty, coverMunicipal;

    /// <param name="municipality">Position in the map of the municipality that the team serves.</param>
    /// <param name="founded">The month of its first mandate.</param>
    public Team(World world, int municipality, ActorPath path, Context founded)
    {
        (this.world, this.municipality, Path, who) = (world, municipality, path, Identity.OfActor(path.ToString()));
        var start = world.ParametersOf(municipality, founded);
        skills = new TeamCompetence(start.Competence);
        Cooperation = start.Cooperation.InitialTeam;
        Strain = 1;
    }

    /// <summary>Such as <c>team/0181/3/0</c>: unit and team ordinals within the municipality.</summary>
    public ActorPath Path { get; }

    public Roster Caseload { get; } = new();

    public Roster Queue { get; } = new();

    /// <summary>Hours needed over hours at hand this month; both sectors of a joint team together.</summary>
    public double Strain { get; private set; }

    /// <summary>Cooperation between the sectors in daily work: c, 0 to 1.</summary>
    public double Cooperation { get; private set; }

    /// <summary>Whether any post is the county's.</summary>
    public bool HasCountyStaff => county.Posts > 0;

    public bool IsJoint => county.Posts > 0 && municipal.Posts > 0;

    /// <summary>The offers of the month, one per person on the caseload, for whoever lets the persons live.</summary>
    public ReadOnlySpan<CareOffer> Offers => offers.AsSpan(0, Caseload.Count);

    /// <summary>Where the answers go, by position on the caseload.</summary>
    public Span<LifeEvents> Answers => answers.AsSpan(0, Caseload.Count);

    /// <summary>The way down: orders are carried out, persons taken in, hours divided.</summary>
    public void Open(TeamMandate month)
    {
        p = world.ParametersOf(municipality, month.Place, month.Context);
        prices = world.ParametersOf(municipality, month.Context).Prices;
        single = world.PersonsAt(municipality, month.Place, p, month.Context);
        mandate = Allowed(month, p);
        counts = new MonthlyCounts();
        CarryOut(ref county, month.County);
        CarryOut(ref municipal, month.Municipality);
        TakeIn(month);
        skills.Begin(p.Competence, month);
        DivideHours();
        MakeOffers();
    }

    /// <summary>Lets every person on the caseload live the month under its offer, here.</summary>
    public void LetPersonsLive()
    {
        var month = mandate.Context.Month;
        var drawn = new RosterDraws(world.RandomStreams, month);
        var persons = Caseload.Persons;
        RosterNeeds.Move(persons, Offers, p, single, world.RandomStreams, month);
        var own = world.Blueprint.Rules.OwnCrisis;
        for (var i = 0; i < persons.Length; i++)
            answers[i] = persons[i].Live(offers[i], Of(persons[i]), drawn.Of(persons, i), month, own);
    }

    // What holds for a person: the team's own values, unless a scenario means this one.
    private ParameterSet Of(in ServiceUser person) => single is null ? p : single.Of(person.Id);

    /// <summary>The way up: answers are heard, those who wait live their month too, the team closes its books.</summary>
    public TeamReport Close()
    {
        closing ??= new TeamClosing();
        closing.Begin(mandate.Address, p.Engagement.ComplexNeeds, counts, mandate.IsAssertive);
        HearAnswers();
        LetTheQueueLive();
        HandOverPicked();
        HandOver();
        StaffMonth();
        Span<int> persons = stackalloc int[TargetGroups.Count];
        Caseload.CountByGroup(persons);
        Learn(persons);
        return closing.Report(this, mandate, p, Side(Sector.County), Side(Sector.Municipality), skills,
            skills.Quality(p.Care, county.Posts > 0 ? coverCounty : coverMunicipal), TrainingPosts(persons), Snapshot.Hash(this));
    }

    // Elements that are forbidden here, or for one person, though the municipality has them.
    private static TeamMandate Allowed(TeamMandate mandate, ParameterSet p) =>
        mandate.Structure.Allowed(p.Element) is var allowed && allowed == mandate.Structure ? mandate
        : mandate with { Structure = allowed };

    private static void CarryOut(ref Staff staff, in StaffOrder order)
    {
        staff.Receive(order.ReceivedPosts, order.ReceivedFilled);
        staff.Change(order.Posts);
    }

    private void TakeIn(TeamMandate month)
    {
        foreach (var person in month.Transferred)
            Admit(person);
        foreach (var person in month.Referred)
            Queue.Add(person with
            {
                Status = Status.Waiting,
                WaitingMonths = person.Status == Status.Waiting ? person.WaitingMonths : (ushort)0,
            });
        foreach (var notice in month.Crises)
        {
            var roster = Caseload.Find(notice.Person) >= 0 ? Caseload : Queue;
            if (roster.Find(notice.Person) is >= 0 and var at)
                Aftermath.Hear(ref roster[at], notice, Of(roster[at]).Crisis, world.RandomStreams, month.Context.Month);
        }
        foreach (var given in month.Homes)
            if (Caseload.Find(given.Person) is >= 0 and var at)
                Caseload[at].Traits |= given.Form.Trait();
    }

    private void Admit(ServiceUser person)
    {
        person.Status = Status.InService;
        person.WaitingMonths = 0;
        (person.MonthsOut, person.RefusalMonths) = (0, 0);
        if (IsJoint) PartnerLink.End(ref person);
        Caseload.Add(person);
    }

    // Links that may start do so; strain counts admissions as they happen.
    private void DivideHours()
    {
        workload = default;
        foreach (ref var person in Caseload.Persons)
        {
            if (person.Link != LinkStage.None) PartnerLink.Open(ref person, Of(person).Link, mandate.Partners.AsSpan());
            workload.Add(person, p.Engagement.ComplexNeeds, p.Transitions.Leads, p.Element.ManagerBedDays);
        }
        foreach (ref readonly var guest in mandate.Guests.AsSpan())
            workload.AddGuests(guest, p.Care);
        WaitingGuarantee.Keep(ref county, ref municipal, Hours, workload, p);
        Strain = Hours.Strain(workload);
        while (Queue.Count > 0 && !mandate.Closes)
        {
            var next = triage.Next(Queue, p.Care, world.Blueprint.Rules.Triage, out var urgent);
            var with = With(Queue[next]);
            if (Hours.Strain(with) > (urgent ? p.Care.UrgentCap : p.Care.AdmissionCap)) break;
            triage.Took(urgent, p.Care);
            AdmitFromQueue(next, with);
        }
        KeepGuarantee();
        var hours = Hours;
        coverCounty = EffectiveCare.Cover(p.Care, hours.OfCounty, hours.CountyNeeds(workload));
        coverMunicipal = EffectiveCare.Cover(p.Care, hours.OfMunicipality, hours.MunicipalityNeeds(workload));
    }

    // Whoever would wait too long is taken in, as far as staff may be hired for it.
    private void KeepGuarantee()
    {
        if (p.Nation.WaitingGuarantee <= 0 || mandate.Closes) return;
        while (Triage.Overdue(Queue, p.Nation.WaitingGuarantee) is >= 0 and var overdue)
        {
            var with = With(Queue[overdue]);
            if (!WaitingGuarantee.Hire(ref county, ref municipal, Hours, with, p.Care)) return;
            AdmitFromQueue(overdue, with);
        }
    }

    private Workload With(in ServiceUser person)
    {
        var with = workload;
        with.Add(person, p.Engagement.ComplexNeeds, p.Transitions.Leads, p.Element.ManagerBedDays);
        return with;
    }

    private void AdmitFromQueue(int position, in Workload with)
    {
        var person = Queue.RemoveAt(position);
        counts.CountWait(person.WaitingMonths, person.UnmetCount >= GroupCounts.Many);
        Admit(person);
        workload = with;
        Strain = Hours.Strain(with);
    }

    // As the staff stand now.
    private TeamHours Hours => new(county, municipal, p, mandate.Structure, mandate.Planning);

    private void MakeRoom(int persons)
    {
        if (offers.Length >= persons) return;
        offers = new CareOffer[persons * 5 / 4 + 8];
        answers = new LifeEvents[offers.Length];
    }

    private void MakeOffers()
    {
        MakeRoom(Caseload.Count);
        var writer = WriterOf(p);
        var othersWait = Queue.Count > 0;
        var persons = Caseload.Persons;
        var offered = offers.AsSpan(0, persons.Length);
        for (var i = 0; i < offered.Length; i++)
        {
            ref readonly var person = ref persons[i];
            offered[i] = Of(person) is var own && own == p ? writer.Offer(person) : WriterOf(own).Offer(person);
            if (othersWait) offered[i] = offered[i] with { OthersWait = true };
            if (mandate.IsAssertive) offered[i] = offered[i] with { Assertive = true };
        }

        OfferWriter WriterOf(ParameterSet own) =>
            new(this, own, Allowed(mandate, own), coverCounty, coverMunicipal, skills.Competence, skills.Match,
                Roles.Of(p.Element, county.Filled + municipal.Filled, workload.Persons, workload.Complex, workload.First),
                CoordinatorLeaves());
    }

    // Last month's leavers leave their persons to others now: handover is felt a month later.
    private float CoordinatorLeaves() => StaffBeforeLeaving <= 0 ? 1
        : (float)Leavers / StaffBeforeLeaving * (mandate.IsAssertive ? (float)(1 - p.Assertive.SharedCaseload) : 1);

    private int Leavers => county.Leavers + municipal.Leavers;

    private int StaffBeforeLeaving => county.Filled + municipal.Filled + Leavers;

    private double Turnover => StaffBeforeLeaving <= 0 ? 0 : (double)Leavers / StaffBeforeLeaving;

    private void HearAnswers()
    {
        var month = mandate.Context.Month;
        var joint = IsJoint;
        var partnerDomains = county.Posts > 0 ? Domains.OfMunicipality : p.Transitions.Leads.County;
        var persons = Caseload.Persons;
        var hour = PersonCost.OfAnHour(
            p, prices, county.Filled + municipal.Filled, county.Agency + municipal.Agency, persons);
        var jobs = new JobSupport(mandate.JobSeats, persons);
        using var sweep = Caseload.Sweep();
        for (var i = 0; i < persons.Length; i++)
        {
            ref var person = ref persons[i];
            var answer = answers[i];
            person.CostOfYear += PersonCost.OfCare(p, person, hour) + PersonCost.OfPlace(prices, person);
            closing.Count(person, answer, joint, offers[i].BothSectors, skills);
            if (!Stays(ref person, answer, offers[i].BothSectors, offers[i].Managed, month)) continue;
            if (mandate.IsAssertive
                && Assertive.StepsDown(person, Of(person).Assertive, Of(person).Crisis, world.RandomStreams, month))
            {
                closing.HandOver(person);
                continue;
            }
            if (mandate.Search is { } search) closing.Candidate(person, search);
            if (!joint)
            {
                PartnerLink.Close(ref person, Of(person).Link, mandate.Partners.AsSpan(), partnerDomains, Cooperation,
                    (answer & LifeEvents.NewCoordinator) != 0, world.RandomStreams, month, offers[i].Managed,
                    (answer & LifeEvents.Crisis) != 0);
                if (person.Link != LinkStage.None) closing.Note(person, partnerDomains, p.Transitions.Leads.Both);
            }
            jobs.Month(ref person, Of(person).Ips);
            closing.HousingMonth(ref person, Of(person), mandate.FloatingSupport, world.RandomStreams, month);
            sweep.Keep(i);
        }
    }

    private void LetTheQueueLive()
    {
        var month = mandate.Context.Month;
        var drawn = new RosterDraws(world.RandomStreams, month);
        MakeRoom(Queue.Count);
        for (var i = 0; i < Queue.Count; i++)
        {
            var own = Of(Queue[i]);
            var informal = (float)own.Care.InformalCare;
            offers[i] = OfferWriter.InWard(new(informal, informal, 0, 0, 1, false), Queue[i], own);
        }
        RosterNeeds.Move(Queue.Persons, offers.AsSpan(0, Queue.Count), p, single, world.RandomStreams, month);
        using var sweep = Queue.Sweep();
        for (var i = 0; i < Queue.Count; i++)
        {
            ref var person = ref Queue[i];
            var own = Of(person);
            var answer = person.Live(offers[i], own, drawn.Of(Queue.Persons, i), month, world.Blueprint.Rules.OwnCrisis);
            if (person.WaitingMonths < ushort.MaxValue) person.WaitingMonths++;
            closing.Count(person, answer, false, false, skills);
            person.CostOfYear += PersonCost.OfPlace(prices, person);
            if (!Stays(ref person, answer, false, 0, month)) continue;
            if (mandate.Search is { } search) closing.Candidate(person, search);
            closing.HousingMonthInQueue(ref person, own, world.RandomStreams, month);
            sweep.Keep(i);
        }
    }

    // What befell a person, in care or in the queue, is booked. False: the person leaves the team.
    private bool Stays(ref ServiceUser person, LifeEvents answer, bool bothSectors, float managed, Month month)
    {
        if (person.InWard || person.Has(Traits.Admitted))
            closing.WardMonth(ref person, Of(person), prices, Surroundings(person, bothSectors, managed), world.RandomStreams,
                month);
        closing.EndYear(ref person, month);
        if ((answer & LifeEvents.Departs) != 0)
        {
            closing.Depart(person, answer);
            return false;
        }
        if ((answer & LifeEvents.Crisis) != 0) closing.Emergency(person, answer, TreatmentDays(ref person, month));
        return true;
    }

    private Discharge Surroundings(in ServiceUser person, bool bothSectors, float managed) =>
        new(Strain, person.Status == Status.InService ? Cooperation : 0, bothSectors, mandate.MunicipalityShifts, managed);

    private int TreatmentDays(ref ServiceUser person, Month month) =>
        WardStay.TreatmentDays(Of(person).Ward, ref person, mandate.WardCrowding, mandate.CountyShifts, world.RandomStreams,
            month);

    // Who is picked for an assertive team goes there.
    private void HandOverPicked()
    {
        foreach (var id in mandate.Picked)
            foreach (var roster in (ReadOnlySpan<Roster>)[Caseload, Queue])
                if (roster.Find(id) is >= 0 and var at)
                {
                    var person = roster.RemoveAt(at);
                    closing.HandOver(person with { Traits = person.Traits | Traits.Picked });
                }
    }

    // Whoever is released, or all when the team closes, goes to the municipality's outbox.
    private void HandOver()
    {
        var (groups, share) = mandate.Closes ? new Release(GroupSet.All, 1) : mandate.Release;
        if (share <= 0) return;
        closing.HandOver(Caseload, groups, share, world.RandomStreams);
        closing.HandOver(Queue, groups, share, world.RandomStreams);
    }

    private void StaffMonth()
    {
        var lag = IsJoint ? mandate.Structure.HiringLag(p.Element, p.Team.HiringLag) : p.Team.HiringLag;
        var month = mandate.Context.Month;
        var turnover = Staff.TurnoverRate(p.Team, Strain, Cooperation);
        county.Month(p.Team, turnover, lag, mandate.County.Refill, world.RandomStreams, who, month, Sector.County);
        municipal.Month(p.Team, turnover, lag, mandate.Municipality.Refill, world.RandomStreams, who, month, Sector.Municipality);
    }

    private void Learn(ReadOnlySpan<int> persons)
    {
        var contact = IsJoint
            ? mandate.Structure.Contact(p.Element, !skills.InTraining.IsEmpty)
            : Caseload.Count == 0 ? 0 : p.Cooperation.LinkContact * Caseload.ActiveLinks / Caseload.Count;
        skills.Month(p.Competence, persons, Caseload.Count, IsJoint, Turnover);
        Cooperation = TeamCooperation.Month(p.Cooperation, Cooperation, contact, Turnover, mandate.Trust);
    }

    private int TrainingPosts(ReadOnlySpan<int> persons)
    {
        if (!IsJoint) return 0;
        return (int)((county.Filled + municipal.Filled) * skills.ShareInTraining(persons, Caseload.Count));
    }

    private SectorMonth Side(Sector sector)
    {
        var hours = Hours;
        return sector == Sector.County
            ? new(county.Posts, county.Filled, county.Leavers, county.Hired, hours.OfCounty, hours.CountyNeeds(workload),
                county.Agency)
            : new(municipal.Posts, municipal.Filled, municipal.Leavers, municipal.Hired, hours.OfMunicipality,
                hours.MunicipalityNeeds(workload), municipal.Agency);
    }

    internal IEnumerable<KeptPerson> Persons() =>
        [.. Caseload.KeptAt(Path, Keeping.Caseload), .. Queue.KeptAt(Path, Keeping.Queue)];
}
