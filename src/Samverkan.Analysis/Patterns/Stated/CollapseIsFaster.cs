using Samverkan.Model;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class CollapseIsFaster() : Pattern(
    "7", "Cooperation collapses faster than it builds, and early loss of core members does more harm than late loss.",
    Variant.Baseline, Variant.LeadersEarly, Variant.LeadersLate)
{
    private const int FallWithin = 6;
    private static readonly Month Breach = Month.Of(2006, 3);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Clearly(
            "trust half a year after the county decides to close a unit (2006)",
            worlds.Change(Variant.Baseline, life => life.In(Trust, Breach - 1), life => life.In(Trust, Breach + FallWithin)), more: false);
        yield return PatternFigure.Within(
            "months until trust is what it was, median", worlds.Median(Variant.Baseline, Rebuilding), FallWithin + 1, Any, "0", "longer than the fall");
        var early = worlds.Difference(Variant.Baseline, Variant.LeadersEarly, CooperationIndex, Settled).Difference;
        var late = worlds.Difference(Variant.Baseline, Variant.LeadersLate, CooperationIndex, new(2008, 2015)).Difference;
        yield return PatternFigure.Within("cooperation after early loss (1997-2015)", early, -Any, -.001, "0.000");
        yield return PatternFigure.Within("the same after late loss (2008-2015), less that of early loss", late - early, .001, Any, "0.000", "early is worse");
    }

    private static double Rebuilding(LifeRecord life)
    {
        var before = life.In(Trust, Breach - 1);
        for (var month = Breach + 1; month <= Month.Of(life.LastYear, 12); month += 1)
            if (life.In(Trust, month) >= before)
                return month - Breach;
        return Month.Of(life.LastYear, 12) - Breach;
    }
}
