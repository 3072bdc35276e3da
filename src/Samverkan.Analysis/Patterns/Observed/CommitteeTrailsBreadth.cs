using Samverkan.Model;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class CommitteeTrailsBreadth() : Pattern(
    "V4", "The committee's size trails the breadth of services; past a size it turns consultative.", Variant.Baseline)
{
    public override string? WhyNoTest => "Seats follow the groups included by rule: the pattern restates it.";

    private const double ConsultativeSize = 11;

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Within(
            "months by which seats trail groups half-way to their most, median",
            worlds.Median(Variant.Baseline, Trail),
            1, Any, "0", "later");
        yield return PatternFigure.Within(
            "replications in which it turns consultative by 2014",
            worlds.Share(Variant.Baseline, TurnsConsultative),
            .5, 1, Percent, "most; seed 2014");
    }

    private static double Trail(LifeRecord life) => HalfWay(life, Members) - HalfWay(life, IncludedGroups);

    private static double HalfWay(LifeRecord life, Model.Indicators.Indicator indicator)
    {
        var months = Enumerable.Range(0, (life.LastYear - life.FirstYear + 1) * 12).Select(i => Month.Of(life.FirstYear) + i)
            .ToList();
        var start = life.In(indicator, months[0]);
        var most = months.Max(month => life.In(indicator, month));
        return most <= start ? double.NaN : months.First(month => life.In(indicator, month) >= (start + most) / 2).Index;
    }

    private static bool TurnsConsultative(LifeRecord life) =>
        Enumerable.Range(life.FirstYear, 2014 - life.FirstYear + 1).Any(year => life.Over(Members, year) > ConsultativeSize);
}
