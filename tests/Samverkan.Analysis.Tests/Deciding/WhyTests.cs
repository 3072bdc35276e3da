using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Analysis.Tests.Deciding;

/// <summary>Why the shipped cut does what it does.</summary>
public sealed class WhyTests : IDisposable
{
    private const int Replications = 4;

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_chain_of_a_cut_runs_from_money_to_needs_and_its_links_can_be_switched_off()
    {
        var scenarios = ScenarioReader.ReadAll([Shipped("baseline"), Shipped("funding-cut")]);
        var since = ScenarioDiff.FirstStated(scenarios[0], scenarios[1])!.Value;
        var chain = new CausalChain(scenarios[0], scenarios[1], since);
        var asked = new FuturesAsked(1, Replications, null, 0, since);
        Directory.CreateDirectory(place["result"]);
        var futures = new Futures(
            chain.Choices[0], asked, new Ensemble(InProcessRun.Start, 2), InProcessRun.Start,
                FutureJournal.Open(place["result"], "inputs"),
            Futures.ProgressOf(scenarios[0].Blueprint, asked, chain.Choices.Count), CancellationToken.None);

        var result = chain.Result(KnownWorld.Head, futures, DecisionOutcome.Usual);

        var frame = result.Links[0];
        Assert.Equal("money.countyFrame", frame.Id);
        Assert.Equal(since.ToString(), frame.First);
        Assert.True(frame.Size.Difference < 0);
        Assert.True(result.Links.Single(link => link.Id == "staff.posts").Size.Difference < 0);
        Assert.True(result.Links.Single(link => link.Id == "ward.unmetCrises").Size.Difference > 0);
        Assert.All(result.Links, link => Assert.True(link.First is null
            || string.CompareOrdinal(link.First, since.ToString()) >= 0));
        // What is left without a link and what it carries are the whole.
        Assert.All(result.Switched, link =>
            Assert.Equal(result.Whole.Difference, link.Left.Difference + link.Carried.Difference, 1e-9));
        // A switch that moves nothing is none.
        Assert.All(Enumerable.Range(1, LinkSwitch.All.Count), link => Assert.NotEqual(
            Hashes(futures.All[1]), Hashes(futures.All[2 * link + 1])));
        Assert.Contains("From cause to effect", DecisionText.Of(result).Sections[0].Sentence);
    }

    [Fact]
    public void Every_link_of_the_chain_has_a_range_over_all_that_is_not_known()
    {
        // Draws of the unknown number reach from a policy that does harm to one that helps.
        using var world = new KnownWorld(value => 1 + (value("assertive.posts") > 0 ? value(KnownWorld.Unknown) - .2 : 0),
            _ => 1, luck: .01);
        Scenario[] scenarios = [world.Base, world.Setting("teams", ("assertive.posts", "4"))];
        var chain = new CausalChain(scenarios[0], scenarios[1], KnownWorld.Policy);

        var result = chain.Result(KnownWorld.Head, world.Futures(chain.Choices[0], 6, 20), DecisionOutcome.Usual);

        var needs = result.Links.Single(link => link.Id == "needs.unmetPerEligible");
        Assert.Equal(-.2, needs.Size.Unknown!.Low, .06);
        Assert.Equal(.8, needs.Size.Unknown.High, .06);
        Assert.Equal(20, needs.Size.Unknown.Draws);
        Assert.Equal("The direction of all of it hangs on what is not known.",
            DecisionText.Of(result).Sections[1].Sentence.Split(". ")[1]);
    }

    [Fact]
    public void Every_switch_sets_parameters_within_their_ranges() => Assert.All(
        LinkSwitch.All.SelectMany(link => link.Set),
        one => Assert.InRange(one.Value, Catalogue.Get(one.Key).Min, Catalogue.Get(one.Key).Max));

    private static string Shipped(string id) => Path.Combine(Repository.Root, "scenarios", $"{id}.yaml");

    private static string Hashes(LivedChoice choice) => string.Join(' ', choice.Known.Select(future => future.Hash));
}
