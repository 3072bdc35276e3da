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
using Samverkan.Model.Teams;

namespace Samverkan.Model.Municipalities;

/// <summary>
/// The people whom the municipality itself keeps: residents out of contact with any service, and those placed outside.
/// They live their months on informal help, or on the placement's care.
/// </summary>
/// <param name="events">Where it is told who leaves and why.</param>
internal sealed class Residents(World world, PersonEvents events)
{
    /// <summary>The keeper's address in emergencies: the municipality itself.</summary>
    public static readonly TeamAddress Municipality = new(ushort.MaxValue, 0);

    /// <summary>Months out of contact from which a person counts as lost to services: two years.</summary>
    private const int MonthsOfLongOut = 24;

    private readonly Roster hidden = new(), placed = new();

    [NotState] private CareOffer[] room = [];

    /// <summary>Residents out of contact.</summary>
    public Roster Hidden => hidden;

    /// <summary>Persons placed outside.</summary>
    public Roster Placed => placed;

    [field: NotState] public List<Emergency> Emergencies { get; } = [];

    /// <summary>Persons who become known this month, to be routed.</summary>
    [field: NotState] public List<ServiceUser> Known { get; } = [];

    [field: NotState] public int WardDaysAhead { get; private set; }

    [NotState] private HousingLeft housingLeft;

    /// <summary>Housing with support that residents left this month.</summary>
    public HousingLeft HousingLeft => housingLeft;

    public void Add(ServiceUser person, Status status)
    {
        person.Status = status;
        PartnerLink.End(ref person);
        (person.CalmMonths, person.MonthsOfJobSupport) = (0, 0);
        if (status == Status.Placed)
        {
            // A placement takes the place of the ward, and of housing with support.
            (person.WardDays, person.DelayDays) = (0, 0);
            person.Traits &= ~(Traits.Admitted | Traits.Housing);
        }
        (status == Status.Placed ? placed : hidden).Add(person);
    }

    /// <summary>A person leaves a team: to a placement, or home, where one who dropped out refuses all contact for
    /// months.</summary>
    public void TakeBack(in Departure departure, ParameterSet p, PersonParameters? single, Month month)
    {
        var person = departure.Person;
        if ((departure.Reason & LifeEvents.DroppedOut) != 0)
            Refusal.Begin(ref person, (single?.Of(person.Id) ?? p).Engagement, world.RandomStreams, month);
        Add(person, (departure.Reason & LifeEvents.ToPlacement) != 0 ? Status.Placed : Status.Resident);
    }

    /// <summary>A month of all residents and placed persons; who becomes known is taken out into <see cref="Known"/>.</summary>
    public void Live(ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        Emergencies.Clear();
        Known.Clear();
        WardDaysAhead = 0;
        housingLeft = default;
        // Who is placed this month has lived it already.
        LivePlaced(p, home, counts, month);
        LiveOutOfContact(p, home, counts, month);
    }

    /// <summary>Counts those who are kept here at the month's end.</summary>
    public void Count(MonthlyCounts counts)
    {
        foreach (ref readonly var person in hidden.Persons)
        {
            Count(person, counts);
            if (person.MonthsOut >= MonthsOfLongOut) counts.Of(person.Group).LongOut++;
        }
        foreach (ref readonly var person in placed.Persons)
        {
            Count(person, counts);
            counts.Of(person.Group).Placed++;
        }
        foreach (var person in Known)
            Count(person, counts);
    }

    /// <summary>Unmet needs of residents out of contact in which social care is called upon in emergencies.</summary>
    public long UnmetSocialNeeds()
    {
        long sum = 0;
        foreach (ref readonly var person in hidden.Persons)
            sum += person.UnmetIn(Domains.OfMunicipality | Domains.OfBoth);
        return sum;
    }

    private static void Count(in ServiceUser person, MonthlyCounts counts)
    {
        ref var t = ref counts.Of(person.Group);
        t.Persons++;
        t.Unmet += person.UnmetCount;
        t.Met += person.MetCount;
        t.CountManyNeeds(person.UnmetCount, inService: false);
        t.CountCircumstances(person);
    }

    private void LiveOutOfContact(ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        var random = world.RandomStreams;
        var draws = new RosterDraws(random, month, Purpose.Referral);
        var offers = OffersTo(hidden);
        for (var i = 0; i < offers.Length; i++)
        {
            var own = home.Single?.Of(hidden[i].Id) ?? p;
            var informal = (float)own.Care.InformalCare;
            var factor = (float)(own.Placement.Unknown * (home.CountyShifts ? own.Placement.Shifted : 1));
            offers[i] = OfferWriter.InWard(new(informal, informal, 0, 0, factor, false), hidden[i], own);
        }
        RosterNeeds.Move(hidden.Persons, offers, p, home.Single, random, month);
        using var sweep = hidden.Sweep();
        for (var i = 0; i < hidden.Count; i++)
        {
            ref var person = ref hidden[i];
            var own = home.Single?.Of(person.Id) ?? p;
            var drawn = draws.Of(hidden.Persons, i);
            var answer = person.Live(offers[i], own, drawn, month, world.Blueprint.Rules.OwnCrisis);
            person.CostOfYear += PersonCost.OfPlace(p.Prices, person);
            if (person.InWard || person.Has(Traits.Admitted)) WardMonth(ref person, own, p.Prices, home, counts, month);
            if (month.IsDecember) counts.CountYear(ref person.CostOfYear);
            if (Leaves(person, answer, own, counts)) continue;
            if ((answer & LifeEvents.ToPlacement) != 0)
            {
                housingLeft.Leave(ref person);
                Add(person, Status.Placed);
                continue;
            }
            if ((answer & LifeEvents.Crisis) != 0)
            {
                counts.Of(person.Group).Crises++;
                var days = WardStay.TreatmentDays(own.Ward, ref person, home.WardCrowding, home.CountyShifts, random, month);
                Emergencies.Add(new(Municipality, person.Id, days, person.Group, (answer & LifeEvents.SoonAfterWard) != 0));
            }
            if (person.Has(Traits.Housing)) Tenancy.Month(ref person, own.Housing, own.Crisis, random, month, ref housingLeft);
            Refusal.Month(ref person, own.Engagement, home.SeeksOut(person.Group));
            if (home.AnyService && BecomesKnown(ref person, (answer & LifeEvents.Crisis) != 0, own, home, drawn, month))
                Known.Add(person);
            else sweep.Keep(i);
        }
    }

    // A crisis leads back even some of those who refuse; a referral finds those who do not, and is declined by some.
    private bool BecomesKnown(ref ServiceUser person, bool crisis, ParameterSet p, MonthAtHome home, in PersonDraws drawn,
        Month month)
    {
        var acceptance = RandomStreams.Unit(drawn.Further.W3);
        if (crisis && (person.RefusalMonths == 0 || acceptance < p.Engagement.CrisisLeadsBack)) return true;
        if (person.RefusalMonths > 0
            || drawn.Other >= PrimaryCare.Referral(p, person, home.PrimaryCare, home.Included.Has(person.Group),
                home.Structure)) return false;
        if (acceptance >= Refusal.Declines(p.Engagement, person.Reluctance)) return true;
        Refusal.Begin(ref person, p.Engagement, world.RandomStreams, month);
        return false;
    }

    private void LivePlaced(ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        var random = world.RandomStreams;
        var draws = new RosterDraws(random, month, Purpose.Return);
        var offers = OffersTo(placed);
        for (var i = 0; i < offers.Length; i++)
        {
            var care = (float)(home.Single?.Of(placed[i].Id) ?? p).Care.InPlacement;
            offers[i] = new(care, care, 0, 0, 0, false);
        }
        RosterNeeds.Move(placed.Persons, offers, p, home.Single, random, month);
        using var sweep = placed.Sweep();
        for (var i = 0; i < placed.Count; i++)
        {
            ref var person = ref placed[i];
            var own = home.Single?.Of(person.Id) ?? p;
            var drawn = draws.Of(placed.Persons, i);
            var answer = person.Live(offers[i], own, drawn, month, world.Blueprint.Rules.OwnCrisis);
            person.CostOfYear += PersonCost.OfPlace(p.Prices, person);
            if (month.IsDecember) counts.CountYear(ref person.CostOfYear);
            if (Leaves(person, answer, own, counts)) continue;
            var back = OutsidePlacement.ReturnProbability(own.Placement, person.Severity, home.Readiness[(int)person.Group]);
            if (drawn.Other < back)
            {
                if (home.AnyService) Known.Add(person);
                else Add(person, Status.Resident);
            }
            else sweep.Keep(i);
        }
    }

    // Room for what each person on a roster is offered this month.
    private Span<CareOffer> OffersTo(Roster roster)
    {
        if (room.Length < roster.Count) room = new CareOffer[roster.Count * 5 / 4 + 8];
        return room.AsSpan(0, roster.Count);
    }

    private bool Leaves(ServiceUser person, LifeEvents answer, ParameterSet p, MonthlyCounts counts)
    {
        events.Add(person, answer, p.Population.RecoveryMonths);
        if ((answer & (LifeEvents.Died | LifeEvents.Left)) != 0) housingLeft.Leave(ref person);
        ref var t = ref counts.Of(person.Group);
        if ((answer & LifeEvents.Died) != 0) t.Deaths++;
        if ((answer & LifeEvents.Left) != 0) t.Exits++;
        return (answer & (LifeEvents.Died | LifeEvents.Left)) != 0;
    }

    private void WardMonth(
        ref ServiceUser person, ParameterSet p, CostParameters prices, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        var (days, delayed, liable) =
            WardStay.Month(ref person, p.Ward, new(1, 0, false, home.MunicipalityShifts), world.RandomStreams, month);
        ref var t = ref counts.Of(person.Group);
        t.BedDays += days;
        t.DelayedDays += delayed;
        t.LiableDays += liable;
        person.CostOfYear += PersonCost.OfDays(prices, days);
        WardDaysAhead += Math.Min((int)p.Ward.DaysPerMonth, person.WardDays + person.DelayDays);
    }
}

/// <summary>What surrounds residents in a month.</summary>
internal sealed record MonthAtHome
{
    public required GroupSet Included { get; init; }
    public required StructuralElements Structure { get; init; }
    public required double PrimaryCare { get; init; }

    /// <summary>By group: cooperation times competence of the joint team that would take a person back.</summary>
    public required double[] Readiness { get; init; }

    public required bool AnyService { get; init; }
    public required bool CountyShifts { get; init; }
    public required bool MunicipalityShifts { get; init; }
    public required double WardCrowding { get; init; }

    /// <summary>What holds for single persons; null where no scenario means any.</summary>
    public PersonParameters? Single { get; init; }

    /// <summary>Whether a mobile unit seeks out persons of a group.</summary>
    public bool SeeksOut(Needs.TargetGroup group) => Structure.Has(Element.MobileUnits) && Included.Has(group);
}
