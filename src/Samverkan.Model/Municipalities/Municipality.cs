using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// A municipality: social care, and the place where people live. It keeps the residents out of contact, holds its own
/// account, carries out what the committee decides, and routes every message that crosses between its units, the
/// county's units in it included.
/// </summary>
public sealed class Municipality
{
    private readonly World world;
    private readonly int index;
    private readonly MunicipalityOnMap map;
    private readonly ulong who;
    private readonly Newcomers newcomers;
    private readonly Residents residents;
    private readonly ServiceRegister services;
    private readonly Implementation implementation;
    private readonly SectorAccount account = new(Sector.Municipality);
    private readonly UnilateralActions unilateral = new();
    private readonly List<News> news = [];
    private readonly Outbox outbox = new();
    private readonly SupportedHousing housing = new();
    private readonly PurchasedPosts purchased = new();
    private readonly CrisisRouting crises = new();
    private readonly ExternalShocks shocks;
    private readonly JointCuts cuts;
    private readonly MonthFactsWriter factsWriter = new();
    private CooperationState cooperation;
    private double primaryCare;
    private MonthlyCounts counts = new();

    // Of the month under way, between the acts.
    [NotState] private CountyMandate county = null!;
    [NotState] private Resolution resolution = null!;
    private ParameterSet p = null!;
    [NotState] private Flows flows;
    [NotState] private StaffBudget budget;
    [NotState] private Act ownAct;

    /// <param name="index">Position in the map, counted through all counties.</param>
    public Municipality(World world, int index, MunicipalityOnMap map)
    {
        (this.world, this.index, this.map) = (world, index, map);
        Path = ActorPath.Municipality(map.Code);
        who = Identity.OfActor(Path.ToString());
        newcomers = new Newcomers(world, map.Code);
        residents = new Residents(world);
        services = new ServiceRegister(world);
        implementation = new Implementation(services, news);
        shocks = new ExternalShocks(services, implementation, news);
        cuts = new JointCuts(services, news);
        p = world.ParametersOf(index, new Context(world.Start, []));
        Founding.Of(world, p, map.Population / p.Population.Reference, newcomers, services, residents, implementation);
        primaryCare = p.Referral.InitialCooperation;
        cooperation = new(p.Cooperation.InitialTrust, p.Cooperation.InitialUnderstanding, 0, 0, 0);
    }

    public ActorPath Path { get; }

    public string Code => map.Code;

    private Month Month => county.Context.Month;

    private bool PlanStands => services.Joint.Any() || implementation.PlanUnderway;

    private bool MunicipalityShifts => unilateral.Shifts(Month);

    private double Scale => county.Inhabitants / p.Population.Reference;

    /// <summary>First on the way down: the committee is told of last month's closes.</summary>
    public Brief Summon(CountyMandate mandate)
    {
        county = mandate;
        p = world.ParametersOf(index, mandate.Context);
        flows = mandate.Payments;
        Earn();
        ConsiderDeficit();
        shocks.Hear(world, index, p, Month);
        var brief = new BriefWriter(services, implementation, counts, p).Write(
            mandate, new(account.Stress, account.Slack, account.Frame, unilateral.BringsDeficit, MunicipalityShifts, unilateral.Freezes(Month)),
            shocks.Conflict, [.. news], shocks.Shock, Scale);
        news.Clear();
        shocks.Told();
        return brief;
    }

    /// <summary>Then: decisions that are due are carried out, newcomers arrive, and each unit gets its mandate.</summary>
    public ImmutableArray<UnitMandate> Open(Resolution decided)
    {
        resolution = decided;
        cooperation = decided.CooperationState;
        if (decided.Revised) unilateral.AgreementRevised();
        implementation.Receive(decided.Decisions);
        if (decided.Dissolves) Dissolve();
        CloseUnitsThatAreDue();
        implementation.CarryOut(p, cooperation, Month);
        if (world.IsWarmUp(Month)) StaffPlan.Steer(services, p.Funding);
        else DistributePosts();
        var arrivals = Arrive();
        outbox.Send(services, residents);
        var mandates = new MandateWriter(services, implementation, county, resolution, crises.Crowding, p).Write(Refill, MunicipalityShifts, FixedCost);
        counts = arrivals;
        return mandates;
    }

    /// <summary>The way up: residents live, crises find beds or not, costs are booked, all is counted.</summary>
    public MunicipalityReport Close(ImmutableArray<UnitReport> units)
    {
        Hear(units);
        var home = AtHome();
        residents.Live(p, home, counts, Month);
        outbox.Add(CollectionsMarshal.AsSpan(residents.Known));
        foreach (var team in services.Teams)
            foreach (var departure in team.Last!.Departures)
                if ((departure.Reason & (Answer.Died | Answer.Left)) == 0)
                    residents.TakeBack(departure, p, home.Single, Month);
        residents.Count(counts);
        var all = counts.All();
        crises.Route(
            p, implementation.Structure.Allowed(p.Element), county.BedDays, all.BedDays, services, residents, outbox, counts, world.RandomStreams, Month);
        all = counts.All();
        AllotHousing();
        PayCosts(units, all);
        account.Book(flows);
        if (Month + 1 == world.Blueprint.From) account.SetBase(p.Funding);
        primaryCare = PrimaryCare.Month(p.Referral, primaryCare, all.Persons == 0 ? 0 : (double)all.InService / all.Persons, p.Nation.PrivatePrimaryCare);
        var facts = factsWriter.Write(new(
            p, counts, services, implementation, resolution, county, account, flows, primaryCare, crises.Used,
            (county.Shifts ? 1 : 0) + (MunicipalityShifts ? 1 : 0), Acts(), Month - world.Blueprint.From));
        var indicators = IndicatorValues.Of(facts, Levels.Municipality);
        var ahead = residents.WardDaysAhead + crises.DaysAhead;
        foreach (var team in services.Teams)
            ahead += team.Last?.WardDaysAhead ?? 0;
        services.RemoveClosed();
        foreach (var team in services.Teams)
            team.CloseMonth();
        return new(
            index, Code, flows, account.Balance, PlanStands, cooperation, services.Joint.Count(),
            services.Posts(Sector.County), services.Pressure(Sector.County), resolution.Revised, crises.Used, ahead, crises.Wanted, all.Persons, counts, indicators,
            resolution.Minutes, [.. units.Select(UnitFigures.Of)], Snapshot.Hash(this, [resolution.Hash, .. units.Select(unit => unit.Hash)]));
    }

    private int Acts() => (ownAct >= Act.Freeze ? 1 : 0) + (county.Act >= Act.Freeze ? 1 : 0);

    private void Earn()
    {
        if (world.IsWarmUp(Month)) return;
        flows.Pay(Flow.MunicipalFrame, account.Payment(
            p.Funding, Month, Month - world.Blueprint.From < 12, services.Pressure(Sector.Municipality), county.Growth));
        if (PlanStands)
            flows.Pay(Flow.MunicipalGrant, (long)(p.Nation.StimulusGrant * (1 - p.Nation.StimulusCountyShare) / 12 * Scale));
    }

    // Both sectors consider their deficits; what the county does alone comes with its mandate.
    private void ConsiderDeficit()
    {
        ownAct = Act.None;
        budget = new(true, 0);
        if (world.IsWarmUp(Month)) return;
        var joint = services.Joint.Any();
        (ownAct, var quarrel) = unilateral.Consider(p.Funding, p.Cooperation, account.Stress, cooperation, joint, world.RandomStreams, who, Month);
        shocks.Quarrel(quarrel + county.Conflict);
        shocks.ActAlone(Sector.Municipality, ownAct, p, Month);
        shocks.ActAlone(Sector.County, county.Act, p, Month);
        budget = Budget.Of(
            p.Funding, p.Cost.Post, account.Stress, account.Slack, account.Frame, services.Posts(Sector.Municipality), services.Pressure(Sector.Municipality),
            unilateral.Freezes(Month), Month);
    }

    private void Dissolve()
    {
        news.Add(new CooperationEnded());
        implementation.Dissolve(Founding.IncludedAtFirst(p), Founding.StructureAtFirst(p), Month);
        foreach (var service in services.Joint)
            service.State = UnitState.Closing;
    }

    private void CloseUnitsThatAreDue()
    {
        foreach (var service in services.Joint)
            if (service.Closing is { } closing && closing.Month <= Month)
            {
                service.State = UnitState.Closing;
                news.Add(new UnitClosed(service.Kind, service.Ordinal));
            }
    }

    private void DistributePosts()
    {
        var structure = implementation.Structure.Allowed(p.Element);
        shocks.Quarrel(cuts.Month(p, Sector.County, county.Budget.Posts, county.Budget.Refill, structure, cooperation, Month));
        shocks.Quarrel(cuts.Month(p, Sector.Municipality, budget.Posts, budget.Refill, structure, cooperation, Month));
    }

    private bool Refill(Sector sector, bool joint)
    {
        var own = sector == Sector.County ? county.Budget.Refill : budget.Refill;
        return joint
            ? purchased.Refill(sector, own, implementation.Structure, p.Element, sector == Sector.County ? account.Slack : county.Slack, world.RandomStreams, who, Month)
            : own;
    }

    private long FixedCost(Service service) => service.Kind switch
    {
        UnitKind.InpatientWard => (long)(county.Beds * p.Cost.Bed / 12),
        UnitKind.SupportedHousing => 0,
        _ => (long)(world.ParametersOf(index, service.Kind, service.Ordinal, county.Context).Cost.Unit * service.FixedShare / 12),
    };

    private MonthlyCounts Arrive()
    {
        var arrived = new MonthlyCounts();
        foreach (var person in newcomers.Of(p, index, county.Inhabitants, Month))
        {
            residents.Add(person, Status.Resident);
            arrived.Of(person.Group).Arrivals++;
        }
        return arrived;
    }

    // Reports take the place of last month's; staff of units that have closed goes back to the sectors' own teams.
    private void Hear(ImmutableArray<UnitReport> units)
    {
        foreach (var unit in units)
        {
            var service = services.Find(unit.Ordinal)!;
            service.State = unit.State;
            foreach (var report in unit.Teams)
            {
                var card = services.Find(report.Address)!;
                card.Hear(report, p.Agenda.NeedMonths);
                card.Orders.Clear();
                counts.Add(report.MonthlyCounts);
                housing.Free(report.HousingFreed);
                outbox.Add(report.HandedOver.AsSpan());
            }
        }
        foreach (var service in services.All)
            if (service.State == UnitState.Closed)
                foreach (var team in service.Teams)
                    StaffPlan.Return(services, p.Funding, service, team);
        foreach (var team in services.Teams)
            foreach (var note in team.Last!.Notes)
                services.Find(note.To)?.Orders.Guests.Add(note);
    }

    private MonthAtHome AtHome()
    {
        var readiness = new double[Needs.TargetGroups.Count];
        for (var g = 0; g < readiness.Length; g++)
        {
            var (sum, count) = (0.0, 0);
            foreach (var service in services.All)
                if (service.IsJoint && service.Takes(g))
                    foreach (var team in service.Teams)
                        (sum, count) = (sum + team.Last!.Cooperation * team.Last.Competence[g], count + 1);
            readiness[g] = count == 0 ? 0 : sum / count;
        }
        return new(
            implementation.Included, implementation.Structure, primaryCare, readiness, services.Teams.Any(), county.Shifts, MunicipalityShifts, crises.Crowding,
            world.PersonsAt(index, p, county.Context));
    }

    private void AllotHousing()
    {
        housing.Free(residents.HousingFreed);
        housing.Places = Founding.Places(p, county.Inhabitants);
        housing.Allot(services, outbox, world.RandomStreams, Month);
    }

    private void PayCosts(ImmutableArray<UnitReport> units, in GroupCounts all)
    {
        var inTraining = 0;
        foreach (var team in services.Teams)
            inTraining += team.Last!.TrainingPosts;
        MonthlyCosts.Pay(ref flows, p, new(
            units, resolution, Scale, crises.Used, all.WithoutBed, all.TreatedAtHome, all.LiableDays, residents.Placed.Count, residents.UnmetSocialNeeds(),
            Math.Max(housing.Places, housing.Taken), inTraining));
        implementation.PayTraining(MonthlyCosts.OfTraining(p, inTraining));
        purchased.Pay(services, ref flows, p.Cost.Post);
        if (world.IsWarmUp(Month)) MonthlyCosts.Cover(ref flows);
    }

    internal IEnumerable<KeptPerson> Persons() =>
    [
        .. residents.Hidden.KeptAt(Path, Keeping.Resident),
        .. residents.Placed.KeptAt(Path, Keeping.Placed),
        .. outbox.Persons.Select(person => new KeptPerson(Path, Keeping.OnTheWay, person)),
    ];
}
