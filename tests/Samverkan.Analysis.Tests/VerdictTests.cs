using Samverkan.Analysis.Comparisons;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>What is said of expectations once the runs are over.</summary>
public sealed class VerdictTests
{
    [Fact]
    public void WhatIsClearlyMoreHeld() => Assert.True(On("gt: 0", [2, 3, 2.5], [1, 1.2, 1.1]).Held);

    [Fact]
    public void WhatIsClearlyLessDidNotHold() => Assert.False(On("gt: 0", [1, 1.2, 1.1], [2, 3, 2.5]).Held);

    [Fact]
    public void WhatChanceCouldPutOnEitherSideIsNotJudged()
    {
        var verdict = On("lte: 0", [1.2, .9, 1.1, .9], [1, 1, 1, 1]);

        Assert.Null(verdict.Held);
        Assert.StartsWith("cannot tell", VerdictText.Of(verdict));
        Assert.Contains("true in 50 % of replications; 4 replications cannot rule out chance", VerdictText.Of(verdict));
    }

    [Fact]
    public void NoDifferenceInManyPairsIsNoChance()
    {
        Assert.True(On("gte: 0", [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]).Held);
        Assert.Null(On("gte: 0", [1, 2, 3], [1, 2, 3]).Held);
    }

    [Fact]
    public void WhatRoundsToNothingHasNoSign()
    {
        Assert.Contains("difference 0;", VerdictText.Of(On("lt: 1", [1, 1, 1, 1, 1, .9998], [1, 1, 1, 1, 1, 1])));
        Assert.Contains("difference 0;", VerdictText.Of(On("lt: 1", [1, 1, 1, 1, 1, 1.0002], [1, 1, 1, 1, 1, 1])));
    }

    [Fact]
    public void OneReplicationGivesNoVerdict()
    {
        var verdict = On("gt: 0", [2], [1]);

        Assert.Null(verdict.Held);
        Assert.EndsWith("one replication gives no verdict)", VerdictText.Of(verdict));
    }

    [Theory]
    [InlineData("lt: -5 %", true)]
    [InlineData("gt: 5 %", false)]
    public void OfASurplusLessIsAFall(string bound, bool held)
    {
        var verdict = On(bound, [-1.5, -1.45, -1.4], [-1, -1.05, -1]);

        Assert.Equal(held, verdict.Held);
        Assert.Contains("difference -42.6 %;", VerdictText.Of(verdict));
    }

    [Theory]
    [InlineData("gt: 5 %")]
    [InlineData("lte: 5 %")]
    public void OfNothingThereIsNoPercentage(string bound)
    {
        var verdict = On(bound, [4, 4, 4.1], [0, 0, 0]);

        Assert.Null(verdict.Held);
        Assert.Contains("it is 0 in 'other', and 0 has no percentage: expect an amount", VerdictText.Of(verdict));
    }

    [Fact]
    public void MoneyAndSharesSayTheirUnit()
    {
        Assert.Contains("difference +0.78 MSEK a year;", Text(IndicatorCatalogue.MunicipalDemandCost, 778_825));
        Assert.Contains("difference -20.5 kSEK a year;", Text(IndicatorCatalogue.MunicipalDemandCost, -20_500));
        Assert.Contains("difference +2.5 percentage points;", Text(IndicatorCatalogue.Reach, .025));

        static string Text(Indicator indicator, double difference) => VerdictText.Of(new(
            Read("own", $"expect: [{{ indicator: {indicator.Id}, vs: other, gt: 0 }}]").Expectations[0], true, 1e6 + difference,
            1e6, 1));
    }

    private static Verdict On(string bound, double[] own, double[] other)
    {
        var (a, b) = (Read("other", ""), Read("own", $"expect: [{{ indicator: needs.unmetPerPerson, vs: other, {bound} }}]"));
        var watch = new ExpectationWatch([a, b]);
        for (var replication = 0; replication < own.Length; replication++)
        {
            Watch(0, replication, other[replication]);
            Watch(1, replication, own[replication]);
        }
        return watch.On(1).Single();

        void Watch(int scenario, int replication, double value)
        {
            var observer = watch.ObserverOf(new Job(scenario, scenario, b.Blueprint, 1, replication + 1, Detail.Headline));
            observer.Observe(new MonthResult(b.Blueprint.From,
                [new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.UnmetPerPerson, value)], [], [], 0, 0));
            observer.Finish();
        }
    }

    private static Scenario Read(string id, string lines)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place[$"{id}.yaml"], $"id: {id}\ntitle: T\nquestion: Q?\n{lines}\n");
        return ScenarioReader.Read(place[$"{id}.yaml"]);
    }
}
