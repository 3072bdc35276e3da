using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Elsewhere;

internal sealed class GovernanceAlone() : Pattern(
    "T1", "With the same teams and services given, governance alone changes what becomes of people by next to nothing.", Often,
        Seldom, Restless)
{
    // The programmes printed no interval. With 7,055 clients they would have seen a difference of this size in needs.
    private const double Unseen = .03;
    private const string Source =
        "ACCESS, 9 against 9 sites, n = 7,055 (Rosenheck 2002): no better; RWJF, nine cities (1994): no gain";

    private static readonly Variant Often = Variant.SameTeams("the case's services, 12 meetings a year",
        ("committee.meetingsPerYear", 12));
    private static readonly Variant Seldom = Variant.SameTeams("the case's services, 1 meeting a year",
        ("committee.meetingsPerYear", 1));

    private static readonly Variant Restless = Variant.SameTeams(
        "the case's services, leaders who leave", ("committee.meetingsPerYear", 12), ("cooperation.leaderExit", .25),
            ("cooperation.managerExit", .25));

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "unmet needs per eligible person at 1 against 12 meetings a year",
                Relative(worlds, Often, Seldom, UnmetPerEligible), -Unseen, Unseen, "0.0 %", Source);
        yield return PatternFigure.Within(
            "the same where a quarter of the leaders leaves each year", Relative(worlds, Often, Restless, UnmetPerEligible),
                -Unseen, Unseen, "0.0 %", Source);
        yield return PatternFigure.Within(
            "bed days per person at 1 against 12", Relative(worlds, Often, Seldom, BedDays), -2 * Unseen, 2 * Unseen, "0.0 %",
                "the same; use varies more than needs");
    }
}
