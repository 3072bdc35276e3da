using System.Collections.Immutable;
using Samverkan.Analysis.Studies.Sampling;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Everything that a study crosses: policies, lever points and samples. A cell is one of each; its replications share
/// their random numbers with those of every other cell.
/// </summary>
public sealed class Design
{
    // Blueprints of more cells than this are made anew for each run: memory must not grow with a grid.
    private const int MostKept = 512;

    private readonly List<double[]> units;
    private readonly Blueprint?[] certain;

    public Design(Study study)
    {
        Study = study;
        Points = LeverPoint.All(study);
        units = [.. UnitsOf(study)];
        certain = new Blueprint?[study.Policies.Length * Points.Length <= MostKept ? study.Policies.Length * Points.Length : 0];
    }

    public Study Study { get; }

    public ImmutableArray<LeverPoint> Points { get; }

    /// <summary>How many samples there are so far; at least 1. A calibration adds more, wave by wave.</summary>
    public int Samples => units.Count;

    public int Cells => Study.Policies.Length * Points.Length * Samples;

    /// <summary>The quantile of every factor in a sample.</summary>
    public double[] Unit(int sample) => units[sample];

    /// <summary>
    /// The independent draw that a sample belongs to. A walk of Morris's and a block of Sobol's design are built on one; one at
    /// a time nothing is drawn. Samples of a hypercube or a sequence lie more evenly than draws would: to take them for draws
    /// makes an interval rather too wide.
    /// </summary>
    public int DrawOf(int sample) => Study.Sampling?.Method switch
    {
        SamplingMethod.OneAtATime => 0,
        SamplingMethod.Morris => sample / (Study.Uncertain.Length + 1),
        SamplingMethod.SobolIndices => sample / (Study.Uncertain.Length + 2),
        _ => sample,
    };

    /// <summary>
    /// The replication that a run lives. Samples share them, so that luck does not hide what the samples do; those of a
    /// calibration
    /// have each their own, since the world's one history is to be told from all of them, not from a few that all samples lived.
    /// </summary>
    public int Lived(int sample, int replication) =>
        Study.Calibration is null ? replication : sample * Study.Replications + replication;

    /// <summary>Forgets the samples of a calibration, whose waves bring them anew.</summary>
    public void Clear() => units.Clear();

    public void Add(IEnumerable<double[]> samples) => units.AddRange(samples);

    /// <summary>The value that every uncertain parameter has in a sample.</summary>
    public IEnumerable<(ParameterInfo Parameter, double Value)> Values(int sample) =>
        Study.Uncertain.SelectMany((factor, i) =>
            factor.Parameters.Select(p => (p.Parameter, Quantiles.Of(p.Belief, units[sample][i]))));

    /// <summary>
    /// What is run. Its name tells cells apart. Without anything uncertain all replications of a cell have one and the same, so
    /// that they share what follows from it.
    /// </summary>
    public Blueprint BlueprintOf(int policy, int point, int sample) =>
        Study.Uncertain.Length > 0 || certain.Length == 0 ? Made(policy, point, sample)
        : certain[policy * Points.Length + point] ??= Made(policy, point, sample);

    private Blueprint Made(int policy, int point, int sample)
    {
        var blueprint = Points[point].Of(Study.Policies[policy].Blueprint);
        if (Study.Uncertain.Length > 0)
            blueprint = blueprint with
            {
                Parameters =
                    blueprint.Parameters.With(Values(sample).Select(v => KeyValuePair.Create(v.Parameter, v.Value)))
            };
        return blueprint with { Name = NameOf(policy, point, sample) };
    }

    private string NameOf(int policy, int point, int sample) =>
        Study.Policies[policy].Id + (Points.Length > 1 ? $".point-{point + 1}" : "")
        + (Study.Uncertain.Length > 0 ? $".sample-{sample + 1}" : "");

    private static IEnumerable<double[]> UnitsOf(Study study)
    {
        var factors = study.Uncertain.Length;
        if (study.Calibration is not null)
            return [];
        return study.Sampling switch
        {
            null => [[]],
            // The same place in the list of every parameter: a draw is one of all.
            { Method: SamplingMethod.File } draws =>
                Enumerable.Range(0, draws.Size).Select(draw => Enumerable.Repeat((draw + 0.5) / draws.Size, factors).ToArray()),
            { Method: SamplingMethod.OneAtATime } => Designs.OneAtATime(factors),
            { Method: SamplingMethod.Morris } morris => Designs.Morris(morris.Size, factors, morris.Levels, study.Seed),
            { Method: SamplingMethod.SobolIndices } sobol => Designs.Saltelli(sobol.Size, factors, study.Seed),
            { } sampling => UnitSamples.Of(sampling.Method, sampling.Size, factors, study.Seed),
        };
    }
}
