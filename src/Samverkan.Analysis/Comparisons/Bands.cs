using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Statistics;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>One indicator of one scenario over time, by quarter. Not a number where the indicator is undefined.</summary>
/// <param name="Mean">Over all replications.</param>
/// <param name="Low">The tenth percentile of the replications, <paramref name="High"/> the ninetieth.</param>
/// <param name="Difference">Mean of the paired differences to the base; empty for the base itself.</param>
/// <param name="DifferenceLow">Lower end of the 95 % interval of that mean.</param>
public sealed record Band(
    Indicator Indicator, double[] Mean, double[] Low, double[] High, double[] Difference, double[] DifferenceLow,
        double[] DifferenceHigh)
{
    /// <summary>Lower end of where the expected difference lies over all that is not known; empty where nobody asked.</summary>
    public double[] UnknownLow { get; init; } = [];

    /// <summary>Upper end of it.</summary>
    public double[] UnknownHigh { get; init; } = [];

    /// <summary>The tenth percentile of the runs under draws of all that is not known; empty where nobody asked.</summary>
    public double[] DrawnLow { get; init; } = [];

    /// <summary>The ninetieth.</summary>
    public double[] DrawnHigh { get; init; } = [];
}

/// <summary>
/// Reduces trajectories to bands, in the order of the jobs. Means and intervals use all replications. Percentiles use the
/// first two hundred, so that memory does not grow with the number of replications.
/// </summary>
public sealed class Bands(Blueprint blueprint, int scenarios)
{
    /// <summary>The indicators that are drawn over time, people first.</summary>
    public static IReadOnlyList<Indicator> Drawn { get; } =
    [
        IndicatorCatalogue.UnmetPerEligible, IndicatorCatalogue.InService, IndicatorCatalogue.Waiting, IndicatorCatalogue.BedDays,
        IndicatorCatalogue.CountyDemandCost, IndicatorCatalogue.MunicipalDemandCost, IndicatorCatalogue.CostPerPerson,
        IndicatorCatalogue.Strain,
        IndicatorCatalogue.CooperationIndex, IndicatorCatalogue.Trust, IndicatorCatalogue.JointUnits, IndicatorCatalogue.Meetings,
    ];

    public const int MostForPercentiles = 200;
    private const double Confidence = 0.95;

    private readonly Moments[] levels = OnePerScenario(blueprint, scenarios);
    private readonly Moments[] differences = OnePerScenario(blueprint, scenarios);
    private readonly List<float[]>[] kept = [.. Enumerable.Range(0, scenarios).Select(_ => new List<float[]>())];
    private IReadOnlyList<float> @base = [];

    /// <summary>
    /// By scenario, then by draw: the headline figures under draws of all that is not known; null where nobody asked.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<float[]>>? UnderDraws { get; set; }

    public IReadOnlyList<Month> Quarters { get; } = Trajectory.Quarters(blueprint);

    /// <summary>Takes runs in the order of <see cref="Job.Paired"/>: a replication's base first.</summary>
    public void Take(int scenario, Trajectory run)
    {
        if (scenario == 0)
            @base = run.Values;
        levels[scenario].Add(run.Values);
        if (scenario > 0)
            differences[scenario].Add(run.Values, @base);
        if (kept[scenario].Count < MostForPercentiles)
            kept[scenario].Add([.. run.Values]);
    }

    public Band Of(int scenario, Indicator indicator)
    {
        int[] cells = [.. Enumerable.Range(0, Quarters.Count).Select(quarter => Trajectory.PlaceOf(quarter, indicator))];
        double[] Over(Func<int, double> value) => [.. cells.Select(value)];
        var (level, difference) = (levels[scenario], differences[scenario]);
        var lived = Sorted(kept[scenario], cells);
        var band = new Band(indicator, Over(level.Mean), Percentile(lived, .1), Percentile(lived, .9), [], [], []);
        if (UnderDraws is not null)
        {
            var drawn = Sorted(UnderDraws[scenario], cells);
            band = band with { DrawnLow = Percentile(drawn, .1), DrawnHigh = Percentile(drawn, .9) };
        }
        if (scenario == 0)
            return band;
        RangeOverDraws?[] unknown = UnderDraws is null ? []
            : [.. cells.Select(cell => Unknown(scenario, cell, indicator.Kind()))];
        return band with
        {
            Difference = Over(difference.Mean),
            DifferenceLow = Over(at => indicator.Kind().Change(difference.Mean(at) - difference.HalfWidth(at))),
            DifferenceHigh = Over(at => indicator.Kind().Change(difference.Mean(at) + difference.HalfWidth(at))),
            UnknownLow = [.. unknown.Select(range => range?.Low ?? double.NaN)],
            UnknownHigh = [.. unknown.Select(range => range?.High ?? double.NaN)],
        };
    }

    private static double[] Percentile(double[][] sorted, double share) =>
        [.. sorted.Select(values => values.Length == 0 ? double.NaN : SortedArrayStatistics.Quantile(values, share))];

    private RangeOverDraws? Unknown(int scenario, int cell, FigureKind kind) => RangeOverDraws.Of(
        UnderDraws![0].Zip(UnderDraws[scenario], (before, after) => (double)after[cell] - before[cell]),
            differences[scenario].Variance(cell), kind);

    private static Moments[] OnePerScenario(Blueprint blueprint, int scenarios) =>
        [.. Enumerable.Range(0, scenarios)
            .Select(_ => new Moments(Trajectory.Quarters(blueprint).Count * IndicatorCatalogue.All.Count))];

    private static double[][] Sorted(IReadOnlyList<float[]> runs, IEnumerable<int> cells) =>
        [.. cells.Select(cell => runs.Select(run => (double)run[cell]).Where(value => !double.IsNaN(value)).Order().ToArray())];

    /// <summary>Running means and variances of many cells (Welford). They depend only on the order of the runs.</summary>
    private sealed class Moments(int cells)
    {
        private readonly int[] counts = new int[cells];
        private readonly double[] means = new double[cells];
        private readonly double[] squares = new double[cells];
        private int lastFreedom;
        private double lastQuantile;

        public void Add(IReadOnlyList<float> values, IReadOnlyList<float>? less = null)
        {
            for (var at = 0; at < cells; at++)
            {
                var value = (double)values[at] - (less is null ? 0 : less[at]);
                if (double.IsNaN(value))
                    continue;
                var off = value - means[at];
                means[at] += off / ++counts[at];
                squares[at] += off * (value - means[at]);
            }
        }

        private double TQuantile(int freedom)
        {
            if (freedom != lastFreedom)
                (lastFreedom, lastQuantile) = (freedom, StudentT.InvCDF(0, 1, freedom, 1 - (1 - Confidence) / 2));
            return lastQuantile;
        }

        public double Mean(int at) => counts[at] == 0 ? double.NaN : means[at];

        public double Variance(int at) => counts[at] < 2 ? double.NaN : squares[at] / (counts[at] - 1);

        public double HalfWidth(int at) => counts[at] < 2
            ? double.NaN
            : TQuantile(counts[at] - 1) * Math.Sqrt(squares[at] / (counts[at] - 1) / counts[at]);
    }
}
