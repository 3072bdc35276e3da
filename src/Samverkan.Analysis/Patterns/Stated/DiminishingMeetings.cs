using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class DiminishingMeetings() : Pattern(
    "5", "Meetings have diminishing returns: very rare ones lengthen the adaptation lag and erode trust, very frequent ones "
        + "gain little; so does size beyond a point.",
    Rare, Usual, Monthly, Fortnightly, Variant.Baseline, Variant.Large)
{
    private static readonly Variant Rare = Variant.Meetings(1);
    private static readonly Variant Usual = Variant.Meetings(4);
    private static readonly Variant Monthly = Variant.Meetings(12);
    private static readonly Variant Fortnightly = Variant.Meetings(24);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Clearly(
            "adaptation lag at 1 against 4 meetings a year, months",
            worlds.Difference(Usual, Rare, AdaptationLag, Settled),
            more: true, "0.0");
        yield return PatternFigure.Clearly("trust at 1 against 4", worlds.Difference(Usual, Rare, Trust, Settled), more: false);
        yield return PatternFigure.Clearly(
            "unmet needs per person at 1 against 4", worlds.Difference(Usual, Rare, UnmetPerPerson, Settled), more: true);
        var first = worlds.Mean(Rare, UnmetPerPerson, Settled) - worlds.Mean(Usual, UnmetPerPerson, Settled);
        var last = worlds.Mean(Monthly, UnmetPerPerson, Settled) - worlds.Mean(Fortnightly, UnmetPerPerson, Settled);
        yield return PatternFigure.Within(
            "gain in unmet needs from 12 to 24, as share of that from 1 to 4", last / first, -.25, .25, Percent, "little");
        yield return PatternFigure.Clearly(
            "unmet needs per person with 12 more seats",
            worlds.Difference(Variant.Baseline, Variant.Large, UnmetPerPerson, Settled),
            more: true, "0.000");
    }
}
