namespace Samverkan.Model.Needs;

/// <summary>
/// The target groups of the services, in the fixed order by which the model indexes them. Those that the cooperation
/// includes from the start, and those that come later, differ by parameter (<c>population.included</c>).
/// </summary>
public enum TargetGroup : byte
{
    Psychosis, Depression, Bipolar, Borderline, Neuropsychiatric, DualDiagnosis, Elderly, Refugees, Functional,
}

public static class TargetGroups
{
    public const int Count = 9;

    public static IReadOnlyList<string> Ids { get; } =
        ["psychosis", "depression", "bipolar", "borderline", "neuropsychiatric", "dual", "elderly", "refugees", "functional"];

    private static readonly string[] Names =
    [
        "people with psychosis", "people with long-lasting depression", "people with bipolar disorder",
        "people with borderline or self-harm", "people with neuropsychiatric diagnoses",
        "people with psychiatric diagnosis and addiction", "elderly people", "traumatised refugees",
        "people with severe functional impairment",
    ];

    public static string Id(this TargetGroup group) => Ids[(int)group];

    /// <summary>As the minutes name the people of the group.</summary>
    public static string InWords(this TargetGroup group) => Names[(int)group];
}
