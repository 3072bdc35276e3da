using Samverkan.Model;
using Samverkan.Model.SteeringCommittees;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class BreadthRatchets() : Pattern(
    "V3", "The breadth of services ratchets up; a group is adopted within two years of a review of needs.", Variant.Baseline)
{
    public override string? WhyNoTest => "The rule of the agenda only ever adds a group: the pattern restates it.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "replications in which breadth never falls before a dissolution",
            worlds.Share(Variant.Baseline, NeverFalls),
            .8, 1, Percent, "ratchet");
        yield return PatternFigure.Within(
            "months from a review to an adoption, median",
            worlds.Median(Variant.Baseline, MedianLag),
            0, 24, "0", "at most two years");
    }

    private static bool NeverFalls(LifeRecord life)
    {
        for (var month = Month.Of(life.FirstYear, 2); month <= Month.Of(life.LastYear, 12); month += 1)
            if (life.In(Dissolved, month) < .5 && life.In(IncludedGroups, month) < life.In(IncludedGroups, month - 1))
                return false;
        return true;
    }

    /// <summary>From the last agreed review before it to each rise in breadth.</summary>
    private static double MedianLag(LifeRecord life)
    {
        var reviews = life.Agreed.Where(one => one.Proposal.Remedy == Remedy.Review).Select(one => one.Month).ToList();
        var lags = life.Rises(IncludedGroups)
            .Where(adopted => adopted.Year >= 1998 && reviews.Any(review => review <= adopted))
            .Select(adopted => adopted - reviews.Last(review => review <= adopted))
            .Order().ToList();
        return lags.Count == 0 ? double.NaN : lags[lags.Count / 2];
    }
}
