using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Patterns;
using Samverkan.Analysis.Patterns.Measured;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>A pattern that nearly everything would show is no test of the model.</summary>
public class PriorTests
{
    private static readonly Blueprint World = Blueprint.Case;

    [Fact]
    public void A_draw_moves_what_is_uncertain_within_its_range_and_leaves_levers_and_what_is_stated()
    {
        var stated = World.Parameters.With([KeyValuePair.Create(Catalogue.Get("care.informalCare"), .38)]);
        var drawn = new Prior(draws: 3, seed: 1).Of(1, stated);

        Assert.Equal(.38, Catalogue.Get("care.informalCare").Get(drawn));
        Assert.All(Catalogue.All, p => Assert.InRange(p.Get(drawn), p.Min, p.Max));
        Assert.All(Catalogue.All.Where(p => p.Role == Role.Lever), p => Assert.Equal(p.Get(stated), p.Get(drawn)));
        Assert.True(Catalogue.All.Count(p => p.Get(drawn) != p.Get(stated)) > 200);
    }

    [Fact]
    public void Rival_rules_are_drawn_too_and_the_same_seed_gives_the_same_draws()
    {
        var rule = Catalogue.Get("committee.dailyDecisions");
        double[] Rules(ulong seed) =>
            [.. Enumerable.Range(0, 20).Select(draw => rule.Get(new Prior(20, seed).Of(draw, World.Parameters)))];

        Assert.Contains(0, Rules(1));
        Assert.Contains(1, Rules(1));
        Assert.Equal(Rules(1), Rules(1));
        Assert.NotEqual(Rules(1), Rules(2));
    }

    [Theory]
    [InlineData(.94, true)]
    [InlineData(.95, false)]
    [InlineData(null, true)]
    public void What_holds_in_95_of_100_draws_is_no_test(double? share, bool isTest)
    {
        var test = PatternList.All.First(pattern => pattern.IsTest);

        Assert.Equal(isTest, new JudgedPattern(test, [], share).IsTest);
        Assert.False(new JudgedPattern(PatternList.All.First(pattern => !pattern.IsTest), [], share).IsTest);
    }

    [Fact]
    public void Only_tests_count_in_the_verdict()
    {
        var test = PatternList.All.First(pattern => pattern.IsTest);
        PatternFigure[] holds = [new("", "", "", true)];

        Assert.StartsWith("1 of 1 tests hold; fits, which count for nothing: 1 of 1",
            JudgedPattern.Verdict([new(test, holds, .2), new(test, holds, .99)]));
    }

    [Fact]
    public void The_table_of_draws_comes_back_from_its_file()
    {
        var (one, other) = (PatternList.All[0], PatternList.All[1]);
        PatternFigure[] holds = [new("", "", "", true)], misses = [new("", "", "", false)];
        var table = PriorTable.Of([[new(one, holds), new(other, holds)], [new(one, holds), new(other, misses)]]);
        var file = Path.GetTempFileName();
        File.WriteAllText(file, table.Csv());

        var read = PriorTable.Read(file)!;

        Assert.Equal(2, read.Draws);
        Assert.Equal(1, read.Share(one.Id));
        Assert.Equal(.5, read.Share(other.Id));
        Assert.True(double.IsNaN(read.Share("V12")));
        Assert.Null(PriorTable.Read(file + ".none"));
        File.Delete(file);
    }

    [Fact]
    public void A_single_pair_says_its_sign_alone()
    {
        PairedEstimate Of(params double[] other) => PairedEstimate.Of([.. other.Select(_ => 0.0)], other, Better.Neither);

        Assert.True(PatternFigure.Clearly("", Of(1), more: true).Holds);
        Assert.False(PatternFigure.Clearly("", Of(-1), more: true).Holds);
        Assert.True(PatternFigure.Clearly("", Of(-1), more: false).Holds);
        Assert.False(PatternFigure.Clearly("", Of(1, -2, 3), more: true).Holds);
    }

    [Fact]
    public void Every_world_starts_from_a_shipped_scenario_and_changes_what_there_is()
    {
        var worlds = PatternList.WorldsOf(PatternList.All).Concat(FaultTable.Needs).Concat(SurvivalTable.Needs).ToList();

        Assert.All(worlds, world =>
        {
            var scenario = ScenarioReader.Read(Path.Combine(Paths.Library!, world.Scenario + ".yaml")).Blueprint;
            Assert.All(world.Without, id => Assert.Contains(scenario.Interventions, one => one.Id == id));
            Assert.All(world.Changes, change => Assert.NotNull(Catalogue.Get(change.Parameter)));
            Assert.Equal(world.Name, world.Of(scenario).Name);
        });
        Assert.All(worlds.GroupBy(world => world.Name), same => Assert.Single(same.Select(world => world.InWords()).Distinct()));
    }
}
