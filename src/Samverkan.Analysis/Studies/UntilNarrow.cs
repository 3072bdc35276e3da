using Samverkan.Analysis.Statistics;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Adds replications, ten at first and then five at a time, until the 95 % interval of every outcome that is asked for is
/// narrow enough: of the paired difference where there are several scenarios, else of the mean. An outcome is not waited for
/// where more replications would not help.
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
        else if (Needs(results, share).All(need => need.IsMet))
            return null;
        else
            asked += More;
        if (asked - More >= design.Study.Replications)
            return null;
        return new(0, design.Samples, 1, Math.Min(asked, design.Study.Replications));
    }

    /// <summary>For every outcome, scenario and lever point: how many times too wide its interval is, and how many replications
    /// it would need.</summary>
    public static IReadOnlyList<Need> Needs(StudyResults results, double share)
    {
        var study = results.Study;
        var needs = new List<Need>();
        foreach (var outcome in study.Outcomes)
        {
            var figures = results.Figures(outcome);
            for (var point = 0; point < results.Design.Points.Length; point++)
                for (var policy = study.Policies.Length == 1 ? 0 : 1; policy < study.Policies.Length; policy++)
                    needs.Add(Need.Of(
                        outcome, study.Policies[policy].Id, results.Design.Points[point].Name, share,
                        figures.Crossed(0, point), study.Policies.Length == 1 ? null : figures.Crossed(policy, point)));
        }
        return needs;
    }
}

/// <summary>Why more replications would not make an interval as narrow as is wanted.</summary>
public enum Obstacle
{
    None,
    /// <summary>The spread of the samples is too wide by itself.</summary>
    Samples,
    /// <summary>The base's mean is 0, of which there is no share.</summary>
    BaseIsZero,
    /// <summary>The outcome is defined in no run.</summary>
    Undefined,
}

/// <summary>How far an outcome is from a narrow interval.</summary>
/// <param name="Wide">The interval's width as multiple of what is wanted; at most 1: narrow enough.</param>
/// <param name="Replications">How many it would need in all; 0: it cannot be told, or no number would be enough.</param>
public sealed record Need(Outcome Outcome, string Scenario, string Levers, double Wide, int Replications, Obstacle Obstacle)
{
    /// <summary>Whether it is as narrow as is wanted, or will not become so by more replications.</summary>
    public bool IsMet => Wide <= 1 || Obstacle != Obstacle.None;

    /// <param name="share">Half the interval's width that is wanted, as share of the base's mean.</param>
    /// <param name="other">Null: the base's own mean is asked for.</param>
    public static Need Of(Outcome outcome, string scenario, string levers, double share, Crossed @base, Crossed? other)
    {
        var level = CrossedMean.Of(other is null ? @base : @base.Where(other));
        var asked = other is null ? level : CrossedMean.Of(other.Less(@base));
        Need With(double wide, int replications, Obstacle obstacle = Obstacle.None) =>
            new(outcome, scenario, levers, wide, replications, obstacle);
        if (double.IsNaN(asked.Mean))
            return With(0, 0, Obstacle.Undefined);
        // That all runs so far are alike is no narrow interval: it takes so many to say that others are rare.
        if (asked.StandardError == 0 && outcome.Kind() != FigureKind.Share)
            return With(Precision.Alike(share) / (double)Math.Max(1, asked.Replications), Precision.Alike(share));
        var (low, high) = Interval(outcome.Kind(), asked, @base, other);
        var wanted = Precision.Wanted(share, level.Mean, outcome.Kind());
        if (wanted == 0)
            return With(double.PositiveInfinity, 0, Obstacle.BaseIsZero);
        var half = (high - low) / 2;
        if (double.IsNaN(half))
            return With(double.PositiveInfinity, 0);
        var needed = Precision.Needed(@base, other, outcome.Kind(), share);
        return With(half / wanted, needed, half > wanted && needed == 0 ? Obstacle.Samples : Obstacle.None);
    }

    private static (double Low, double High) Interval(FigureKind kind, CrossedMean asked, Crossed @base, Crossed? other) =>
        (kind, other) switch
        {
            (FigureKind.Amount, _) or (FigureKind.Index, not null) =>
                (asked.Mean - asked.HalfWidth, asked.Mean + asked.HalfWidth),
            (_, null) => ShareInterval.OfLevel(@base),
            (_, { } set) => ShareInterval.OfDifference(@base, set),
        };
}
