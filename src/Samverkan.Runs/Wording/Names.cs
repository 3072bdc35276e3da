using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Runs.Wording;

/// <summary>What readers call the groups, sectors, units and structural elements of the model, in English.</summary>
public static class Names
{
    private static readonly string[] Groups =
    [
        "people with psychosis", "people with long-lasting depression", "people with bipolar disorder",
        "people with borderline or self-harm", "people with neuropsychiatric diagnoses",
        "people with psychiatric diagnosis and addiction", "elderly people", "traumatised refugees",
        "people with severe functional impairment",
    ];

    private static readonly string[] Units =
    [
        "outpatient clinic", "social office", "inpatient ward", "supported housing", "co-located centre", "mobile team",
        "day centre", "addiction care centre", "assertive team",
    ];

    private static readonly string[] Elements =
    [
        "the steering committee", "co-leadership", "co-located centres", "mobile units", "inter-professional teams",
        "coordinators",
        "case managers", "multi-case managers", "individual care and rehabilitation plans", "a shared register of needs",
        "shared guidelines and routines", "a financial agreement", "an integration agreement", "joint training",
        "participation of stakeholder associations", "inclusion of further groups",
        "the rule that the employer follows the candidate's profession", "purchase of posts across the sectors",
        "external evaluation", "internal evaluation",
    ];

    /// <summary>The people of the group.</summary>
    public static string InWords(this TargetGroup group) => Groups[(int)group];

    public static string InWords(this UnitKind kind) => Units[(int)kind];

    public static string InWords(this Element element) => Elements[(int)element];

    public static string InWords(this Sector sector) => sector == Sector.County ? "the county" : "the municipality";
}
