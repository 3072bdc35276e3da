using Samverkan.Model.Chance;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Counties;
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
internal sealed class Residents(World world)
{
    /// <summary>The keeper's address in emergencies: the municipality itself.</summary>
    public static readonly TeamAddress Municipality = new(ushort.MaxValue, 0);

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

    /// <summary>Places in supported housing that residents left this month.</summary>
    [field: NotState] public int HousingFreed { get; private set; }

    public void Add(ServiceUser person, Status status)
    {
        person.Status = status;
        PartnerLink.End(ref person);
        person.CalmMonths = 0;
        if (status == Status.Placed)
        {
            // A placement takes the place of the ward, and of a place in supported housing.
            (person.WardDays, person.DelayDays) = (0, 0);
            person.Traits &= ~(Traits.Admitted | Traits.Housed);
        }
        (status == Status.Placed ? placed : hidden).Add(person);
    }

    /// <summary>A month of all residents and placed persons; who becomes known is taken out into <see cref="Known"/>.</summary>
    public void Live(ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        Emergencies.Clear();
        Known.Clear();
        WardDaysAhead = 0;
        HousingFreed = 0;
        // Who is placed this month has lived it already.
        LivePlaced(p, home, counts, month);
        LiveOutOfContact(p, home, counts, month);
    }

    /// <summary>Counts those who are kept here at the month's end.</summary>
    public void Count(MonthlyCounts counts)
    {
        foreach (ref readonly var person in hidden.Persons)
            Count(person, counts);
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
    }

    private void LiveOutOfContact(ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        var random = world.RandomStreams;
        var luckOfAll = new RosterDraws(random, month, Purpose.Referral);
        var offers = OffersTo(hidden);
        for (var i = 0; i < offers.Length; i++)
        {
            var own = home.Single?.Of(hidden[i].Id) ?? p;
            var informal = (float)own.Care.InformalCare;
            var factor = (float)(own.Placement.Unknown * (home.CountyShifts ? own.Placement.Shifted : 1));
            offers[i] = OfferWriter.InWard(new(informal, informal, 0, 0, factor, false), hidden[i], own);
        }
        RosterNeeds.Move(hidden.Persons, offers, p, home.Single, random, month);
        var kept = 0;
        for (var i = 0; i < hidden.Count; i++)
        {
            ref var person = ref hidden[i];
            var own = home.Single?.Of(person.Id) ?? p;
            var drawn = luckOfAll.Of(hidden.Persons, i);
            var answer = person.Live(offers[i], own, drawn, month);
            if (person.InWard || person.Has(Traits.Admitted)) WardMonth(ref person, own, home, counts, month);
            if (Leaves(person, answer, counts)) continue;
            if ((answer & Answer.ToPlacement) != 0)
            {
                if (person.Has(Traits.Housed)) HousingFreed++;
                Add(person, Status.Placed);
                continue;
            }
            if ((answer & Answer.Crisis) != 0)
            {
                counts.Of(person.Group).Crises++;
                Emergencies.Add(new(Municipality, person.Id, WardStay.TreatmentDays(own.Ward, person, home.CountyShifts, random, month)));
            }
            var included = (home.Included >> (int)person.Group & 1) != 0;
            var referred = drawn.Other < PrimaryCare.Referral(own, person, home.PrimaryCare, included, home.Structure);
            if ((referred || (answer & Answer.Crisis) != 0) && home.AnyService) Known.Add(person);
            else hidden[kept++] = person;
        }
        hidden.Truncate(kept);
    }

    private void LivePlaced(ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        var random = world.RandomStreams;
        var luckOfAll = new RosterDraws(random, month, Purpose.Return);
        var offers = OffersTo(placed);
        for (var i = 0; i < offers.Length; i++)
        {
            var care = (float)(home.Single?.Of(placed[i].Id) ?? p).Care.InPlacement;
            offers[i] = new(care, care, 0, 0, 0, false);
        }
        RosterNeeds.Move(placed.Persons, offers, p, home.Single, random, month);
        var kept = 0;
        for (var i = 0; i < placed.Count; i++)
        {
            ref var person = ref placed[i];
            var own = home.Single?.Of(person.Id) ?? p;
            var drawn = luckOfAll.Of(placed.Persons, i);
            var answer = person.Live(offers[i], own, drawn, month);
            if (Leaves(person, answer, counts)) continue;
            var back = OutsidePlacement.ReturnProbability(own.Placement, home.Readiness[(int)person.Group]);
            if (drawn.Other < back)
            {
                if (home.AnyService) Known.Add(person);
                else Add(person, Status.Resident);
            }
            else placed[kept++] = person;
        }
        placed.Truncate(kept);
    }

    // Room for what each person on a roster is offered this month.
    private Span<CareOffer> OffersTo(Roster roster)
    {
        if (room.Length < roster.Count) room = new CareOffer[roster.Count * 5 / 4 + 8];
        return room.AsSpan(0, roster.Count);
    }

    private bool Leaves(in ServiceUser person, Answer answer, MonthlyCounts counts)
    {
        if ((answer & (Answer.Died | Answer.Left)) != 0 && person.Has(Traits.Housed)) HousingFreed++;
        ref var t = ref counts.Of(person.Group);
        if ((answer & Answer.Died) != 0) t.Deaths++;
        if ((answer & Answer.Left) != 0) t.Exits++;
        return (answer & (Answer.Died | Answer.Left)) != 0;
    }

    private void WardMonth(ref ServiceUser person, ParameterSet p, MonthAtHome home, MonthlyCounts counts, Month month)
    {
        var (days, delayed, liable) = WardStay.Month(ref person, p.Ward, new(1, 0, false, home.MunicipalityShifts), world.RandomStreams, month);
        ref var t = ref counts.Of(person.Group);
        t.BedDays += days;
        t.DelayedDays += delayed;
        t.LiableDays += liable;
        WardDaysAhead += Math.Min((int)p.Ward.DaysPerMonth, person.WardDays + person.DelayDays);
    }
}

/// <summary>What surrounds residents in a month.</summary>
/// <param name="Single">What holds for single persons; null where no scenario means any.</param>
/// <param name="Readiness">By group: cooperation times competence of the joint team that would take a person back.</param>
internal sealed record MonthAtHome(
    uint Included, StructuralElements Structure, double PrimaryCare, double[] Readiness, bool AnyService, bool CountyShifts, bool MunicipalityShifts,
    PersonParameters? Single = null);
