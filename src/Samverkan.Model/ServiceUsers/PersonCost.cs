using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Teams;

namespace Samverkan.Model.ServiceUsers;

/// <summary>
/// What is spent on a person in a month, at the prices by which the sectors pay: days in the ward at a day's full cost, the
/// person's part of the team's wages by the hours that it asks for, housing, placement, emergencies. Money that is spent on
/// nobody - empty beds, premises, administration, the committee, training - is no person's cost. So the sum over persons stays
/// below what both sectors spend. It decides nothing: no rule reads it.
/// </summary>
internal static class PersonCost
{
    private const double DaysOfAYear = 365;
    private const double MonthsOfAYear = 12;

    // Where many staff have hardly anybody to care for, the rest of their wages is spent on nobody.
    private const int MostOfMonth = 1_000_000;

    /// <summary>SEK of so many days in the ward: the bed and its use.</summary>
    public static int OfDays(CostParameters p, int days) => (int)(days * (p.Bed / DaysOfAYear + p.BedDay));

    /// <summary>SEK of a crisis in its own month.</summary>
    /// <param name="days">Days in the ward in that month.</param>
    public static int OfCrisis(CostParameters p, CrisisOutcome outcome, int days) => outcome switch
    {
        CrisisOutcome.Admitted => OfDays(p, days),
        CrisisOutcome.TreatedAtHome => (int)p.HomeTreatment,
        _ => (int)(p.BedElsewhere + p.UnmetCrisis),
    };

    /// <summary>SEK of where a person lives, whoever keeps it.</summary>
    public static int OfPlace(CostParameters p, in ServiceUser person) =>
        (int)((Of(Traits.Housed, person, p.HousingPlace) + Of(Traits.HousingFirst, person, p.HousingFirst)
            + Of(Traits.FloatingSupport, person, p.FloatingSupport)) / MonthsOfAYear)
        + person.Status switch
        {
            Status.Placed => (int)p.Placement,
            Status.Resident => (int)(p.Emergency * person.UnmetIn(Domains.OfMunicipality | Domains.OfBoth)),
            _ => 0,
        };

    private static double Of(Traits housing, in ServiceUser person, double sekPerYear) => person.Has(housing) ? sekPerYear : 0;

    /// <summary>SEK of an hour that persons of a team ask for: the wages of those who worked this month over all hours asked
    /// for.</summary>
    /// <param name="wages">Of the place: wages are no team's own.</param>
    /// <param name="filled">Posts filled, in tenths.</param>
    /// <param name="agency">Posts of staff hired from outside, in tenths.</param>
    public static double OfAnHour(
        ParameterSet p, CostParameters wages, int filled, int agency, ReadOnlySpan<ServiceUser> persons)
    {
        var hours = 0.0;
        foreach (ref readonly var person in persons)
            hours += Hours(p, person);
        return hours <= 0 ? 0 : (filled * wages.Post + agency * wages.AgencyPost) / Wages.TenthsAndMonths / hours;
    }

    /// <summary>SEK of a person's care by its team.</summary>
    /// <param name="hour">SEK of an hour.</param>
    public static int OfCare(ParameterSet p, in ServiceUser person, double hour) =>
        (int)Math.Min(MostOfMonth, hour * Hours(p, person));

    // Planning alone while in the ward.
    private static double Hours(ParameterSet p, in ServiceUser person) => p.Care.PlanningSeparate
        + (person.InWard ? 0 : p.Care.HoursPerUnmetNeed * person.UnmetCount + p.Care.HoursPerMetNeed * person.MetCount);
}
