namespace Samverkan.Model.Needs;

/// <summary>
/// The 22 domains of the Camberwell Assessment of Need (CAN), by their generic names and in its order. Each is owned by
/// the county (health), the municipality (social care) or both.
/// </summary>
public enum Domain : byte
{
    Accommodation, Food, LookingAfterHome, SelfCare, DaytimeActivities, PhysicalHealth, PsychoticSymptoms, Information,
    PsychologicalDistress, SafetyToSelf, SafetyToOthers, Alcohol, Drugs, Company, IntimateRelationships,
    SexualExpression, ChildCare, BasicEducation, Telephone, Transport, Money, Benefits,
}

public static class Domains
{
    public const int Count = 22;

    /// <summary>Every domain, one bit each: the lowest is accommodation.</summary>
    public const uint All = (1u << Count) - 1;

    /// <summary>Domains led by county psychiatry.</summary>
    public const uint OfCounty =
        1u << (int)Domain.PhysicalHealth | 1u << (int)Domain.PsychoticSymptoms | 1u << (int)Domain.Information
        | 1u << (int)Domain.PsychologicalDistress | 1u << (int)Domain.SafetyToSelf | 1u << (int)Domain.SexualExpression;

    /// <summary>Domains that need both sectors.</summary>
    public const uint OfBoth =
        1u << (int)Domain.SafetyToOthers | 1u << (int)Domain.Alcohol | 1u << (int)Domain.Drugs
        | 1u << (int)Domain.Company | 1u << (int)Domain.IntimateRelationships;

    /// <summary>Needs about alcohol and drugs.</summary>
    public const uint Substances = 1u << (int)Domain.Alcohol | 1u << (int)Domain.Drugs;

    /// <summary>Domains led by municipal social care.</summary>
    public const uint OfMunicipality = All & ~OfCounty & ~OfBoth;

    public static IReadOnlyList<string> Ids { get; } =
    [
        "accommodation", "food", "home", "selfCare", "daytime", "physicalHealth", "psychosis", "information", "distress",
        "safetyToSelf", "safetyToOthers", "alcohol", "drugs", "company", "intimacy", "sexuality", "childCare",
        "education", "telephone", "transport", "money", "benefits",
    ];
}
