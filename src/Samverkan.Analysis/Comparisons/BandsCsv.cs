using System.Globalization;
using Samverkan.Analysis.Results;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tables;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Every headline indicator over time: one row per scenario, indicator and quarter.</summary>
public static class BandsCsv
{
    public static void Write(PairedComparison comparison, string path)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        file.WriteLine(
            "scenario,quarter,indicator,mean,percentile_10,percentile_90,difference,difference_low,difference_high,unit,"
            + "unknown_low,unknown_high,drawn_10,drawn_90");
        for (var scenario = 0; scenario < comparison.Scenarios.Count; scenario++)
            foreach (var indicator in IndicatorCatalogue.All.Where(indicator => indicator.Headline))
            {
                var band = comparison.Bands!.Of(scenario, indicator);
                for (var quarter = 0; quarter < band.Mean.Length; quarter++)
                    file.WriteLine(string.Join(',',
                        Csv.Field(comparison.Scenarios[scenario].Id), $"{comparison.Bands.Quarters[quarter]}-01", indicator.Id,
                        Csv.Number(band.Mean[quarter]), Csv.Number(band.Low[quarter]), Csv.Number(band.High[quarter]),
                        At(band.Difference, quarter), At(band.DifferenceLow, quarter), At(band.DifferenceHigh, quarter),
                            Csv.Field(indicator.Unit),
                        At(band.UnknownLow, quarter), At(band.UnknownHigh, quarter), At(band.DrawnLow, quarter),
                            At(band.DrawnHigh, quarter)));
            }
    }

    // The base has no difference, and draws are there only where they were asked for.
    private static string At(double[] values, int quarter) => values.Length == 0 ? "" : Csv.Number(values[quarter]);

    /// <summary>One indicator of every scenario, in the unit in which it is drawn; empty where the table does not have
    /// it.</summary>
    public static IReadOnlyDictionary<string, BandResult> Read(string path, Indicator indicator)
    {
        var (scale, unit) = ResultMaker.ScaleOf(indicator);
        return CsvText.Read(File.ReadAllText(path)).Rows.Where(row => row[2].Text == indicator.Id).GroupBy(row => row[0].Text)
            .ToDictionary(rows => rows.Key, rows =>
        {
            float[] Column(int column) =>
                [.. rows.Select(row => row[column].Text is "" ? float.NaN
                    : (float)(double.Parse(row[column].Text, CultureInfo.InvariantCulture) / scale))];
            // Files of earlier builds have no draws, and comparisons of what is known leave them empty.
            float[] Drawn(int column) =>
                rows.First().Length > column && Column(column) is var drawn && drawn.Any(float.IsFinite) ? drawn : [];
            return new BandResult(indicator.Id, indicator.Title, unit, Column(3), Column(4), Column(5), Column(6), Column(7),
                Column(8))
            {
                UnknownLow = Drawn(10),
                UnknownHigh = Drawn(11),
                DrawnLow = Drawn(12),
                DrawnHigh = Drawn(13),
            };
        });
    }
}
