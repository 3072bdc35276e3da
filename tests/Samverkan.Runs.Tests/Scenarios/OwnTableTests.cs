using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;
using Samverkan.Model;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>A municipality's own table as it has it: a workbook of several sheets, or a CSV file of Swedish Excel.</summary>
public sealed partial class OwnTableTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void AWorkbookOfSeveralSheetsIsReadWithItsYears()
    {
        var scenario = Read(Workbook(
            ("Läs mig", [["Tack för hjälpen"], ["Frågor till förvaltningen"]]),
            ("Kommuner", [["Kommunkod", "Kommun", "Vårdplatser"], [581.0, "Norrköping", 21.0]]),
            ("Ramar", [["Uppgift", 2025.0, 2026.0, 2027.0], ["Ram region", 90e6, 95e6, 98e6], ["Ram kommun", "", "120 MSEK/yr",
                "117,5 MSEK/yr"]]),
            ("Folkmängd", [["Kommun", 2020.0, 2025.0], ["Norrköpings kommun", 143_000.0, 146_000.0]])));

        var norrköping = Assert.Single(scenario.Blueprint.Counties.Single().Municipalities);
        Assert.Equal(("0581", "Norrköping", "05"), (norrköping.Code, norrköping.Name, scenario.Blueprint.Counties.Single().Code));
        Assert.Equal([2020, 2025], norrköping.OverTime!.Counts.Select(count => count.Year));
        Assert.Equal([("funding.frameDecided.county", 98e6, Month.Of(2027)), ("funding.frameDecided.municipality", 117.5e6,
            Month.Of(2027))],
            Own(scenario, Month.Of(2027)));
        Assert.Equal(95e6, Own(scenario, Month.Of(2026)).Single(one => one.Parameter == "funding.firstFrame.county").Value);
        Assert.Contains(scenario.Findings, finding => finding is { Code: Codes.NotUsed } && finding.File.EndsWith("!Läs mig",
            StringComparison.Ordinal));
        Assert.Contains(scenario.Findings, finding => finding is { Code: Codes.TakenFromTable });
    }

    [Fact]
    public void ATextTableOfSwedishExcelWithARowForEachFigureIsRead()
    {
        var text = "Kommun;Uppgift;Antaget;Värde;2028;Anmärkning\r\n"
            + "Östersund;Vårdplatser;10,9;12,5;11;\r\nÖstersund;Tjänster "
                + "öppenvård;19,7;22;;räknade\r\nÖstersund;services.officePosts;19,7;;;\r\n";
        var scenario = Read(Encoding.Latin1.GetBytes(text), "own.csv");

        var östersund = scenario.Blueprint.Counties.Single().Municipalities.Single();
        Assert.Equal("2380", östersund.Code);
        Assert.Equal(["ward.beds", "services.clinicPosts"], Own(scenario, Month.Of(2026)).Select(one => one.Parameter));
        Assert.Equal(12.5, Here(scenario, Month.Of(2026), "ward.beds"), 9);
        Assert.Equal(11, Here(scenario, Month.Of(2028), "ward.beds"), 9);
        Assert.Contains("services.officePosts", scenario.ScaledFromCase);
    }

    [Fact]
    public void FiguresOfThePlaceHaveNamesAndDigitsThatTellThemApart()
    {
        var scenario = Read(
            "Kommun;team.turnover;Ram region;Ram kommun\r\nÖstersund;12,5 %/år;96,4 mnkr/år;71,2 mnkr/år\r\n"u8.ToArray(),
            "own.csv");
        var figures = PlaceFigures.Of(scenario);

        Assert.Equal("1.0417 %/month", figures.Single(figure => figure.Id == "team.turnover").Value);
        Assert.Equal("826.67 kSEK/yr", figures.Single(figure => figure.Id == "cost.post").Value);
        Assert.Equal(["the county's frame of the first year", "the municipality's frame of the first year"],
            figures.Where(figure => figure.Id.StartsWith("funding.firstFrame.", StringComparison.Ordinal))
                .Select(figure => figure.Meaning));
        Assert.Equal(figures.Length, figures.Select(figure => figure.Meaning).Distinct().Count());
    }

    [Fact]
    public void WhatAMunicipalityOfSwedenDoesNotSayIsReal()
    {
        var scenario = Read("Kommun;Vårdplatser\r\nUmeå;18\r\n"u8.ToArray(), "own.csv");

        var umeå = scenario.Blueprint.Counties.Single().Municipalities.Single();
        Assert.Equal(("2480", 2024, "Västerbotten"), (umeå.Code, umeå.OverTime!.Counts[^1].Year,
            scenario.Blueprint.Counties.Single().Name));
    }

    [Theory]
    [InlineData("Kommun;Uppgift;Värde\nUmeå;Vårplatser;18", "neither a parameter nor an indicator. Did you mean 'ward.beds'?")]
    [InlineData("Kommun;Uppgift;Värde\nUmea by;ward.beds;18", "is no municipality of this table, nor one of Sweden")]
    [InlineData("Kommun;Uppgift;Värde\nNorköping;ward.beds;18", "nor one of Sweden. Did you mean 'Norrköping'?")]
    [InlineData("Kommun,Uppgift,Värde\nUmeå,ward.beds,18,5", "'5' stands in column 4, which has no heading")]
    [InlineData("Kommun;Uppgift;;Värde\nUmeå;ward.beds;7;18", "'7' stands in column 3, which has no heading")]
    [InlineData("Kommun;;Vårdplatser\nUmeå;7;18", "'7' stands in column 2, which has no heading")]
    [InlineData("Kommunkod;Kommun;Vårdplatser\n0580;Norrköping;18", "0580 is Linköping, and Norrköping is 0581")]
    [InlineData("Kommunkod;Kommun;Uppgift;Värde\n0580;Norrköping;ward.beds;18", "0580 is Linköping, and Norrköping is 0581")]
    [InlineData("Kommun;Vårdplatser\nUmeå;18\nHela länet;40", "'Hela länet' is no municipality of Sweden.")]
    [InlineData("Underlag;\nKommun;Vårdplatser\nUmeå;18", "The first row names neither municipalities")]
    [InlineData("Kommun;Vårdplatser\nUmeå;-1", "'-1 beds (-0.7")]
    [InlineData("Uppgift;Värde\nward.beds;18", "does not say which municipality")]
    [InlineData("Kommun;Uppgift;Värde;valeu\nUmeå;ward.beds;18;2", "Did you mean 'value'?")]
    [InlineData("Kommun;Uppgift;Värde\nUmeå;ward.beds;18\nUmeå;Vårdplatser;19", "stands here a second time")]
    [InlineData("Kommun;2027\nUmeå;18", "neither a column 'figure' nor a sheet")]
    [InlineData("Kommun;Uppgift;Värde\nUmeå;people.inService;500", "is observed in a year")]
    [InlineData("Kommun;Uppgift;Värde\nUmeå;;500", "does not say which figure")]
    public void WhatCannotBeMeantIsToldAtItsPlace(string text, string told) => Assert.Contains(
        Assert.Throws<ScenarioErrors>(() => Read(Encoding.UTF8.GetBytes(text), "own.csv")).Findings, finding =>
            finding.Message.Contains(told) && finding.Line > 0);

    [Fact]
    public void AColumnWithoutAHeadingMayBeEmpty() =>
        Assert.Equal(18, Here(Read("Kommun;;Vårdplatser\nUmeå;;18"u8.ToArray(), "own.csv"), Month.Of(2026), "ward.beds"), 9);

    [Fact]
    public void AHiddenSheetIsNotRead()
    {
        var scenario = Read(Workbook("Förra året",
            ("Kommuner", [["Kommun", "Uppgift", "Värde"], ["Umeå", "ward.beds", 18.0]]),
            ("Förra året", [["Kommun", "Uppgift", "Värde"], ["Umeå", "committee.meetingsPerYear", 2.0]])));

        Assert.Equal(["ward.beds"], Own(scenario, Month.Of(2026)).Select(one => one.Parameter));
    }

    [Theory]
    [InlineData("<x:f>10+8</x:f>", "has no value yet")]
    [InlineData("<x:f>10+8</x:f><x:v>18</x:v>", null)]
    public void AFormulaThatNobodyComputedIsToldOf(string cell, string? told)
    {
        var bytes = Workbook(("Blad1", [["Kommun", "Uppgift", "Värde"], ["Umeå", "ward.beds", 18.0]]));
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.Entries.Single(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal));
            string xml;
            using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
            Assert.Matches(ValueOfC2(), xml);
            using var writer = new StreamWriter(entry.Open());
            writer.BaseStream.SetLength(0);
            writer.Write(ValueOfC2().Replace(xml, $"$1{cell}$2"));
        }

        if (told is null)
            Assert.Equal(18, Here(Read(stream.ToArray()), Month.Of(2026), "ward.beds"), 9);
        else
            Assert.Contains(Assert.Throws<ScenarioErrors>(() => Read(stream.ToArray())).Findings, f => f.Message.Contains(told)
                && f.Message.Contains("C2"));
    }

    [GeneratedRegex("(<x:c r=\"C2\"[^>]*>).*?(</x:c>)")]
    private static partial Regex ValueOfC2();

    [Fact]
    public void PostsOfLaterYearsAreSaidNotToBeUsed() => Assert.Contains(
        Read("Kommun;Uppgift;2026;2030\nUmeå;services.clinicPosts;30;40"u8.ToArray(), "own.csv").Findings,
        finding => finding is { Code: Codes.NotUsed, Severity: Severity.Note }
            && finding.Message.Contains("services.clinicPosts of 2030"));

    [Theory]
    [InlineData("own.xlsx", Localized.English)]
    [InlineData("own.xlsx", Localized.Swedish)]
    [InlineData("own.csv", Localized.English)]
    [InlineData("own.csv", Localized.Swedish)]
    public void TheTableToFillInIsReadAsItStandsAndWithAFigureInIt(string name, string language)
    {
        using var told = Localized.In(language);
        var norrköping = Municipalities.One("Norrköping") with { Table = name };
        var bytes = ScenarioWriter.TableToFillIn(name, "today", norrköping);
        Assert.DoesNotContain(Read(bytes, name).Findings, finding => finding.Code == Codes.TakenFromTable);
        if (name.EndsWith(".csv", StringComparison.Ordinal))
        {
            var filled = string.Join("\r\n", Encoding.UTF8.GetString(bytes).Split("\r\n").Select(line =>
                line.Contains(";ward.beds;v", StringComparison.Ordinal) || line.Contains(";ward.beds;w", StringComparison.Ordinal)
                ? line.Replace(";;;", ";17,5;;",
                    StringComparison.Ordinal) : line));
            Assert.Equal(17.5, Here(Read(Encoding.UTF8.GetBytes(filled), name), Month.Of(2026), "ward.beds"), 9);
        }
    }

    [Fact]
    public void ATableForACountyHasEachOfItsMunicipalities()
    {
        var county = Municipalities.WholeCounty("Östergötlands län");
        var scenario = Read(ScenarioWriter.TableToFillIn("own.csv", "today", county with { Table = "own.csv" }), "own.csv");

        Assert.Equal(13, scenario.Blueprint.Counties.Single().Municipalities.Length);
        File.WriteAllText(place["county.yaml"], ScenarioWriter.Init(place["county.yaml"], "today", county).Text);
        Assert.Equal(13, ScenarioReader.Read(place["county.yaml"]).Blueprint.Counties.Single().Municipalities.Length);
    }

    private static (string Parameter, double Value, Month At)[] Own(Scenario scenario, Month at) =>
    [
        .. scenario.Blueprint.Interventions.Where(i => i.Id.StartsWith("own-figure/", StringComparison.Ordinal) && i.At == at)
            .Select(i => (i.Parameter, i.Value, i.At!.Value)),
    ];

    // What the model makes of a figure in the place.
    private static double Here(Scenario scenario, Month at, string parameter)
    {
        var municipality = scenario.Blueprint.Counties.Single().Municipalities.Single();
        var value = scenario.Blueprint.Interventions.Single(i => i.Parameter == parameter && i.At == at
            && i.Operation == Operation.Set
            && i.Id.StartsWith("own-figure/", StringComparison.Ordinal)).Value;
        return value * municipality.Population * municipality.GrowthUntil(at, scenario.Blueprint.Begins) / 96_000;
    }

    private static byte[] Workbook(params (string Name, object[][] Rows)[] sheets) => Workbook(null, sheets);

    private static byte[] Workbook(string? hidden, params (string Name, object[][] Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(
            sheets.ToDictionary(
                sheet => sheet.Name,
                object (sheet) => sheet.Rows.Select(row => row.Select((cell, i) => (Key: $"{i}", cell)).ToDictionary(pair =>
                    pair.Key, pair => pair.cell))),
            printHeader: false, configuration: hidden is null ? null : new OpenXmlConfiguration
            {
                DynamicSheets = [new(hidden) { Name = hidden, State = SheetState.Hidden }],
            });
        return stream.ToArray();
    }

    private Scenario Read(byte[] table, string name = "own.xlsx")
    {
        File.WriteAllBytes(place[name], table);
        File.WriteAllText(place["own.yaml"], $"""
            id: own
            extends: today
            title: Our own table
            question: What of our table?
            world: {"{"} table: {name} {"}"}
            expect: [{"{"} indicator: people.reach, gt: 0 {"}"}]
            """);
        return ScenarioReader.Read(place["own.yaml"]);
    }
}
