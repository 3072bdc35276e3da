using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Elsewhere;

internal sealed class CaseManagement() : Pattern(
    "T2", "Case managers with small caseloads change days in hospital little where use is ordinary, and lose fewer people.",
        Variant.Baseline, Without)
{
    private const double MonthsOfAYear = 12;
    private const string Source = "intensive against ordinary case management, Dieterich 2017 (Cochrane CD007906)";

    private static readonly Variant Without = Variant.Baseline.With(
        "no case managers", ("element.allowed.case-managers", 0), ("element.allowed.multi-case-managers", 0));

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "days in hospital a month and person",
                worlds.Difference(Without, Variant.Baseline, BedDays, Settled).Difference / MonthsOfAYear, -.37, .21,
                    "+0.00;-0.00;0",
            $"-0.08, 21 trials, n = 2,220; {Source}");
        yield return PatternFigure.Within("admissions, ratio", Ratio(worlds, Without, Variant.Baseline, Admissions), .75, 1.12,
            because: $"0.91; {Source}");
        yield return PatternFigure.Within(
            "people two years out of contact, ratio", Ratio(worlds, Without, Variant.Baseline, LongOut), .34, .99,
                because: $"0.82 in the long run, 0.34 to 1.98, 0.27 before; {Source}; fewer are lost");
    }
}
