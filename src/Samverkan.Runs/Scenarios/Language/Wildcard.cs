using System.IO.Enumeration;
using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Language;

/// <summary>Names that stand for several parameters: <c>element.allowed.*</c>, or the family <c>element.allowed</c>
/// itself.</summary>
internal static class Wildcard
{
    private static readonly string[] Families = [.. Catalogue.All.Select(FamilyOf).OfType<string>().Distinct()];

    /// <summary>All parameter ids and families, for messages and editors.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Catalogue.All.Select(p => p.Id), .. Families];

    public static bool Fits(string pattern, string name) =>
        pattern.Contains('*') && pattern.Length <= 80 && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    /// <summary>The parameters that a name stands for, in the order of the catalogue; none if it is unknown.</summary>
    public static IReadOnlyList<ParameterInfo> Parameters(string? name)
    {
        if (string.IsNullOrEmpty(name)) return [];
        if (Catalogue.Find(name) is { } one)
            return [one];
        return [.. Catalogue.All.Where(p => Fits(name, p.Id) || FamilyOf(p) == name)];
    }

    /// <summary><c>element.allowed</c> of <c>element.allowed.coordinators</c>; null for a parameter that is not of a
    /// family.</summary>
    public static string? FamilyOf(ParameterInfo parameter) =>
        parameter.Id.Count(c => c == '.') == 2 ? parameter.Id[..parameter.Id.LastIndexOf('.')] : null;

    /// <summary><c>coordinators</c> of <c>element.allowed.coordinators</c>; null for a parameter that is not of a
    /// family.</summary>
    public static string? KeyOf(ParameterInfo parameter) =>
        FamilyOf(parameter) is { } family ? parameter.Id[(family.Length + 1)..] : null;
}
