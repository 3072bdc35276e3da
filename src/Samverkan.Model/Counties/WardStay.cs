using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Counties;

/// <summary>What surrounds a person who is to be discharged.</summary>
/// <param name="Strain">Strain of the receiving team; 1 where there is none.</param>
/// <param name="Cooperation">Cooperation of the receiving team, 0 to 1; 0 where there is none.</param>
/// <param name="KnownToBoth">Whether both sectors know the person.</param>
/// <param name="MunicipalityShifts">Whether the municipality shifts cost by taking its time.</param>
/// <param name="Managed">How far the person has a case manager, 0 to 1.</param>
internal readonly record struct Discharge(
    double Strain, double Cooperation, bool KnownToBoth, bool MunicipalityShifts, double Managed = 0);

/// <summary>
/// Days in the ward, in days and never in months: treatment, then waiting for somebody to take over.
/// The keeper of the person counts them down.
/// </summary>
internal static class WardStay
{
    // No draw of the shipped values comes near: a day counter holds no more.
    private const int LongestStay = 1500;
    private const int LongestDelay = 1000;

    /// <summary>Days of treatment of an admission. In a crowded ward stays are cut short, and the person is marked for
    /// it.</summary>
    /// <param name="crowding">What was asked for last month as share of the beds.</param>
    public static int TreatmentDays(WardParameters p, ref ServiceUser person, double crowding, bool countyShifts,
        in RandomStreams random, Month month)
    {
        var cut = p.CutShort * Math.Clamp((crowding - p.Crowded) / p.CrowdedSpan, 0, 1);
        if (random.Unit(person.Id, month, Purpose.Stay, 1) < cut) person.Traits |= Traits.CutShort;
        var mean = p.Stay[(int)person.Group] * (countyShifts ? p.ShiftedStay : 1) * (1 - cut);
        var days = Distributions.Lognormal(random.Unit(person.Id, month, Purpose.Stay), mean, p.StaySpread);
        return (int)Math.Clamp(Math.Floor(days + .5), 1, LongestStay);
    }

    /// <summary>
    /// Moves a person in the ward through the month: treatment, then the delay that the surroundings cause. Returns the
    /// bed days used and how many of them the municipality pays for, being beyond the legal period.
    /// </summary>
    public static (int BedDays, int Delayed, int Liable) Month(
        ref ServiceUser person, WardParameters p, in Discharge discharge, in RandomStreams random, Month month)
    {
        var days = (int)p.DaysPerMonth;
        var treated = Math.Min(days, (int)person.WardDays);
        person.WardDays -= (ushort)treated;
        var justReady = person.WardDays == 0 && (treated > 0 || person.Has(Traits.Admitted));
        person.Traits &= ~Traits.Admitted;
        if (justReady)
        {
            person.DelayDays = (ushort)DelayDays(person, treated, p, discharge, random, month);
            person.DelayedSoFar = 0;
        }
        var delayed = person.WardDays == 0 ? Math.Min(days - treated, (int)person.DelayDays) : 0;
        person.DelayDays -= (ushort)delayed;
        var before = Math.Max(0, person.DelayedSoFar - (int)p.LegalDays);
        person.DelayedSoFar += (ushort)delayed;
        person.RecentBedDays += (ushort)(treated + delayed);
        person.DischargeDay = (ushort)(person.InWard ? 0 : treated + delayed);
        if (!person.InWard) Aftermath.AfterShortStay(ref person, p);
        var liable = Math.Max(0, person.DelayedSoFar - (int)p.LegalDays) - before;
        return (treated + delayed, delayed, liable);
    }

    // The ward must call the other sector to a plan: after some days in the ward, nobody is unknown to it.
    private static double NotYetPlanned(WardParameters p, in ServiceUser person, int treated) =>
        Math.Max(0, 1 - (person.RecentBedDays + treated) / p.PlanningDays);

    private static int DelayDays(in ServiceUser person, int treated, WardParameters p, in Discharge discharge,
        in RandomStreams random, Month month)
    {
        var mean = p.Delay
            + (person.UnmetIn(Domains.OfMunicipality) > 0 ? p.DelaySocial : 0)
            + ((person.Unmet & 1u << (int)Domain.Accommodation) != 0 ? p.DelayAccommodation : 0)
            + (discharge.KnownToBoth ? 0 : p.DelayUnknown * NotYetPlanned(p, person, treated));
        mean *= ExactMath.Exp(p.DelayStrain * (Math.Clamp(discharge.Strain, p.DelayLeastStrain, p.DelayMostStrain) - 1))
            * (1 - p.DelayCooperation * discharge.Cooperation) * (1 - p.DelayManaged * discharge.Managed)
            * (discharge.MunicipalityShifts ? p.ShiftedDelay : 1);
        return (int)Math.Min(LongestDelay,
            Math.Floor(Distributions.Lognormal(random.Unit(person.Id, month, Purpose.Delay), mean, p.DelaySpread) + .5));
    }
}
