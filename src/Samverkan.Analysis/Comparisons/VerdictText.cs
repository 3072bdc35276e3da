using System.Globalization;
using Samverkan.Analysis.Results;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Comparisons;

/// <summary>"held      unmet needs per person, ... against baseline: more than 0 (difference +0.31; true in 94 % of
/// replications)"</summary>
public static class VerdictText
{
    private const double Thousand = 1e3;
    private const double Million = 1e6;
    private const double TenthOfAMillion = 1e5;

    public static string Of(Verdict verdict) => Of(verdict.Held, verdict.Expectation.InWords, verdict.Reason ?? Seen(verdict));

    public static string Line(ExpectationResult verdict) => Of(verdict.Held, verdict.Expectation, Why(verdict));

    /// <summary>The reason, or what was seen.</summary>
    public static string Why(ExpectationResult verdict) =>
        verdict.Reason ?? verdict.Seen
        ?? string.Create(CultureInfo.InvariantCulture, $"true in {verdict.Share * 100:0} % of replications");

    public static string Word(bool? held) => held switch { true => "held", false => "did not hold", null => "cannot tell" };

    private static string Of(bool? held, string expectation, string why) =>
        $"{Localized.Of(Word(held)),-14}{Localized.Of(expectation)} ({Localized.Of(why)})";

    internal static string Seen(Verdict verdict)
    {
        var seen = verdict.Expectation switch
        {
            // In percent of the other's size, as the bound is: a smaller surplus is a fall.
            { Relative: true } => $"{(verdict.Own - verdict.Other) / Math.Abs(verdict.Other) * 100:+0.#;-0.#;0} %",
            { Versus: not null } => InUnit(verdict.Own - verdict.Other, verdict.Expectation, isDifference: true),
            _ => InUnit(verdict.Own, verdict.Expectation, isDifference: false),
        };
        var figure = verdict.Expectation.Versus is null ? "mean" : "difference";
        return string.Create(CultureInfo.InvariantCulture, $"{figure} {seen}; true in {verdict.Share * 100:0} % of replications");
    }

    /// <summary>Money and shares state their unit. The indicator's name says what else is counted.</summary>
    private static string InUnit(double value, Expectation expectation, bool isDifference)
    {
        var (measured, yearly) = expectation.Indicator is { } indicator ? (indicator.Unit, indicator.Over == Reduction.Sum)
            : expectation.Outcome!.Measure == Measure.SekPerYear ? ("SEK", true) : (expectation.Outcome.Unit, false);
        var (scaled, unit) = measured switch
        {
            "SEK" when Math.Abs(value) >= TenthOfAMillion => (value / Million, " MSEK"),
            "SEK" => (value / Thousand, " kSEK"),
            "share" => (100 * value, isDifference ? " percentage points" : " %"),
            _ => (value, ""),
        };
        var size = unit.Length == 0 ? scaled : Math.Round(scaled, 2);
        return $"{(isDifference ? Signed(size) : Number(size))}{unit}{(measured == "SEK" && yearly ? " a year" : "")}";
    }

    private static string Signed(double value) => Shown(value) > 0 ? "+" + Number(value) : Number(value);

    private static string Number(double value) =>
        Shown(value).ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.###", CultureInfo.InvariantCulture);

    /// <summary>In as many decimals as are shown. What rounds to nothing has no sign.</summary>
    private static double Shown(double value) => Math.Round(value, 3) + 0.0;
}
