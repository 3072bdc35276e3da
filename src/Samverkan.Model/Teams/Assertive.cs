using System.Runtime.InteropServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Whom an assertive team is for, and when it can let go. Urgency is told in bed days of about a year: those that the person
/// had, and what recent crises and a refusal of all contact are taken for.
/// </summary>
internal static class Assertive
{
    public static double Urgency(in ServiceUser person, in AssertiveSearch search) =>
        person.RecentBedDays + search.OfCrisis * person.Instability + (person.RefusalMonths > 0
            ? search.OfRefusal * person.Severity : 0);

    /// <summary>Whether a person of the team goes back to an ordinary one.</summary>
    public static bool StepsDown(in ServiceUser person, AssertiveParameters p, CrisisParameters crises, in RandomStreams random,
        Month month) =>
        !person.InWard && person.RecentBedDays <= p.StepDownBedDays && Aftermath.IsCalm(person, crises)
        && random.Unit(person.Id, month, Purpose.StepDown) < p.StepDown;
}

/// <summary>What an assertive team with room looks for.</summary>
/// <param name="Least">Least urgency.</param>
public readonly record struct AssertiveSearch(double Least, double OfCrisis, double OfRefusal);

/// <summary>A person of an ordinary team who could be picked for an assertive one.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 4)]
public readonly record struct AssertiveCandidate(ulong Person, double Urgency);
