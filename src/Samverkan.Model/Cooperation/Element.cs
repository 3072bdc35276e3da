namespace Samverkan.Model.Cooperation;

/// <summary>
/// The structural elements of an integrated organisation (Klinga 2018). Each acts in one place, told in
/// <see cref="StructuralElements"/>; a scenario can forbid one or date it.
/// </summary>
public enum Element : byte
{
    SteeringCommittee, CoLeadership, CoLocatedCentres, MobileUnits, InterProfessionalTeams, Coordinators, CaseManagers,
    MultiCaseManagers, IndividualPlans, SharedNeedsData, SharedRoutines, FinancialAgreement, IntegrationAgreement,
    JointTraining, StakeholderParticipation, TargetGroupInclusion, EmployerByProfession, CrossSectorPurchase,
    ExternalEvaluation, InternalEvaluation,
}

public static class Elements
{
    public const int Count = 20;

    public static IReadOnlyList<string> Ids { get; } =
    [
        "steering-committee", "co-leadership", "co-located-centres", "mobile-units", "inter-professional-teams",
        "coordinators", "case-managers", "multi-case-managers", "individual-plans", "shared-needs-data", "shared-routines",
        "financial-agreement", "integration-agreement", "joint-training", "stakeholder-participation",
        "target-group-inclusion", "employer-by-profession", "cross-sector-purchase", "external-evaluation",
        "internal-evaluation",
    ];

    public static string Id(this Element element) => Ids[(int)element];

    /// <summary>By its id; null if there is none.</summary>
    public static Element? Find(string? id) =>
        Enumerable.Range(0, Count).Where(i => Ids[i] == id).Select(i => (Element?)i).FirstOrDefault();
}
