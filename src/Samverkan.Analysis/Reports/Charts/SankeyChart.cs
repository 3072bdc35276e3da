using System.Globalization;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;
using ScottPlot;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>
/// Where a year's money comes from and goes to: payers at the left, the two sectors in the middle, what is paid for at
/// the right. The width of a stream is its money.
/// </summary>
internal static class SankeyChart
{
    private const int Width = 620;
    private const int Height = 380;
    private const double Million = 1e6;
    private const double Gap = 0.055;

    /// <summary>The names of the sectors stand over them.</summary>
    private const double GapOfSectors = 0.08;
    private const double NodeWidth = 0.018;
    private const double Smallest = 0.05;
    private const int CurvePoints = 24;

    private static readonly Color County = Color.FromHex(Palette.Light("county"));
    private static readonly Color Municipality = Color.FromHex(Palette.Light("municipality"));

    private sealed record Stream(string From, string To, double Amount, Color Colour);

    public static Figure Of(ComparisonResult facts, int place)
    {
        var scenario = facts.Scenarios[place];
        double Sum(params string[] ids) => scenario.Payments.Where(payment => ids.Contains(payment.Id["money.flow.".Length..]))
            .Sum(payment => payment.Sek) / Million;
        Stream[] streams =
        [
            .. new Stream[]
            {
                new("County's frame", "County", Sum("countyFrame"), County),
                new("State grants", "County", Sum("countyGrant"), County),
                new("State grants", "Municipality", Sum("municipalGrant"), Municipality),
                new("Municipality's frame", "Municipality", Sum("municipalFrame"), Municipality),
                new("County", "Staff and premises", Sum("countyUnits"), County),
                new("Municipality", "Staff and premises", Sum("municipalUnits"), Municipality),
                new("County", "Bed days", Sum("countyBedDays"), County),
                new("County", "Outside placements", Sum("countyPlacements"), County),
                new("Municipality", "Outside placements", Sum("municipalPlacements"), Municipality),
                new("Municipality", "Supported housing", Sum("municipalHousing"), Municipality),
                new("Municipality", "Emergency care", Sum("municipalEmergency"), Municipality),
                new("County", "Training, committee, administration",
                    Sum("countyTraining", "countyCommittee", "countyAdministration"), County),
                new("Municipality", "Training, committee, administration",
                    Sum("municipalTraining", "municipalCommittee", "municipalAdministration"), Municipality),
            }.Where(stream => stream.Amount > Smallest),
        ];
        var plot = ChartStyle.Plot(Localized.Of($"{scenario.Title}: where the money goes"), "MSEK a year");
        plot.HideGrid();
        plot.Axes.Bottom.IsVisible = plot.Axes.Left.IsVisible = false;
        Draw(plot, streams);
        // Names at both sides have room in the widest of the fonts that a machine may have.
        plot.Axes.SetLimits(-.31, 1.58, -1.03, .04);
        var told = streams.Select(stream => Localized.Of($"{stream.From} to {stream.To}: {stream.Amount:0.0}"));
        return new($"money-{place}-{scenario.Id}", Localized.Of($"{scenario.Title}: where the money goes"),
            $"{Localized.Of("Streams of money in MSEK a year.")} {string.Join("; ", told)}.", plot, Width, Height);
    }

    private static void Draw(Plot plot, IReadOnlyList<Stream> streams)
    {
        string[][] columns =
        [
            [.. streams.Where(stream => stream.To is "County" or "Municipality").Select(stream => stream.From).Distinct()],
            ["County", "Municipality"],
            [.. streams.Where(stream => stream.From is "County" or "Municipality").Select(stream => stream.To).Distinct()],
        ];
        double In(string node) => streams.Where(stream => stream.To == node).Sum(stream => stream.Amount);
        double Out(string node) => streams.Where(stream => stream.From == node).Sum(stream => stream.Amount);
        double Size(string node) => Math.Max(In(node), Out(node));
        double GapOf(string[] column) => column == columns[1] ? GapOfSectors : Gap;
        var unit = columns.Min(column => (1 - GapOf(column) * (column.Length - 1)) / column.Sum(Size));
        var (top, left, right) =
            (new Dictionary<string, double>(), new Dictionary<string, double>(), new Dictionary<string, double>());
        for (var i = 0; i < columns.Length; i++)
        {
            var y = 0.0;
            // Columns that are less high are centred.
            y += (1 - unit * columns[i].Sum(Size) - GapOf(columns[i]) * (columns[i].Length - 1)) / 2;
            foreach (var node in columns[i])
            {
                top[node] = left[node] = right[node] = y;
                Node(plot, node, i, y, unit * Size(node), Size(node), columns.Length);
                y += unit * Size(node) + GapOf(columns[i]);
            }
        }
        foreach (var stream in streams)
        {
            var height = unit * stream.Amount;
            var column = Array.FindIndex(columns, nodes => nodes.Contains(stream.From));
            Band(plot, column * .5 + NodeWidth, (column + 1) * .5, right[stream.From], left[stream.To], height, stream.Colour);
            right[stream.From] += height;
            left[stream.To] += height;
        }
    }

    private static void Band(Plot plot, double x0, double x1, double y0, double y1, double height, Color colour)
    {
        var steps = Enumerable.Range(0, CurvePoints + 1).Select(i => (double)i / CurvePoints).ToList();
        static double Smooth(double t) => t * t * (3 - 2 * t);
        Coordinates At(double t, double below) => new(x0 + (x1 - x0) * t, -(y0 + (y1 - y0) * Smooth(t) + below));
        var polygon = plot.Add.Polygon([.. steps.Select(t => At(t, 0)), .. Enumerable.Reverse(steps).Select(t => At(t, height))]);
        polygon.FillColor = colour.WithOpacity(.35);
        polygon.LineWidth = 0;
    }

    private static void Node(Plot plot, string name, int column, double y, double height, double amount, int columns)
    {
        var x = column * .5;
        var node = plot.Add.Rectangle(x, x + NodeWidth, -y, -(y + height));
        (node.FillColor, node.LineWidth) = (ChartStyle.Quiet, 0);
        var last = column == columns - 1;
        var label = plot.Add.Text(
            $"{Broken(Localized.Of(name))}  {Localized.Of(amount.ToString("0.0", CultureInfo.InvariantCulture))}", last
                ? x + 2 * NodeWidth : column == 0 ? x - NodeWidth : x + NodeWidth / 2, -(y + (column == 1 ? 0 : height / 2)));
        label.LabelFontSize = ChartStyle.TextSize;
        label.LabelFontColor = ChartStyle.Ink;
        label.LabelFontName = ChartStyle.Font;
        label.LabelAlignment = last ? Alignment.MiddleLeft : column == 0 ? Alignment.MiddleRight : Alignment.LowerCenter;
    }

    private static string Broken(string name) =>
        name.Replace("Training, committee, ", "Training, committee,\n").Replace("'s frame", "'s\nframe");
}
