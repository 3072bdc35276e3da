using System.Numerics;

namespace Samverkan.Model.Cooperation;

/// <summary>
/// The structural elements in place, and what they do: the one place where each acts. Immutable.
/// <list type="bullet">
/// <item>steering committee: without it there is no meeting and nothing of what follows from one</item>
/// <item>co-leadership, co-located centres, joint training: contact between professions in a team</item>
/// <item>mobile units: outreach to residents out of contact</item>
/// <item>inter-professional teams: joint units can open at all</item>
/// <item>coordinators, case managers, multi-case managers, individual plans, shared needs data, shared routines:
/// coordination</item>
/// <item>case managers and multi-case managers: they hold on to a person, bring the other sector in, and plan the
/// discharge</item>
/// <item>the same persons' roles and stakeholder participation: involvement, hence engagement</item>
/// <item>financial agreement: an item is judged by its shared cost; integration agreement: the agreement's strength</item>
/// <item>stakeholder participation: seats, and fresher knowledge of needs</item>
/// <item>target-group inclusion: further groups can be included</item>
/// <item>employer by profession: vacancies in joint teams fill faster</item>
/// <item>cross-sector purchase: a frozen sector's vacancies in joint teams can be paid by the other</item>
/// <item>external evaluation: contact; internal evaluation: content match</item>
/// </list>
/// </summary>
/// <param name="Bits">One bit per element.</param>
public readonly record struct StructuralElements(uint Bits)
{
    private static readonly Element[] ByCoordination =
        [Element.Coordinators, Element.CaseManagers, Element.IndividualPlans, Element.SharedNeedsData, Element.SharedRoutines];

    private static readonly Element[] ByInvolvement =
        [Element.Coordinators, Element.CaseManagers, Element.IndividualPlans, Element.StakeholderParticipation];

    public int Count => BitOperations.PopCount(Bits);

    public bool Has(Element element) => (Bits >> (int)element & 1) != 0;

    public StructuralElements With(Element element) => new(Bits | 1u << (int)element);

    public StructuralElements Without(Element element) => new(Bits & ~(1u << (int)element));

    /// <summary>The elements that these parameters allow, of these.</summary>
    public StructuralElements Allowed(ElementParameters p)
    {
        var bits = Bits;
        for (var i = 0; i < Elements.Count; i++)
            if (p.Allowed[i] < .5)
                bits &= ~(1u << i);
        return new(bits);
    }

    /// <summary>
    /// Coordination of the other sector's care: 1 - (1-k)(1-c) times the product of (1 - element) over the elements in
    /// place, each scaled by how many persons the role covers. A case manager takes the place of coordinators; a multi-case
    /// manager is for complex users.
    /// </summary>
    internal double Coordination(ElementParameters p, double withoutCooperation, double cooperation, bool complex, in Roles roles)
    {
        var gap = (1 - withoutCooperation) * (1 - cooperation);
        foreach (var element in ByCoordination)
            if (Has(element) && !(element == Element.Coordinators && Has(Element.CaseManagers)))
                gap *= 1 - p.Coordination[(int)element] * roles.Of(element);
        if (complex && Has(Element.MultiCaseManagers))
            gap *= 1 - p.Coordination[(int)Element.MultiCaseManagers] * roles.MultiCaseManagers;
        return 1 - gap;
    }

    /// <summary>How far persons take part in planning their care, 0 to 1.</summary>
    internal float Involvement(ElementParameters p, double without, bool complex, in Roles roles)
    {
        var involvement = without;
        foreach (var element in ByInvolvement)
            if (Has(element) && !(element == Element.Coordinators && Has(Element.CaseManagers)))
                involvement += p.Involvement[(int)element] * roles.Of(element);
        if (complex && Has(Element.MultiCaseManagers))
            involvement += p.Involvement[(int)Element.MultiCaseManagers] * roles.MultiCaseManagers;
        return (float)Math.Min(1, involvement);
    }

    /// <summary>How far a person has a case manager, or one for complex needs, who holds on to the person, 0 to 1.</summary>
    internal float Managed(bool complex, in Roles roles)
    {
        var without = Has(Element.CaseManagers) ? 1 - roles.CaseManagers : 1;
        if (complex && Has(Element.MultiCaseManagers)) without *= 1 - roles.MultiCaseManagers;
        return (float)(1 - without);
    }

    /// <summary>Contact between professions in a joint team, 1 with co-location and co-leadership.</summary>
    public double Contact(ElementParameters p, bool inTraining) =>
        (Has(Element.CoLocatedCentres) ? 1 : p.ContactApart)
        * (Has(Element.CoLeadership) ? 1 : p.ContactOneLeader)
        + (inTraining ? p.ContactTraining : 0);

    /// <summary>Months to fill a vacancy in a joint team.</summary>
    public double HiringLag(ElementParameters p, double lag) =>
        Has(Element.EmployerByProfession) ? lag * p.HiringByProfession : lag;

    /// <summary>The cost that an item is judged by.</summary>
    public double JudgedCost(ElementParameters p, double cost) => Has(Element.FinancialAgreement) ? cost * p.SharedCost : cost;
}
