using System.Globalization;
using System.Net;
using Samverkan.App.Web;
using Samverkan.App.Web.Live;
using Samverkan.App.Web.Scenarios;
using Samverkan.Grains;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Needs;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>What pages draw of a live run is worked out once a frame for all who look, and is the run's own.</summary>
public sealed class LiveViewTests : IAsyncLifetime
{
    private static readonly Scenario Case = ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", "baseline.yaml"));

    private LiveRuns runs = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => runs = await LiveRuns.Embedded(Cancel);

    public ValueTask DisposeAsync() => runs.DisposeAsync();

    [Fact]
    public async Task Needs_by_domain_are_the_run_s_own_whether_followed_by_months_or_taken_up_from_a_checkpoint()
    {
        var run = await Started();
        var feed = new LiveFeed(run);
        foreach (var months in new[] { 1, 2, 40, 1 })
        {
            await run.Step(months);
            await Still(run);
            await feed.Look();

            var month = feed.View!.Last!.Value;
            Assert.Equal((await run.Stands()).Next, month + 1);
            Assert.Equivalent(Counted(month), feed.View.Needs, strict: true);
        }
    }

    [Fact]
    public async Task A_frame_is_worked_out_once_for_all_and_no_news_are_no_new_frame()
    {
        var run = await Started();
        await run.Step(20);
        await Still(run);
        await run.Intervene(
            PolicyFile.Parse("interventions:\n- id: cut\n  lever: funding.controllable.county\n  change: { multiply: 0.8 }\n",
                "a change", await run.Blueprint(), run.From + 20));
        await Still(run);
        var feed = new LiveFeed(run);
        await feed.Look();
        var view = feed.View!;
        var place = view.Organisation.Municipalities[0].Path;

        await feed.Look();

        Assert.NotEmpty(view.Changes.Decided);
        Assert.Same(view, feed.View);
        Assert.Equal(view.LinesOf(place), feed.View!.LinesOf(place));
    }

    [Fact]
    public async Task A_line_that_grew_month_by_month_is_the_one_that_is_drawn_at_once()
    {
        var run = await Started();
        var feed = new LiveFeed(run);
        for (var step = 0; step < 5; step++)
        {
            await run.Step(31);
            await Still(run);
            await feed.Look();
            _ = Line(feed);
        }
        var late = new LiveFeed(run);
        await late.Look();

        Assert.Equal(Line(late).Parts, Line(feed).Parts);
        Assert.Equal(Line(late) with { Parts = [] }, Line(feed) with { Parts = [] });
        Assert.Equal(3, Line(feed).Parts.Length);
        var points = Line(feed).Parts.SelectMany(part => part.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct()
            .Select(X).ToList();
        Assert.Equal(155, points.Count);
        Assert.Equal(points.Order(), points);

        static DrawnLine Line(LiveFeed feed) => feed.View!.LinesOf(feed.View.Organisation.Municipalities[0].Path)
            .Single(line => line.Indicator == IndicatorCatalogue.InService);
        static double X(string point) => double.Parse(point.Split(',')[0], CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Who_watched_a_run_that_is_forgotten_does_not_watch_the_next_one_of_its_name()
    {
        var options = new ServeOptions(IPAddress.Loopback, 0, null, "nowhere", "nowhere");
        await using var service = new LiveRunService(options, new ScenarioStore(options));
        var run = await service.Start("baseline", pace: null, isPaused: true);
        var feed = await service.Feed(run.Id);
        feed.Watch(() => { });
        await run.Step(3);
        await Still(run);
        await feed.Look();

        await service.Forget(run.Id);
        var next = await service.Feed((await service.Start("baseline", pace: null, isPaused: true)).Id);
        await next.Look();

        Assert.Equal(run.Id, next.Run.Id);
        Assert.Equal((run.From + 2, 0), (feed.View!.Last!.Value, feed.Watchers));
        Assert.Null(next.View!.Last);
        await service.Forget(run.Id);
    }

    [Fact]
    public async Task What_was_read_of_a_run_leaves_memory_when_nobody_watches_it_any_more()
    {
        var options = new ServeOptions(IPAddress.Loopback, 0, null, "nowhere", "nowhere");
        await using var service = new LiveRunService(options, new ScenarioStore(options)) { FeedsStay = TimeSpan.Zero };
        var run = await service.Start("baseline", pace: null, isPaused: true);
        var feed = await service.Feed(run.Id);

        using (feed.Watch(() => { }))
        {
            await service.All();
            Assert.Same(feed, await service.Feed(run.Id));
        }
        await service.All();
        Assert.NotSame(feed, await service.Feed(run.Id));
        await service.Forget(run.Id);
    }

    private Task<LiveRun> Started() =>
        runs.Start(new($"seen-{Guid.NewGuid():N}", Case, Granularity: Granularity.Municipality, IsPaused: true));

    private static async Task Still(LiveRun run)
    {
        while ((await run.Stands()).State != Grains.Driving.RunState.Paused) await Task.Delay(5, Cancel);
    }

    private static DomainNeeds Counted(Month month)
    {
        var simulation = new Simulation(Case.Blueprint, 1, 1);
        while (simulation.Next <= month) simulation.Advance();
        var persons = simulation.Persons().Select(one => one.Person).ToList();
        return new(
            [.. Enumerable.Range(0, Domains.Count).Select(domain => persons.Count(person => (person.Unmet >> domain & 1) != 0))],
            [.. Enumerable.Range(0, Domains.Count).Select(domain => persons.Count(person => (person.Met >> domain & 1) != 0))],
            persons.Count);
    }
}
