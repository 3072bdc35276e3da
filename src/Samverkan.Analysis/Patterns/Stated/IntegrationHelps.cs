using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class IntegrationHelps() : Pattern(
    "3", "Integrated structure lowers unmet needs, bed days and delayed discharges against separate services, by a published "
        + "size.",
    Variant.Baseline, Variant.Separate)
{
    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "unmet needs per person",
            Relative(worlds, Variant.Separate, Variant.Baseline, UnmetPerPerson),
            -.25, -.03, Percent, "small effects of single levers; at most a quarter");
        yield return PatternFigure.Within(
            "bed days per person",
            Relative(worlds, Variant.Separate, Variant.Baseline, BedDays),
            -.43, -.05, Percent, "Swedish case-management pilots -43 %, uncontrolled");
        yield return PatternFigure.Within(
            "delayed days per person", Relative(worlds, Variant.Separate, Variant.Baseline, DelayedDays), -.75, -.05, Percent,
                "a fall; no figure published");
    }
}
