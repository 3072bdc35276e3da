using System.Text.RegularExpressions;
using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// What the columns of a table of places are called, in English and in Swedish: <c>municipality_code</c>, <c>Kommunkod</c>,
/// <c>population_2024</c>, <c>Folkmängd 2024</c>, <c>ward.beds</c>, <c>Vårdplatser</c>.
/// </summary>
internal static partial class TableColumns
{
    public const string Code = "municipality_code", Name = "municipality", CountyCode = "county_code", County = "county";
    public const string Population = "population";

    /// <summary>Columns that say which place a row is.</summary>
    public static readonly string[] Places = [Code, Name, CountyCode, County];

    // Plain letters without blanks.
    private static readonly (string Column, string[] Words)[] Known =
    [
        (Code, ["kommunkod"]), (Name, ["kommun", "kommunnamn"]), (CountyCode, ["lanskod", "regionkod"]), (County, ["lan", "region"]),
        (Population, ["folkmangd", "invanare", "befolkning", "inhabitants"]),
        ("ward.beds", ["vardplatser", "beds"]),
        ("services.clinicPosts", ["tjansteroppenvard", "tjansterpsykiatri"]),
        ("services.officePosts", ["tjanstersocialtjanst"]),
        ("services.housingPlaces", ["boendeplatser", "housingplaces"]),
        ("funding.firstFrame.county", ["ramregion"]),
        ("funding.firstFrame.municipality", ["ramkommun"]),
    ];

    [GeneratedRegex(@"^(?<name>.*?)[ _]*(?<year>(19|20|21)\d\d)$")]
    private static partial Regex OfYear();

    /// <summary>The name by which the program knows a column; the written one if it knows none.</summary>
    public static string Canonical(string written)
    {
        var name = written.Trim();
        if (Catalogue.Find(name) is not null)
            return name;
        if (OfYear().Match(name) is { Success: true } dated && Word(dated.Groups["name"].Value) == Population)
            return $"{Population}_{dated.Groups["year"].Value}";
        return Word(name) ?? name;
    }

    /// <summary>The year of a column such as <c>population_2024</c>; null for another.</summary>
    public static int? YearOfPopulation(string canonical) =>
        canonical.StartsWith(Population + "_", StringComparison.Ordinal) && int.TryParse(canonical.AsSpan(Population.Length + 1), out var year)
            ? year
            : null;

    public static bool IsPopulation(string canonical) => canonical == Population || YearOfPopulation(canonical) is not null;

    public static bool IsKnown(string canonical) => Places.Contains(canonical) || IsPopulation(canonical) || Catalogue.Find(canonical) is not null;

    /// <summary>What a column can be called, for a suggestion.</summary>
    public static IReadOnlyList<string> All => [.. Places, Population, .. Catalogue.All.Select(p => p.Id)];

    private static string? Word(string name)
    {
        var plain = string.Concat(Letters.Plain(name).Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Places.Append(Population).FirstOrDefault(column => column.Replace("_", "", StringComparison.Ordinal) == plain)
            ?? Known.FirstOrDefault(known => known.Words.Contains(plain)).Column;
    }
}
