using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>A run can be held, stepped, changed and branched off while it goes on, and stays a run that can be made
/// again.</summary>
public sealed class LiveTests(LiveSilo silo) : IClassFixture<LiveSilo>
{
    public static TheoryData<Granularity> Granularities => ComplianceTests.Granularities;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_that_stands_still_lives_as_many_months_as_it_is_told_to()
    {
        var run = await Started(Granularity.Municipality);

        await run.Step(3);
        Assert.Equal(run.From + 3, (await Still(run)).Next);
        await run.Step();
        Assert.Equal(run.From + 4, (await Still(run)).Next);
        await run.Resume();

        Assert.Equal(RunState.Done, (await Ended(run)).State);
    }

    [Theory]
    [MemberData(nameof(Granularities))]
    public async Task A_run_that_is_held_while_it_goes_on_stands_where_it_says_and_goes_on_from_there(Granularity granularity)
    {
        // Sooner or later, however fast it goes, the hand comes down between its first month and its last.
        var held = 0;
        for (var wait = 1.0; wait < 3000 && held < 3; wait *= 1.2)
        {
            var run = await Started(granularity);
            await run.Resume();
            await Task.Delay((int)wait, Cancel);
            await run.Pause();
            var stands = await run.Stands();
            if (stands.State == RunState.Paused && stands.Next > run.From && stands.Next + 2 <= run.To)
            {
                held++;
                await run.Step(2);
                Assert.Equal(stands.Next + 2, (await Still(run)).Next);
            }
            await run.Forget();
        }

        Assert.True(held > 0, "No run was held between its first month and its last.");
    }

    [Theory]
    [MemberData(nameof(Granularities))]
    public async Task A_run_that_was_changed_while_it_went_on_has_the_hashes_of_the_scenario_with_the_change_written_into_it(
        Granularity granularity)
    {
        var run = await Started(granularity);
        await run.Step(17);
        var next = (await Still(run)).Next;
        var change = Cut(await run.Blueprint(), next);

        var month = await run.Intervene(change);
        await run.Step(9);
        await Still(run);
        await run.Intervene(Triggered(await run.Blueprint(), next + 9));
        await run.Resume();
        await Ended(run);

        Assert.Equal(next, month);
        var written = Triggered(TestWorlds.Live.Blueprint, next + 9).From(next + 9)
            .Onto(change.From(next).Onto(TestWorlds.Live.Blueprint));
        var found = await Hashes(run);
        Assert.Equal(TestWorlds.InProcess(written, 3, 1), found);
        Assert.Equal(TestWorlds.InProcess(await run.Blueprint(), 3, 1), found);
        Assert.NotEqual(TestWorlds.InProcess(TestWorlds.Live.Blueprint, 3, 1), found);
    }

    [Fact]
    public async Task A_change_that_is_past_or_comes_after_the_end_is_refused_with_a_reason()
    {
        var run = await Started(Granularity.Municipality);
        var cut = Cut(await run.Blueprint(), run.From);
        await run.Step(5);
        await Still(run);
        await run.Intervene(cut with { Interventions = [cut.Interventions[0] with { At = run.From + 9 }] });

        var past = await Assert.ThrowsAsync<CannotChange>(() => run.Intervene(cut.From(run.From + 1)));
        await run.Resume();
        await Ended(run);
        var late = await Assert.ThrowsAsync<CannotChange>(() => run.Intervene(cut));

        Assert.Contains("is past", past.Message, StringComparison.Ordinal);
        Assert.Contains("has ended", late.Message, StringComparison.Ordinal);
        Assert.Single((await run.Stands()).Interventions);
    }

    [Theory]
    [MemberData(nameof(Granularities))]
    public async Task A_branch_is_the_same_run_until_its_month_and_another_after_it(Granularity granularity)
    {
        var run = await Started(granularity);
        await run.Resume();
        await Ended(run);
        var at = Month.Of(1997, 3);

        var branch = await run.Fork(run.Id + "-branch", at, Cut(await run.Blueprint(), at));
        var stands = await Ended(branch);

        var (trunk, twig) = (await Hashes(run), await Hashes(branch));
        var same = at - run.From;
        Assert.Equal(trunk.Take(same), twig.Take(same));
        Assert.NotEqual(trunk[^1], twig[^1]);
        Assert.Equal(TestWorlds.InProcess(await branch.Blueprint(), 3, 1), twig);
        Assert.Equal((run.Id, 0), (stands.ForkedFrom, stands.Failures));
    }

    [Fact]
    public async Task Whoever_watches_gets_the_same_frames_at_any_time_and_the_organisation_whole()
    {
        var run = await Started(Granularity.Team);
        await run.Step(30);
        await Still(run);

        var first = await run.ReadSince(run.From, 30);
        var later = await run.ReadSince(run.From + 20);
        await run.Resume();
        await Ended(run);
        var again = await run.ReadSince(run.From, 30);

        Assert.Equal(30, first.Months.Length);
        Assert.Equal(first.Months.Select(Text), again.Months.Select(Text));
        Assert.Equal(first.Months.Skip(20).Select(Text), later.Months.Select(Text));
        foreach (var frame in first.Months)
            Assert.All(frame.Actors, actor => Assert.True(actor.Parent is null
                || frame.Actors.Any(other => other.Path == actor.Parent), $"{actor.Path} hangs in the air."));
        Assert.Contains(first.Months[29].Actors, actor => actor.Kind == ActorKind.Team);
        Assert.NotEmpty(again.Months.SelectMany(frame => frame.Minutes));
    }

    [Fact]
    public async Task An_id_that_nobody_knows_is_answered_with_the_one_that_was_meant()
    {
        var run = await Started(Granularity.Municipality);

        var unknown = await Assert.ThrowsAsync<UnknownRun>(() => silo.Runs.Find(run.Id + "x"));

        Assert.Equal($"There is no run '{run.Id}x'. Did you mean '{run.Id}'?", unknown.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\r\n")]
    public async Task An_id_of_blanks_is_one_that_nobody_knows(string id)
    {
        await Assert.ThrowsAsync<UnknownRun>(() => silo.Runs.Find(id));
        await Assert.ThrowsAsync<UnknownRun>(() => silo.Runs.Forget(id));
    }

    [Fact]
    public async Task A_run_that_is_forgotten_leaves_nothing_behind()
    {
        var run = await Started(Granularity.Municipality);
        await run.Step(40);
        await Still(run);

        await run.Forget();

        await Assert.ThrowsAsync<UnknownRun>(() => silo.Runs.Find(run.Id));
        Assert.DoesNotContain(await silo.Runs.List(), other => other.Id == run.Id);
    }

    [Theory]
    [MemberData(nameof(Granularities))]
    public async Task A_run_under_the_name_of_a_forgotten_one_meets_none_of_its_actors(Granularity granularity)
    {
        var before = await Started(granularity);
        await before.Resume();
        await Ended(before);
        await before.Forget();

        var run = await silo.Runs.Start(new(before.Id, TestWorlds.Live, Seed: 4, Granularity: granularity));
        var stands = await Ended(run);

        Assert.Equal((1, 0), (stands.Attempt, stands.Failures));
        Assert.Equal(TestWorlds.InProcess(TestWorlds.Live.Blueprint, 4, 1), await Hashes(run));
    }

    [Theory]
    [MemberData(nameof(Granularities))]
    public async Task From_what_is_kept_of_a_run_another_executor_goes_on_to_the_same_hashes(Granularity granularity)
    {
        var run = await Started(granularity);
        await run.Step(30);
        await Still(run);

        var kept = await run.KeptBefore(run.From + 30);

        Assert.Null(await run.KeptBefore(run.From - 1));
        Assert.Equal(run.From + 24, kept!.Next);
        var simulation = Simulation.Resume(await run.Blueprint(), 3, 1, Detail.Headline, kept);
        var months = TestWorlds.InProcess(TestWorlds.Live.Blueprint, 3, 1).Skip(24);
        foreach (var month in months) Assert.Equal(month, simulation.Advance().Hashes);
    }

    private Task<LiveRun> Started(Granularity granularity) =>
        silo.Runs.Start(new($"live-{Guid.NewGuid():N}", TestWorlds.Live, Seed: 3, Granularity: granularity, IsPaused: true));

    private static async Task<RunStanding> Still(LiveRun run)
    {
        for (; ; await Task.Delay(5, Cancel))
            if (await run.Stands() is { State: RunState.Paused } standing) return standing;
    }

    private static async Task<RunStanding> Ended(LiveRun run)
    {
        for (; ; await Task.Delay(5, Cancel))
            if (await run.Stands() is { HasEnded: true } standing) return standing;
    }

    private static async Task<List<ulong[]>> Hashes(LiveRun run)
    {
        var months = new List<ulong[]>();
        for (var reader = await run.Read(); !reader.Finished;)
            months.Add([.. (await reader.Advance()).Hashes]);
        return months;
    }

    private static string Text(Frame frame) =>
        $"{frame.Month} {frame.People} "
            + $"{string.Join(' ', frame.Actors.Select(actor => $"{actor.Path}<{actor.Parent} "
            + $"{string.Join(',', actor.Values.Select(value => $"{value.Indicator.Id}={value.Value:R}"))}"))} {frame.Minutes.Length}";

    private static PolicyChange Cut(Blueprint world, Month next) => PolicyFile.Parse(
        "interventions: [{ id: cut, lever: funding.controllable, scope: { sector: county }, change: { multiply: 0.7 } }]", "cut",
        world, next);

    private static PolicyChange Triggered(Blueprint world, Month next) => PolicyFile.Parse("""
        interventions:
          - { id: rescue, lever: nation.stimulusGrant, change: { set: '12 MSEK/yr per 96,000' }, when: { indicator: people.eligible, above: 5, for: 2 months } }
          - { id: announced, lever: nation.stimulusGrant, change: { add: '20 MSEK/yr per 96,000' } }
        events: [{ id: newcomers, event: influx, group: dual, amount: 15 persons }]
        """, "rescue", world, next);
}

/// <summary>A silo within the test's process, as a web page has it.</summary>
public sealed class LiveSilo : IAsyncLifetime
{
    private LiveRuns? runs;

    public LiveRuns Runs => runs!;

    public async ValueTask InitializeAsync() => runs = await LiveRuns.Embedded();

    public ValueTask DisposeAsync() => Runs.DisposeAsync();
}
