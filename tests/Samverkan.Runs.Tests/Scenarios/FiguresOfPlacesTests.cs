using System.Text.RegularExpressions;
using Samverkan.Model;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>A figure that somebody states for a place is used and shown as it was stated.</summary>
public sealed class FiguresOfPlacesTests
{
    private const string Small =
        "world: { counties: [{ code: '01', name: North, municipalities: [{ code: '0101', name: Ours, population: 48000 }] }] }";
    private const string Large =
        "world: { counties: [{ code: '01', name: North, municipalities: [{ code: '0101', name: Ours, population: 192000 }] }] }";

    private const string Several = "world: { counties: [{ code: '01', name: North, municipalities: ["
        + "{ code: '0101', name: A, population: 24000 }, { code: '0102', name: B, population: 48000 }] }] }";

    [Theory]
    [InlineData(Small, "ward.beds: 12 beds", 24, "ward.beds  12 beds")]
    [InlineData(Large, "services.firstCentres: 3", 1.5, "services.firstCentres  3")]
    [InlineData(Large, "agenda.mostPosts: 4 posts", 2, "agenda.mostPosts  4 posts")]
    [InlineData(Small, "agenda.mostPosts: 4 posts", 4, "agenda.mostPosts  4 posts")]
    [InlineData(Small, "ward.beds: 16 beds per 96 000", 16, "ward.beds  8 beds (16 beds per 96,000 inhabitants)")]
    [InlineData(Several, "ward.beds: 16 beds per 96,000", 16, "ward.beds  16 beds per 96,000")]
    [InlineData(Several, "ward.beds: 0 beds", 0, "ward.beds  0 beds")]
    public void WhatIsStatedIsTheModelsWhenScaledAndIsShownAsStated(string world, string line, double kept, string shown)
    {
        var scenario = Read($"{world}\nparameters:\n  {line}\n");

        Assert.Equal(kept, scenario.Values.Single(v => v.Parameter.Id == line.Split(':')[0]).Value, 9);
        Assert.Contains(shown + "\n", ScenarioView.Effective(scenario));
    }

    [Fact]
    public void WhatIsStatedIsWhatTheRunHas()
    {
        var run = new Simulation(Read($"{Small}\nparameters:\n  ward.beds: 12 beds\n").Blueprint, 1, 1);

        Assert.Equal(12, run.Advance().Observations.Single(o => o.Indicator.Id == "ward.beds").Value);
    }

    [Fact]
    public void ThreeFirstCentresOfALargeMunicipalityAreThree() => Assert.Equal(
        3, NewService.Centres(Read($"{Large}\nparameters:\n  services.firstCentres: 3\n").Blueprint.Parameters, scale: 2));

    [Fact]
    public void WhatIsInheritedFromTheCaseIsScaledAndShownBothWays()
    {
        var scenario = Read(Small + "\n");

        Assert.Contains("to 2.15 MSEK/yr (4.3 MSEK/yr per 96,000 inhabitants)", ScenarioView.Effective(scenario));
    }

    [Fact]
    public void ADifferenceNamesTheFigureAsStatedAndWhatItReplacesBothWays()
    {
        var lines = ScenarioDiff.InWords(ScenarioReader.Read("baseline"), Read($"{Small}\nparameters:\n  ward.beds: 12 beds\n"))
            .Lines;

        Assert.Contains("ward beds: 12 beds instead of 8 beds (16 beds per 96,000 inhabitants)", lines);
    }

    [Theory]
    [InlineData("set: 12 beds", "to 12 beds", 24)]
    [InlineData("add: -2 beds", "-2 beds", -4)]
    [InlineData("multiply: 0.5", "-50 %", .5)]
    public void AnInterventionFollowsTheSameRule(string change, string words, double kept)
    {
        var scenario =
            Read($"{Small}\ninterventions:\n  - {{ id: mine, lever: ward.beds, change: {{ {change} }}, at: 2003-01 }}\n");

        Assert.Equal(kept, scenario.Blueprint.Interventions.Single(i => i.Id == "mine").Value, 9);
        Assert.Contains($"ward beds {words} from January 2003\n", ScenarioView.Effective(scenario));
    }

    [Theory]
    [InlineData("parameters:\n  ward.beds: 12 beds")]
    [InlineData("interventions:\n  - { id: mine, lever: ward.beds, change: { add: 2 beds }, at: 2003-01 }")]
    public void ABareFigureForSeveralPlacesIsAnErrorThatSaysWhatToWrite(string lines)
    {
        var error = Assert.Single(Assert.Throws<ScenarioErrors>(() => Read($"{Several}\n{lines}\n")).Findings,
            f => f.Severity == Severity.Error);

        Assert.Contains("2 municipalities", error.Message);
        var meant = Regex.Match(error.Message, "Did you mean '(\\d+ beds per 96 000)'").Groups[1].Value;
        Assert.NotEmpty(meant);
        // Within braces as well.
        Assert.NotNull(Read($"{Several}\n{Regex.Replace(lines, "\\d+ beds", meant)}\n"));
        Assert.True(error.Line > 0);
    }

    [Theory]
    [InlineData("municipality: B", "to 6 beds in B", 12)]
    [InlineData("county: North", "to 6 beds in North", 8)]
    public void AScopeSaysForWhichPlaceAFigureIs(string scope, string words, double kept)
    {
        var scenario = Read(
            $"{Several}\ninterventions:\n  - {{ id: mine, lever: ward.beds, scope: {{ {scope} }}, change: {{ set: 6 beds }}, "
                + $"at: 2003-01 }}\n");

        Assert.Equal(kept, scenario.Blueprint.Interventions.Single(i => i.Id == "mine").Value, 9);
        Assert.Contains(words, ScenarioView.Effective(scenario));
    }

    [Fact]
    public void AFigureOfAFileBelongsToTheWorldOfThatFile()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["town.yaml"], Text("town", "baseline", $"{Small}\nparameters:\n  ward.beds: 12 beds\n"));
        File.WriteAllText(place["city.yaml"], Text("city", "town", Large + "\n"));

        var city = ScenarioReader.Read(place["city.yaml"]);

        Assert.Equal(24, city.Values.Single(v => v.Parameter.Id == "ward.beds").Value, 9);
        Assert.Contains("ward.beds  48 beds (24 beds per 96,000 inhabitants)", ScenarioView.Effective(city));
    }

    [Fact]
    public void ASettingOfTheCommandLineIsOfThePlaceToo()
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["own.yaml"], Text("own", "baseline", Small + "\n"));

        Assert.Equal(24, ScenarioReader.Read(place["own.yaml"], ["ward.beds=12 beds"]).Blueprint.Parameters.Ward.Beds);
    }

    [Fact]
    public void InTheReferenceMunicipalityNothingIsRestated() =>
        Assert.Equal(12, Read("parameters:\n  ward.beds: 12 beds\n").Blueprint.Parameters.Ward.Beds);

    private static string Text(string id, string extends, string lines) =>
        $"id: {id}\nextends: {extends}\ntitle: Own\nquestion: What if?\n{lines}expect: [{{ indicator: people.reach, gt: 0 }}]\n";

    private static Scenario Read(string lines)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["own.yaml"], Text("own", "baseline", lines));
        return ScenarioReader.Read(place["own.yaml"]);
    }
}
