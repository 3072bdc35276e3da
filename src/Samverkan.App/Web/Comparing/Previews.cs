using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Comparing;

/// <summary>A first look at what a draft does: means over a few pairs, at the shipped values. It is no result.</summary>
/// <param name="Pairs">Pairs of runs that it rests on.</param>
/// <param name="Until">The last year.</param>
internal sealed record Preview(int Pairs, int Until, IReadOnlyList<PreviewFigure> Figures);

/// <summary>What the draft changes in a figure.</summary>
/// <param name="Least">In the pair in which it is least.</param>
internal sealed record PreviewFigure(string Label, double Mean, double Least, double Most, int Decimals)
{
    public string MeanInWords => InWords(Mean);

    public string RangeInWords => $"{InWords(Least)} .. {InWords(Most)}";

    private string InWords(double value) =>
        value.ToString(Decimals == 0 ? "+0;-0;0" : "+0.0;-0.0;0.0", CultureInfo.InvariantCulture);
}

/// <summary>Makes previews, one at a time, so that they take nothing from comparisons but a moment.</summary>
internal sealed class Previews(StartRun start)
{
    private const int MostPairs = 4;
    private const int FewestPairs = 2;

    // Runs of more people would take seconds.
    private const long MostInhabitants = 500_000;

    private readonly SemaphoreSlim turn = new(1);

    /// <returns>null: nothing differs, or the place is too large for a look within a second or two.</returns>
    /// <exception cref="ModelCheckFailed">The pair comes apart without a reason.</exception>
    /// <exception cref="OperationCanceledException">Nobody waits any longer.</exception>
    public async Task<Preview?> Of(Scenario @base, Scenario own, CancellationToken cancel)
    {
        var inhabitants = own.Blueprint.Counties.SelectMany(county => county.Municipalities).Sum(place => (long)place.Population);
        var pairs = (int)Math.Min(MostPairs, MostInhabitants / Math.Max(1, inhabitants));
        if (pairs < FewestPairs || ScenarioDiff.FirstDifference(@base, own) is not { } differs)
            return null;
        await turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => Look([@base, own], pairs, differs, cancel), cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    private Preview Look(Scenario[] scenarios, int pairs, Model.Month since, CancellationToken cancel)
    {
        var jobs = Job.Paired([.. scenarios.Select(one => one.Blueprint)], pairs, seed: 1);
        var comparison = PairedComparison.Run(scenarios, 1, since, jobs, new Ensemble(start, Environment.ProcessorCount),
            new PairCheck(start, [null, since], cancel), _ => [], EnsembleProgress.Of(jobs), cancel);
        return new(pairs, scenarios[0].Blueprint.To.Year,
        [
            Figure("person-years of unmet need", run => run.Horizon.Total(IndicatorCatalogue.UnmetNeedMonths) / 12),
            Figure("people in service", run => run.Horizon.From(since, IndicatorCatalogue.InService)),
            Figure("crises without a bed per year", run => run.Horizon.From(since, IndicatorCatalogue.UnmetCrises), 1),
            .. SpendingKinds.Sectors.Select(sector => Figure(
                sector == Account.County ? "the county's spending, MSEK" : "the municipality's spending, MSEK",
                run => Spent(run, sector) / 1e6, 1)),
        ]);

        PreviewFigure Figure(string label, Func<RunOutcome, double> figure, int decimals = 0)
        {
            var differences = comparison.Outcomes[1]
                .Zip(comparison.Outcomes[0], (after, before) => figure(after) - figure(before))
                .Where(double.IsFinite).DefaultIfEmpty().ToList();
            return new(label, differences.Average(), differences.Min(), differences.Max(), decimals);
        }

        double Spent(RunOutcome run, Account sector) => Enumerable
            .Range(scenarios[0].Blueprint.From.Year, scenarios[0].Blueprint.To.Year - scenarios[0].Blueprint.From.Year + 1)
            .Sum(year => SpendingKinds.Net(sector, flow => run.Horizon.Paid(year, flow)));
    }
}
