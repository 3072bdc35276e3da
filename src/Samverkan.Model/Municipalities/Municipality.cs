using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;
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
    private readonly Stance stance = new();
    private readonly List<string> news = [];
    private readonly List<ServiceUser> outbox = [];
    private readonly IndicatorMaker indicatorMaker = new();
    private Bond bond;
    private double primaryCare, conflict;
    private int housingPlaces, housed;
    private bool shock;
    private Tally tally;

    // Of the month under way, between the acts.
    [Snapshots.NotState] private CountyMandate county = null!;
    [Snapshots.NotState] private Resolution resolution = null!;
    private ParameterSet p = null!;
    private Flows flows;
    private StaffBudget budget;
    private Act ownAct;
    private int newAhead;
    private readonly PurchasedPosts purchased = new();

    /// <param name="index">Position in the map, counted through all counties.</param>
    public Municipality(World world, int index, MunicipalityOnMap map)
    {
        (this.world, this.index, this.map) = (world, index, map);
        Path = $"municipality/{map.Code}";
        who = Identity.OfActor(Path);
        newcomers = new Newcomers(world, map.Code, map.Population);
        residents = new Residents(world);
        services = new ServiceRegister(world);
        implementation = new Implementation(services, news);
        p = world.ParametersOf(index, new Context(world.Start, []));
        Founding.Of(world, p, map.Population / p.Population.Reference, newcomers, services, residents, implementation);
        primaryCare = p.Referral.InitialCooperation;
        bond = new(p.Cooperation.InitialTrust, p.Cooperation.InitialUnderstanding, 0, 0, 0);
        (housingPlaces, housed) = (Founding.Places(p, map.Population), 0);
    }

    public string Path { get; }

    public string Code => map.Code;

    private Month Month => county.Context.Month;

    private bool PlanStands => services.Joint.Any() || implementation.PlanUnderway;

    private bool MunicipalityShifts => stance.Shifts(Month);

    /// <summary>First on the way down: the committee is told of last month's closes.</summary>
    public Brief Summon(CountyMandate mandate)
    {
        county = mandate;
        p = world.ParametersOf(index, mandate.Context);
        flows = mandate.Payments;
        Earn();
        ConsiderDeficit();
        HearOfTheOutsideWorld();
        var brief = new BriefWriter(services, implementation, tally, p).Write(
            mandate, new(account.Stress, account.Slack, account.Frame, stance.BringsDeficit, MunicipalityShifts, stance.Freezes(Month)),
            conflict, [.. news], shock, map.Population / p.Population.Reference);
        news.Clear();
        (conflict, shock) = (0, false);
        return brief;
    }

    /// <summary>Then: decisions that are due are carried out, newcomers arrive, and each unit gets its mandate.</summary>
    public ImmutableArray<UnitMandate> Open(Resolution decided)
    {
        resolution = decided;
        bond = decided.Bond;
        if (decided.Revised) stance.AgreementRevised();
        implementation.Receive(decided.Decisions);
        if (decided.Dissolves) Dissolve();
        CloseUnitsThatAreDue();
        implementation.CarryOut(p, bond, Month);
        if (world.IsWarmUp(Month)) StaffPlan.Steer(services, p.Funding);
        else DistributePosts();
        var arrivals = Arrive();
        Send();
        var mandates = new MandateWriter(services, implementation, county, resolution, p).Write(Refill, MunicipalityShifts, FixedCost);
        tally = arrivals;
        return mandates;
    }

    /// <summary>The way up: residents live, crises find beds or not, costs are booked, all is counted.</summary>
    public MunicipalityReport Close(ImmutableArray<UnitReport> units)
    {
        Hear(units);
        residents.Live(p, AtHome(), ref tally, Month);
        outbox.AddRange(residents.Known);
        foreach (var team in services.Teams)
            foreach (var departure in team.Last!.Departures)
                if ((departure.Reason & (Answer.Died | Answer.Left)) == 0)
                    residents.Add(departure.Person, (departure.Reason & Answer.ToPlacement) != 0 ? Status.Placed : Status.Resident);
        residents.Count(ref tally);
        var (used, wanted, refused) = FillBeds();
        housed -= residents.HousingFreed;
        AllotHousing();
        PayCosts(units, used, refused);
        account.Book(flows);
        if (Month + 1 == world.Blueprint.From) account.SetBase(p.Funding);
        var all = tally.All();
        primaryCare = PrimaryCare.Month(p.Referral, primaryCare, all.Persons == 0 ? 0 : (double)all.InService / all.Persons, p.Nation.PrivatePrimaryCare);
        var indicators = indicatorMaker.Make(new(
            p, tally, services, implementation, resolution, county, account, flows, primaryCare, used, refused,
            (county.Shifts ? 1 : 0) + (MunicipalityShifts ? 1 : 0), Acts(), Month));
        services.RemoveClosed();
        var ahead = residents.WardDaysAhead + services.Teams.Sum(t => t.Last?.WardDaysAhead ?? 0) + newAhead;
        return new(
            index, Code, flows, account.Balance, PlanStands, bond, services.Joint.Count(),
            services.Teams.Sum(t => t.Posts(Sector.County)), services.Strain(Sector.County), resolution.Revised, used, ahead, wanted, all.Persons, tally, indicators,
            resolution.Minutes, units, HashOfState(units));
    }

    private int Acts() => (ownAct >= Act.Freeze ? 1 : 0) + (county.Act >= Act.Freeze ? 1 : 0);

    private void Earn()
    {
        if (world.IsWarmUp(Month)) return;
        flows.Pay(Flow.MunicipalFrame, account.Payment(p.Funding, Month, Month - world.Blueprint.From < 12));
        if (PlanStands)
            flows.Pay(Flow.MunicipalGrant, (long)(p.Nation.StimulusGrant * (1 - p.Nation.StimulusCountyShare) / 12 * map.Population / p.Population.Reference));
    }

    // Both sectors consider their deficits; what the county does alone comes with its mandate.
    private void ConsiderDeficit()
    {
        ownAct = Act.None;
        budget = new(true, 0);
        if (world.IsWarmUp(Month)) return;
        var joint = services.Joint.Any();
        (ownAct, var quarrel) = stance.Consider(p.Funding, p.Cooperation, account.Stress, bond, joint, world.Luck, who, Month);
        conflict += quarrel + county.Conflict;
        ActAlone(Sector.Municipality, ownAct);
        ActAlone(Sector.County, county.Act);
        budget = Budget.Of(
            p.Funding, p.Cost.Post, account.Stress, account.Slack, account.Frame, services.Teams.Sum(t => t.Posts(Sector.Municipality)), services.Strain(Sector.Municipality),
            stance.Freezes(Month), Month);
    }

    private void ActAlone(Sector sector, Act act)
    {
        var name = Capital(sector.InWords());
        switch (act)
        {
            case Act.Freeze:
                news.Add($"{name} has stopped hiring for half a year, without asking.");
                break;
            case Act.Withdraw:
                StaffPlan.Withdraw(services, p.Funding, sector);
                news.Add($"{name} has withdrawn staff from the joint teams.");
                break;
            case Act.Close:
                DecideToClose(sector);
                break;
            case Act.Shift:
                news.Add(sector == Sector.County ? "The county discharges earlier and refers more persons to placements." : "The municipality takes its time to receive persons who are ready for discharge.");
                break;
        }
    }

    private void DecideToClose(Sector sector)
    {
        if (services.Joint.FirstOrDefault(s => s.Closing is null) is not { } oldest) return;
        oldest.Closing = (Month + (int)p.Agenda.LagOpen, sector);
        shock = true;
        news.Add($"{Capital(sector.InWords())} has decided to close the {oldest.Kind.InWords()} {oldest.Ordinal}.");
    }

    // Events of the scenario that come from outside the cooperation.
    private void HearOfTheOutsideWorld()
    {
        foreach (var e in world.Blueprint.Events)
        {
            if (e.At != Month || !Policies.Places.Concerns(world, index, e.Scope)) continue;
            var by = e.By == Sectors.Ids[(int)Sector.Municipality] ? Sector.Municipality : Sector.County;
            switch (e.Kind)
            {
                case Policies.EventKind.CloseUnit:
                    if (services.Joint.Any()) DecideToClose(by);
                    else news.Add($"{Capital(by.InWords())} would close a joint unit, but there is none.");
                    break;
                case Policies.EventKind.TakeOverUnit:
                    if (services.Joint.FirstOrDefault(s => s.Closing is not null) is { } threatened)
                        implementation.Receive([new(Remedy.TakeOver, Month, Team: new(threatened.Ordinal, 0), UnitKind: threatened.Kind)]);
                    break;
                case Policies.EventKind.RemoveElement:
                    implementation.Structure = implementation.Structure.Without((Element)Elements.Ids.ToList().IndexOf(e.Element!));
                    break;
                case Policies.EventKind.Law:
                    shock = true;
                    news.Add(e.Text ?? "A new law.");
                    break;
            }
        }
    }

    private void Dissolve()
    {
        news.Add("The county and the municipality have ended the cooperation; the joint teams are dissolved.");
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
                news.Add($"The {service.Kind.InWords()} {service.Ordinal} has closed.");
            }
    }

    private void DistributePosts()
    {
        StaffPlan.Distribute(services, p.Funding, Sector.County, county.Budget.Posts, bond.Agreement);
        StaffPlan.Distribute(services, p.Funding, Sector.Municipality, budget.Posts, bond.Agreement);
    }

    private bool Refill(Sector sector, bool joint)
    {
        var own = sector == Sector.County ? county.Budget.Refill : budget.Refill;
        return joint
            ? purchased.Refill(sector, own, implementation.Structure, p.Element, sector == Sector.County ? account.Slack : county.Slack, world.Luck, who, Month)
            : own;
    }

    private long FixedCost(Service service) => service.Kind switch
    {
        UnitKind.InpatientWard => (long)(county.Beds * p.Cost.Bed / 12),
        UnitKind.SupportedHousing => 0,
        _ => (long)(p.Cost.Unit * service.FixedShare / 12),
    };

    private Tally Arrive()
    {
        var arrived = new Tally();
        for (var g = 0; g < Needs.TargetGroups.Count; g++)
            foreach (var person in newcomers.Arrivals(p, g, Month))
            {
                residents.Add(person, Status.Resident);
                arrived[g].Arrivals++;
            }
        // Ordinals far from those of the month's other arrivals: an influx gives nobody else another luck.
        var came = new int[Needs.TargetGroups.Count];
        foreach (var e in world.Blueprint.Events)
            if (e.Kind == Policies.EventKind.Influx && e.At == Month && Policies.Places.Concerns(world, index, e.Scope))
            {
                var g = Needs.TargetGroups.Ids.ToList().IndexOf(e.Group!);
                foreach (var person in newcomers.Persons(p, g, Month, (int)e.Amount, (1 << 22) + came[g]))
                {
                    residents.Add(person, Status.Resident);
                    arrived[g].Arrivals++;
                }
                came[g] += (int)e.Amount;
            }
        return arrived;
    }

    // Who is in the outbox goes to where the group is served now: handed over by a team, or known since last month.
    private void Send()
    {
        foreach (var person in outbox)
        {
            var handedOver = person.Status is Status.InService or Status.Waiting;
            var team = handedOver ? services.RouteByLot(person) : services.Route(person);
            if (team is null) residents.Add(person, Status.Resident);
            else if (person.Status == Status.InService) team.Orders.Transferred.Add(person);
            else team.Orders.Referred.Add(person);
        }
        outbox.Clear();
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
                card.Last = report;
                card.Orders = new TeamOrders();
                tally.Add(report.Tally);
                housed -= report.HousingFreed;
                outbox.AddRange(report.HandedOver);
            }
        }
        foreach (var service in services.All.Where(s => s.State == UnitState.Closed))
            foreach (var team in service.Teams)
                ReturnStaff(service, team);
        foreach (var team in services.Teams)
            foreach (var note in team.Last!.Notes)
                services.Find(note.To)?.Orders.Guests.Add(note);
    }

    // After a dissolution all staff return to their own; where one sector closed the unit, it saves part of its posts,
    // and the other's staff follow the persons to the joint teams that are left.
    private void ReturnStaff(Service closed, TeamCard team)
    {
        foreach (var sector in new[] { Sector.County, Sector.Municipality })
        {
            var filled = team.Filled(sector);
            var takers = closed.Closing is { } closing && closing.By != sector
                ? services.Joint.Where(s => (s.Groups & closed.Groups) != 0).SelectMany(s => s.Teams).ToList()
                : [];
            if (closed.Closing?.By == sector) filled -= (int)(filled * p.Funding.SavedByClosing);
            if (takers.Count == 0) takers = services.First(sector == Sector.County ? UnitKind.OutpatientClinic : UnitKind.SocialOffice).Teams;
            var parts = LargestRemainder.Divide(filled, [.. takers.Select(t => (double)t.Filled(sector))]);
            for (var i = 0; i < parts.Length; i++)
                takers[i].Orders.Receive(sector, parts[i], parts[i]);
        }
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
            implementation.Included, implementation.Structure, primaryCare, readiness, services.Teams.Any(), county.Shifts, MunicipalityShifts);
    }

    private (int Used, int Wanted, int Refused) FillBeds()
    {
        var emergencies = residents.Emergencies.Concat(services.Teams.SelectMany(t => t.Last!.Emergencies)).ToArray();
        var inWard = tally.All().BedDays;
        var (admitted, refused, used) = WardDoor.Open(p.Ward, emergencies, county.BedDays, inWard, world.Luck, Month);
        newAhead = 0;
        foreach (var (emergency, daysNow) in admitted)
        {
            var left = emergency.Days - daysNow;
            newAhead += Math.Min((int)p.Ward.DaysPerMonth, left);
            Admit(emergency, left);
        }
        return (used, emergencies.Sum(e => e.Days), refused);
    }

    // The notice follows the person: on its way, or with its keeper.
    private void Admit(in Emergency emergency, int daysLeft)
    {
        var id = emergency.Person;
        var onTheWay = outbox.FindIndex(x => x.Id == id);
        if (onTheWay >= 0)
        {
            var person = outbox[onTheWay];
            (person.WardDays, person.Traits) = ((ushort)daysLeft, person.Traits | Traits.Admitted);
            outbox[onTheWay] = person;
        }
        else if (residents.Hidden.Find(id) is >= 0 and var at)
        {
            ref var person = ref residents.Hidden[at];
            (person.WardDays, person.Traits) = ((ushort)daysLeft, person.Traits | Traits.Admitted);
        }
        else
        {
            services.Find(emergency.Keeper)?.Orders.Admissions.Add(new(id, daysLeft));
        }
    }

    // A quota: who applies first by lot gets a place that is free.
    private void AllotHousing()
    {
        housingPlaces = Founding.Places(p, map.Population);
        if (housed >= housingPlaces) return;
        var applicants = services.All.Where(s => s.State == UnitState.Open).SelectMany(s => s.Teams)
            .SelectMany(t => t.Last!.HousingApplicants.Select(id => (id, team: t, lot: world.Luck.Unit(id, Month, Purpose.Lot, 2))))
            .OrderBy(x => x.lot).ThenBy(x => x.id).Take(housingPlaces - housed);
        foreach (var (id, team, _) in applicants.ToArray())
        {
            if (outbox.Exists(x => x.Id == id)) continue;
            team.Orders.Housed.Add(id);
            housed++;
        }
    }

    private void PayCosts(ImmutableArray<UnitReport> units, int bedDays, int refused)
    {
        foreach (var unit in units)
        {
            flows.Pay(Flow.CountyUnits, unit.CountyCost);
            flows.Pay(Flow.MunicipalUnits, unit.MunicipalCost);
        }
        var all = tally.All();
        var scale = map.Population / p.Population.Reference;
        flows.Pay(Flow.CountyBedDays, (long)(bedDays * p.Cost.BedDay + refused * p.Cost.BedElsewhere));
        var placements = (long)(residents.Placed.Count * p.Cost.Placement);
        var municipalPart = (long)(placements * p.Placement.MunicipalShare);
        flows.Pay(Flow.MunicipalPlacements, municipalPart);
        flows.Pay(Flow.CountyPlacements, placements - municipalPart);
        flows.Pay(Flow.MunicipalHousing, (long)(housingPlaces * p.Cost.HousingPlace / 12));
        flows.Pay(Flow.MunicipalEmergency, (long)(residents.UnmetSocialNeeds() * p.Cost.Emergency + refused * p.Cost.UnmetCrisis));
        flows.Pay(Flow.LiabilityPaid, (long)(all.LiableDays * p.Cost.LiabilityDay));
        flows.Pay(Flow.CountyAdministration, (long)(p.Cost.Administration * scale / 12));
        flows.Pay(Flow.MunicipalAdministration, (long)(p.Cost.Administration * scale / 12));
        PayHalves(Flow.CountyCommittee, Flow.MunicipalCommittee, (long)(resolution.MemberHours * p.Cost.MemberHour) + resolution.Cost);
        var training = (long)(services.Teams.Sum(t => t.Last!.TrainingPosts) * p.Cost.Training / 120);
        implementation.PayTraining(training);
        PayHalves(Flow.CountyTraining, Flow.MunicipalTraining, training);
        purchased.Pay(services, ref flows, p.Cost.Post);
        if (!world.IsWarmUp(Month)) return;
        // In the warm-up money follows cost.
        flows.Pay(Flow.CountyFrame, -flows.Net(Account.County));
        flows.Pay(Flow.MunicipalFrame, -flows.Net(Account.Municipality));
    }

    private void PayHalves(Flow countyFlow, Flow municipalFlow, long sek)
    {
        flows.Pay(countyFlow, sek / 2);
        flows.Pay(municipalFlow, sek - sek / 2);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private ulong HashOfState(ImmutableArray<UnitReport> units)
    {
        var hash = new StateHash();
        residents.Hash(ref hash);
        foreach (var person in outbox)
            hash.AddBits<ServiceUser>([person]);
        implementation.Hash(ref hash);
        account.Hash(ref hash);
        stance.Hash(ref hash);
        purchased.Hash(ref hash);
        hash.Add(primaryCare);
        hash.Add(conflict);
        hash.Add(housed);
        hash.Add(county.Payments.Net(Account.County));
        hash.Add(resolution.Hash);
        foreach (var unit in units)
            hash.Add(unit.Hash);
        return hash.Value;
    }

    internal IEnumerable<(string Field, string Value)> Describe()
    {
        yield return ("balance", $"{account.Balance}");
        yield return ("frame", $"{account.Frame}");
        yield return ("cooperation with primary care", primaryCare.ToString("R", System.Globalization.CultureInfo.InvariantCulture));
        yield return ("included", $"{implementation.Included:x}");
        yield return ("structure", $"{implementation.Structure.Bits:x}");
        yield return ("housed", $"{housed}");
        foreach (var person in residents.Hidden.Persons.ToArray())
            yield return ($"resident {person.Id:x16}", person.Describe());
        foreach (var person in residents.Placed.Persons.ToArray())
            yield return ($"placed {person.Id:x16}", person.Describe());
        foreach (var person in outbox)
            yield return ($"on the way {person.Id:x16}", person.Describe());
    }
}
