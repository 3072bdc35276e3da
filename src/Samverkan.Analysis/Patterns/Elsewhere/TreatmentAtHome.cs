using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Elsewhere;

internal sealed class TreatmentAtHome()
    : Pattern("T5", "Treatment of crises at home takes the place of some admissions.", Variant.Baseline, WithTeam)
{
    private static readonly Variant WithTeam = Variant.Baseline.With("home treatment team", ("crisis.homeTreatmentTeam", .3));

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "admissions where a team treats three crises in ten at home, ratio",
                Ratio(worlds, Variant.Baseline, WithTeam, Admissions), .50, 1.13,
            because: "repeat admissions 0.75 (0.50 to 1.13), three trials, n = 465 (Murphy 2015, Cochrane CD001087, remembered)");
        yield return PatternFigure.Within(
            "unmet needs per eligible person", Relative(worlds, Variant.Baseline, WithTeam, UnmetPerEligible), -.05, .02,
                "0.0 %", "no worse; no size published");
    }
}
