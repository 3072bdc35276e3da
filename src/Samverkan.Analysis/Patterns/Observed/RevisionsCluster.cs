using Samverkan.Model;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class RevisionsCluster() : Pattern(
    "V7", "Agreements go from word of mouth to paper; revisions cluster after shocks and expansion.", Variant.Baseline)
{
    public override string? WhyNoTest => "Revisions are raised by shocks and expansion by rule: the pattern restates it.";

    private const int Within = 12;

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "first written agreement, median year",
            worlds.Median(Variant.Baseline, life => life.FirstAgreed(proposal => proposal.InWriting)?.Year ?? double.NaN),
            1997, 2003, "0", "seed: 2000-01");
        yield return PatternFigure.Within(
            "revisions a month within a year of a shock or a new group, against other months",
            HazardRatio(worlds),
            1.3, Any, "0.0", "clusters");
    }

    private static double HazardRatio(Worlds worlds)
    {
        double near = 0, nearMonths = 0, far = 0, farMonths = 0;
        foreach (var life in worlds[Variant.Baseline])
        {
            var occasions = life.Rises(IncludedGroups).Concat(Shocks(life)).ToHashSet();
            for (var month = Month.Of(1998); month <= Month.Of(life.LastYear, 12); month += 1)
            {
                var revised = life.In(Revisions, month);
                if (Enumerable.Range(0, Within).Any(ago => occasions.Contains(month - ago)))
                    (near, nearMonths) = (near + revised, nearMonths + 1);
                else
                    (far, farMonths) = (far + revised, farMonths + 1);
            }
        }
        return near / nearMonths / (far / farMonths);
    }

    private static IEnumerable<Month> Shocks(LifeRecord life)
    {
        for (var month = Month.Of(life.FirstYear); month <= Month.Of(life.LastYear, 12); month += 1)
            if (life.In(UnilateralActs, month) > 0 || life.In(Takeovers, month) > 0)
                yield return month;
    }
}
