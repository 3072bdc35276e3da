using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Adds replications, ten at first and then five at a time, until the 95 % interval of every outcome that is asked for is
/// narrow enough: of the paired difference where there are several scenarios, else of the mean. Where the spread of the samples
/// alone is too wide for an outcome, it is not waited for.
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
        else if (Needs(results, share).All(need => need.Wide <= 1 || need.NotByReplications))
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
                    var level = figures.Crossed(0, point);
                    var wanted = share * Math.Abs(CrossedMean.Of(level).Mean);
                    var asked = CrossedMean.Of(study.Policies.Length == 1 ? level : figures.Crossed(policy, point).Less(level));
                    var wide = wanted == 0 || double.IsNaN(wanted + asked.HalfWidth) ? 0 : asked.HalfWidth / wanted;
                    needs.Add(new(study.Outcomes[o], study.Policies[policy].Id, results.Design.Points[point].Name, wide, asked.NeededFor(wanted)));
                }
        }
        return needs;
    }
}

/// <summary>How far an outcome is from a narrow interval.</summary>
/// <param name="Wide">The interval's width as multiple of what is wanted; at most 1: narrow enough.</param>
/// <param name="Replications">How many it would need in all; 0: it cannot be told, or no number would be enough.</param>
public sealed record Need(Outcome Outcome, string Scenario, string Levers, double Wide, int Replications)
{
    /// <summary>Whether what is too wide is the spread of the samples, which more replications do not lessen.</summary>
    public bool NotByReplications => Wide > 1 && Replications == 0;
}
