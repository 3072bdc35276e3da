using System.Globalization;
using System.Text;
using Samverkan.Analysis.Reports.Charts;
using ScottPlot;

namespace Samverkan.Grains.Benchmarks;

/// <summary>How time and memory grow with the map and with the silos; each row is a process of its own.</summary>
internal static class Growth
{
    private const int Sweden = 290;

    private static readonly int[] Maps = [1, 10, 30, 100, Sweden];
    private static readonly int[] Silos = [1, 2, 4];

    public static string Table(string picture)
    {
        var rows = new List<(string Title, int Municipalities, int Silos, Whole Whole)>();
        foreach (var municipalities in Maps)
            foreach (var silos in new[] { -1, 0 })
                rows.Add((silos < 0 ? "in process" : "`municipality`, a silo within the process", municipalities, silos,
                    Whole.Child($"whole {municipalities} 1 {silos}")));
        foreach (var silos in Silos)
            rows.Add(($"`municipality`, {silos} silo{(silos > 1 ? "s" : "")}", Sweden, silos,
                Whole.Child($"whole {Sweden} 1 {silos}")));
        File.WriteAllText(picture, Picture(rows));

        var text = new StringBuilder()
            .AppendLine(
                "| municipalities | how | seconds | processor seconds | months of persons in service / s | MB at most | MB of a "
                    + "silo at most | messages per municipality and month |")
            .AppendLine("|---:|---|---:|---:|---:|---:|---:|---:|");
        foreach (var (title, municipalities, _, whole) in rows)
            text.AppendLine(Row(municipalities.ToString(CultureInfo.InvariantCulture), title, whole));
        return text.ToString();
    }

    /// <summary>The map ten times over.</summary>
    public static string TenTimes() => new StringBuilder()
        .AppendLine(
            "| municipalities | how | seconds | processor seconds | months of persons in service / s | MB at most | MB of a "
                + "silo at most | messages per municipality and month |")
        .AppendLine("|---:|---|---:|---:|---:|---:|---:|---:|")
        .AppendLine(Row("2,900", "in process", Whole.Child($"whole {Sweden} 10 -1")))
        .AppendLine(Row("2,900", "`municipality`, a silo within the process", Whole.Child($"whole {Sweden} 10 0"))).ToString();

    private static string Row(string municipalities, string how, Whole whole) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {municipalities} | {how} | {whole.Seconds:0.00} | {whole.Cpu:0.00} | {whole.Work / whole.Seconds / 1e6:0.00} M | {whole.Megabytes:0} | {(whole.SiloMegabytes > 0 ? whole.SiloMegabytes.ToString("0", CultureInfo.InvariantCulture) : "")} | {(whole.MessagesPerMunicipalityMonth > 0 ? whole.MessagesPerMunicipalityMonth.ToString("0.00", CultureInfo.InvariantCulture) : "")} |");

    private static string Picture(List<(string Title, int Municipalities, int Silos, Whole Whole)> rows)
    {
        var plot = new Plot();
        plot.Title("21 years, by municipalities of the map");
        plot.XLabel("municipalities");
        plot.YLabel("processor seconds, and hundreds of MB");
        void Line(int silos, string name, Func<Whole, double> value, string colour)
        {
            var of = rows.Where(row => row.Silos == silos).ToArray();
            double[] maps = [.. of.Select(row => (double)row.Municipalities)];
            double[] values = [.. of.Select(row => value(row.Whole))];
            var line = plot.Add.ScatterLine(maps, values, Color.FromHex(colour));
            (line.LegendText, line.LineWidth, line.MarkerSize) = (name, 2, 6);
        }
        Line(-1, "in process: processor seconds", whole => whole.Cpu, "#1b3a5c");
        Line(0, "municipality, one silo: processor seconds", whole => whole.Cpu, "#c8641e");
        Line(-1, "in process: hundreds of MB", whole => whole.Megabytes / 100, "#7f93a8");
        Line(0, "municipality, one silo: hundreds of MB", whole => whole.Megabytes / 100, "#e3b48f");
        plot.Axes.SetLimits(0, Sweden + 10, 0);
        plot.Axes.AutoScaleY();
        plot.ShowLegend(Alignment.UpperLeft);
        const string Alt =
            "Processor time and memory of a run over the number of municipalities, in process and with a grain for each "
                + "municipality.";
        return new Figure("growth", "How a run grows with its map", Alt, plot, 720, 420).SvgFile();
    }
}
