using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class MeetingsFallAndRebound() : Pattern("V5", "Meetings become rarer, then partly return.", Variant.Baseline)
{
    public override string? WhyNoTest => "The schedule of meetings adapts by rule: the pattern restates it.";

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "meetings in 1995-96, less those of the rarest two years after",
            worlds.Mean(Variant.Baseline, Fall),
            1, Any, "0.0", "a fall");
        yield return PatternFigure.Within(
            "replications in which some of them return",
            worlds.Share(Variant.Baseline, life => Rebound(life) >= 1),
            .5, 1, Percent, "most");
        yield return PatternFigure.Within(
            "year in which they are rarest, median",
            worlds.Median(Variant.Baseline, life => Rarest(life)),
            2005, 2014, "0", "seed: 2014");
    }

    private static double Fall(LifeRecord life) => life.Over(Meetings, new(1995, 1996)) - At(life, Rarest(life));

    private static double Rebound(LifeRecord life) =>
        Enumerable.Range(Rarest(life), life.LastYear - Rarest(life)).Max(year => At(life, year)) - At(life, Rarest(life));

    private static int Rarest(LifeRecord life) => Enumerable.Range(1997, life.LastYear - 1997).MinBy(year => At(life, year));

    private static double At(LifeRecord life, int year) => life.Over(Meetings, new(year, year + 1));
}
