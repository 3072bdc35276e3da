using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Tests.Scenarios.Errors;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>What people write in scenario files: it is read as it was meant, or told at its place.</summary>
public sealed class WrittenTests : IDisposable
{
    private const string Head =
        "id: my-cut\nextends: baseline\ntitle: My cut\nquestion: What if?\nexpect: [{ indicator: people.reach, gt: 0 }]\n";

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("ward.beds: 1\u00A0000 beds", Codes.OutOfRange, "'1\u00A0000 beds'", "U+00A0 parts thousands")]
    [InlineData("ward.beds: １２ beds", Codes.NotANumber, "Did you mean '12 beds'?", "full width")]
    [InlineData("ward.beds: １２ ｂｅｄｓ", Codes.NotANumber, "Did you mean '12 beds'?", "full width throughout")]
    [InlineData("ward.beds: ١٢ beds", Codes.NotANumber, "Did you mean '12 beds'?", "Arabic-Indic")]
    [InlineData("ward.beds: १२ beds", Codes.NotANumber, "Did you mean '12 beds'?", "Devanagari")]
    [InlineData("ward.beds: 1２ beds", Codes.NotANumber, "Did you mean '12 beds'?", "mixed")]
    [InlineData("ward.beds: Ⅻ beds", Codes.NotANumber, "'Ⅻ beds'", "a Roman numeral")]
    [InlineData("ward.beds: ½ beds", Codes.NotANumber, "'½ beds'", "a fraction")]
    [InlineData("ward.beds: 0x10 beds", Codes.WrongUnit, "'0x10 beds' is not a value such as", "hexadecimal")]
    [InlineData("ward.beds: 1e400 beds", Codes.NotANumber, "too large", "beyond all numbers")]
    [InlineData("ward.beds: .inf", Codes.NotANumber, "not a finite number", "infinity")]
    [InlineData("ward.beds: NaN beds", Codes.NotANumber, "not a finite number", "no number")]
    [InlineData("ward.beds: 12,5 beds", Codes.NotANumber, "Did you mean '12.5 beds'?", "a decimal comma")]
    [InlineData("ward.beds: 1.2.3 beds", Codes.WrongUnit, "", "two points")]
    [InlineData("ward.beds: --12 beds", Codes.NotANumber, "", "two signs")]
    [InlineData("ward.beds: \u221212 beds", Codes.OutOfRange, "'\u221212 beds' is outside", "a minus of word processors")]
    [InlineData("committee.meetingsPerYear: -3", Codes.OutOfRange, "outside", "nothing that fails next is suggested")]
    [InlineData("services.clinicPosts: 1.000 posts", Codes.OutOfRange, "Did you mean '1000 posts'?", "thousands with a point")]
    public void AValueThatCannotBeMeantIsTold(string line, string code, string told, string why) =>
        Assert.True(Told($"{Head}parameters:\n  {line}\n").Any(l => l.Contains($" {code} ") && l.Contains(told)),
            $"{why}: {string.Join('\n', Told($"{Head}parameters:\n  {line}\n"))}");

    [Fact]
    public void WhatIsOfferedForALeverCanChangeAtADate()
    {
        var fixedIds = Catalogue.All.Where(p => p.Role == Role.Structural).Select(p => p.Id).ToArray();
        foreach (var id in fixedIds)
        {
            var told =
                Told($"{Head}interventions:\n  - {{ id: x, lever: {id[..^2]}, change: {{ multiply: 0.9 }}, at: 2003-01 }}\n");
            Assert.DoesNotContain(told, line => fixedIds.Any(other => line.Contains($"Did you mean '{other}'?")));
        }
    }

    [Theory]
    [InlineData("12 beds", 12)]
    [InlineData("12\u00A0beds", 12)]
    [InlineData("+12 beds", 12)]
    [InlineData("1_2 beds", null)]
    [InlineData("\u200E12 beds\u200F", 12)]
    [InlineData("\uFEFF12 beds", 12)]
    [InlineData("1.2e1 beds", 12)]
    [InlineData("12\u2009beds", 12)]
    public void ValuesAreReadHoweverBlanksAndMarksComeAlong(string written, int? beds)
    {
        var text = $"{Head}parameters:\n  ward.beds: \"{written}\"\n";

        if (beds is null)
            Assert.Contains(Told(text), line => line.Contains(" error "));
        else
            Assert.Equal(beds.Value, Read(text).Blueprint.Parameters.Ward.Beds);
    }

    [Theory]
    [InlineData("-12 %", .88)]
    [InlineData("88 %", .88)]
    [InlineData("0.88", .88)]
    [InlineData("+10 %", 1.1)]
    [InlineData("\u221212 %", .88)]
    [InlineData("0.12", .12)]
    [InlineData("0 %", 0)]
    public void AFactorIsWhatIsLeftOrTheChangeWithItsSign(string factor, double expected) =>
        Assert.Equal(expected, Read(Cut(factor)).Blueprint.Interventions.Single(i => i.Id == "cut").Value, 12);

    [Theory]
    [InlineData("12 %", "write '-12 %' or '88 %'; for 12 % of it write '0.12'")]
    [InlineData("-0.2", "Did you mean '0.8'")]
    [InlineData("-120 %", "more than there is")]
    [InlineData("49.5 %", "'-49.5 %' or '50.5 %'")]
    public void AFactorThatMayMeanTheOppositeIsTold(string factor, string told) =>
        Assert.Contains(Told(Cut(factor)), line => line.Contains(told));

    [Theory]
    [InlineData("title: Cut pasted\vfrom Word", "a vertical tab (U+000B)")]
    [InlineData("title: Cut\fon page two", "a page break (U+000C)")]
    [InlineData("title: Cut \u001B[31mred", "an escape character (U+001B)")]
    [InlineData("title: \"Cut \\e[31mred\"", "an escape character (U+001B)")]
    [InlineData("title: \"Cut \\x07\"", "a control character (U+0007)")]
    [InlineData("title: Cut\u007F", "a control character (U+007F)")]
    [InlineData("title: Cut\u009Bm", "a control character (U+009B)")]
    [InlineData("title: Cut\u0085now", "another kind (U+0085)")]
    [InlineData("title: Cut\u2028now", "another kind (U+2028)")]
    [InlineData("title: Cut \u202Egnitide", "turns the direction of text (U+202E)")]
    [InlineData("# a comment \u001B]0;x\u0007\ntitle: Cut", "an escape character (U+001B)")]
    public void WhatNobodySeesIsTold(string title, string told) =>
        Assert.Contains(Told(Head.Replace("title: My cut", title)),
            line => line.Contains(Codes.BadCharacter) && line.Contains(told));

    [Fact]
    public void AVerticalTabIsToldAtItsPlace() =>
        Assert.Contains(Told(Head.Replace("title: My cut", "title: My\vcut")),
            line => line.StartsWith("my-cut.yaml:3:10 error", StringComparison.Ordinal));

    [Theory]
    [InlineData("title: % cut", "starts with '%'")]
    [InlineData("title: @home", "starts with '@'")]
    [InlineData("title: `cut`", "starts with '`'")]
    [InlineData("title: ] cut", "starts with ']'")]
    public void AValueThatStartsWithAReservedSignIsToldToNeedQuotes(string title, string told) =>
        Assert.Contains(Told(Head.Replace("title: My cut", title)), line => line.Contains(told));

    [Theory]
    [InlineData("title: Cut #2 of 3", true)]
    [InlineData("title: \"Cut #2 of 3\"", false)]
    [InlineData("title: Cut # to be named", false)]
    [InlineData("title: Cut#2", false)]
    public void ATextThatIsCutAtANumberSignIsTold(string title, bool isCut) =>
        Assert.Equal(isCut, Told(Head.Replace("title: My cut", title)).Any(line => line.Contains($" warning {Codes.Comment} ")));

    [Theory]
    [InlineData("../../../../escape-a")]
    [InlineData("../escape-b")]
    [InlineData("/etc/cron.d/x")]
    [InlineData("12/34")]
    [InlineData(@"C:\\temp")]
    [InlineData(@"\\\\host\\share")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a.b")]
    [InlineData("nul")]
    [InlineData("COM1")]
    [InlineData("a\\nb")]
    [InlineData("a\\n")]
    [InlineData("~root")]
    [InlineData("$HOME")]
    [InlineData("a:b")]
    [InlineData(" a")]
    [InlineData("１２")]
    [InlineData("0123456789012345678901234567890123456789-long")]
    public void ACodeThatCouldLeadElsewhereIsRefused(string code) =>
        Assert.Contains(Told(World(code)), line => line.Contains($" error {Codes.BadCode} "));

    [Theory]
    [InlineData("0180")]
    [InlineData("Örebro 1")]
    [InlineData("a_b-c")]
    public void AUsualCodeIsTaken(string code) => Assert.DoesNotContain(Told(World(code)), line => line.Contains(" error "));

    [Theory]
    [InlineData("My Cut", "my-cut")]
    [InlineData("öst", "ost")]
    [InlineData("o\u0308st", "ost")]
    [InlineData("../up", "up")]
    [InlineData("nul", "my-nul")]
    [InlineData("\"cut\\n\"", "cut")]
    public void AnIdThatIsNoneIsToldWithTheNearest(string id, string nearest) =>
        Assert.Contains(Told(Head.Replace("id: my-cut", $"id: {id}")),
            line => line.Contains($" error {Codes.BadId} ") && line.Contains($"'{nearest}'"));

    [Fact]
    public void ATitleOverSeveralLinesIsOne() =>
        Assert.Equal("My long cut", Read(Head.Replace("title: My cut", "title: |\n  My long\n  cut\n")).Title);

    [Theory]
    [InlineData("Öst.yaml", "id: ost", "title: Öst")]
    [InlineData("O\u0308st.yaml", "id: ost", "title: Öst")]
    [InlineData("LSS och ACT.yaml", "id: lss-och-act", "title: LSS och ACT")]
    [InlineData("my-cut.yaml", "id: my-cut", "title: My cut")]
    [InlineData("con.yaml", "id: my-con", "title: Con")]
    public void AFileThatIsBegunKeepsTheLettersOfItsName(string file, string id, string title)
    {
        var lines = ScenarioWriter.Init(place[file]).Text.Split('\n');

        Assert.Contains(id, lines);
        Assert.Contains(title, lines);
    }

    [Fact]
    public void DecomposedLettersNameTheSamePlaceAndFile()
    {
        File.WriteAllText(place["Öst.yaml"], Head.Replace("my-cut", "ost"));
        File.WriteAllText(place["child.yaml"],
            Head.Replace("my-cut", "child").Replace("extends: baseline", "extends: O\u0308st"));

        Assert.Equal("Örebro", Municipalities.Find("O\u0308rebro").Name);
        Assert.Equal("ost", ScenarioReader.Read(place["O\u0308st.yaml"]).Id);
        Assert.Equal("child", ScenarioReader.Read(place["child.yaml"]).Id);
    }

    [Fact]
    public void AShorterHorizonIsOneNote() =>
        Assert.Single(Told($"{Head}horizon: {{ from: 1995-01, to: 1997-12 }}\n"), line => line.Contains(Codes.OutsideHorizon));

    [Fact]
    public void ChangesTogetherAreJudgedByTheValueThatTheyMake()
    {
        var told = Told($$"""
            {{Head}}horizon: { from: 1995-01, to: 1998-12 }
            interventions:
              - { id: a, lever: ward.beds, change: { add: -10 beds }, at: 1996-01 }
              - { id: b, lever: ward.beds, change: { add: -10 beds }, at: 1996-07 }
              - { id: c, lever: funding.controllable.county, change: { multiply: 1.9 }, at: 1996-07 }
              - { id: d, lever: funding.controllable.county, change: { multiply: 1.9 }, at: 1997-01 }
              - { id: e, lever: placement.municipalShare, change: { add: 25 % }, at: 1997-01 }
              - { id: f, lever: placement.municipalShare, change: { add: 25 % }, at: 1997-07 }
            """).Where(line => line.Contains(" error ")).ToArray();

        Assert.Equal(3, told.Length);
        Assert.All(
            [(told[0], "In 1996-07 ward.beds is -4 beds", "'a'", "'b'"),
                (told[1], "In 1997-01 funding.controllable.county", "'c'", "'d'"),
                (told[2], "In 1997-07 placement.municipalShare", "'e'", "'f'")],
            one => Assert.True(one.Item1.Contains(one.Item2) && one.Item1.Contains(one.Item3) && one.Item1.Contains(one.Item4),
                one.Item1));
    }

    [Theory]
    [InlineData("at: 1996-01, until: 1996-06", "at: 1996-07", false)]
    [InlineData("at: 1996-01, until: 1996-07", "at: 1996-07", true)]
    [InlineData("at: 1996-01, scope: { municipality: \"0001\" }", "at: 1996-01, scope: { county: \"01\" }", true)]
    [InlineData("at: 1996-01, seasons: [jan]", "at: 1996-01, seasons: [jul]", false)]
    [InlineData("at: 1996-01, ramp: { over: 10 years }", "at: 1996-01, ramp: { over: 10 years }", false)]
    [InlineData("at: 1996-01, ramp: { over: 1 years }", "at: 1996-01, ramp: { over: 1 years }", true)]
    public void WhatIsNotInForceAtOnceDoesNotAddUp(string first, string second, bool leaves)
    {
        var told = Told($$"""
            {{Head}}horizon: { from: 1995-01, to: 1998-12 }
            world: { counties: [{ code: "01", name: County, municipalities: [{ code: "0001", name: Ours, population: 96000 }] }] }
            interventions:
              - { id: a, lever: ward.beds, change: { add: -10 beds }, {{first}} }
              - { id: b, lever: ward.beds, change: { add: -10 beds }, {{second}} }
            """);

        Assert.Equal(leaves, told.Any(line => line.Contains(" error ")));
    }

    [Fact]
    public void AChangeThatIsRestoredInTimeIsInOrder() =>
        Assert.DoesNotContain(
            Told($"{Head}interventions:\n  - {{ id: a, lever: ward.beds, change: {{ add: 80 beds }}, at: 1996-01 }}\n  - {{ id: "
                + $"b, lever: ward.beds, change: {{ add: -20 beds }}, at: 1996-01 }}\n"), line => line.Contains(" error "));

    private static string Cut(string factor) =>
        $"{Head}interventions:\n  - id: cut\n    lever: funding.controllable.county\n    change: {{ multiply: {factor} }}\n    "
            + "at: 2003-01\n";

    private static string World(string code) =>
        $"{Head}world:\n  counties:\n    - code: A\n      name: A\n      municipalities:\n        - {{ code: \"{code}\", name: "
            + $"One, population: 20000 }}\n        - {{ code: other, name: Two, population: 20000 }}\n";

    private static string[] Told(string yaml) => Telling.Of(new GalleryCase("", yaml));

    private Scenario Read(string yaml)
    {
        File.WriteAllText(place["my-cut.yaml"], yaml);
        return ScenarioReader.Read(place["my-cut.yaml"]);
    }
}
