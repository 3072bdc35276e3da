using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding;

/// <summary>How the figures of an outcome are written in sentences and tables of decisions.</summary>
internal readonly record struct DecisionFigures(OutcomeName Outcome)
{
    private const string Nothing = "–";

    private const int MostFurtherDigits = 2;

    /// <summary>MSEK a year.</summary>
    public static DecisionFigures Money { get; } = new(OutcomeName.Of(DecisionOutcome.Spent));

    /// <summary>Heads of <see cref="Cells"/>; two intervals where there are draws.</summary>
    public static IReadOnlyList<string> Heads(string change, bool drawn) =>
        drawn ? [change, TableText.ChanceHead, TableText.UnknownHead] : [change, "95 % interval"];

    public string Level(double value) => double.IsNaN(value) ? Nothing : TableText.Rounded(Scaled(value), Decimals(value))
        + Percent;

    public string LevelWithUnit(double value) => Outcome.AsPercent ? Level(value) : $"{Level(value)} {Outcome.Unit}";

    public string Change(double value) => Change(value, 0);

    /// <summary>Changes that are told side by side: where different ones would be written alike, all have more digits.</summary>
    public IReadOnlyList<string> Changes(IReadOnlyList<double> values)
    {
        var (count, figures) = (values.Distinct().Count(), this);
        var written = Enumerable.Range(0, MostFurtherDigits + 1)
            .Select(more => values.Select(value => figures.Change(value, more)).ToList()).ToList();
        return written.FirstOrDefault(texts => texts.Distinct().Count() == count) ?? written[0];
    }

    public string Size(double value) => double.IsNaN(value) ? Nothing
        : TableText.Rounded(Math.Abs(Scaled(value)), Decimals(value)) + Percent;

    public string Range(double low, double high) => double.IsNaN(low) ? Nothing : $"{Change(low)} .. {Change(high)}";

    public string Levels(double low, double high) => double.IsNaN(low) ? Nothing : $"{Level(low)} .. {Level(high)}";

    /// <summary>"-0.12 (95 % interval -0.15 to -0.09; -0.20 to -0.02 over all that is not known)"</summary>
    public string InWords(EffectRow row) => Change(row.Difference) + Behind(row);

    /// <summary>"4.1 MSEK more a year (95 % interval +3.2 to +5.0; ...)"</summary>
    public static string Spent(EffectRow row) => row.IsClear
        ? (row.Difference > 0 ? Localized.Of($"{Money.Size(row.Difference)} MSEK more a year")
            : Localized.Of($"{Money.Size(row.Difference)} MSEK less a year")) + Money.Behind(row)
        : Localized.Of($"neither clearly more nor less ({Money.Change(row.Difference)} MSEK a year")
            + (Money.Behind(row) is { Length: > 0 } behind ? behind.Replace(" (", "; ", StringComparison.Ordinal) : ")");

    public IReadOnlyList<string> Cells(EffectRow row, bool drawn) => drawn
        ? [Change(row.Difference), Range(row.Low, row.High), row.Unknown is { } unknown ? Range(unknown.Low, unknown.High)
            : Nothing]
        : [Change(row.Difference), Range(row.Low, row.High)];

    /// <summary>How sure it is over draws, or over replications.</summary>
    public static string Futures(DecisionHead head) =>
        head.Draws is { } draws
            ? Localized.Of($"{draws.Pairs} draws of all that is not known") : Localized.Of($"{head.Replications} replications");

    /// <summary>The same where it was said before of what.</summary>
    public static string Those(DecisionHead head) =>
        Localized.Of(head.Draws is null ? "these replications" : "these draws");

    /// <summary>"85 %"; a share that is neither all nor none is never written as such.</summary>
    public static string Share(double share) => double.IsNaN(share) ? Nothing
        : Math.Abs(share) < .005 && share <= 0 ? "0 %" : share is > .99 and < 1 ? "> 99 %" : share is > 0 and < .01 ? "< 1 %"
            : $"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)} %";

    private string Change(double value, int more) =>
        double.IsNaN(value) ? Nothing : TableText.WithSign(TableText.Rounded(Scaled(value), Decimals(value) + more)) + Percent;

    private string Behind(EffectRow row)
    {
        if (double.IsNaN(row.Low))
            return "";
        var unknown = row.Unknown is { } range
            ? Localized.Of($"; {Change(range.Low)} to {Change(range.High)} over all that is not known") : "";
        return Localized.Of($" (95 % interval {Change(row.Low)} to {Change(row.High)}{unknown})");
    }

    private string Percent => Outcome.AsPercent ? " %" : "";

    private double Scaled(double value) => Outcome.AsPercent ? value * 100 : value;

    // Small sums keep their digits, so that nothing clear is told as 0.0.
    private int Decimals(double value) => Outcome.AsPercent ? (Math.Abs(value) is > 0 and < .1 ? 1 : 0)
        : Outcome.Unit.StartsWith("MSEK", StringComparison.Ordinal) && Math.Abs(value) < .1 ? 2 : Outcome.Decimals;
}
