using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Elsewhere;

internal sealed class FeedbackOfNeeds() : Pattern(
    "T3", "Ratings of needs that are fed back to staff leave needs as they are.", Variant.Baseline, SharedRegister)
{
    private static readonly Variant SharedRegister = new("shared-register", "shared-register", []);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "unmet needs per person with a shared register", Relative(worlds, Variant.Baseline, SharedRegister, UnmetPerPerson),
                -.03, .03, "0.0 %",
            "needs unchanged, cluster trial, n = 304 (Marshall 2004)");
        yield return PatternFigure.Within(
            "admissions, ratio", Ratio(worlds, Variant.Baseline, SharedRegister, Admissions), .86, 1.67,
                because: "shared records, 1.20 (0.86 to 1.67)");
    }
}
