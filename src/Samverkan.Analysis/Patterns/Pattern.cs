using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Patterns;

/// <summary>One figure of a pattern beside the range in which the pattern shows.</summary>
/// <param name="Range">Where it should be, in words and digits, with its source where it has one.</param>
public sealed record PatternFigure(string What, string Figure, string Range, bool Holds)
{
    /// <summary>Whether it is only told: nothing is stated of where it should lie.</summary>
    public bool IsTold { get; private init; }

    /// <summary>A number that should lie in a range; infinite ends are open, and with both it is told and not judged.</summary>
    public static PatternFigure Within(string what, double value, double low, double high, string format = "0.00",
        string because = "") =>
        new(what, Text(value, format), (InWords(low, high, format), because) switch
        {
            ("", _) => because,
            (var range, "") => range,
            var (range, why) => $"{range} ({why})",
        }, value >= low && value <= high)
        {
            IsTold = double.IsInfinity(low) && double.IsInfinity(high),
        };

    /// <summary>A difference that should be clear of 0 in one direction.</summary>
    public static PatternFigure Clearly(string what, PairedEstimate estimate, bool more, string format = "0.00") => new(
        what, $"{Text(estimate.Difference, "+" + format + ";-" + format + ";0")} "
            + $"({Text(estimate.Low, "+" + format + ";-" + format + ";0")} .. "
            + $"{Text(estimate.High, "+" + format + ";-" + format + ";0")})",
        more ? "more than 0" : "less than 0", more ? AtLeast(estimate) > 0 : AtMost(estimate) < 0);

    // A single pair has no interval: its sign is all that it says.
    private static double AtLeast(PairedEstimate estimate) => estimate.Pairs == 1 ? estimate.Difference : estimate.Low;

    private static double AtMost(PairedEstimate estimate) => estimate.Pairs == 1 ? estimate.Difference : estimate.High;

    private static string InWords(double low, double high, string format) =>
        (double.IsInfinity(low), double.IsInfinity(high)) switch
        {
            (true, true) => "",
            (true, _) => $"at most {Text(high, format)}",
            (_, true) => $"at least {Text(low, format)}",
            _ => $"{Text(low, format)} to {Text(high, format)}",
        };

    private static string Text(double value, string format) =>
        double.IsNaN(value) ? "undefined" : value.ToString(format, CultureInfo.InvariantCulture);
}

/// <summary>A pattern of the case that the model has to show without being told.</summary>
/// <param name="id">1 to 8, V1 to V12, or T1 to T5.</param>
/// <param name="needs">The worlds in which it is judged.</param>
public abstract class Pattern(string id, string claim, params IReadOnlyList<Variant> needs)
{
    protected const string Percent = "0 %";
    protected const double Any = double.PositiveInfinity;

    /// <summary>From when the joint plan works to the end.</summary>
    protected static readonly Years Settled = new(1997, 2015);

    public string Id => id;

    /// <summary>By what share a figure of one world is above that of another, of their means over the settled years.</summary>
    protected static double Relative(Worlds worlds, Variant from, Variant to, Indicator indicator) =>
        Ratio(worlds, from, to, indicator) - 1;

    protected static double Ratio(Worlds worlds, Variant from, Variant to, Indicator indicator) =>
        worlds.Mean(to, indicator, Settled) / worlds.Mean(from, indicator, Settled);

    public string Claim => claim;

    public IReadOnlyList<Variant> Needs => needs;

    /// <summary>Why it is a fit, which cannot speak for the model; null: it is a test, which the model was not fitted
    /// to.</summary>
    public virtual string? WhyNoTest => null;

    public bool IsTest => WhyNoTest is null;

    public abstract IEnumerable<PatternFigure> Judge(Worlds worlds);
}
