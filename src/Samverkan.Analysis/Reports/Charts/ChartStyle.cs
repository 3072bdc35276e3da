using ScottPlot;
using SkiaSharp;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>What all charts have in common: quiet, dense, and the same colour for a scenario everywhere.</summary>
internal static class ChartStyle
{
    public const float TitleSize = 14;
    public const float TextSize = 12;

    private static readonly string[] Preferred = ["Arial", "Liberation Sans", "Helvetica", "DejaVu Sans"];

    public static readonly Color Ink = Color.FromHex(Palette.Light("ink"));
    public static readonly Color Quiet = Color.FromHex(Palette.Light("quiet"));
    public static readonly Color Line = Color.FromHex(Palette.Light("line"));

    /// <summary>The first of some plain fonts that this machine has; viewers have one as wide.</summary>
    public static string Font { get; } =
        Preferred.FirstOrDefault(name => SKFontManager.Default.FontFamilies.Contains(name)) ?? SKTypeface.Default.FamilyName;

    public static Color Of(int scenario) => Color.FromHex(Palette.Of(scenario).Light);

    public static LinePattern PatternOf(int scenario) => Palette.Of(scenario).Dash switch
    {
        "dashed" => LinePattern.Dashed,
        "dotted" => LinePattern.Dotted,
        "denselyDashed" => LinePattern.DenselyDashed,
        _ => LinePattern.Solid,
    };

    public static MarkerShape MarkerOf(int scenario) => Palette.Of(scenario).Symbol switch
    {
        "◆" => MarkerShape.FilledDiamond,
        "■" => MarkerShape.FilledSquare,
        "▲" => MarkerShape.FilledTriangleUp,
        "▼" => MarkerShape.FilledTriangleDown,
        _ => MarkerShape.FilledCircle,
    };

    public static Plot Plot(string title, string? unit = null)
    {
        var plot = new Plot();
        plot.Font.Set(Font);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Title.Label.Text = unit is null ? title : $"{title} ({unit})";
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.Axes.Color(Quiet);
        plot.Axes.Title.Label.ForeColor = Ink;
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
            axis.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Right.IsVisible = false;
        // Room for the numbers of marks.
        plot.Axes.Top.MinimumSize = TextSize + 4;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Top.TickLabelStyle.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Line;
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    /// <summary>What the bottom axis measures.</summary>
    public static void Below(Plot plot, string text)
    {
        var label = plot.Axes.Bottom.Label;
        (label.Text, label.FontSize, label.Bold, label.ForeColor, label.FontName) = (text, TextSize, false, Quiet, Font);
    }

    /// <summary>Whole years along the bottom.</summary>
    public static void Years(Plot plot, double from, double to)
    {
        plot.Axes.SetLimitsX(from, to);
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = year => year.ToString("0"),
            TargetTickCount = 6,
        };
    }

    /// <summary>A legend below, of scenarios by their names.</summary>
    public static void Legend(Plot plot)
    {
        plot.Legend.FontSize = TextSize;
        plot.Legend.FontColor = Ink;
        plot.Legend.FontName = Font;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.Transparent;
        plot.Legend.SymbolWidth = 28;
        plot.Legend.Padding = new PixelPadding(0);
        plot.Legend.Margin = new PixelPadding(0);
        plot.ShowLegend(Edge.Bottom).Padding = new PixelPadding(0);
    }
}
