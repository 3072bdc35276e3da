using System.Runtime.CompilerServices;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Policies;
using Samverkan.Model.Snapshots;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>Whatever is wrong with storage: a run is recorded and driven, or it is not there; and no month is lost.</summary>
public sealed class StorageTroubleTests : IClassFixture<TroubledSilos>, IDisposable
{
    private static readonly List<ulong[]> Expected = TestWorlds.InProcess(TestWorlds.Small, 5, 1);

    private readonly TroubledSilos silos;

    public StorageTroubleTests(TroubledSilos silos)
    {
        this.silos = silos;
        (silos.Troubled.Is, silos.Troubled.Of) = (StorageIs.Well, "");
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => silos.Troubled.Is = StorageIs.Well;

    [Fact]
    public async Task A_run_that_full_storage_does_not_take_is_not_there_and_can_be_started_when_there_is_room()
    {
        var (run, order) = Ordered();
        silos.Troubled.Is = StorageIs.Full;

        await Assert.ThrowsAsync<StorageFull>(() => run.Start(order));

        await Assert.ThrowsAsync<UnknownRun>(() => run.Stands());
        silos.Troubled.Is = StorageIs.Well;
        Assert.DoesNotContain(order.Of<RunOrder>().Run, await List());
        await run.Start(order);
        Assert.Equal(Expected, await Hashes(run));
        Assert.Contains(order.Of<RunOrder>().Run, await List());
    }

    [Fact]
    public async Task A_run_of_which_nobody_can_say_whether_storage_took_it_is_driven_if_storage_did()
    {
        var (run, order) = Ordered();
        await List();
        (silos.Troubled.Is, silos.Troubled.Of) = (StorageIs.Mute, "run/");

        await Assert.ThrowsAsync<StorageUnavailable>(() => run.Start(order));
        silos.Troubled.Is = StorageIs.Well;

        // Nobody starts it again: who looks finds it, and that it goes on.
        Assert.Contains(order.Of<RunOrder>().Run, await List());
        Assert.Equal(Expected, await Hashes(run));
        await run.Start(order);
    }

    [Theory]
    [InlineData(StorageIs.Away)]
    [InlineData(StorageIs.Mute)]
    [InlineData(StorageIs.Full)]
    public async Task A_run_whose_storage_is_in_trouble_waits_and_goes_on_by_itself_without_living_a_month_again(
        StorageIs trouble)
    {
        var (run, order) = Ordered(pauseAt: Month.Of(1996, 6));
        await run.Start(order);
        await Until(async () => (await Stands(run)).State == RunState.Paused);
        silos.Troubled.Is = trouble;

        // Who tells it so is told that it could not be kept.
        await Record.ExceptionAsync(() => run.Continue(null));
        await Until(async () => (await Stands(run)).State == RunState.Waiting);
        Assert.NotNull((await Stands(run)).Error);
        silos.Troubled.Is = StorageIs.Well;

        Assert.Equal(Expected, await Hashes(run));
        var done = await Stands(run);
        Assert.Equal((1, 0, 0), (done.Attempt, done.Failures, done.MonthsReplayed));
    }

    [Fact]
    public async Task Full_storage_lets_runs_be_listed_read_stopped_and_forgotten()
    {
        var (done, first) = Ordered();
        await done.Start(first);
        Assert.Equal(Expected, await Hashes(done));
        var (going, second) = Ordered(pauseAt: Month.Of(1996, 6));
        await going.Start(second);
        await Until(async () => (await Stands(going)).State == RunState.Paused);
        silos.Troubled.Is = StorageIs.Full;

        Assert.Contains(first.Of<RunOrder>().Run, await List());
        Assert.Equal(Expected, await Hashes(done));
        await going.Stop();
        await Until(async () => (await Stands(going)).State == RunState.Stopped);
        await going.Forget();
        await done.Forget();

        Assert.DoesNotContain(silos.Storage.Keys, key => key.Contains(first.Of<RunOrder>().Run, StringComparison.Ordinal));
        Assert.DoesNotContain(silos.Storage.Keys, key => key.Contains(second.Of<RunOrder>().Run, StringComparison.Ordinal));
        Assert.DoesNotContain(first.Of<RunOrder>().Run, await List());
    }

    [Fact]
    public async Task A_run_that_is_stopped_while_storage_is_full_is_recorded_as_stopped_when_there_is_room()
    {
        var (run, order) = Ordered(pauseAt: Month.Of(1996, 6));
        await run.Start(order);
        await Until(async () => (await Stands(run)).State == RunState.Paused);
        silos.Troubled.Is = StorageIs.Full;
        await run.Stop();
        await Until(async () => (await Stands(run)).State == RunState.Stopped);
        var ledger = new RunLedger(order.Of<RunOrder>().Run, new(silos.Storage, RetryPolicy.Storage));
        Assert.Equal(RunState.Running, (await ledger.Read())!.State);

        silos.Troubled.Is = StorageIs.Well;

        await Until(async () => (await ledger.Read())!.State == RunState.Stopped);
        await run.Forget();
        Assert.Null(await ledger.Read());
    }

    [Fact]
    public void Orders_are_equal_by_what_they_say_whatever_stands_in_the_place_of_values_that_are_absent()
    {
        // As memory may have it: no value, and something where it would be.
        var rubbish = 0x1234_5678_0000_0000L;
        var absent = Unsafe.As<long, Month?>(ref rubbish);
        Assert.Null(absent);
        var one = Order(With(null));
        var other = Order(With(absent));

        Assert.True(one.IsSameAs(other));
        Assert.True(one.IsSameAs(Snapshot.Read<RunOrder>(Snapshot.Of(other))));
        Assert.False(one.IsSameAs(Order(With(Month.Of(1999)))));
        Assert.False(
            one.IsSameAs(Order(With(null) with { Events = [new("law", Month.Of(1996), Scope.Everywhere, new NewLaw())] })));
        Assert.False(one.IsSameAs(Order(With(null) with { Counties = [.. TestWorlds.Small.Counties.Take(1)] })));

        static Blueprint With(Month? until) => TestWorlds.Small with
        {
            Interventions =
                [new("cut", "funding.controllable.county", Scope.Everywhere, Operation.Multiply, .8, Month.Of(1996), until,
                    Seasons: [1, 2])],
        };
    }

    private static RunOrder Order(Blueprint blueprint, string id = "same") => new(id, blueprint, 5, 1, Detail.Headline);

    private (IRunGrain Run, Envelope Order) Ordered(Month? pauseAt = null)
    {
        var id = $"trouble-{Guid.NewGuid():N}";
        var order = new RunOrder(id, TestWorlds.Small, 5, 1, Detail.Headline) { CheckpointMonths = 12, PauseAt = pauseAt };
        return (silos.Grains.GetGrain<IRunGrain>(id), new(default, false, order));
    }

    private Task<string[]> List() => silos.Grains.GetGrain<IRunList>(0).All();

    private static async Task<RunStanding> Stands(IRunGrain run) => (await run.Stands()).Of<RunStanding>();

    private static async Task<List<ulong[]>> Hashes(IRunGrain run)
    {
        var months = new List<ulong[]>();
        for (var next = TestWorlds.Small.From; next <= TestWorlds.Small.To;)
        {
            Stop.ThrowIfCancellationRequested();
            var progress = (await run.ReadSince(next.Index)).Of<RunProgress>();
            Assert.NotEqual(RunState.Failed, progress.Run.State);
            foreach (var month in progress.Months)
            {
                months.Add([.. month.Hashes]);
                next = month.Month + 1;
            }
        }
        await Until(async () => (await Stands(run)).HasEnded);
        return months;
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        while (!await holds())
            await Task.Delay(20, Stop);
    }
}
