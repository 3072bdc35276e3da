using Samverkan.Runs.Wording;
using ScottPlot;
using SkiaSharp;

namespace Samverkan.Analysis.Reports.Charts;

/// <summary>What all charts have in common: quiet, dense, and the same colour for a scenario everywhere.</summary>
internal static class ChartStyle
{
    public const float TitleSize = 14;
    public const float TextSize = 12;

    /// <summary>Width of a chart that a phone shows whole, with letters that can be read.</summary>
    public const int Width = 430;

    /// <summary>Height of a row with up to three marks.</summary>
    public const int UsualRow = 44;

    private const int SmallestText = 8;
    private const int LineLength = 52;
    private const int SymbolWidth = 28;
    private const int Gap = 24;
    private const int Frame = 60;
    private const int LegendLine = 20;
    private const double LetterWidth = 6.2;
    private const int LongestName = 66;

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
        "◇" => MarkerShape.OpenDiamond,
        "□" => MarkerShape.OpenSquare,
        "△" => MarkerShape.OpenTriangleUp,
        "▽" => MarkerShape.OpenTriangleDown,
        _ => MarkerShape.FilledCircle,
    };

    /// <summary>Whether the mark of a scenario is an outline.</summary>
    public static bool IsOpen(int scenario) => MarkerOf(scenario) is MarkerShape.OpenDiamond or MarkerShape.OpenSquare
        or MarkerShape.OpenTriangleUp or MarkerShape.OpenTriangleDown;

    public static Plot Plot(string title, string? unit = null)
    {
        var plot = new Plot();
        plot.Font.Set(Font);
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
        plot.Axes.Title.Label.Text = unit is null ? Localized.Of(title) : $"{Localized.Of(title)} ({Localized.Of(unit)})";
        plot.Axes.Title.Label.FontSize = TitleSize;
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Title.Label.ForeColor = Ink;
        plot.Axes.Color(Quiet);
        plot.Axes.Title.Label.ForeColor = Ink;
        foreach (var axis in new IAxis[] { plot.Axes.Bottom, plot.Axes.Left })
            (axis.TickLabelStyle.FontSize, axis.MinorTickStyle.Length, axis.MinorTickStyle.Width) = (TextSize, 0, 0);
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Bottom.TickGenerator = Numbers();
        plot.Axes.Left.TickGenerator = Numbers();
        // Half of the last number along the bottom stands out.
        plot.Axes.Right.MinimumSize = TextSize;
        // Room for the numbers of marks.
        plot.Axes.Top.MinimumSize = TextSize + 4;
        plot.Axes.Top.FrameLineStyle.Width = 0;
        plot.Axes.Top.TickLabelStyle.IsVisible = false;
        plot.Axes.Left.FrameLineStyle.Width = 0;
        plot.Grid.MajorLineColor = Line;
        plot.Grid.XAxisStyle.IsVisible = false;
        return plot;
    }

    /// <summary>Numbers as the reader's language writes them.</summary>
    private static ScottPlot.TickGenerators.NumericAutomatic Numbers() => new()
    {
        LabelFormatter = value => Localized.Of(ScottPlot.TickGenerators.LabelFormatters.Numeric(value)),
    };

    /// <summary>What the bottom axis measures.</summary>
    public static void Below(Plot plot, string text)
    {
        var label = plot.Axes.Bottom.Label;
        (label.Text, label.FontSize, label.Bold, label.ForeColor, label.FontName) = (Localized.Of(text), TextSize, false, Quiet,
            Font);
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

    /// <summary>
    /// A chart of rows, from the top down: row 0 is around 0, row 1 around -1. The names of rows stand above them and not beside,
    /// so that long ones have room on a phone, too.
    /// </summary>
    public static Plot Rows(string title, string unit, int rows)
    {
        var plot = Plot(Wrapped(Localized.Of(title)));
        Below(plot, unit);
        plot.Grid.XAxisStyle.IsVisible = true;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Axes.SetLimitsY(-(rows - .4), .6);
        plot.Axes.Left.SetTicks([], []);
        plot.Axes.Left.MinimumSize = TextSize;
        return plot;
    }

    /// <summary>The middle of what belongs to a row, below its name.</summary>
    public static double MiddleOf(int row) => -row - .16;

    /// <summary>How tall a chart of so many rows is, title, axis and legend included.</summary>
    public static int HeightOf(int rows, int row = UsualRow) => 112 + row * rows;

    /// <summary>As wide as what is drawn; from 0 where nothing is below it.</summary>
    public static void FromZero(Plot plot, IEnumerable<double> drawn)
    {
        plot.Axes.AutoScaleX();
        if (drawn.All(value => !(value < 0)))
            plot.Axes.SetLimitsX(0, plot.Axes.GetLimits().Right);
    }

    /// <summary>Writes the names, when it is known how far the axis goes.</summary>
    public static void NameRows(Plot plot, IReadOnlyList<string> names)
    {
        var left = plot.Axes.GetLimits().Left;
        for (var row = 0; row < names.Count; row++)
        {
            var told = Localized.Of(names[row]);
            var shown = told.Length <= LongestName ? told : told[..LongestName].TrimEnd() + " …";
            var name = plot.Add.Text(shown, left, -row + .34);
            name.OffsetX = 3;
            (name.LabelFontSize, name.LabelFontColor, name.LabelFontName, name.LabelAlignment) =
                (TextSize, Ink, Font, Alignment.MiddleLeft);
        }
    }

    /// <summary>On as many lines as the width of a chart asks for.</summary>
    /// <param name="length">Letters of a line.</param>
    public static string Wrapped(string title, int length = LineLength)
    {
        var lines = new List<string> { "" };
        foreach (var word in title.Split(' '))
            if (lines[^1].Length + word.Length >= length)
                lines.Add(word);
            else
                lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    /// <summary>A legend below: on one line if there is room, else one below the other.</summary>
    /// <returns>What the picture must be taller for it.</returns>
    public static int Legend(Plot plot, int width = Width)
    {
        foreach (var item in plot.Legend.ManualItems)
            item.LabelText = Localized.Of(item.LabelText);
        var labels = plot.Legend.GetItems().Select(item => item.LabelText).ToList();
        // Each takes the room of the longest, and what has none is left out without a word.
        var fits = labels.Count * (SymbolWidth + Gap + LetterWidth * labels.Max(label => label.Length)) <= width - Frame;
        // A name that is longer than the picture is wide would be cut off.
        var wanted = SymbolWidth + Gap + LetterWidth * labels.Max(label => label.Length);
        plot.Legend.FontSize = fits ? TextSize : (float)Math.Clamp(TextSize * (width - Gap) / wanted, SmallestText, TextSize);
        plot.Legend.FontColor = Ink;
        plot.Legend.FontName = Font;
        plot.Legend.OutlineWidth = 0;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.BackgroundColor = Colors.Transparent;
        plot.Legend.SymbolWidth = SymbolWidth;
        plot.Legend.Padding = new PixelPadding(0);
        plot.Legend.Margin = new PixelPadding(0);
        plot.ShowLegend(Edge.Bottom).Padding = new PixelPadding(0);
        // After it is shown: showing it on an edge lays it out along that edge.
        plot.Legend.Orientation = fits ? Orientation.Horizontal : Orientation.Vertical;
        return fits ? 0 : LegendLine * (labels.Count - 1);
    }
}
