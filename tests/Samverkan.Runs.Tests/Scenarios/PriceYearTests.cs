using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>Sums in the prices of another year than the catalogue's.</summary>
public sealed class PriceYearTests : IDisposable
{
    private static readonly double Level = PriceIndex.Of(2025);

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void AWorldOfOtherPricesIsTheSameWorldWithOtherSums()
    {
        var (before, after) = (Year(Blueprint.Case), Year(Blueprint.Case with
        {
            Parameters = ParameterSet.Defaults.With([KeyValuePair.Create(Catalogue.Get("cost.priceLevel"), Level)]),
        }));

        Assert.Equal(before.Persons, after.Persons);
        Assert.Equal(Level, after.Cost / before.Cost, 5);
    }

    [Fact]
    public void WhatAScenarioOfTodayWritesIsInItsPricesAndIsShownSo()
    {
        var scenario = Read("parameters: { cost.post: 840 kSEK/yr }");

        Assert.Equal(840_000 / Level, scenario.Values.Single(v => v.Parameter.Id == "cost.post").Value, 6);
        Assert.Contains("cost.post  840 kSEK/yr", ScenarioView.Effective(scenario));
        Assert.Contains(Assert.Throws<ScenarioErrors>(() => Read("parameters: { cost.post: 640 kSEK/yr }")).Findings,
            finding => finding is { Code: Codes.OutOfRange } && finding.Message.Contains("outside 666.667 kSEK/yr .. 1"));
    }

    [Fact]
    public void OneChainHasOnePriceYear() => Assert.Contains(
        Assert.Throws<ScenarioErrors>(() => Read("prices: 2020")).Findings,
        finding => finding is { Code: Codes.Contradiction } && finding.Message.Contains("extends no other"));

    [Theory]
    [InlineData("Uppgift;Värde\n;;Ram region;95 MSEK/yr", 1)]
    [InlineData("Uppgift;2025\n;;Ram region;95 MSEK/yr", 1)]
    [InlineData("Uppgift;2023\n;;Ram region;95 MSEK/yr", 417.8 / 403.7)]
    [InlineData("Uppgift;Värde;Prisår\n;;Ram region;95 MSEK/yr;2015", 417.8 / 313.35)]
    public void ATablesSumsAreRestatedFromTheirYear(string table, double factor)
    {
        File.WriteAllText(place["own.csv"], "Kommun;" + table.Replace(";;Ram", "Umeå;Ram", StringComparison.Ordinal));
        var frame = Read("world: { table: own.csv }").Blueprint.Interventions.Single(i =>
            i.Parameter == "funding.firstFrame.county");

        Assert.Equal(95e6 * factor, frame.Value, 1.0);
    }

    private static (double Cost, double Persons) Year(Blueprint world)
    {
        var simulation = new Simulation(world, seed: 1, replication: 1);
        var months = Enumerable.Range(0, 12).Select(_ => simulation.Advance()).ToArray();
        double Sum(Indicator indicator) => months.Sum(month => month.Observations
            .Single(o => o.Indicator == indicator && o.Actor == ActorPath.Municipality("0001")).Value);
        return (Sum(IndicatorCatalogue.Find("money.countyCost")!), Sum(IndicatorCatalogue.InService));
    }

    private Scenario Read(string lines)
    {
        File.WriteAllText(place["own.yaml"], $"""
            id: own
            extends: today
            title: Our own
            question: What of our sums?
            {lines}
            expect: [{"{"} indicator: people.reach, gt: 0 {"}"}]
            """);
        return ScenarioReader.Read(place["own.yaml"]);
    }
}
