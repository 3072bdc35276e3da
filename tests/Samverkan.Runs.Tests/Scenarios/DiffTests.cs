using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class DiffTests
{
    private static readonly Scenario Baseline = ScenarioReader.Read("baseline");

    private static string[] Words(string scenario) => [.. ScenarioDiff.InWords(Baseline, ScenarioReader.Read(scenario)).Lines];

    private static Month? First(string scenario) => ScenarioDiff.FirstDifference(Baseline, ScenarioReader.Read(scenario));

    [Fact]
    public void ACutIsToldAsPeopleTellIt() =>
        Assert.Equal(["the county's controllable frame -20 % from January 2003"], Words("funding-cut"));

    [Fact]
    public void ValuesFromTheStartComeFirst() =>
        Assert.Equal(["committee meetings: 1 meeting/yr instead of 6 meetings/yr",
            "the committee's reconsidering how often it meets: off"], Words("committee-yearly"));

    [Fact]
    public void WhatIsRemovedIsTold() => Assert.Equal(
        ["without: the state's stimulus grant to 4.3 MSEK/yr from January 1996 to December 1998"], Words("no-stimulus"));

    [Fact]
    public void EventsAreToldWithTheirDate() =>
        Assert.Equal(["3 core members leave the committee in June 1997"], Words("leaders-replaced-early"));

    [Fact]
    public void AChangeThatChangesNothingHasNoFirstDifference() => Assert.Null(First("null-change"));

    [Fact]
    public void AScenarioDoesNotDifferFromItself() => Assert.Empty(Words("baseline"));

    [Theory]
    [InlineData("funding-cut", "2003-01")]
    [InlineData("leaders-replaced-late", "2008-06")]
    public void ScenariosDifferFromTheDateOfTheirFirstDifference(string scenario, string month) =>
        Assert.Equal(month, First(scenario).ToString());

    [Fact]
    public void AnAnnouncedGrantIsReckonedWithAYearAhead() => Assert.Equal("1995-01", First("no-stimulus").ToString());

    [Fact]
    public void ValuesFromTheStartDifferBeforeTheWarmUp() =>
        Assert.True(First("committee-yearly") < Baseline.Blueprint.From - 48);
}
