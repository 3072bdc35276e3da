using System.Net;
using Samverkan.App.Web;
using Samverkan.App.Web.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.Model;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
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

        Assert.Equal(["baseline", "funding-cut"], DecisionOrder.Why(entry, 1).Request.Scenarios.Select(one => one.Id));
        Assert.Equal(3, DecisionOrder.Robust(entry).Request.Scenarios.Count);
        Assert.Equal(4, DecisionOrder.Measures(entry, 2.5).Maker.MostChoices);
        Assert.Contains("--budget 2.5", DecisionOrder.Measures(entry, 2.5).Request.Command);
        Assert.Contains("--less-by 0.05", DecisionOrder.Goal(entry, 1, .05).Request.Command);
        // Monthly meetings and a fixed schedule are two changes.
        Assert.Equal(4, DecisionOrder.Changes(entry, 2).Maker.MostChoices);
    }

    [Fact]
    public void What_cannot_be_asked_is_told()
    {
        var entry = Compared("funding-cut", "committee-monthly");

        Assert.Contains("it did all of it", Assert.Throws<BadRequest>(() => DecisionOrder.Changes(entry, 1)).Message);
        Assert.Contains("makes 2 changes", Assert.Throws<BadRequest>(() => DecisionOrder.Goal(entry, 2, .05)).Message);
        Assert.Contains("by how much", Assert.Throws<BadRequest>(() => DecisionOrder.Goal(entry, 1, 0)).Message);
    }

    private ResultEntry Compared(params string[] others)
    {
        var world = new FakeWorld().Differs("funding-cut", Month.Of(2003)).Differs("committee-monthly", Month.Of(1994));
        var (output, errors) = (new StringWriter(), new StringWriter());
        Assert.True(0 == CommandLine.Run(
            ["compare", Scenarios.Named("baseline"), .. others.Select(Scenarios.Named), "--replications", "2", "--known",
                "--no-report",
                "--out", place["result"]], output, errors, world.Start), errors.ToString());
        return new ResultStore(new ServeOptions(IPAddress.Loopback, 0, null, place[""], place[""])).Find("result")!;
    }
}
