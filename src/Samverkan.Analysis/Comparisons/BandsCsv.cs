using Samverkan.Model.Indicators;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Every headline indicator over time: one row per scenario, indicator and quarter.</summary>
public static class BandsCsv
{
    public static void Write(PairedComparison comparison, string path)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine("scenario,quarter,indicator,mean,percentile_10,percentile_90,difference,difference_low,difference_high,unit");
        for (var scenario = 0; scenario < comparison.Scenarios.Count; scenario++)
            foreach (var indicator in IndicatorCatalogue.All.Where(indicator => indicator.Headline))
            {
                var band = comparison.Bands!.Of(scenario, indicator);
                for (var quarter = 0; quarter < band.Mean.Length; quarter++)
                    file.WriteLine(string.Join(',',
                        Csv.Field(comparison.Scenarios[scenario].Id), $"{comparison.Bands.Quarters[quarter]}-01", indicator.Id,
                        Csv.Number(band.Mean[quarter]), Csv.Number(band.Low[quarter]), Csv.Number(band.High[quarter]),
                        At(band.Difference, quarter), At(band.DifferenceLow, quarter), At(band.DifferenceHigh, quarter), Csv.Field(indicator.Unit)));
            }
    }

    // The base has no difference.
    private static string At(double[] values, int quarter) => values.Length == 0 ? "" : Csv.Number(values[quarter]);
}
