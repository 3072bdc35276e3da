using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.Analysis.Deciding.Robustness;
using Xunit;

namespace Samverkan.Analysis.Tests.Deciding;

/// <summary>Combinations, changes and policies whose effects are known.</summary>
public sealed class PortfolioTests
{
    private const string Posts = "assertive.posts";
    private const string Meetings = "committee.meetingsPerYear";
    private const string Places = "housing.firstPlaces";

    // A post lowers needs by .05 for .5 MSEK, a meeting above six by .01 for nothing, a place by .02 for 1 MSEK.
    private static KnownWorld World() => new(
        of => 3 - .05 * of(Posts) - .01 * (of(Meetings) - 6) - .02 * of(Places) + of(KnownWorld.Unknown), of => .5 * of(Posts)
            + of(Places));

    [Fact]
    public void What_differs_is_written_with_as_many_digits_as_it_takes()
    {
        var figures = new DecisionFigures(OutcomeName.Of(DecisionOutcome.Usual));

        Assert.Equal(["-0.03", "+0.05"], figures.Changes([-.031, .049]));
        Assert.Equal(["-0.031", "-0.034", "+0.100"], figures.Changes([-.031, -.034, .1]));
        Assert.Equal(["-0.03", "-0.03"], figures.Changes([-.031, -.031]));
    }

    [Fact]
    public void The_best_combination_within_the_budget_is_found_and_the_front()
    {
        using var world = World();
        var portfolio = new Portfolio(world.Base, [world.Setting("posts", (Posts, "8 posts")),
            world.Setting("talk", (Meetings, "12 meetings/yr")), world.Setting("homes", (Places, "10 places"))]);
        var futures = world.Futures(portfolio.Choices[0], 6, 12);

        var result = portfolio.Result(KnownWorld.Head(futures), futures.Live(portfolio.Choices),
            new(DecisionOutcome.Usual, null, 5));

        Assert.Equal(8, result.Combinations.Count);
        var best = result.Combinations[result.Best!.Value];
        Assert.Equal([0, 1], best.Measures);
        Assert.Equal(-.46, best.Effect.Difference, 1e-9);
        Assert.Equal(4, best.Cost.Difference, 1e-9);
        Assert.Equal(1, best.BestInDraws);
        // What is paid for homes is always better spent on posts; with talk, which is free, everything is better.
        Assert.Equal(["1", "0,1", "0,1,2"], result.Combinations.Where(one => one.OnFront)
            .Select(one => string.Join(',', one.Measures)));
        Assert.StartsWith("Posts + Talk does best within 5 MSEK a year", DecisionText.Of(result).Sections[0].Sentence);
    }

    [Fact]
    public void A_budget_that_pays_for_nothing_is_told()
    {
        using var world = World();
        var portfolio = new Portfolio(world.Base, [world.Setting("posts", (Posts, "8 posts")),
            world.Setting("homes", (Places, "10 places"))]);
        var futures = world.Futures(portfolio.Choices[0], 4, 0);

        var result = portfolio.Result(KnownWorld.Head(futures), futures.Live(portfolio.Choices),
            new(DecisionOutcome.Usual, null, 1));

        Assert.Null(result.Best);
        Assert.StartsWith("No combination of the 2 measures is within 1 MSEK a year: the cheapest, Posts, costs +4.0",
            DecisionText.Of(result).Sections[0].Sentence);
    }

    [Fact]
    public void Measures_that_set_the_same_lever_cannot_be_combined()
    {
        using var world = World();

        var refused = Assert.Throws<NotCombinable>(() => new Portfolio(world.Base,
            [world.Setting("few", (Posts, "2 posts")), world.Setting("many", (Posts, "8 posts"))]));

        Assert.Contains($"both change {Posts}", refused.Message);
    }

    /// <summary>Two changes that help only together: alone nothing, together all, half of it each.</summary>
    [Fact]
    public void What_only_two_changes_do_together_is_shared_and_told()
    {
        using var world = new KnownWorld(of => of(Posts) > 0 && of(Places) > 0 ? 2 : 3, _ => 0);
        var apart = new ChangesApart(world.Base, world.Setting("both", (Posts, "8 posts"), (Places, "10 places")));
        var futures = world.Futures(apart.Choices[0], 6, 0);

        var result = apart.Result(KnownWorld.Head(futures), futures.Live(apart.Choices), [DecisionOutcome.Usual]);

        Assert.All(result.Changes, change =>
        {
            Assert.Equal(0, change.Alone[0].Difference, 1e-9);
            Assert.Equal(-1, change.Last[0].Difference, 1e-9);
            Assert.Equal(-.5, change.Share![0].Difference, 1e-9);
        });
        Assert.Equal(-1, Assert.Single(result.Together).More[0].Difference, 1e-9);
        Assert.Contains("Together, 'both-1' and 'both-2' do -1.00 more than the two alone", DecisionText.Of(result)
            .Sections[0].Sentence);
    }

    [Fact]
    public void Parts_of_three_changes_add_up_to_the_whole()
    {
        using var world = World();
        var apart = new ChangesApart(world.Base, world.Setting("all", (Posts, "8 posts"), (Places, "10 places"),
            (Meetings, "12 meetings/yr")));
        var futures = world.Futures(apart.Choices[0], 6, 12);

        var result = apart.Result(KnownWorld.Head(futures), futures.Live(apart.Choices),
            [DecisionOutcome.Usual, DecisionOutcome.Spent]);

        Assert.Equal([-.4, -.2, -.06], result.Changes.Select(change => Math.Round(change.Share![0].Difference, 9)));
        Assert.Equal(result.Whole[1].Difference, result.Changes.Sum(change => change.Share![1].Difference), 1e-9);
        Assert.All(result.Together, two => Assert.Equal(0, two.More[0].Difference, 1e-9));
    }

    [Fact]
    public void One_change_did_all_of_it()
    {
        using var world = World();

        Assert.Contains("it did all of it", Assert.Throws<NotCombinable>(() =>
            new ChangesApart(world.Base, world.Setting("one", (Posts, "8 posts")))).Message);
    }

    /// <summary>A policy that helps by .2 where the unknown is below .7, and harms by .2 else; another that helps by .05
    /// always.</summary>
    [Fact]
    public void A_policy_that_loses_somewhere_is_told_from_one_that_holds_everywhere()
    {
        using var world = new KnownWorld(
            of => 3 - .05 * (of(Meetings) - 6) / 6 + (of(Posts) > 0 ? (of(KnownWorld.Unknown) < .7 ? -.2 : .2) : 0), _ => 0,
                luck: .02);
        Runs.Scenarios.Scenario[] scenarios = [world.Base, world.Setting("bold", (Posts, "8 posts")),
            world.Setting("safe", (Meetings, "12 meetings/yr"))];
        var choices = scenarios.Select(Choice.Of).ToList();
        var futures = world.Futures(choices[0], 10, 100);

        var result = Robust.Result(KnownWorld.Head(futures), scenarios, futures.Live(choices), futures.Asked,
            new(DecisionOutcome.Usual, null, true));

        var (bold, safe) = (result.Policies[1], result.Policies[2]);
        Assert.Equal((30, 0), (bold.Loses, safe.Loses));
        Assert.Equal(.7, bold.BestInDraws, .001);
        // Where bold is best, safe stays .15 behind; where safe is best, bold stays .25 behind.
        Assert.Equal(.15, safe.HighRegret, .01);
        Assert.Equal(.25, bold.HighRegret, .01);
        var where = Assert.Single(Assert.Single(bold.Where).Conditions);
        Assert.Equal(KnownWorld.Unknown, where.Parameter);
        Assert.Equal(.81, where.Low!.Value, .01);
        Assert.StartsWith("Safe stays closest to the best", DecisionText.Of(result).Sections[0].Sentence);
    }

    /// <summary>Of three, one does nothing and one does harm; of two, neither does anything.</summary>
    [Fact]
    public void Policies_that_do_alike_are_named_together_or_none_is_the_best()
    {
        using var world = new KnownWorld(of => 3 + .1 * of(Posts), _ => 0);
        Runs.Scenarios.Scenario[] scenarios = [world.Base, world.Setting("idle", (Places, "10 places")),
            world.Setting("harm", (Posts, "8 posts"))];
        var futures = world.Futures(Choice.Of(scenarios[0]), 6, 0);
        var lived = futures.Live([.. scenarios.Select(Choice.Of)]);

        string Answer(int policies) => DecisionText.Of(Robust.Result(KnownWorld.Head(futures), scenarios[..policies],
            [.. lived.Take(policies)], futures.Asked, new(DecisionOutcome.Usual, null, true))).Sections[0].Sentence;

        Assert.Contains("So does every one of these: Idle. ", Answer(3));
        Assert.EndsWith("None is better than Base in any.", Answer(3));
        Assert.EndsWith("6 replications: none is the best.", Answer(2));
    }

    [Fact]
    public void A_result_is_read_as_it_was_written()
    {
        using var world = World();
        var portfolio = new Portfolio(world.Base, [world.Setting("posts", (Posts, "8 posts"))]);
        var futures = world.Futures(portfolio.Choices[0], 4, 12);
        var result = portfolio.Result(KnownWorld.Head(futures), futures.Live(portfolio.Choices),
            new(DecisionOutcome.Usual, null, null));
        using var folder = new Runs.Tests.Results.TemporaryFolder();
        Directory.CreateDirectory(folder["r"]);

        result.Write(folder["r"]);

        Assert.Equal(DecisionText.Markdown(result), DecisionText.Markdown(DecisionResult.Read(folder["r"])!));
    }
}
