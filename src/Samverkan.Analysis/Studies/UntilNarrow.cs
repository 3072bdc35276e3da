using MathNet.Numerics.Statistics;
using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Adds replications, ten at first and then five at a time, until the 95 % interval of every outcome that is asked for is
/// narrow enough: of the paired difference where there are several scenarios, else of the mean.
/// </summary>
/// <param name="share">Half the interval's width at most, as share of the base's mean.</param>
public sealed class UntilNarrow(Design design, double share) : IRounds
{
    private const int First = 10;
    private const int More = 5;
    private int asked;

    public Round? Next(StudyResults results)
    {
        if (asked == 0)
            asked = First;
        else if (Needs(results, share).All(need => need.Wide <= 1))
            return null;
        else
            asked += More;
        if (asked - More >= design.Study.Replications)
            return null;
        return new(0, design.Samples, 1, Math.Min(asked, design.Study.Replications));
    }

    /// <summary>For every outcome, scenario and lever point: how many times too wide its interval is, and how many replications it would need.</summary>
    public static IReadOnlyList<Need> Needs(StudyResults results, double share)
    {
        var study = results.Study;
        var needs = new List<Need>();
        for (var o = 0; o < study.Outcomes.Length; o++)
        {
            var figures = results.Figures(o);
            for (var point = 0; point < results.Design.Points.Length; point++)
                for (var policy = study.Policies.Length == 1 ? 0 : 1; policy < study.Policies.Length; policy++)
                {
                    var mean = Runs(figures.Samples(0, point)).Mean();
                    var values = Runs(figures.Samples(policy, point, study.Policies.Length == 1 ? null : 0));
                    var wide = mean == 0 || values.Length < 2 ? double.NaN : PairedDifference.HalfWidth(values) / (share * Math.Abs(mean));
                    needs.Add(new(study.Outcomes[o], study.Policies[policy].Id, results.Design.Points[point].Name, double.IsNaN(wide) ? 0 : wide,
                        PairedDifference.NeededFor(values, mean, share)));
                }
        }
        return needs;
    }

    /// <summary>Replication by replication, over the samples: samples are no replications, their spread is not chance.</summary>
    private static double[] Runs(double[][] samples)
    {
        var replications = samples[0].Length;
        return [.. Enumerable.Range(0, replications).Select(r => samples.Select(cell => cell[r]).Where(v => !double.IsNaN(v)).DefaultIfEmpty(double.NaN).Average()).Where(v => !double.IsNaN(v))];
    }
}

/// <summary>How far an outcome is from a narrow interval.</summary>
/// <param name="Wide">The interval's width as multiple of what is wanted; at most 1: narrow enough.</param>
/// <param name="Replications">How many it would need in all; 0: it cannot be told.</param>
public sealed record Need(Outcome Outcome, string Scenario, string Levers, double Wide, int Replications);
