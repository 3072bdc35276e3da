using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
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
    private readonly MunicipalHousing housing = new();
    private readonly AssertiveTeams assertive;
    private readonly PurchasedPosts purchased = new();
    private readonly PersonEvents events = new();
    private readonly CrisisRouting crises;
    private readonly ExternalShocks shocks;
    private readonly JointCuts cuts;
    private readonly MonthFactsWriter factsWriter = new();
    private CooperationState cooperation;
    private double primaryCare;
    private MonthlyCounts lastMonth = new();
    [NotState] private MonthUnderWay now = null!;

    /// <param name="index">Position in the map, counted through all counties.</param>
    public Municipality(World world, int index, MunicipalityOnMap map)
    {
        (this.world, this.index, this.map) = (world, index, map);
        Path = ActorPath.Municipality(map.Code);
        who = Identity.OfActor(Path.ToString());
        newcomers = new Newcomers(world, map.Code);
        residents = new Residents(world, events);
        crises = new CrisisRouting(events);
        services = new ServiceRegister(world);
        implementation = new Implementation(services, news);
        shocks = new ExternalShocks(services, implementation, news);
        cuts = new JointCuts(services, news);
        assertive = new AssertiveTeams(services);
        var p = world.ParametersOf(index, new Context(world.Start, []));
        Founding.Of(world, p, map.Population / p.Population.Reference, newcomers, services, residents, implementation);
        housing.Found(p, map.Population);
        primaryCare = p.Referral.InitialCooperation;
        cooperation = new(p.Cooperation.InitialTrust, p.Cooperation.InitialUnderstanding, 0, 0, 0);
    }

    public ActorPath Path { get; }

    public string Code => map.Code;

    private ParameterSet P => now.P;
    private Month Month => now.Month;
    private bool PlanStands => services.Joint.Any() || implementation.PlanUnderway;

    /// <summary>Whether the sectors run joint units here.</summary>
    internal bool Cooperates => services.Joint.Any();

    private bool MunicipalityShifts => unilateral.Shifts(Month);
    private double Scale => now.County.Inhabitants / P.Population.Reference;
    private StaffBeside Beside => StaffBeside.Of(P, Scale);

    /// <summary>First on the way down: the committee is told of last month's closes.</summary>
    public Brief Summon(CountyMandate mandate)
    {
        now = new(mandate, world.ParametersOf(index, mandate.Context));
        Earn();
        ConsiderDeficit();
        shocks.Hear(world, index, P, Month);
        var brief = new BriefWriter(services, implementation, lastMonth, P).Write(
            mandate, new(account.Stress, account.Slack, account.Frame, unilateral.BringsDeficit, MunicipalityShifts,
                unilateral.Freezes(Month)),
            shocks.Conflict, [.. news], shocks.Shock, Scale);
        news.Clear();
        shocks.Told();
        return brief;
    }

    /// <summary>Then: decisions that are due are carried out, newcomers arrive, and each unit gets its mandate.</summary>
    public ImmutableArray<UnitMandate> Open(Resolution decided)
    {
        now.Resolution = decided;
        cooperation = decided.CooperationState;
        if (decided.Revised) unilateral.AgreementRevised();
        housing.Open(P, now.County.Inhabitants, Month);
        implementation.Receive(decided.Decisions);
        if (decided.Dissolves) Dissolve();
        CloseUnitsThatAreDue();
        implementation.CarryOut(P, cooperation, Month);
        if (world.MeetsThePresent(Month)) MeetThePresent();
        if (world.IsWarmUp(Month)) StaffPlan.Steer(services, P.Funding, P.Team.PostsOpen);
        else
        {
            DistributePosts();
            assertive.Follow(P, Scale);
        }
        Arrive();
        outbox.Send(services, residents);
        JobSeats.Divide(services, P.Ips, Beside.JobSpecialists);
        return new MandateWriter(
            services, implementation, now.County, now.Resolution, crises.Crowding, housing.GivesFloating,
            assertive.Search(P.Assertive, outbox), Peers.Involvement(P.Peers, Beside.Peers, lastMonth.InService), P)
            .Write(Refill, MunicipalityShifts, FixedCost);
    }

    /// <summary>The way up: residents live, crises find beds or not, costs are booked, all is counted.</summary>
    public MunicipalityReport Close(ImmutableArray<UnitReport> units)
    {
        Hear(units);
        var home = AtHome();
        events.Clear();
        residents.Live(P, home, now.Counts, Month);
        outbox.Add(CollectionsMarshal.AsSpan(residents.Known));
        foreach (var team in services.Teams)
            foreach (var departure in team.Last!.Departures)
            {
                events.Add(departure.Person, departure.Reason, P.Population.RecoveryMonths);
                if ((departure.Reason & (LifeEvents.Died | LifeEvents.Left)) == 0)
                    residents.TakeBack(departure, P, home.Single, Month);
            }
        residents.Count(now.Counts);
        var all = now.Counts.All();
        crises.Route(
            P, implementation.Structure.Allowed(P.Element), now.County.BedDays, all.BedDays, services, residents, outbox,
                now.Counts, world.RandomStreams, Month, CrisisTeam.Of(P.CrisisTeam, Beside.CrisisTeam));
        all = now.Counts.All();
        assertive.Pick(P.Assertive, residents, outbox);
        AllotHousing(all);
        PayCosts(units, all);
        account.Book(now.Flows);
        if (Month + 1 == world.Blueprint.Begins) account.SetBase(P.Funding, housing.Decided(P.Prices));
        var reach = all.Persons == 0 ? 0 : (double)all.InService / all.Persons;
        primaryCare = PrimaryCare.Month(P.Referral, primaryCare, reach, P.Nation.PrivatePrimaryCare);
        var facts = factsWriter.Write(new()
        {
            P = P,
            MonthlyCounts = now.Counts,
            Services = services,
            Implementation = implementation,
            Resolution = now.Resolution,
            County = now.County,
            Account = account,
            Flows = now.Flows,
            PrimaryCare = primaryCare,
            Crises = crises,
            Beside = Beside,
            Housing = housing.Facts,
            Shifting = (now.County.Shifts ? 1 : 0) + (MunicipalityShifts ? 1 : 0),
            Acts = Acts(),
            Age = Month - world.Blueprint.Begins,
        });
        var indicators = IndicatorValues.Of(facts, Levels.Municipality);
        var ahead = residents.WardDaysAhead + crises.DaysAhead;
        foreach (var team in services.Teams)
            ahead += team.Last?.WardDaysAhead ?? 0;
        services.RemoveClosed();
        foreach (var team in services.Teams)
            team.CloseMonth();
        lastMonth = now.Counts;
        return new()
        {
            Municipality = index,
            Code = Code,
            Flows = now.Flows,
            Balance = account.Balance,
            PlanStands = PlanStands,
            CooperationState = cooperation,
            JointUnits = services.Joint.Count(),
            CountyPosts = services.Posts(Sector.County),
            CountyVacant = services.Vacant(Sector.County),
            CountyStrain = services.Pressure(Sector.County, P.Team),
            AgreementRevised = now.Resolution.Revised,
            BedDaysUsed = crises.Used,
            WardDaysAhead = ahead,
            WardDaysWanted = crises.Wanted,
            People = all.Persons,
            MonthlyCounts = now.Counts,
            Indicators = indicators,
            Minutes = now.Resolution.Minutes,
            Units = [.. units.Select(UnitFigures.Of)],
            Hash = Snapshot.Hash(this, [now.Resolution.Hash, .. units.Select(unit => unit.Hash)]),
        };
    }

    private int Acts() => (now.OwnAct >= Act.Freeze ? 1 : 0) + (now.County.Act >= Act.Freeze ? 1 : 0);

    private void Earn()
    {
        if (world.IsWarmUp(Month)) return;
        var firstYear = Month - world.Blueprint.Begins < 12;
        now.Flows.Pay(Flow.MunicipalFrame, account.Payment(
            P.Funding, Month, firstYear, services.Pressure(Sector.Municipality, P.Team), now.County.Growth,
            housing.Decided(P.Prices)));
        if (PlanStands)
            now.Flows.Pay(Flow.MunicipalGrant, (long)(P.Nation.StimulusGrant * (1 - P.Nation.StimulusCountyShare) / 12 * Scale));
    }

    // Both sectors consider their deficits; what the county does alone comes with its mandate.
    private void ConsiderDeficit()
    {
        if (world.IsWarmUp(Month)) return;
        var joint = services.Joint.Any();
        (now.OwnAct, var quarrel) = unilateral.Consider(P.Funding, P.Cooperation, account.Stress, cooperation, joint,
            world.RandomStreams, who, Month);
        shocks.Quarrel(quarrel + now.County.Conflict);
        shocks.ActAlone(Sector.Municipality, now.OwnAct, P, Month);
        shocks.ActAlone(Sector.County, now.County.Act, P, Month);
        now.Budget = world.Blueprint.Rules.Hiring.Month(P.Funding, new(
            P.Prices.Post, account.Stress, account.Slack, account.Frame, services.Posts(Sector.Municipality),
            services.Vacant(Sector.Municipality), services.Pressure(Sector.Municipality, P.Team), unilateral.Freezes(Month),
            Month));
    }

    // Posts and the frame as the scenario states them from this month on, where it does.
    private void MeetThePresent()
    {
        var then = world.ParametersOf(index, new Context(world.Blueprint.Begins, []));
        if (P.Services.ClinicPosts != then.Services.ClinicPosts)
            StaffPlan.Meet(services, Sector.County, P.Services.ClinicPosts * Scale);
        var posts = P.Services.OfficePosts == then.Services.OfficePosts
            ? 0
            : P.Services.OfficePosts * Scale - services.Posts(Sector.Municipality) / 10.0;
        if (posts != 0) StaffPlan.Meet(services, Sector.Municipality, P.Services.OfficePosts * Scale);
        var frame = P.Funding.FirstFrame[(int)Sector.Municipality];
        if (posts != 0 || frame != then.Funding.FirstFrame[(int)Sector.Municipality])
            account.SetBaseAgain(P.Funding, posts * P.Prices.Post, housing.Decided(P.Prices));
    }

    private void Dissolve()
    {
        news.Add(new CooperationEnded());
        implementation.Dissolve(Founding.IncludedAtFirst(P), Founding.StructureAtFirst(P), Month);
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
        var structure = implementation.Structure.Allowed(P.Element);
        shocks.Quarrel(cuts.Month(P, Sector.County, now.County.Budget.Posts, now.County.Budget.Refill, structure, cooperation,
            Month));
        shocks.Quarrel(cuts.Month(P, Sector.Municipality, now.Budget.Posts, now.Budget.Refill, structure, cooperation, Month));
    }

    private bool Refill(Sector sector, bool joint)
    {
        var (own, slackOfOther) = sector == Sector.County
            ? (now.County.Budget.Refill, account.Slack) : (now.Budget.Refill, now.County.Slack);
        return joint
            ? purchased.Refill(sector, own, implementation.Structure, P.Element, slackOfOther, world.RandomStreams, who, Month)
            : own;
    }

    private long FixedCost(Service service) => service.Kind switch
    {
        UnitKind.InpatientWard => (long)(now.County.Beds * P.Prices.Bed / 12),
        UnitKind.SupportedHousing => 0,
        _ => (long)(ParametersOf(service).Prices.Unit * service.FixedShare / 12),
    };

    private ParameterSet ParametersOf(Service service) =>
        world.ParametersOf(index, service.Kind, service.Ordinal, now.County.Context);

    private void Arrive()
    {
        foreach (var person in newcomers.Of(P, index, now.County.Inhabitants, Month))
        {
            residents.Add(person, Status.Resident);
            now.Counts.Of(person.Group).Arrivals++;
        }
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
                card.Hear(report, P.Agenda.NeedMonths);
                card.Orders.Clear();
                now.Counts.Add(report.MonthlyCounts);
                housing.Hear(report.HousingLeft);
                outbox.Add(report.HandedOver.AsSpan());
                housing.Hear(report.Applications.AsSpan(), report.Address, outbox);
            }
        }
        foreach (var service in services.All)
            if (service.State == UnitState.Closed)
                foreach (var team in service.Teams)
                    StaffPlan.Return(services, P.Funding, service, team);
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
        return new()
        {
            Included = implementation.Included,
            Structure = implementation.Structure,
            PrimaryCare = primaryCare,
            Readiness = readiness,
            AnyService = services.Teams.Any(),
            CountyShifts = now.County.Shifts,
            MunicipalityShifts = MunicipalityShifts,
            WardCrowding = crises.Crowding,
            Single = world.PersonsAt(index, P, now.County.Context),
        };
    }

    private void AllotHousing(in GroupCounts all)
    {
        housing.Hear(residents.HousingLeft);
        housing.Allot(P, services, outbox, world.RandomStreams, Month);
        var slack = world.IsWarmUp(Month) ? 0 : account.Slack;
        housing.Consider(P, new(all.DelayedDays / P.Ward.DaysPerMonth, residents.Placed.Count, now.County.Beds), slack,
            world.Blueprint.Rules.Housing, Month);
    }

    private void PayCosts(ImmutableArray<UnitReport> units, in GroupCounts all)
    {
        var inTraining = services.TrainingPosts;
        MonthlyCosts.Pay(ref now.Flows, P, new()
        {
            Units = units,
            Resolution = now.Resolution,
            Scale = Scale,
            BedDays = crises.Used,
            WithoutBed = all.WithoutBed,
            TreatedAtHome = all.TreatedAtHome,
            LiableDays = all.LiableDays,
            Placed = residents.Placed.Count,
            UnmetOutside = residents.UnmetSocialNeeds(),
            TrainingPosts = inTraining,
            CountyAgency = services.Agency(Sector.County),
            MunicipalAgency = services.Agency(Sector.Municipality),
        });
        housing.Pay(ref now.Flows, P.Prices);
        implementation.PayTraining(MonthlyCosts.OfTraining(P, inTraining));
        purchased.Pay(services, ref now.Flows, P.Prices.Post);
        Beside.Pay(ref now.Flows, P.Prices.Post);
        if (world.IsWarmUp(Month)) MonthlyCosts.Cover(ref now.Flows);
    }

    /// <summary>What happened to persons here in the last month.</summary>
    internal IEnumerable<PersonEvent> PersonEvents() => [.. events.OfMonth];

    internal IEnumerable<KeptPerson> Persons() =>
    [
        .. residents.Hidden.KeptAt(Path, Keeping.Resident),
        .. residents.Placed.KeptAt(Path, Keeping.Placed),
        .. outbox.Persons.Select(person => new KeptPerson(Path, Keeping.OnTheWay, person)),
    ];
}
