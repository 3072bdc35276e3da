using System.Globalization;
using static Samverkan.Analysis.Studies.Answers.StudySection;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>
/// How the figures of an outcome are written: shares in per cent, kronor in thousands or millions, differences with no more
/// digits than their interval bears.
/// </summary>
/// <param name="Factor">What figures are multiplied by.</param>
/// <param name="Unit">As in a heading: "MSEK per year", "%", "needs".</param>
internal readonly record struct FigureText(double Factor, string Unit)
{
    private const double Million = 1e6;
    private const double Thousand = 1e3;
    private const string Kronor = "SEK";

    /// <param name="sizes">Figures of the outcome: the largest decides between kronor, thousands and millions.</param>
    public static FigureText Of(string unit, params ReadOnlySpan<double> sizes)
    {
        var largest = 0.0;
        foreach (var size in sizes)
            largest = double.IsFinite(size) ? Math.Max(largest, Math.Abs(size)) : largest;
        return unit switch
        {
            "share" or "switch" => new(100, "%"),
            "index" => new(1, ""),
            _ when !unit.StartsWith(Kronor, StringComparison.Ordinal) || largest < 10 * Thousand => new(1, unit),
            _ when largest < Million => new(1 / Thousand, "k" + unit),
            _ => new(1 / Million, "M" + unit),
        };
    }

    /// <summary>"unmet needs per eligible (needs)"</summary>
    public string Labelled(string title) => Unit.Length == 0 ? title : $"{title} ({Unit})";

    /// <summary>"2.57 needs", "79 %"</summary>
    public string LevelWithUnit(double value) => Unit.Length == 0 ? Level(value) : $"{Level(value)} {Unit}";

    public string Level(double value) => Number(Factor * value);

    public string Levels(double low, double high) => double.IsNaN(low) ? "–" : $"{Level(low)} .. {Level(high)}";

    /// <param name="half">Half the interval's width, which says how many digits are worth something.</param>
    public string Change(double value, double half)
    {
        var scaled = Factor * half;
        if (double.IsNaN(value) || !(scaled > 0) || double.IsInfinity(scaled))
            return Signed(Factor * value);
        var first = (int)Math.Floor(Math.Log10(scaled));
        // One digit of doubt, two where the first is a 1.
        var decimals = scaled / Math.Pow(10, first) < 2 ? 1 - first : -first;
        var text = (Factor * value).ToString("N" + Math.Clamp(decimals, 0, 6), CultureInfo.InvariantCulture);
        return text.Trim('-', '0', '.', ',').Length == 0 ? "0" : text.StartsWith('-') ? text : "+" + text;
    }

    public string Changes(double low, double high) =>
        double.IsNaN(low) ? "–" : $"{Change(low, (high - low) / 2)} .. {Change(high, (high - low) / 2)}";

    /// <summary>"+0.150 needs", "-17 percentage points"</summary>
    public string ChangeWithUnit(double value, double half) =>
        $"{Change(value, half)}{(Unit.Length == 0 ? "" : Unit == "%" ? " percentage points" : " " + Unit)}";
}
