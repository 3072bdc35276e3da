using System.Globalization;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Words;
using Samverkan.Runs.Tables;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios;

/// <summary>
/// A table of one's own to fill in: a row for each figure of each municipality, with what the program would assume. What stays
/// empty
/// is assumed. The program reads it as it stands.
/// </summary>
public static class TableTemplate
{
    private const int YearsBefore = 5, YearsAfter = 10;
    private const string Assumed = "assumed";

    private static readonly string[] ByYear =
    [
        "funding.firstFrame.county", "funding.firstFrame.municipality", "ward.beds", "services.clinicPosts",
            "services.officePosts",
        "services.housingPlaces",
    ];

    /// <summary>What places observe and publish, and what the model reports by the same name.</summary>
    private static readonly Indicator[] Observed =
    [
        .. new[]
        {
            "people.inService", "people.waiting", "people.waitMedian", "people.dropouts", "ward.bedDays", "ward.delayedDays",
            "ward.readmissions", "staff.turnover", "staff.vacancy", "money.countyCost", "money.municipalCost",
        }.Select(IndicatorCatalogue.Find).OfType<Indicator>(),
    ];

    /// <summary>Whether a name is that of a workbook; else it is a CSV file.</summary>
    public static bool IsWorkbook(string path) => Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The file to fill in for the places of a world, as a workbook of three sheets or as one CSV table.</summary>
    /// <param name="path">Its name says which; nothing is written.</param>
    /// <param name="map">Counties with their municipalities.</param>
    /// <param name="world">What would be assumed, from its first reported month.</param>
    internal static byte[] Of(string path, IReadOnlyList<CountyOnMap> map, Blueprint world)
    {
        var sheets = new[] { Now(map, world), Years(map, world), Outcomes(map, world) };
        return IsWorkbook(path) ? SheetFile.Workbook(sheets) : SheetFile.Csv(Joined(sheets));
    }

    private static WrittenSheet Now(IReadOnlyList<CountyOnMap> map, Blueprint world) => Sheet(
        "Figures", [TableColumns.Code, TableColumns.Name, TableColumns.Figure, "meaning", "unit", Assumed, TableColumns.Value,
            "source"],
        [
            .. Places(map).SelectMany(place => PlaceFigures.Of(world).Select(parameter => new object?[]
            {
                place.Code, place.Name, parameter.Id, Localized.Of(PlaceFigures.Name(parameter)), UnitOf(parameter),
                PlaceFigures.Value(parameter, place, world) is { } value ? Math.Round(value, 4)
                    : Localized.Of(PlaceFigures.WithoutValue(parameter)),
                null, null,
            })),
        ]);

    private static WrittenSheet Years(IReadOnlyList<CountyOnMap> map, Blueprint world)
    {
        int[] years = [.. Enumerable.Range(world.From.Year - YearsBefore, YearsBefore + YearsAfter)];
        return Sheet(
            "By year", [TableColumns.Code, TableColumns.Name, TableColumns.Figure, "unit", "note", .. years.Select(Text)],
            [
                .. Places(map).SelectMany(place => ByYear.Select(id => Catalogue.Get(id))
                    .Select(p => Row(place, p.Id, UnitOf(p), Localized.Of("from January of the year; the last for good"), years))
                    .Prepend(Row(place, TableColumns.Population, Localized.Of("persons"), Inhabitants(place), years))),
            ]);
    }

    private static WrittenSheet Outcomes(IReadOnlyList<CountyOnMap> map, Blueprint world)
    {
        int[] years = [.. Enumerable.Range(world.From.Year - YearsBefore, YearsBefore)];
        return Sheet(
            "Observed", [TableColumns.Code, TableColumns.Name, TableColumns.Figure, "meaning", "unit", TableColumns.Tolerance,
                .. years.Select(Text)],
            [
                .. Places(map).SelectMany(place => Observed.Select(indicator => (object?[])
                    [place.Code, place.Name, indicator.Id, Localized.Of(indicator.Meaning), Localized.Of(indicator.Unit), null,
                        .. years.Select(_ =>
                        (object?)null)])),
            ]);
    }

    /// <param name="columns">As the program knows them; they are written in the reader's language, in which it reads them
    /// too.</param>
    private static WrittenSheet Sheet(string name, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows) =>
        new(Localized.Of(name), [.. columns.Select(Localized.Of)], rows);

    // One table has room for all: a column for each name.
    private static WrittenSheet Joined(IReadOnlyList<WrittenSheet> sheets)
    {
        string[] header = [.. sheets.SelectMany(sheet => sheet.Header).Distinct().OrderBy(name => TableColumns.IsYear(name))];
        return new(
            "", header,
            [.. sheets.SelectMany(sheet => sheet.Rows.Select(row => header.Select(name => In(sheet, row, name)).ToArray()))]);

        static object? In(WrittenSheet sheet, object?[] row, string name) =>
            sheet.Header.Select((column, at) => (column, at)).Where(c => c.column == name).Select(c =>
                row[c.at]).FirstOrDefault();
    }

    private static object?[] Row(MunicipalityOnMap place, string figure, string unit, string note, int[] years) =>
        [place.Code, place.Name, figure, unit, note, .. years.Select(_ => (object?)null)];

    private static IEnumerable<MunicipalityOnMap> Places(IEnumerable<CountyOnMap> map) => map.SelectMany(county =>
        county.Municipalities);

    private static string Inhabitants(MunicipalityOnMap place) => place.OverTime is { } counts
        ? Localized.Of(
            $"if empty: Statistics Sweden, {Count(counts.Counts[^1].Persons)} at the end of {Text(counts.Counts[^1].Year)}")
        : Localized.Of($"if empty: {Count(place.Population)}");

    private static string Count(int persons) => persons.ToString("N0", CultureInfo.InvariantCulture).Replace(',', ' ');

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    private static string UnitOf(ParameterInfo parameter) => Localized.Of(parameter.Measure == Measure.Switch ? "on or off"
        : Units.Of(parameter.Measure).First(unit => unit.Factor == 1).Text is { Length: > 0 } text ? text
        : Units.InWords(parameter.Measure));
}
