using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Analysis.Stories;

/// <summary>One month of a person.</summary>
/// <param name="Keeper">The team or municipality that keeps it.</param>
/// <param name="Unmet">Domains with an unmet need, one bit each.</param>
/// <param name="Met">Domains with a met need, one bit each.</param>
/// <param name="CoordinatorMonths">Months with the same coordinator.</param>
/// <param name="WaitingMonths">Months in a team's queue.</param>
/// <param name="MonthsOut">Months in a row out of contact with every service.</param>
/// <param name="Severity">Severity of illness; its mean in the population is 1.</param>
/// <param name="WardDays">Days in the ward that are left, those ready for discharge included; 0: not in the ward.</param>
/// <param name="Housing">Housing with support that the person has.</param>
public readonly record struct PersonMonth(
    ActorPath Keeper, Keeping Where, TargetGroup Group, uint Unmet, uint Met, int CoordinatorMonths, int WaitingMonths,
    int MonthsOut,
    float Severity, int WardDays, Traits Housing)
{
    public static PersonMonth Of(in KeptPerson kept) => new(
        kept.Keeper, kept.Keeping, kept.Person.Group, kept.Person.Unmet, kept.Person.Met, kept.Person.CoordinatorMonths,
        kept.Person.WaitingMonths,
        kept.Person.MonthsOut, kept.Person.Severity,
        kept.Person.WardDays + kept.Person.DelayDays, kept.Person.Traits & Traits.Housing);
}
