using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Samverkan.App.Observing;
using Samverkan.App.Web.Live;
using Samverkan.Grains;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>How many series simulated worlds give, and which are left out where there are too many.</summary>
public sealed class WorldSeriesTests
{
    private const int Counties = 21, Municipalities = 290;

    private static readonly Indicator[] Indicators = [.. IndicatorCatalogue.All.Take(14)];

    [Theory]
    [InlineData(WorldLevel.None, 0)]
    [InlineData(WorldLevel.Nation, 1)]
    [InlineData(WorldLevel.County, 1 + Counties)]
    [InlineData(WorldLevel.Municipality, 1 + Counties + Municipalities)]
    public void A_run_of_the_whole_country_gives_each_place_of_the_levels_that_were_chosen(WorldLevel level, int places)
    {
        var (values, omitted) = WorldSeries.Of([Sweden("one")], level, WorldMetrics.MostSeries);

        Assert.Equal((places * Indicators.Length, 0), (values.Count, omitted));
        Assert.Equal(places,
            values.Select(value => (Tag(value.Tags, "county"), Tag(value.Tags, "municipality"))).Distinct().Count());
    }

    [Fact]
    public void Where_there_are_too_many_single_municipalities_are_left_out_and_counted()
    {
        (RunStanding, Frame?)[] runs = [.. Enumerable.Range(1, 6).Select(n => Sweden($"run-{n}")), (Standing("new"), null)];

        var (values, omitted) = WorldSeries.Of(runs, WorldLevel.Municipality, WorldMetrics.MostSeries);

        Assert.Equal(WorldMetrics.MostSeries, values.Count);
        Assert.Equal(6 * (1 + Counties + Municipalities) * Indicators.Length - WorldMetrics.MostSeries, omitted);
        // The upper levels of every run are there.
        Assert.Equal(6 * (1 + Counties) * Indicators.Length, values.Count(value => Tag(value.Tags, "municipality") == ""));
    }

    [Fact]
    public async Task Prometheus_gets_every_series_that_there_may_be_again_and_again()
    {
        (RunStanding, Frame?)[] runs = [.. Enumerable.Range(1, 6).Select(n => Sweden($"run-{n}"))];
        using var meter = new Meter("Samverkan.Test.Full");
        meter.CreateObservableGauge(WorldMetrics.Value,
            () => WorldSeries.Of(runs, WorldLevel.Municipality, WorldMetrics.MostSeries).Values);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{ServedPages.FreePort()}");
        Telemetry.Add(builder, "test", meter.Name);
        await using var app = builder.Build();
        Telemetry.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        for (var scrape = 0; scrape < 3; scrape++)
        {
            var since = Stopwatch.GetTimestamp();
            var text = await client.GetStringAsync(Telemetry.Path, TestContext.Current.CancellationToken);
            TestContext.Current.SendDiagnosticMessage(
                $"{text.Length / 1e6:0.0} MB in {Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} ms");

            var lines = text.Split('\n').Where(line => line.StartsWith("samverkan_world_value{", StringComparison.Ordinal))
                .ToList();
            Assert.Equal(WorldMetrics.MostSeries, lines.Count);
            Assert.DoesNotContain("overflow", text);
            Assert.Equal(lines.Count,
                lines.Select(line => line[..line.IndexOf('}', StringComparison.Ordinal)]).Distinct().Count());
            // Prometheus gives up after ten seconds.
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(10), "Prometheus would have given up.");
            // What was said a moment ago is said again without a look.
            await Task.Delay(TimeSpan.FromMilliseconds(400), TestContext.Current.CancellationToken);
        }
    }

    private static string? Tag(ReadOnlySpan<KeyValuePair<string, object?>> tags, string name)
    {
        foreach (var tag in tags)
            if (tag.Key == name) return tag.Value as string;
        return null;
    }

    private static (RunStanding, Frame?) Sweden(string id)
    {
        var counties = Enumerable.Range(1, Counties).Select(n => Actor(ActorPath.County($"{n:00}"), ActorPath.Nation));
        var municipalities = Enumerable.Range(0, Municipalities).Select(n =>
            Actor(ActorPath.Municipality($"{n % Counties + 1:00}{n / Counties:00}"), ActorPath.County($"{n % Counties + 1:00}")));
        return (Standing(id), new Frame(Month.Of(2000), 1, [Actor(ActorPath.Nation, null), .. counties, .. municipalities], []));
    }

    private static ActorFrame Actor(ActorPath path, ActorPath? parent) =>
        new(path, parent, path.ToString(), [.. Indicators.Select(indicator => new Measured(indicator, 1))]);

    private static RunStanding Standing(string id) => new(
        id, "A title", RunState.Running, Month.Of(2000, 2), Month.Of(1995), Month.Of(2015), 1, 0, 0, null, null, null,
        Granularity.Municipality, 1, 1, [], [], null,
        null, new Traffic(0, 0, 0));
}
