using Samverkan.Model.Indicators;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class EdgeWeakensFirst() : Pattern(
    "V11", "Cooperation weakens at the fragmented edge (primary care), not in the core.", Variant.Baseline)
{
    public override string? WhyNoTest => "Primary care is weaker by rule: the pattern restates it.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "cooperation with primary care, 2014-15 against 2010", Change(worlds, PrimaryCare), -1, -.1, Percent, "weakens");
        yield return PatternFigure.Within(
            "cooperation in teams, the same", Change(worlds, TeamCooperation), -.05, Any, Percent, "does not");
    }

    private static double Change(Worlds worlds, Indicator indicator) =>
        worlds.Mean(Variant.Baseline, indicator, new(2014, 2015)) / worlds.Mean(Variant.Baseline, indicator, 2010) - 1;
}
