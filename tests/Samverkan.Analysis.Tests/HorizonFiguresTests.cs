using Samverkan.Analysis.Comparisons;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

/// <summary>Totals over the horizon are of every replication, and reconcile with each other.</summary>
public class HorizonFiguresTests
{
    private static readonly Blueprint World = Blueprint.Case with { To = Month.Of(1997, 12) };

    [Fact]
    public void What_each_replication_pays_sums_to_its_cost()
    {
        var runs = Live(replications: 3);

        Assert.All(runs, run =>
        {
            var years = Enumerable.Range(World.From.Year, World.To.Year - World.From.Year + 1);
            var county = Enum.GetValues<Flow>().Where(flow => FlowKinds.Between(flow).From == Account.County)
                .Sum(flow => years.Sum(year => run.Horizon.Paid(year, flow)));
            var cost = run.Period[CountyCost] * years.Count();
            Assert.True(cost > 1e6);
            Assert.Equal(cost, county, 1.0);
        });
    }

    [Fact]
    public void Payments_over_a_period_are_those_of_the_horizon() => Assert.All(Live(replications: 2), run => Assert.Equal(
        run.Horizon.Paid(1996, Flow.CountyBedDays) + run.Horizon.Paid(1997, Flow.CountyBedDays),
        2 * run.Breakdown.Of(Flow.CountyBedDays), 1.0));

    [Fact]
    public void A_mean_while_a_policy_lasts_is_of_its_own_months() => Assert.All(Live(replications: 1), run =>
    {
        Assert.Equal(run.Years.Years[1].Figures[UnmetPerEligible],
            run.Horizon.From(Month.Of(1996), UnmetPerEligible, Month.Of(1996, 12)), 9);
        Assert.Equal(run.Horizon.From(Month.Of(1996), UnmetPerEligible),
            run.Horizon.From(Month.Of(1996), UnmetPerEligible, World.To), 9);
        Assert.NotEqual(run.Horizon.From(Month.Of(1996), UnmetPerEligible),
            run.Horizon.From(Month.Of(1996), UnmetPerEligible, Month.Of(1996, 12)));
        Assert.Equal(run.Years.Years[1].Figures[UnmetCrises], run.Horizon.From(Month.Of(1996), UnmetCrises, Month.Of(1996, 12)),
            9);
    });

    [Theory]
    [InlineData("funding-cut", null)]
    [InlineData("funding-cut-restored", "2007-12")]
    [InlineData("economic-crisis", "2012-12")]
    [InlineData("no-stakeholders", null)]
    [InlineData("leaders-replaced-early", null)]
    [InlineData("null-change", null)]
    public void A_policy_ends_when_all_of_it_does(string scenario, string? end)
    {
        Scenario Read(string id) => ScenarioReader.Read(Path.Combine(Paths.Library!, id + ".yaml"));
        Assert.Equal(end, PolicyEnd.Of(Read("baseline"), Read(scenario))?.ToString());
    }

    private static List<Watched> Live(int replications)
    {
        var runs = new List<Watched>();
        var jobs = Job.Paired([World], replications, seed: 1);
        new Ensemble(InProcessRun.Start, 2).Run(
            jobs, job => new Watched(job.Blueprint), (_, run) => runs.Add(run), EnsembleProgress.Of(jobs),
            TestContext.Current.CancellationToken);
        return runs;
    }

    private sealed class Watched(Blueprint world) : IRunObserver
    {
        public HorizonFigures Horizon { get; } = new(world);

        public PeriodFigures Period { get; } = new();

        public YearFigures Years { get; } = new();

        public BreakdownFigures Breakdown { get; } = new(Month.Of(1996));

        public void Observe(MonthResult month)
        {
            Horizon.Observe(month);
            Period.Observe(month);
            Years.Observe(month);
            Breakdown.Observe(month);
        }

        public void Finish()
        {
            Period.Finish();
            Years.Finish();
        }
    }
}
