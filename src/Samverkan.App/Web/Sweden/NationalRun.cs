using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Sweden;

/// <summary>A measure that makes sense of a whole county.</summary>
/// <param name="PerInhabitants">Persons per so many inhabitants; 0: a mean over the municipalities, weighted by those whom it is
/// about.</param>
public sealed record CountyMeasure(Indicator Indicator, string Title, string Unit, int Decimals, int PerInhabitants = 0,
    double Scale = 1)
{
    public static IReadOnlyList<CountyMeasure> All { get; } =
    [
        new(IndicatorCatalogue.UnmetPerEligible, "unmet needs per eligible", "needs", 2),
        new(IndicatorCatalogue.Reach, "reach", "%", 0, Scale: .01),
        new(IndicatorCatalogue.InService, "people in service", "per 10,000 inhabitants", 1, 10_000),
        new(IndicatorCatalogue.Waiting, "people waiting", "per 10,000 inhabitants", 1, 10_000),
        new(IndicatorCatalogue.BedDays, "bed days per person and year", "days", 1),
        new(IndicatorCatalogue.CostPerPerson, "cost per person and year", "kSEK", 0, Scale: 1000),
        new(IndicatorCatalogue.CooperationIndex, "cooperation", "index", 2),
        new(IndicatorCatalogue.Trust, "trust", "index", 2),
    ];
}

/// <summary>One replication of a scenario of many counties, kept by county and year. Runs in the background of the
/// pages.</summary>
public sealed class NationalRun
{
    private readonly Dictionary<ActorPath, int> countyOf = [];
    private readonly long[] inhabitants;
    private readonly double[,,] sums;
    private readonly double[,,] weights;

    private NationalRun(Scenario scenario)
    {
        var blueprint = scenario.Blueprint;
        (Scenario, Counties, FirstYear) = (scenario, [.. blueprint.Counties], blueprint.From.Year);
        Years = blueprint.To.Year - FirstYear + 1;
        for (var county = 0; county < Counties.Count; county++)
            foreach (var municipality in Counties[county].Municipalities)
                countyOf.Add(ActorPath.Municipality(municipality.Code), county);
        inhabitants = [.. Counties.Select(county => county.Municipalities.Sum(municipality => (long)municipality.Population))];
        sums = new double[Counties.Count, CountyMeasure.All.Count, Years];
        weights = new double[Counties.Count, CountyMeasure.All.Count, Years];
    }

    public Scenario Scenario { get; }

    public IReadOnlyList<CountyOnMap> Counties { get; }

    public int FirstYear { get; }

    public int Years { get; }

    /// <summary>0 to 1.</summary>
    public double Share { get; private set; }

    public bool IsDone { get; private set; }

    public string? Error { get; private set; }

    public static NationalRun Start(Scenario scenario, StartRun start)
    {
        var run = new NationalRun(scenario);
        _ = Task.Factory.StartNew(() => run.Run(start), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        return run;
    }

    /// <summary>A county's figure of a year; not a number where there is none.</summary>
    public double Of(int county, int measure, int year)
    {
        var (sum, weight, what) = (sums[county, measure, year], weights[county, measure, year], CountyMeasure.All[measure]);
        if (weight == 0) return double.NaN;
        // Counts: mean of the months over all inhabitants; the weight is the number of months.
        return what.PerInhabitants > 0 ? sum / weight / inhabitants[county] * what.PerInhabitants : sum / weight / what.Scale;
    }

    public long Inhabitants(int county) => inhabitants[county];

    private async Task Run(StartRun start)
    {
        try
        {
            var blueprint = Scenario.Blueprint;
            var run = start(blueprint, 1, 1, Detail.Headline);
            while (!run.Finished)
            {
                Take(await run.Advance());
                Share = (run.Next - blueprint.From) / (double)(blueprint.To - blueprint.From + 1);
            }
            IsDone = true;
        }
        catch (Exception e)
        {
            Error = e.Message;
        }
    }

    private void Take(MonthResult month)
    {
        var year = month.Month.Year - FirstYear;
        var eligible = new Dictionary<ActorPath, double>();
        foreach (var seen in month.Observations)
            if (seen.Group is null && seen.Indicator == IndicatorCatalogue.Eligible) eligible[seen.Actor] = seen.Value;
        foreach (var seen in month.Observations)
        {
            if (seen.Group is not null || double.IsNaN(seen.Value) || !countyOf.TryGetValue(seen.Actor, out var county)) continue;
            for (var measure = 0; measure < CountyMeasure.All.Count; measure++)
            {
                if (CountyMeasure.All[measure].Indicator != seen.Indicator) continue;
                var counts = CountyMeasure.All[measure].PerInhabitants > 0;
                var weight = counts ? 1 : eligible.GetValueOrDefault(seen.Actor);
                sums[county, measure, year] += seen.Value * weight;
                weights[county, measure, year] += counts ? 1.0 / Counties[county].Municipalities.Length : weight;
            }
        }
    }
}
