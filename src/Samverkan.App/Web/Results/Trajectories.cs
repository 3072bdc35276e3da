using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Results;

/// <summary>One indicator in one scenario, month by month, over the replications.</summary>
/// <param name="Low">A tenth of the replications are below it; empty with one replication.</param>
/// <param name="High">A tenth are above it.</param>
public sealed record Band(double?[] Mean, double?[] Low, double?[] High);

/// <summary>The headline indicators of a result, month by month, with the range of the middle eight of ten replications.</summary>
/// <param name="Months">As "2003-01".</param>
/// <param name="Groups">Of the first replication: mean of an indicator from a month on, by scenario, indicator and target group.</param>
public sealed record Trajectories(IReadOnlyList<string> Months, IReadOnlyDictionary<(string Scenario, string Indicator), Band> Bands, GroupFigures Groups)
{
    private const double Tail = .1;

    /// <exception cref="IOException">There is no series to read.</exception>
    public static async Task<Trajectories> Of(ResultEntry entry, Month since, CancellationToken cancel)
    {
        Month.TryParse(entry.Scenarios[0].From, out var from);
        Month.TryParse(entry.Scenarios[0].To, out var to);
        var table = new Accumulator(entry, from, to - from + 1);
        var groups = new GroupFigures(since);
        await SeriesReader.Read(Path.Combine(entry.Path, "series.parquet"), row =>
        {
            if (row.Actor.Kind != ActorKind.Municipality) return;
            if (row.Group is null) table.Take(row);
            else if (row.Replication == 1) groups.Take(row);
        }, cancel);
        return new([.. Enumerable.Range(0, to - from + 1).Select(i => (from + i).ToString())], table.Bands(), groups);
    }

    private sealed class Accumulator(ResultEntry entry, Month from, int months)
    {
        private readonly Dictionary<(string, string), (double[] Sums, int[] Counts, bool Summed)?> cells = [];

        public void Take(StoredRow row)
        {
            if (double.IsNaN(row.Value) || row.Replication > entry.Replications && entry.Command == "compare") return;
            if (!cells.TryGetValue((row.Scenario, row.Indicator), out var cell))
            {
                var size = months * Math.Max(1, entry.Replications);
                cells[(row.Scenario, row.Indicator)] = cell = IndicatorCatalogue.Find(row.Indicator) is { Headline: true } known
                    ? (new double[size], new int[size], known.Over == Reduction.Sum)
                    : null;
            }
            if (cell is not var (sums, counts, _)) return;
            var at = (entry.Command == "compare" ? row.Replication - 1 : 0) * months + (row.Month - from);
            if ((uint)at >= sums.Length) return;
            sums[at] += row.Value;
            counts[at]++;
        }

        public Dictionary<(string, string), Band> Bands()
        {
            var bands = new Dictionary<(string, string), Band>();
            foreach (var (key, cell) in cells)
                if (cell is var (sums, counts, summed))
                    bands[key] = Of(sums, counts, summed);
            return bands;
        }

        private Band Of(double[] sums, int[] counts, bool summed)
        {
            var replications = sums.Length / months;
            var (mean, low, high) = (new double?[months], new double?[replications > 1 ? months : 0], new double?[replications > 1 ? months : 0]);
            var values = new List<double>(replications);
            for (var month = 0; month < months; month++)
            {
                values.Clear();
                for (var at = month; at < sums.Length; at += months)
                    if (counts[at] > 0) values.Add(summed ? sums[at] : sums[at] / counts[at]);
                if (values.Count == 0) continue;
                mean[month] = Rounded(values.Average());
                if (replications == 1) continue;
                values.Sort();
                (low[month], high[month]) = (Rounded(Quantile(values, Tail)), Rounded(Quantile(values, 1 - Tail)));
            }
            return new(mean, low, high);
        }
    }

    private static double Quantile(List<double> sorted, double share)
    {
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }

    /// <summary>Six digits are more than an eye sees, and half of what a page would carry.</summary>
    private static double Rounded(double value) => value == 0 ? 0 : double.Parse(value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Means by target group from a month on, in the first replication: which groups gain and which lose.</summary>
public sealed class GroupFigures(Month since)
{
    private readonly Dictionary<(string Scenario, string Indicator, string Group), (double Sum, int Count)> figures = [];

    /// <returns>Not a number where nothing was measured.</returns>
    public double Of(string scenario, string indicator, string group) =>
        figures.TryGetValue((scenario, indicator, group), out var cell) ? cell.Sum / cell.Count : double.NaN;

    internal void Take(StoredRow row)
    {
        if (row.Month < since || double.IsNaN(row.Value)) return;
        var key = (row.Scenario, row.Indicator, row.Group!);
        var cell = figures.GetValueOrDefault(key);
        figures[key] = (cell.Sum + row.Value, cell.Count + 1);
    }
}
