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

    public static string Id(this TargetGroup group) => Ids[(int)group];

    /// <summary>By its id; null if there is none.</summary>
    public static TargetGroup? Find(string? id) =>
        Enumerable.Range(0, Count).Where(i => Ids[i] == id).Select(i => (TargetGroup?)i).FirstOrDefault();
}
