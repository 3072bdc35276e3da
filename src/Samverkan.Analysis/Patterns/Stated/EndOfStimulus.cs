using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class EndOfStimulus() : Pattern(
    "2", "The end of the stimulus money is followed by deficits and by a dip in the growth of capacity.", Variant.Baseline)
{
    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Clearly(
            "worse sector's deficit, 1999 against 1997-98, share of the frame",
            worlds.Change(Variant.Baseline, life => Worse(life, new(1997, 1998)), life => Worse(life, 1999)), more: true,
            "0.000");
        yield return PatternFigure.Clearly(
            "growth of posts a year, 1998-2000 against 1995-98",
            worlds.Change(Variant.Baseline, life => Growth(life, 1995, 1998), life => Growth(life, 1998, 2000)), more: false,
            "0.0");
    }

    private static double Worse(LifeRecord life, Years years) =>
        Math.Max(life.Over(CountyDeficit, years), life.Over(MunicipalDeficit, years));

    private static double Growth(LifeRecord life, int from, int to) =>
        (life.Over(Posts, to) - life.Over(Posts, from)) / (to - from);
}
