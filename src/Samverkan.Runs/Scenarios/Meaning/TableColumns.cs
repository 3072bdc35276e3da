using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>
/// What the columns of a table of places are called, in English and in Swedish: <c>municipality_code</c>, <c>Kommunkod</c>,
/// <c>population_2024</c>, <c>Folkmängd 2024</c>, <c>ward.beds</c>, <c>Vårdplatser</c>, <c>Vårdplatser 2027</c>. A figure may
/// also stand in a row of its own, under <c>figure</c>, with columns <c>value</c> and <c>2027</c>.
/// </summary>
internal static partial class TableColumns
{
    public const string Code = "municipality_code", Name = "municipality", CountyCode = "county_code", County = "county";
    public const string Population = "population";
    public const string Figure = "figure", Value = "value", Tolerance = "tolerance", PriceYear = "price_year";

    /// <summary>Columns that say which place a row is.</summary>
    public static readonly string[] Places = [Code, Name, CountyCode, County];

    /// <summary>Columns for readers, which nothing is taken from.</summary>
    private static readonly string[] Remarks = ["unit", "assumed", "meaning", "source", "note"];

    // Plain letters without blanks.
    private static readonly (string Column, string[] Words)[] Known =
    [
        (Code, ["kommunkod"]), (Name, ["kommun", "kommunnamn"]), (CountyCode, ["lanskod", "regionkod"]),
        (County, ["lan", "region"]),
        (Population, ["folkmangd", "invanare", "befolkning", "inhabitants"]),
        (Figure, ["uppgift", "nyckeltal", "matt", "figur"]), (Value, ["varde", "egetvarde", "ownvalue"]),
        (Tolerance, ["tolerans"]), (PriceYear, ["prisar", "prisniva"]),
        ("unit", ["enhet"]), ("assumed", ["antaget", "antagen"]), ("meaning", ["betydelse", "forklaring"]), ("source", ["kalla"]),
        ("note", ["anmarkning", "kommentar"]),
        ("ward.beds", ["vardplatser", "beds"]),
        ("services.clinicPosts", ["tjansteroppenvard", "tjansterpsykiatri", "tjansterregion"]),
        ("services.officePosts", ["tjanstersocialtjanst", "tjansterkommun"]),
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
        if (Catalogue.Find(name) is not null || IndicatorCatalogue.Find(name) is not null)
            return name;
        if (OfYear().Match(name) is not { Success: true } dated)
            return Word(name) ?? name;
        var (of, year) = (dated.Groups["name"].Value, dated.Groups["year"].Value);
        return of.Length == 0 ? year : FigureOf(of) is { } figure ? $"{figure}_{year}" : name;
    }

    /// <summary>Inhabitants, a parameter or an indicator by what it is called; null if it is none.</summary>
    public static string? FigureOf(string written)
    {
        var name = written.Trim();
        var word = Word(name) ?? name;
        return word == Population || Catalogue.Find(word) is not null || IndicatorCatalogue.Find(word) is not null
            ? word
            : IndicatorCatalogue.All.FirstOrDefault(i => Names.AreSame(i.Title, name))?.Id;
    }

    /// <summary>A column such as <c>ward.beds_2027</c>: the figure and the year; of <c>2027</c> the year alone.</summary>
    public static (string Figure, int? Year) Parted(string canonical) =>
        OfYear().Match(canonical) is { Success: true } dated ? (dated.Groups["name"].Value,
            int.Parse(dated.Groups["year"].ValueSpan)) : (canonical, null);

    /// <summary>The year of a column such as <c>population_2024</c>; null for another.</summary>
    public static int? YearOfPopulation(string canonical) => Parted(canonical) is (Population, { } year) ? year : null;

    public static bool IsPopulation(string canonical) => Parted(canonical).Figure == Population;

    /// <summary>Whether a column is a year and nothing else.</summary>
    public static bool IsYear(string canonical) => Parted(canonical) is ("", not null);

    public static bool IsRemark(string canonical) => Remarks.Contains(canonical);

    /// <summary>Whether a table with a row for each place may have the column.</summary>
    public static bool IsKnown(string canonical) => Places.Contains(canonical) || FigureOf(Parted(canonical).Figure) is not null;

    /// <summary>What a column can be called, for a suggestion.</summary>
    public static IReadOnlyList<string> All => [.. Places, Population, .. Catalogue.All.Select(p => p.Id)];

    /// <summary>What a column can be called where every row holds a figure.</summary>
    public static ImmutableArray<string> OfFigureRows { get; } = [Code, Name, Figure, Value, Tolerance, PriceYear, .. Remarks];

    /// <summary>The figure that was probably meant, as a sentence; see <see cref="Scenarios.DidYouMean"/>.</summary>
    public static string DidYouMean(string written) =>
        Scenarios.DidYouMean.Closest(Plain(written), [.. Known.SelectMany(known => known.Words)]) is { } word
            ? $" Did you mean '{Word(word)}'?" : Scenarios.DidYouMean.Of(written, All);

    private static string Plain(string name) =>
        string.Concat(Letters.Plain(name).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string? Word(string name)
    {
        var plain = Plain(name);
        return OfFigureRows.Concat(Places).Append(Population).FirstOrDefault(column => column.Replace("_", "",
            StringComparison.Ordinal) == plain)
            ?? Known.FirstOrDefault(known => known.Words.Contains(plain)).Column;
    }
}
