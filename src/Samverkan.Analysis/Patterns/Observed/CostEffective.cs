using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Observed;

internal sealed class CostEffective() : Pattern(
    "V12", "By 2012 the integrated services are cost-effective.", Variant.Baseline, Variant.Separate)
{
    private const double Thousand = 1e3;

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Clearly(
            "cost per met need against separate services, 2008-12, kSEK a year",
            worlds.Difference(Variant.Separate, Variant.Baseline, CostPerMetNeed, new(2008, 2012)).In(Thousand), more: false,
            "0.0");
    }
}
