using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Patterns.Stated;

internal sealed class CutsShiftCost() : Pattern(
    "6", "A cut of one sector's funding raises the other's cost, more so at low trust.",
    Variant.Baseline, Variant.Baseline.CutOf(County), Variant.Baseline.CutOf(Municipality),
    Variant.HighTrust, Variant.HighTrust.CutOf(County), Variant.HighTrust.CutOf(Municipality),
    Variant.LowTrust, Variant.LowTrust.CutOf(County), Variant.LowTrust.CutOf(Municipality))
{
    private const string County = "county";
    private const string Municipality = "municipality";
    private const double Million = 1e6;
    private static readonly Years After = new(2003, 2015);

    public override IEnumerable<PatternFigure> Judge(Worlds worlds)
    {
        yield return PatternFigure.Clearly(
            "municipality's demand-driven cost after the county's cut, MSEK a year",
            worlds.Difference(Variant.Baseline, Variant.Baseline.CutOf(County), MunicipalDemandCost, After).In(Million),
            more: true);
        yield return PatternFigure.Clearly(
            "county's demand-driven cost after the municipality's cut, MSEK a year",
            worlds.Difference(Variant.Baseline, Variant.Baseline.CutOf(Municipality), CountyDemandCost, After).In(Million),
            more: true);
        yield return PatternFigure.Within(
            "the former at low less at high trust, MSEK a year", ByTrust(worlds, County), .0001, Any, "+0.00;-0.00");
        yield return PatternFigure.Within(
            "the latter at low less at high trust, MSEK a year", ByTrust(worlds, Municipality), .0001, Any, "+0.00;-0.00");
    }

    private static double ByTrust(Worlds worlds, string sector) =>
        (Added(worlds, Variant.LowTrust, sector) - Added(worlds, Variant.HighTrust, sector)) / Million;

    private static double Added(Worlds worlds, Variant world, string sector) =>
        worlds.Difference(world, world.CutOf(sector), sector == County ? MunicipalDemandCost : CountyDemandCost, After)
        .Difference;
}
