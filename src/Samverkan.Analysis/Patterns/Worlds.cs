using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Statistics;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Patterns;

/// <summary>The lives of every variant, replication by replication with common random numbers.</summary>
public sealed class Worlds(IReadOnlyDictionary<string, IReadOnlyList<LifeRecord>> lives)
{
    public IReadOnlyList<LifeRecord> this[Variant variant] => lives[variant.Name];

    public double[] Each(Variant variant, Func<LifeRecord, double> figure) => [.. this[variant].Select(figure)];

    /// <summary>Mean over the replications in which the figure is defined.</summary>
    public double Mean(Variant variant, Func<LifeRecord, double> figure) =>
        Each(variant, figure).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();

    public double Mean(Variant variant, Indicator indicator, Years years) => Mean(variant, life => life.Over(indicator, years));

    public double Share(Variant variant, Func<LifeRecord, bool> holds) =>
        (double)this[variant].Count(holds) / this[variant].Count;

    /// <summary>The middle of the replications in which the figure is defined.</summary>
    public double Median(Variant variant, Func<LifeRecord, double> figure)
    {
        var sorted = Each(variant, figure).Where(value => !double.IsNaN(value)).Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }

    public PairedEstimate Difference(Variant from, Variant to, Indicator indicator, Years years) =>
        PairedEstimate.Of(Each(from, life => life.Over(indicator, years)), Each(to, life => life.Over(indicator, years)),
            indicator.Better, indicator.Kind());

    /// <summary>How one figure differs from another of the same lives.</summary>
    public PairedEstimate Change(Variant variant, Func<LifeRecord, double> before, Func<LifeRecord, double> after) =>
        PairedEstimate.Of(Each(variant, before), Each(variant, after), Better.Neither);

    /// <param name="blueprints">By variant, ready to run.</param>
    public static Worlds Run(IReadOnlyList<(Variant Variant, Blueprint Blueprint)> blueprints, IReadOnlyList<Job> jobs,
        Ensemble ensemble, EnsembleProgress progress, CancellationToken cancel)
    {
        var lives = blueprints.Select(_ => new List<LifeRecord>()).ToList();
        ensemble.Run(jobs, job => new LifeRecord(job.Blueprint), (job, life) => lives[job.Scenario].Add(life), progress, cancel);
        return new(blueprints.Zip(lives)
            .ToDictionary(pair => pair.First.Variant.Name, pair => (IReadOnlyList<LifeRecord>)pair.Second));
    }

    public static IReadOnlyList<Job> Plan(
        IReadOnlyList<(Variant Variant, Blueprint Blueprint)> blueprints, int replications, ulong seed) =>
    [
        .. Job.Paired([.. blueprints.Select(one => one.Blueprint)], replications, seed)
            .Select(job => job with { Detail = blueprints[job.Scenario].Variant.Full ? Detail.All : Detail.Headline }),
    ];
}
