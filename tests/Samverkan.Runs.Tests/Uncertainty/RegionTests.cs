using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Uncertainty;
using Xunit;

namespace Samverkan.Runs.Tests.Uncertainty;

public sealed class RegionTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_shipped_region_has_complete_draws_of_all_that_is_uncertain_and_of_rules_that_have_a_rival()
    {
        var region = RegionFile.ReadShipped()!;
        var asked = StudyReader.Read("calibration");

        Assert.True(region.Count >= 200);
        // Complete when it is made. Until it is made again, a model that has changed holds new parameters at their shipped
        // values.
        var uncertain = Catalogue.All.Where(p => p.Role == Role.Uncertain && p.Measure != Measure.Switch).ToList();
        Assert.Equal(uncertain.Select(p => p.Id).Order(),
            asked.Uncertain.SelectMany(factor => factor.Parameters).Select(p => p.Parameter)
            .Where(p => p.Measure != Measure.Switch).Select(p => p.Id).Order());
        Assert.InRange(uncertain.Count(region.Has), .85 * uncertain.Count, uncertain.Count);
        Assert.Equal(3, region.Parameters.Count(p => p.Measure == Measure.Switch));
        foreach (var rule in region.Parameters.Where(p => p.Measure == Measure.Switch))
            Assert.InRange(Enumerable.Range(0, region.Count).Average(draw => region.Value(draw, rule)), .15, .85);
    }

    [Fact]
    public void What_the_study_fits_is_a_level_and_no_effect()
    {
        var study = StudyReader.Read("calibration");

        Assert.True(study.Calibration!.Draws >= 200);
        // Survival, waits and what trials report are tests: a fit would make them agree by construction.
        Assert.DoesNotContain(study.Calibration.Targets, target => target.Outcome.Fate is not null
            || target.Outcome.Indicator!.Id.Contains("wait", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Pairs_take_the_draws_in_an_order_of_the_seed_each_once()
    {
        var region = Region(10);
        int[] Order(ulong seed) => [.. Enumerable.Range(1, 10).Select(pair => region.DrawOf(seed, pair))];

        Assert.Equal(Enumerable.Range(0, 10), Order(1).Order());
        Assert.Equal(Order(1), Order(1));
        Assert.NotEqual(Order(1), Order(2));
        Assert.Equal(Enumerable.Range(0, 10), Enumerable.Range(11, 10).Select(pair => region.DrawOf(1, pair)).Order());
    }

    [Fact]
    public void However_many_pairs_there_are_they_share_the_worlds_of_a_regions_draws()
    {
        var region = RegionFile.ReadShipped()!;
        Scenario[] scenarios = [ScenarioReader.Read("baseline"), ScenarioReader.Read("funding-cut")];

        var pairs = DrawnPair.Of(region, scenarios, seed: 1, replications: 20_000);

        Assert.Equal(10_000, pairs.Count);
        Assert.InRange(pairs.Select(pair => pair.Worlds).Distinct(ReferenceEqualityComparer.Instance).Count(), 2, region.Count);
        Assert.All(pairs.GroupBy(pair => pair.Draw), draw => Assert.Single(draw.Select(pair => pair.Worlds).Distinct()));
    }

    [Fact]
    public void What_is_stated_stays_and_what_is_changed_later_is_changed_from_the_drawn_value()
    {
        var region = Region(3);
        var scenario = Scenario("""
            parameters: { care.otherSector: 60 % }
            interventions:
              - { id: more, lever: needs.spontaneous, change: { multiply: 1.1 }, at: 2000-01 }
            """);

        var world = region.Under(scenario, 1);

        Assert.Equal("own.draw-2", world.Name);
        Assert.Equal(.6, world.Parameters.Care.OtherSector);
        Assert.Equal(.022, world.Parameters.Needs.Spontaneous);
        Assert.Equal(.0242, new ParameterTimeline(world, world.From).At(0, new Context(Month.Of(2001), [])).Needs.Spontaneous,
            10);
        Assert.Equal(.75, region.Under(Scenario("", "needs.spontaneous=1.9 %/month"), 1).Parameters.Care.OtherSector);
        Assert.Equal(.019, region.Under(Scenario("", "needs.spontaneous=1.9 %/month"), 1).Parameters.Needs.Spontaneous);
    }

    [Theory]
    [InlineData("needs.spontaneus", "needs.spontaneous", "SC030", "Did you mean 'needs.spontaneous'")]
    [InlineData("nothing,care", "draw,care", "SC045", "The first column is 'draw'")]
    [InlineData("care.otherSector,care.otherSector", "care.otherSector,needs.spontaneous", "SC045", "stands twice")]
    [InlineData("2,7.5,", "2,0.75,", "SC014", "")]
    [InlineData("2,x,", "2,0.75,", "SC013", "'x' is not a number")]
    [InlineData("2,0.75\n", "2,0.75,0.022\n", "SC045", "draws are complete")]
    public void What_is_wrong_with_a_region_is_told_at_its_line(string wrong, string right, string code, string told)
    {
        File.WriteAllText(place["draws.csv"], Table(3).Replace(right, wrong, StringComparison.Ordinal));

        var errors = Assert.Throws<ScenarioErrors>(() => RegionFile.Read(place["draws.csv"]));

        Assert.Contains(errors.Findings, finding => finding.Code == code
            && finding.Message.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_written_is_read()
    {
        ParameterInfo[] parameters = [Catalogue.Get("care.otherSector"), Catalogue.Get("committee.dailyDecisions")];
        RegionFile.Write(place["draws.csv"], parameters, [[.7, 0], [.61234567, 1]]);

        var region = RegionFile.Read(place["draws.csv"]);

        Assert.Equal((.612346, 1), (region.Value(1, parameters[0]), region.Value(1, parameters[1])));
        Assert.Equal(2, region.Count);
    }

    private static string Table(int draws) =>
        "draw,care.otherSector,needs.spontaneous\n"
            + string.Concat(Enumerable.Range(1, draws).Select(draw => $"{draw},0.75,{(draw == 2 ? "0.022" : "0.02")}\n"));

    private Region Region(int draws)
    {
        File.WriteAllText(place["draws.csv"], Table(draws));
        return RegionFile.Read(place["draws.csv"]);
    }

    private Scenario Scenario(string lines, params string[] sets)
    {
        File.WriteAllText(place["own.yaml"], $"id: own\nextends: baseline\ntitle: T\nquestion: Q?\n{lines}\n");
        return ScenarioReader.Read(place["own.yaml"], sets);
    }
}
