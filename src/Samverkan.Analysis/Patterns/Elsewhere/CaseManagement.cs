using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Elsewhere;

internal sealed class CaseManagement() : Pattern(
    "T2", "Case managers with small caseloads change days in hospital little where use is ordinary, and lose fewer people.",
        Variant.Baseline, Without, WithTeam)
{
    private const double MonthsOfAYear = 12;
    private const string Source = "intensive against ordinary case management, Dieterich 2017 (Cochrane CD007906)";

    private static readonly Variant Without = Variant.Baseline.With(
        "no case managers", ("element.allowed.case-managers", 0), ("element.allowed.multi-case-managers", 0));

    private static readonly Variant WithTeam = Variant.Baseline.With("an assertive team of four posts", ("assertive.posts", 4));

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
        var saved = worlds.Difference(Variant.Baseline, WithTeam, BedDays, Settled)
            .Difference * worlds.Mean(WithTeam, Eligible, Settled);
        yield return PatternFigure.Within(
            "days in hospital a month for each person of an assertive team, picked for high use",
            saved / MonthsOfAYear / worlds.Mean(WithTeam, InAssertive, Settled), -1.37, -.34, "+0.00;-0.00;0",
            "intensive against standard care, -0.86, 24 trials, n = 3,595 (the same review, remembered)");
    }
}
