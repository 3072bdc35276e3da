using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Scenarios.Values;

namespace Samverkan.Analysis.Results;

/// <summary>The place that a comparison is about, and whose each of its figures is.</summary>
/// <param name="PriceYear">The year in whose prices sums are; null: of no year of the price index.</param>
/// <param name="LivedPasts">Histories that were lived for the replications; null where none is passed over.</param>
/// <param name="LeftOut">Those of them that had no running cooperation at their end.</param>
/// <param name="Figures">Of each municipality; empty for the case, and for maps of many places.</param>
public sealed record PlaceResult(int? PriceYear, int? LivedPasts, int? LeftOut, IReadOnlyList<FigureOfPlace> Figures)
{
    private const int MostMunicipalities = 30;

    internal static PlaceResult Of(Scenario scenario, ulong seed, int replications)
    {
        var passed = LivedPast.PassedOver(scenario.Blueprint, seed, replications);
        var isPlace = !scenario.ScaledFromCase.IsEmpty && scenario.Blueprint.Counties.Sum(c =>
            c.Municipalities.Length) <= MostMunicipalities;
        return new(
            PriceIndex.YearOf(scenario.Blueprint.Parameters.Cost.PriceLevel), passed?.Lived, passed?.LeftOut,
            isPlace ? PlaceFigures.Of(scenario) : []);
    }

    /// <summary>What a reader must know beside the figures.</summary>
    public IEnumerable<string> InWords()
    {
        if (PriceYear is { } year)
            yield return $"Sums are in SEK of {year}.";
        if (LivedPasts is { } lived && LeftOut is { } without)
            yield return without == 0
                ? $"All {lived} lived pasts had a running cooperation at their end."
                : $"Of {lived} lived pasts {without} had no running cooperation at their end and are left out "
                    + $"({100.0 * without / lived:0} %).";
    }

    /// <summary>How an owner of figures is called.</summary>
    public static string InWords(FigureOwner owner) => owner switch
    {
        FigureOwner.Own => "your own",
        FigureOwner.Real => "real (Statistics Sweden)",
        FigureOwner.Scaled => "scaled from the case by inhabitants",
        FigureOwner.Lived => "what the lived past came to",
        _ => "the same everywhere",
    };
}
