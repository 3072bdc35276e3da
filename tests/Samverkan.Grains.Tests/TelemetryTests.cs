using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans;
using Orleans.Core.Internal;
using Orleans.Runtime;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>What operators see of a run: its months as traces, its life as logs.</summary>
public sealed class TelemetryTests
{
    private static readonly string[] Levels = ["month", "nation", "county", "municipality", "unit", "team"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_traced_month_goes_down_the_tree_from_the_nation_to_the_teams()
    {
        var steps = new ConcurrentBag<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Machine.Traces,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = steps.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var runs = await LiveRuns.Embedded(Cancel);
        var run = await runs.Start(new($"traced-{Guid.NewGuid():N}", TestWorlds.Live, Granularity: Granularity.Team));
        await Ended(run);

        var month = steps.First(step => step.GetTagItem("samverkan.run") as string == run.Id
            && step.GetTagItem("samverkan.month") as string == "1996-01");
        var trace = steps.Where(step => step.TraceId == month.TraceId).ToList();
        Assert.Equal(("small", 1), (month.GetTagItem("samverkan.scenario"), month.GetTagItem("samverkan.replication")));
        Assert.Null(month.ParentId);
        foreach (var step in trace.Where(step => step != month && step.OperationName != "committee"))
        {
            var above = Assert.Single(trace, other => other.SpanId == step.ParentSpanId);
            Assert.Equal(Array.IndexOf(Levels, step.OperationName) - 1, Array.IndexOf(Levels, above.OperationName));
        }
        Assert.Equal(["municipality/0001", "municipality/0002", "municipality/0003"],
            trace.Where(step => step.OperationName == "municipality").Select(step => (string)step.GetTagItem("samverkan.actor")!)
            .Order());
        Assert.Contains(trace, step => step.OperationName == "team");
    }

    [Fact]
    public async Task What_a_run_says_carries_its_name_its_scenario_and_its_replication()
    {
        var heard = new Hearing();
        await using var runs = await LiveRuns.Embedded(Cancel,
            silo => silo.Services.AddLogging(logs => logs.AddProvider(heard)
                .AddFilter<Hearing>("Samverkan", LogLevel.Information)));
        var run = await runs.Start(
            new($"told-{Guid.NewGuid():N}", TestWorlds.Live, Replication: 7, Granularity: Granularity.Municipality));
        await Ended(run);
        await Wait(() => heard.Lines.Any(line => line.Text.Contains("is Done", StringComparison.Ordinal)));

        Assert.Contains(heard.Lines, line => line.Text == $"Run {run.Id} is saved before 1996-01");
        Assert.All(heard.Lines.Where(line => line.Text.StartsWith("Run ", StringComparison.Ordinal)),
            line => Assert.Equal((run.Id, "small", 7), (line.Scope["run"], line.Scope["scenario"], line.Scope["replication"])));
    }

    [Fact]
    public async Task A_run_that_is_moved_away_goes_on_there_and_is_let_go_of_here()
    {
        var heard = new Hearing();
        await using var runs = await LiveRuns.Embedded(Cancel,
            silo => silo.Services.AddLogging(logs => logs.AddProvider(heard)
                .AddFilter<Hearing>("Samverkan", LogLevel.Information)));
        var run = await runs.Start(
            new($"moved-{Guid.NewGuid():N}", TestWorlds.Live, Seed: 3, Granularity: Granularity.Municipality, Pace: 20));
        for (var times = 1; times <= 3; times++)
        {
            await Wait(async () => (await run.Stands()).Next > run.From + 6 * times);
            await runs.Grains.GetGrain<IRunGrain>(run.Id).AsReference<IGrainManagementExtension>().DeactivateOnIdle(Cancel);
        }
        await run.Pace(null);
        await Ended(run);

        Assert.True((await run.Stands()).Attempt > 1);
        Assert.DoesNotContain(heard.Lines, line => line.Text.Contains("goes back", StringComparison.Ordinal)
            || line.Text.Contains("given up", StringComparison.Ordinal));
        Assert.Single(heard.Lines, line => line.Text.Contains("is Done", StringComparison.Ordinal));
        var (found, reader) = (new List<ulong[]>(), await run.Read());
        while (!reader.Finished)
            found.Add([.. (await reader.Advance(Cancel)).Hashes]);
        Assert.Equal(TestWorlds.InProcess(TestWorlds.Live.Blueprint, 3, 1), found);
    }

    private static Task Ended(LiveRun run) => Wait(async () => (await run.Stands()).HasEnded);

    private static Task Wait(Func<bool> holds) => Wait(() => Task.FromResult(holds()));

    private static async Task Wait(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(20, Cancel);
    }

    private sealed class Hearing : ILoggerProvider, ISupportExternalScope
    {
        private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

        public ConcurrentQueue<(string Text, Dictionary<string, object?> Scope)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Ear(this);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

        public void Dispose()
        {
        }

        private sealed class Ear(Hearing hearing) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state) where TState : notnull => hearing.scopes.Push(state);

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter)
            {
                var scope = new Dictionary<string, object?>();
                hearing.scopes.ForEachScope((given, into) =>
                {
                    foreach (var (key, value) in given as IEnumerable<KeyValuePair<string, object>> ?? []) into[key] = value;
                }, scope);
                hearing.Lines.Enqueue((formatter(state, exception), scope));
            }
        }
    }
}
