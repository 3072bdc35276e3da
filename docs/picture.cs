#!/usr/bin/env dotnet
#:package ScottPlot@5.1.59
#:package SkiaSharp@3.119.4
#:package SkiaSharp.HarfBuzz@3.119.4
#:package SkiaSharp.NativeAssets.Linux.NoDependencies@3.119.4
#:package HarfBuzzSharp@8.3.1.5
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property NoWarn=NU1603
#:property PublishAot=false

// Draws the picture of the README from the series of a comparison:
//   ./samverkan compare scenarios/baseline.yaml scenarios/funding-cut.yaml scenarios/separate-services.yaml --replications 30 --known --csv --out out/picture
//   dotnet run docs/picture.cs out/picture docs/picture.svg 2003
// A line is the mean over the replications, its band holds the middle eight of ten; the dashed line marks a year.

using System.Globalization;
using ScottPlot;
using SkiaSharp;

const int Width = 960;
const int Height = 640;
(string Indicator, string Title)[] panels =
[
    ("needs.unmetPerEligible", "unmet needs per eligible person"),
    ("people.inService", "people in service"),
    ("ward.bedDays", "bed days per person and year"),
    ("cooperation.index", "cooperation, 0 to 1"),
];
Color[] colours = [Color.FromHex("#1b3a5c"), Color.FromHex("#c8641e"), Color.FromHex("#6a8f3c")];
LinePattern[] patterns = [LinePattern.Solid, LinePattern.Dashed, LinePattern.Dotted];

// Mean of the months of a year, by panel, scenario, year and replication.
var years = File.ReadLines(Path.Combine(args[0], "series.csv")).Skip(1)
    .Select(line => line.Split(','))
    .Where(row => row[4].StartsWith("municipality/") && row[5] == "" && row[7] != "" && panels.Any(panel => panel.Indicator == row[6]))
    .GroupBy(row => (Indicator: row[6], Scenario: row[0], Year: int.Parse(row[3][..4]), Replication: row[1]))
    .Select(group => (group.Key, Value: group.Average(row => double.Parse(row[7], CultureInfo.InvariantCulture))))
    .ToLookup(one => (one.Key.Indicator, one.Key.Scenario, one.Key.Year), one => one.Value);
var scenarios = years.Select(one => one.Key.Scenario).Distinct().ToList();

Fonts.Default = "DejaVu Sans";
var picture = new Multiplot { Layout = new ScottPlot.MultiplotLayouts.Grid(2, 2) };
picture.AddPlots(panels.Length);
for (var panel = 0; panel < panels.Length; panel++)
{
    var plot = picture.GetPlot(panel);
    plot.Title(panels[panel].Title, 15);
    plot.Grid.MajorLineColor = Colors.Black.WithOpacity(.08);
    if (args.Length > 2)
        plot.Add.VerticalLine(double.Parse(args[2]), 1, Colors.Black.WithOpacity(.4), LinePattern.Dashed);
    for (var scenario = 0; scenario < scenarios.Count; scenario++)
    {
        var points = years.Where(one => one.Key.Indicator == panels[panel].Indicator && one.Key.Scenario == scenarios[scenario])
            .OrderBy(one => one.Key.Year).Select(one => (Year: (double)one.Key.Year, Values: one.Order().ToArray())).ToList();
        double[] x = [.. points.Select(point => point.Year)];
        var band = plot.Add.FillY(x, [.. points.Select(point => point.Values[point.Values.Length / 10])], [.. points.Select(point => point.Values[^(point.Values.Length / 10 + 1)])]);
        band.FillColor = colours[scenario].WithOpacity(.15);
        band.LineWidth = 0;
        var line = plot.Add.ScatterLine(x, [.. points.Select(point => point.Values.Average())], colours[scenario]);
        (line.LineWidth, line.LinePattern) = (2, patterns[scenario]);
        if (panel == panels.Length - 1)
            line.LegendText = scenarios[scenario];
    }
    plot.Axes.SetLimitsX(1995, 2015);
    plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = year => year.ToString("0") };
    if (panel == panels.Length - 1)
        plot.ShowLegend(Alignment.MiddleRight);
}

using var svg = new MemoryStream();
using (var canvas = SKSvgCanvas.Create(new SKRect(0, 0, Width, Height), svg))
    picture.Render(canvas, new PixelRect(0, Width, Height, 0));
// Readers may lack the font; one without serifs is as wide, nearly.
File.WriteAllText(args[1], System.Text.Encoding.UTF8.GetString(svg.ToArray()).Replace("\"DejaVu Sans\"", "\"DejaVu Sans, Verdana, sans-serif\""));
