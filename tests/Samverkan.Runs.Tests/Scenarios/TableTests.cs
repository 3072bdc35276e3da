using System.Text;
using Samverkan.Model.Policies;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>Tables of places as people have them.</summary>
public sealed class TableTests : IDisposable
{
    private const string Columns = "municipality_code,municipality,county_code,county,population";
    private const string Stockholm = Columns + "\n0180,Stockholm,01,Stockholm,96000";

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(Columns
        + ",ward.beds\r\n0180,Stockholms stad,01,Stockholms län,96000,16.5\r\n0181,Södertälje,01,Stockholms län,50000,8\r\n", ',',
        '\0')]
    [InlineData(Columns
        + ",ward.beds\r\n0180,Stockholms stad,01,Stockholms län,96000,16,5\r\n0181,Södertälje,01,Stockholms län,50000,8\r\n", ';',
        '\0')]
    [InlineData(Columns
        + ",ward.beds\r0180,Stockholms stad,01,Stockholms län,96 000,16,5\r0181,Södertälje,01,Stockholms län,50\u00A0000,8\r",
        '\t', '\0')]
    [InlineData(Columns
        + ",ward.beds\n0180,Stockholms stad,01,Stockholms län,96\u202F000,16,5\n0181,Södertälje,01,Stockholms "
        + "län,50\u2009000,8\n,,,,,\n", ';', 's')]
    public void FiguresAreReadHoweverTheTableIsParted(string text, char separator, char stated)
    {
        // The third cell from the end of a row is not parted: its comma is decimal.
        var table = separator == ',' ? text : text.Replace("16,5", "16#5").Replace(',', separator).Replace("16#5", "16,5");
        var scenario = Read((stated == 's' ? $"sep={separator}\r\n" : "\uFEFF") + table);

        Assert.Equal([96_000, 50_000], Inhabitants(scenario));
        Assert.Equal(["Stockholms stad", "Södertälje"], scenario.Blueprint.Counties[0].Municipalities.Select(m => m.Name));
        var beds = scenario.Blueprint.Interventions.Where(i => i.Id.StartsWith("own-figure/", StringComparison.Ordinal)
            && i.Parameter == "ward.beds").Select(i => i.Value).ToArray();
        Assert.Equal([16.5, 8], beds.Zip([96_000d, 50_000d], (value, inhabitants) => value * inhabitants / 96_000)
            .Select(value => Math.Round(value, 9)));
    }

    [Theory]
    [InlineData("Summa,,,,146000")]
    [InlineData(",Totalt,,,146000")]
    [InlineData(",RIKET,,,10000000")]
    [InlineData("Summa:,,,,146000")]
    [InlineData("Totalt")]
    public void ARowOfTotalsIsLeftOutWithANote(string total)
    {
        var scenario = Read($"{Stockholm}\n0181,Södertälje,01,Stockholm,50000\n{total}\n");

        Assert.Equal(146_000, Inhabitants(scenario).Sum());
        Assert.Contains(scenario.Findings, finding => finding is { Severity: Severity.Note, Code: Codes.TotalLeftOut, Line: 4 });
    }

    [Fact]
    public void LineBreaksInQuotesAreOfTheCell() =>
        Assert.Equal([96_000], Inhabitants(Read($"{Columns}\n0180,\"Stockholms\nstad\",01,Stockholm,96000\n")));

    [Fact]
    public void AWindowsTableIsReadAndSaidToBeOne()
    {
        var scenario = Read(Encoding.Latin1.GetBytes($"{Columns}\n2380,Östersund,23,Jämtlands län,64000\n"));

        Assert.Equal(("Östersund", "Jämtlands län"),
            (scenario.Blueprint.Counties[0].Municipalities[0].Name, scenario.Blueprint.Counties[0].Name));
        Assert.Contains(scenario.Findings, finding => finding is { Severity: Severity.Note, Code: Codes.OtherEncoding });
    }

    [Fact]
    public void EmptyColumnsBesideATableAreNoColumns() =>
        Assert.Equal([64_000], Inhabitants(Read($"{Columns.Replace(',', ';')};;\n2380;Östersund;23;Jämtland;64000;;\n;;;;;;\n")));

    [Fact]
    public void CodesAndNamesAreReadWithDecomposedLetters()
    {
        var scenario = Read($"{Columns}\nO\u0308S,O\u0308stersund,23,Ja\u0308mtland,64000");

        Assert.Equal(("ÖS", "Östersund"),
            scenario.Blueprint.Counties[0].Municipalities.Select(one => (one.Code, one.Name)).Single());
    }

    [Fact]
    public void UnicodeTextOfASpreadsheetIsRead() =>
        Assert.Equal([64_000],
            Inhabitants(
                Read([.. Encoding.Unicode.GetPreamble(),
                    .. Encoding.Unicode.GetBytes($"{Columns.Replace(',', '\t')}\r\n2380\tÖstersund\t23\tJämtland\t64000\r\n")])));

    [Theory]
    [InlineData(Columns + ",ward.beds,ward.beds\n180,A,1,C,96000,10,20", Codes.BadTable, "as column 6 and as column 7")]
    [InlineData(Columns + ",population\n0180,A,01,S,96000,5", Codes.BadTable, "as column 5 and as column 6")]
    [InlineData(Columns + ", municipality \n0180,A,01,S,96000,B", Codes.BadTable, "as column 2 and as column 6")]
    [InlineData(Columns + "\n0180,A,01,S,96000\n0181,B,01,T,5000", Codes.DuplicateId, "named 'T' here and 'S' in line 2")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,96.000", Codes.OutOfRange, "Did you mean '96000'?")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,\"96,000\"", Codes.OutOfRange, "Did you mean '96000'?")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,\"1.296,000\"", Codes.OutOfRange, "Did you mean '1296000'?")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,9.6E+04", Codes.OutOfRange, "Did you mean '96000'?")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,0x1770", Codes.WrongUnit, "'0x1770'")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,NaN", Codes.NotANumber, "not a finite number")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,-5", Codes.OutOfRange, "whole number of inhabitants")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,\uFF19\uFF16\uFF10\uFF10\uFF10", Codes.NotANumber,
        "Did you mean '96000'?")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,٩٦٠٠٠", Codes.NotANumber, "Did you mean '96000'?")]
    [InlineData(Columns + "\n0180,Stockholm,01,Stockholm,#REF!", Codes.NotANumber, "'#REF!'")]
    [InlineData(Columns + "\n,Stockholm,01,Stockholm,96000", Codes.BadCode, "no municipality_code")]
    [InlineData(Columns + "\n../0180,Stockholm,01,Stockholm,96000", Codes.BadCode, "'../0180'")]
    [InlineData(Columns + "\n0180,Stockholm,/etc,Stockholm,96000", Codes.BadCode, "'/etc'")]
    [InlineData(Columns + "\nC:\\x,Stockholm,01,Stockholm,96000", Codes.BadCode, @"'C:\x'")]
    [InlineData(Columns + "\nnul,Stockholm,01,Stockholm,96000", Codes.BadCode, "Windows")]
    [InlineData(Columns + "\na,A,01,S,96000\nA,B,01,S,5", Codes.DuplicateId, "the first is in line 2")]
    [InlineData(Columns + "\n0180,\"Stockholm,01,Stockholm,96000", Codes.BadTable, "not closed")]
    [InlineData(Columns + ",Folkmängd\n0180,A,01,S,96000,5", Codes.BadTable, "as column 5 and as column 6")]
    [InlineData(Columns + ",ward.beds,Ward.Beds\n0180,A,01,S,96000,5,5", Codes.BadTable,
        "'ward.beds', column 6, and 'Ward.Beds', column 7")]
    [InlineData(Columns + "\n0180,A,01,S,96000\n0180,A,01,S,96000", Codes.DuplicateId, "the first is in line 2")]
    [InlineData("municipality_code;municipality;county_code;county;population\n0180;A;01;S;96.000,5", Codes.OutOfRange,
        "not a whole number")]
    [InlineData("municipality_code;municipality;county_code;county;population;ward.beds\n0180;A;01;S;96000;1.216,5",
        Codes.NotANumber, "Did you mean '1216.5'?")]
    [InlineData("", Codes.BadTable, "no rows")]
    [InlineData("\uFEFF", Codes.BadTable, "no rows")]
    [InlineData(";;;;\n;;;;", Codes.BadTable, "no rows")]
    public void WhatCannotBeMeantIsToldAtItsPlace(string text, string code, string told) =>
        Assert.Contains(Assert.Throws<ScenarioErrors>(() => Read(text)).Findings,
            finding => finding.Code == code && finding.Message.Contains(told));

    [Fact]
    public void AWorkbookIsToldToBeSavedAsText() =>
        Assert.Contains(Assert.Throws<ScenarioErrors>(() => Read([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00])).Findings,
            finding => finding.Code == Codes.NotText);

    private static IEnumerable<int> Inhabitants(Scenario scenario) =>
        scenario.Blueprint.Counties.SelectMany(county => county.Municipalities).Select(one => one.Population);

    private Scenario Read(string table) => Read(Encoding.UTF8.GetBytes(table));

    private Scenario Read(byte[] table)
    {
        File.WriteAllBytes(place["own.csv"], table);
        File.WriteAllText(place["own.yaml"], """
            id: own
            extends: baseline
            title: Our own table
            question: What of our table?
            horizon: { from: 1995-01, to: 1997-12 }
            world: { table: own.csv }
            expect: [{ indicator: people.reach, gt: 0 }]
            """);
        return ScenarioReader.Read(place["own.yaml"]);
    }
}
