using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Words;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class WriterTests
{
    private static Scenario Written(Func<string, string> edit, string? municipality = null, string from = "baseline")
    {
        var folder = Directory.CreateTempSubdirectory("samverkan").FullName;
        try
        {
            var path = Path.Combine(folder, "my-cut.yaml");
            File.WriteAllText(path, edit(ScenarioWriter.Init(path, from, municipality is null ? null
                : Municipalities.One(municipality)).Text));
            return ScenarioReader.Read(path);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Paths.Library!, "*.yaml")
        .Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void AFreshFileIsWithoutErrorAndAsksAQuestion()
    {
        var scenario = Written(text => text);

        Assert.Empty(scenario.Findings);
        Assert.Equal(["the county's controllable frame -10 % from January 2003"],
            ScenarioDiff.InWords(ScenarioReader.Read("baseline"), scenario).Lines);
    }

    /// <summary>Whatever the file is called: its name becomes the id and the title.</summary>
    [Theory]
    [InlineData("% of the county")]
    [InlineData("- less")]
    [InlineData("null")]
    [InlineData("~")]
    [InlineData("true")]
    [InlineData("2003-01")]
    [InlineData("our #2: 'x'")]
    [InlineData("Öst {2}")]
    [InlineData("Łódź")]
    public void AFreshFileIsWithoutErrorWhateverItsName(string name)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan").FullName;
        try
        {
            var path = Path.Combine(folder, name + ".yaml");
            File.WriteAllText(path, ScenarioWriter.Init(path, "baseline", null).Text);

            Assert.Empty(ScenarioReader.Read(path).Findings);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void AFreshFileFromAWhatIfIsThatWhatIf(string whatIf)
    {
        var scenario = Written(text => text, from: whatIf);

        Assert.DoesNotContain(scenario.Findings, f => f.Severity == Severity.Warning);
        if (ScenarioWriter.Init("my-cut.yaml", whatIf).Base != whatIf)
            Assert.Null(ScenarioDiff.FirstDifference(ScenarioReader.Read(whatIf), scenario));
    }

    [Fact]
    public void OutcomesOfOnesOwnThatAreExpectedGoAlong()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["unequal.yaml"], """
            id: unequal
            extends: funding-cut
            title: Unequal
            question: What?
            parameters: { committee.meetingsPerYear: 4 meetings/yr }
            outcomes: [{ id: spread, expression: "gini([person.unmetNeeds])", better: lower }]
            expect: [{ outcome: spread, vs: baseline, gt: 0 }]
            """);
        File.WriteAllText(place["mine.yaml"], ScenarioWriter.Init(place["mine.yaml"], place["unequal.yaml"]).Text);

        var scenario = ScenarioReader.Read(place["mine.yaml"]);
        Assert.Equal("gini([person.unmetNeeds])", scenario.OwnOutcomes.Single().Expression);
        Assert.Equal("spread", scenario.Expectations.Single().Outcome!.Id);
    }

    [Fact]
    public void ItsChangeIsEditedAndNotMadeTwice()
    {
        var scenario = Written(text => text.Replace("multiply: 0.8", "multiply: 0.7"), from: "funding-cut");

        Assert.Equal(["the county's controllable frame -30 % from January 2003"],
            ScenarioDiff.InWords(ScenarioReader.Read("baseline"), scenario).Lines);
        Assert.All(scenario.Expectations, e => Assert.Equal("baseline", e.Versus));
    }

    [Fact]
    public void OneValueIsEditedToAskAQuestion()
    {
        var scenario = Written(text => text.Replace("multiply: 0.9", "multiply: 0.8"));

        Assert.Equal(["the county's controllable frame -20 % from January 2003"],
            ScenarioDiff.InWords(ScenarioReader.Read("baseline"), scenario).Lines);
    }

    [Fact]
    public void EveryLeverThatIsOfferedCanBeTakenIntoUse()
    {
        var scenario =
            Written(text => string.Join('\n', text.Split('\n')
                .Select(line => line.StartsWith("  # ") && line.Contains(": ") && !line.Contains("...") ? "  " + line[4..]
                    : line)));

        Assert.Null(ScenarioDiff.FirstDifference(Written(text => text), scenario));
    }

    /// <summary>What is not changed is as before, so that whoever changes one value changes nothing else.</summary>
    [Fact]
    public void AfterALivedPastValuesAreThoseOfTheFirstReportedMonth()
    {
        var text = "";
        var scenario = Written(fresh => text = fresh, "linköping", "today");

        Assert.Contains("# Values from January 2026 on", text);
        Assert.Contains($"  # ward.legalDays: {PlaceFigures.InForce(Catalogue.Get("ward.legalDays"), scenario.Blueprint)} days ",
            text);
        Assert.NotEqual(PlaceFigures.InForce(Catalogue.Get("ward.legalDays"), scenario.Blueprint),
            scenario.Blueprint.Parameters.Ward.LegalDays);
        Assert.DoesNotContain("services.clinicPosts", text);
    }

    [Fact]
    public void AFreshFileShowsTheValuesOfItsPlace()
    {
        Assert.NotEqual(Beds("linköping"), Beds("umeå"));

        static string Beds(string municipality)
        {
            var text = "";
            Written(fresh => text = fresh, municipality, "today");
            return text.Split('\n').Single(line => line.StartsWith("  # ward.beds: ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AFreshFileIsInTheLanguageOfWhoeverAsksForIt()
    {
        using var language = Localized.In(Localized.Swedish);

        var scenario = Written(text => text, "linköping", "today");

        Assert.Equal("Vad blir det av samverkan i Linköping?", scenario.Question);
        Assert.DoesNotContain(scenario.Findings, f => f.Severity is Severity.Error or Severity.Warning);
    }

    [Fact]
    public void FromTodayOnAWholeFrameFallsNextYear()
    {
        var scenario = Written(text => text, from: "today");

        Assert.Equal("the county's whole frame -10 % from January 2027",
            Assert.Single(ScenarioDiff.InWords(ScenarioReader.Read("today"), scenario).Lines).Split(" (")[0]);
    }

    [Fact]
    public void AMunicipalityOfOnesOwnIsFoundByItsName()
    {
        var scenario = Written(text => text, "linköping");

        var municipality = Assert.Single(Assert.Single(scenario.Blueprint.Counties).Municipalities);
        Assert.Equal(("0580", "Linköping"), (municipality.Code, municipality.Name));
        Assert.NotEmpty(scenario.ScaledFromCase);
        Assert.DoesNotContain(scenario.Findings, f => f.Severity is Severity.Error or Severity.Warning);
    }

    [Fact]
    public void AMisspeltMunicipalityIsGuessed() =>
        Assert.EndsWith("Did you mean 'Södertälje'?",
            Assert.Throws<ScenarioErrors>(() => Written(t => t, "Södertelje")).Findings[0].Message);

    [Fact]
    public void EveryLeverHasANameForSentences() =>
        Assert.All(Catalogue.All.Where(p => p.Role == Role.Lever), lever => Assert.True(lever.Name is not null, lever.Id));

    [Fact]
    public void EveryNameIsExplained() => Assert.All(Explanation.AllNames, name => Assert.NotNull(Explanation.Of(name)));

    [Fact]
    public void AMisspeltWordOfThatKindIsToldTheNearest() =>
        Assert.Contains("Did you mean 'committee'?", Explanation.Unknown("commitee"));

    [Fact]
    public void AWordExplainsAllThatStartsWithIt() => Assert.Contains("committee.meetingsPerYear", Explanation.Of("committee"));
}
