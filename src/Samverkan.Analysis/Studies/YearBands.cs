using MathNet.Numerics.Statistics;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Studies;

/// <summary>A headline indicator of a cell in a year, over the replications of which it is defined.</summary>
public sealed record YearBand(
    int Policy, int Point, int Sample, int Year, Indicator Indicator, int Runs, double Mean, double Median, double P10,
    double P90, double P2, double P97);

/// <summary>Year by year over the replications: the mean, the middle, and the ranges of eight and of nineteen in
/// twenty.</summary>
public static class YearBands
{
    /// <summary>One year at a time, so that no more than a year of all runs is in memory.</summary>
    public static IEnumerable<YearBand> Of(StudyResults results)
    {
        var world = results.Study.Policies[0].Blueprint;
        return from year in Enumerable.Range(0, world.To.Year - world.From.Year + 1)
               let ofYear = results.Records().Where(r => !r.Failed)
                   .Select(r => (Cell: (r.Key.Sample, r.Key.Point, r.Key.Policy),
                       Values: r.Years[(year * HeadlineColumns.Count)..((year + 1) * HeadlineColumns.Count)]))
                   .GroupBy(r => r.Cell).OrderBy(cell => cell.Key)
               from cell in ofYear
               from i in Enumerable.Range(0, HeadlineColumns.Count)
               let sorted = cell.Select(r => r.Values[i]).Where(v => !double.IsNaN(v)).Order().ToArray()
               where sorted.Length > 0
               select new YearBand(
                   cell.Key.Policy, cell.Key.Point, cell.Key.Sample, world.From.Year + year, HeadlineColumns.All[i],
                   sorted.Length,
                   sorted.Mean(), Quantile(sorted, .5), Quantile(sorted, .1), Quantile(sorted, .9), Quantile(sorted, .025),
                   Quantile(sorted, .975));
    }

    private static double Quantile(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);
}
