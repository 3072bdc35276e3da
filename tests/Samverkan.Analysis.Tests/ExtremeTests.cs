using Samverkan.Analysis.Comparisons;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Execution;
using Xunit;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Tests;

/// <summary>Where everything is taken away, the headline must show it: a figure that does not is no figure to decide
/// by.</summary>
public class ExtremeTests
{
    private const int Replications = 3;
    private static readonly Month Start = Blueprint.Case.From + 24;
    private static readonly Blueprint Usual = Blueprint.Case with { To = Month.Of(2002, 12) };

    private static readonly Blueprint Nothing = Usual with
    {
        Parameters = Usual.Parameters.With(
            new[] { "ward.beds", "services.housingPlaces", "services.clinicPosts",
                "services.officePosts" }.Select(id => KeyValuePair.Create(Catalogue.Get(id), 0.0))),
    };

    [Fact]
    public void Without_beds_housing_and_staff_people_fare_visibly_worse_on_the_headline()
    {
        var usual = Live(Usual);
        var nothing = Live(Nothing);
        double Of(IReadOnlyList<HorizonFigures> runs, Indicator indicator) => runs.Average(run => run.From(Start, indicator));

        Assert.True(Of(nothing, UnmetPerEligible) > 1.2 * Of(usual, UnmetPerEligible),
            $"{Of(usual, UnmetPerEligible):0.00} -> {Of(nothing, UnmetPerEligible):0.00}");
        Assert.True(Of(nothing, UnmetCrises) > 5 * Of(usual, UnmetCrises) + 10,
            $"crises without a bed {Of(usual, UnmetCrises):0.0} -> {Of(nothing, UnmetCrises):0.0}");
        Assert.True(Of(nothing, ManyNeedsOutside) > Of(usual, ManyNeedsOutside) + .1,
            $"{Of(usual, ManyNeedsOutside):0.00} -> {Of(nothing, ManyNeedsOutside):0.00}");
        Assert.True(Of(nothing, LongOut) > Of(usual, LongOut), $"{Of(usual, LongOut):0.0} -> {Of(nothing, LongOut):0.0}");
    }

    private static IReadOnlyList<HorizonFigures> Live(Blueprint world)
    {
        var runs = new List<HorizonFigures>();
        var jobs = Job.Paired([world], Replications, seed: 1);
        new Ensemble(InProcessRun.Start, 2).Run(
            jobs, job => new HorizonFigures(job.Blueprint), (_, run) => runs.Add(run), EnsembleProgress.Of(jobs),
            TestContext.Current.CancellationToken);
        return runs;
    }
}
