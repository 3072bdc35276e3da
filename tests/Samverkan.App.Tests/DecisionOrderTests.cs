using System.Net;
using Samverkan.Analysis.Deciding;
using Samverkan.App.Web;
using Samverkan.App.Web.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.Model;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Uncertainty;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What the page of a comparison asks of the comparison's own scenarios, as its folder keeps them.</summary>
public sealed class DecisionOrderTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_comparison_is_decided_on_with_the_files_that_it_keeps()
    {
        var entry = Compared("funding-cut", "committee-monthly");

        Assert.Equal(["baseline", "funding-cut"], DecisionOrder.Why(entry, 1, Usual).Request.Scenarios.Select(one => one.Id));
        Assert.Equal(3, DecisionOrder.Robust(entry, Usual).Request.Scenarios.Count);
        Assert.Equal(4, DecisionOrder.Measures(entry, 2.5, Usual).Maker.MostChoices);
        Assert.Contains("--budget 2.5", DecisionOrder.Measures(entry, 2.5, Usual).Request.Command);
        Assert.Contains("--less-by 0.05", DecisionOrder.Goal(entry, 1, .05, Usual).Request.Command);
        // Monthly meetings and a fixed schedule are two changes.
        Assert.Equal(4, DecisionOrder.Changes(entry, 2, Usual).Maker.MostChoices);
    }

    [Fact]
    public void What_cannot_be_asked_is_told()
    {
        var entry = Compared("funding-cut", "committee-monthly");

        Assert.Contains("it did all of it", Assert.Throws<BadRequest>(() => DecisionOrder.Changes(entry, 1, Usual)).Message);
        Assert.Contains("makes 2 changes", Assert.Throws<BadRequest>(() => DecisionOrder.Goal(entry, 2, .05, Usual)).Message);
        Assert.Contains("made by rules of its own, mine.dll", Assert.Throws<BadRequest>(
            () => DecisionOrder.Robust(entry with { Rules = "mine.dll" }, Usual)).Message);
        Assert.Contains("by how much", Assert.Throws<BadRequest>(() => DecisionOrder.Goal(entry, 1, 0, Usual)).Message);
    }

    [Fact]
    public void Another_outcome_and_one_of_several_changes_are_asked_as_on_the_command_line()
    {
        var (entry, waiting) = (Compared("funding-cut", "cut-and-rare-committee"), DecisionOutcome.Find("people.waiting")!);

        var goal = DecisionOrder.Goal(entry, 2, -10, waiting, "county-cut").Request;

        Assert.Contains("--lever county-cut --more-by 10 --outcome people.waiting", goal.Command);
        Assert.Equal(waiting, DecisionOrder.OutcomeOf(goal));
        Assert.Equal(["county-cut", "fixed-schedule", "rare-meetings"],
            DecisionOrder.ChangesOf(entry, 2).Select(one => one.Id).Order(StringComparer.Ordinal));
        Assert.Contains("--outcome people.waiting", DecisionOrder.Robust(entry, waiting).Request.Command);
        Assert.Equal(Usual, DecisionOrder.OutcomeOf(DecisionOrder.Robust(entry, Usual).Request));
    }

    [Fact]
    public void The_months_that_count_in_the_comparison_count_in_the_decision()
    {
        var entry = Compared("funding-cut");
        Assert.Equal(Month.Of(2003), DecisionOrder.Robust(entry, Usual).Request.Futures.Since);

        var request = DecisionOrder.Robust(entry with { Recipe = entry.Recipe! with { Since = "2008-07" } }, Usual).Request;

        Assert.Equal(Month.Of(2008, 7), request.Futures.Since);
        Assert.Contains("--since 2008-07", request.Command);
    }

    [Fact]
    public void What_is_not_known_is_drawn_as_in_the_comparison()
    {
        var entry = Compared("funding-cut");
        Assert.True(DecisionOrder.Robust(entry, Usual).Request.Known);
        var kept = Path.Combine(entry.Path, "inputs", "draws.csv");
        File.Copy(Path.Combine(Repository.Root, "scenarios", "studies", "results", "calibration", "draws.csv"), kept);

        var request = DecisionOrder.Robust(entry with { Recipe = entry.Recipe! with { Region = "inputs/draws.csv" } }, Usual)
            .Request;

        Assert.False(request.Known);
        Assert.Equal(RegionFile.ReadKept(kept).Hash, request.Region!.Hash);
    }

    private static DecisionOutcome Usual => DecisionOutcome.Usual;

    private ResultEntry Compared(params string[] others)
    {
        var world = new FakeWorld().Differs("funding-cut", Month.Of(2003)).Differs("committee-monthly", Month.Of(1994));
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.True(0 == CommandLine.Run(
            ["compare", Scenarios.Named("baseline"), .. others.Select(Scenarios.Named), "--replications", "2", "--known",
                "--no-report", "--out", place["result"]], output, errors, world.Start), errors.ToString());
        return new ResultStore(new ServeOptions(IPAddress.Loopback, 0, null, place[""], place[""])).Find("result")!;
    }
}
