using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class CommitteeWidens() : Pattern(
    "8", "The committee widens the target groups over time and revises the agreement every few years.", Variant.Baseline)
{
    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "groups included, 2015 less 1997", worlds.Mean(Variant.Baseline,
                life => life.Over(IncludedGroups, 2015) - life.Over(IncludedGroups, 1997)), 2, Any, "0.0");
        yield return PatternFigure.Within(
            "years between revisions, 1997-2015", worlds.Median(Variant.Baseline, life => 1 / life.Over(Revisions, Settled)), 1.5,
            6, "0.0", "seed: 2000, 06, 08, 10, 12, 13");
    }
}
