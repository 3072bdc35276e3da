using CsCheck;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Xunit;

namespace Samverkan.Runs.Tests.Execution;

public class PairCheckTests
{
    private static readonly Blueprint[] Two = [FakeWorld.Scenario("base"), FakeWorld.Scenario("other")];

    [Fact]
    public void Scenarios_may_differ_from_their_first_difference_on() =>
        Gen.Int[0, 23].Sample(after =>
        {
            var month = Month.Of(1995) + after;
            Check(new FakeWorld().Differs("other", month), allowed: month);
        });

    [Fact]
    public void A_scenario_that_differs_before_it_may_is_caught_and_the_culprit_named() =>
        Gen.Select(Gen.Int[0, 22], Gen.Int[1, 23]).Where((actual, allowed) => actual < allowed).Sample((actual, allowed) =>
        {
            var month = Month.Of(1995) + actual;
            var failure = Assert.Throws<ModelCheckFailed>(() =>
                Check(new FakeWorld().Differs("other", month), allowed: Month.Of(1995) + allowed));

            Assert.Equal((month, "committee/0001", "trust"),
                (failure.Divergence!.Month, failure.Divergence.Actor, failure.Divergence.Field));
            Assert.Contains($"{month}: committee/0001, trust:", failure.Message);
        });

    [Fact]
    public void A_scenario_without_a_difference_must_be_equal_to_the_last_month()
    {
        Check(new FakeWorld(), allowed: null);

        var last = Two[0].To;
        var failure = Assert.Throws<ModelCheckFailed>(() => Check(new FakeWorld().Differs("other", last), allowed: null));
        Assert.Equal(last, failure.Divergence!.Month);
    }

    [Fact]
    public void A_run_that_ends_early_differs_from_there_on()
    {
        Blueprint[] scenarios = [FakeWorld.Scenario("base", months: 24), FakeWorld.Scenario("other", months: 20)];

        Assert.Throws<ModelCheckFailed>(() => Check(new FakeWorld(), allowed: null, scenarios));
        Check(new FakeWorld(), allowed: Month.Of(1995) + 20, scenarios);
    }

    private static void Check(FakeWorld world, Month? allowed, Blueprint[]? scenarios = null)
    {
        var jobs = Job.Paired(scenarios ?? Two, 2, seed: 1);
        var check = new PairCheck(world.Start, [null, allowed], CancellationToken.None);
        new Ensemble(world.Start, 1)
            .Run(jobs, job => new Trace(job.Blueprint.From), check.Take, EnsembleProgress.Of(jobs), CancellationToken.None);
    }
}
