using Samverkan.Model.ServiceUsers;

namespace Samverkan.Analysis.Stories;

/// <summary>One month of a person, as far as its story tells of it.</summary>
/// <param name="Where">Path of the actor that keeps it: a team or the municipality.</param>
/// <param name="Place">caseload, queue, resident, placed or on the way.</param>
/// <param name="Unmet">Domains with an unmet need, one bit each.</param>
/// <param name="Met">Domains with a met need, one bit each.</param>
/// <param name="CoordinatorMonths">Months with the same coordinator.</param>
/// <param name="WardDays">Days in the ward that are left, those ready for discharge included; 0: not in the ward.</param>
public readonly record struct PersonMonth(
    string Where, string Place, string Group, uint Unmet, uint Met, int CoordinatorMonths, int WardDays)
{
    public static PersonMonth Of(in KeptPerson kept) => new(
        kept.Keeper, InWords(kept.Keeping), kept.Person.Group.ToString(), kept.Person.Unmet, kept.Person.Met, kept.Person.CoordinatorMonths,
        kept.Person.WardDays + kept.Person.DelayDays);

    private static string InWords(Keeping keeping) => keeping switch
    {
        Keeping.Caseload => "caseload",
        Keeping.Queue => "queue",
        Keeping.Resident => "resident",
        Keeping.Placed => "placed",
        _ => "on the way",
    };
}
