using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Housing;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>Gathers what a team's month led to, for its report.</summary>
internal sealed class TeamClosing
{
    private const int DaysOfMonth = 30;

    private readonly ImmutableArray<Departure>.Builder departures = ImmutableArray.CreateBuilder<Departure>(0);
    private readonly ImmutableArray<ServiceUser>.Builder handedOver = ImmutableArray.CreateBuilder<ServiceUser>(0);
    private readonly ImmutableArray<Emergency>.Builder emergencies = ImmutableArray.CreateBuilder<Emergency>(0);
    private readonly ImmutableArray<PartnerNote>.Builder notes = ImmutableArray.CreateBuilder<PartnerNote>(0);
    private readonly ImmutableArray<HousingApplication>.Builder applications =
        ImmutableArray.CreateBuilder<HousingApplication>(0);
    private readonly ImmutableArray<AssertiveCandidate>.Builder candidates = ImmutableArray.CreateBuilder<AssertiveCandidate>(0);
    private MonthlyCounts counts = null!;
    private bool assertive;
    private int wardDaysAhead, daysWaited;
    private HousingLeft housingLeft;

    /// <summary>Housing with support that came free.</summary>
    public HousingLeft HousingLeft => housingLeft;

    private TeamAddress address;
    private double complexNeeds;

    /// <summary>Starts a month afresh.</summary>
    public void Begin(TeamAddress team, double needsOfComplex, MonthlyCounts month, bool isAssertive = false)
    {
        assertive = isAssertive;
        (address, complexNeeds) = (team, needsOfComplex);
        counts = month;
        (wardDaysAhead, housingLeft, daysWaited) = (0, default, 0);
    }

    public void Count(in ServiceUser person, LifeEvents answer, bool joint, bool both, TeamCompetence skills)
    {
        ref var t = ref counts.Of(person.Group);
        if ((answer & (LifeEvents.Crisis | LifeEvents.Departs)) != 0)
        {
            if ((answer & LifeEvents.Crisis) != 0) t.Crises++;
            if ((answer & LifeEvents.Died) != 0) t.Deaths++;
            if ((answer & LifeEvents.Left) != 0) t.Exits++;
            if ((answer & LifeEvents.DroppedOut) != 0) t.Dropouts++;
            if ((answer & LifeEvents.Helped) != 0) t.Helped++;
            if ((answer & LifeEvents.Departs) != 0) return;
        }
        var (unmet, met) = (person.UnmetCount, person.MetCount);
        t.Persons++;
        t.Unmet += unmet;
        t.Met += met;
        t.MetUnderBoth += both ? met : 0;
        t.CountManyNeeds(unmet, person.Status == Status.InService);
        t.CountCircumstances(person);
        if (person.Status == Status.Waiting)
        {
            t.Waiting++;
            daysWaited += DaysOfMonth;
            return;
        }
        t.InService++;
        t.UnmetInService += unmet;
        t.MetInService += met;
        t.MetUnderBothInService += both ? met : 0;
        t.Complex += unmet >= complexNeeds ? 1 : 0;
        t.Competence += skills.Competence[(int)person.Group];
        t.Match += skills.Match[(int)person.Group];
        t.Engagement += person.Engagement;
        t.CoordinatorMonths += person.CoordinatorMonths;
        if (!joint) return;
        t.InJointCare++;
        t.UnmetInJointCare += unmet;
    }

    public void WardMonth(
        ref ServiceUser person, ParameterSet own, CostParameters prices, in Discharge discharge, in RandomStreams random,
        Month month)
    {
        var p = own.Ward;
        ref var t = ref counts.Of(person.Group);
        var (days, delayed, liable) = WardStay.Month(ref person, p, discharge, random, month);
        t.BedDays += days;
        t.DelayedDays += delayed;
        t.LiableDays += liable;
        person.CostOfYear += PersonCost.OfDays(prices, days);
        wardDaysAhead += Math.Min((int)p.DaysPerMonth, person.WardDays + person.DelayDays);
    }

    /// <summary>A person's year ends in December.</summary>
    public void EndYear(ref ServiceUser person, Month month)
    {
        if (month.IsDecember) counts.CountYear(ref person.CostOfYear);
    }

    public void Depart(ServiceUser person, LifeEvents reason)
    {
        if ((reason & (LifeEvents.Died | LifeEvents.Left | LifeEvents.ToPlacement)) != 0) housingLeft.Leave(ref person);
        else housingLeft.EndSupport(ref person);
        departures.Add(new(person, reason));
    }

    /// <summary>A month of a person's housing with support, and what the person asks for.</summary>
    /// <param name="floating">Whether there is floating support to ask for.</param>
    public void HousingMonth(ref ServiceUser person, ParameterSet p, bool floating, in RandomStreams random, Month month)
    {
        var movedOn = person.Has(Traits.Housing)
            && Tenancy.Month(ref person, p.Housing, p.Crisis, random, month, ref housingLeft);
        if (Tenancy.Asks(person, p.Housing, floating, movedOn) is { } application) applications.Add(application);
    }

    public void Emergency(in ServiceUser person, LifeEvents answer, int days) =>
        emergencies.Add(new(address, person.Id, days, person.Group, (answer & LifeEvents.SoonAfterWard) != 0, assertive));

    /// <summary>The same of a person who waits for the team: the home stays as it is, but nobody asks for another.</summary>
    public void HousingMonthInQueue(ref ServiceUser person, ParameterSet p, in RandomStreams random, Month month)
    {
        if (person.Has(Traits.Housing)) Tenancy.Month(ref person, p.Housing, p.Crisis, random, month, ref housingLeft);
    }

    /// <summary>A person whom an assertive team might pick.</summary>
    public void Candidate(in ServiceUser person, in AssertiveSearch search)
    {
        if (Assertive.Urgency(person, search) is var urgency && urgency >= search.Least) candidates.Add(new(person.Id, urgency));
    }

    /// <summary>Hands over a person who goes back to an ordinary team, or was picked for an assertive one.</summary>
    public void HandOver(in ServiceUser person) => handedOver.Add(person with { MonthsOfJobSupport = 0 });

    /// <summary>Adds a person to what the team's partners are told.</summary>
    public void Note(in ServiceUser person, uint partnerDomains, uint shared)
    {
        var partner = new TeamAddress(person.PartnerUnit, person.PartnerTeam);
        var at = 0;
        while (at < notes.Count && notes[at].To != partner)
            at++;
        if (at == notes.Count) notes.Add(new(address, partner, 0, 0, 0, 0));
        notes[at] = PartnerLink.Note(notes[at], person, partnerDomains, shared);
    }

    public void HandOver(Roster roster, GroupSet groups, double share, in RandomStreams random)
    {
        using var sweep = roster.Sweep();
        for (var i = 0; i < roster.Count; i++)
        {
            ref var person = ref roster[i];
            var concerned = groups.Has(person.Group)
                && (share >= 1 || random.Unit(person.Id, new Month(0), Purpose.Transfer) < share);
            if (concerned) HandOver(person);
            else sweep.Keep(i);
        }
    }

    public TeamReport Report(
        Team team, TeamMandate mandate, ParameterSet p, SectorMonth county, SectorMonth municipality,
        TeamCompetence skills, ImmutableArray<double> quality, int trainingPosts, ulong hash)
    {
        counts.DivideHours(county.Hours + municipality.Hours);
        return new()
        {
            Address = address,
            Groups = mandate.Groups,
            County = county,
            Municipality = municipality,
            Strain = team.Strain,
            Cooperation = team.Cooperation,
            Turnover = Staff.TurnoverRate(p.Team, team.Strain, team.Cooperation),
            Competence = [.. skills.Competence],
            Match = [.. skills.Match],
            Quality = quality,
            MonthlyCounts = counts,
            Departures = departures.DrainToImmutable(),
            HandedOver = handedOver.DrainToImmutable(),
            Emergencies = emergencies.DrainToImmutable(),
            Notes = notes.DrainToImmutable(),
            Applications = applications.DrainToImmutable(),
            HousingLeft = housingLeft,
            Candidates = candidates.DrainToImmutable(),
            WardDaysAhead = wardDaysAhead,
            TrainingPosts = trainingPosts,
            InTraining = skills.InTraining,
            DaysWaited = daysWaited,
            Hash = hash,
        };
    }
}
