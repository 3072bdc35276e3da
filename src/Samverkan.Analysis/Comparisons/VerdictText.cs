using System.Globalization;

namespace Samverkan.Analysis.Comparisons;

/// <summary>"held      unmet needs per person, ... against baseline: more than 0 (was +0.31, in 94 % of replications)"</summary>
public static class VerdictText
{
    public static string Of(Verdict verdict)
    {
        var word = verdict.Held switch { true => "held", false => "did not hold", null => "cannot tell" };
        return $"{word,-14}{verdict.Expectation.InWords} ({verdict.Reason ?? Seen(verdict)})";
    }

    internal static string Seen(Verdict verdict)
    {
        var seen = verdict.Expectation switch
        {
            { Relative: true } => $"{(verdict.Own / verdict.Other - 1) * 100:+0.#;-0.#;0} %",
            { Versus: not null } => Signed(verdict.Own - verdict.Other),
            _ => Number(verdict.Own),
        };
        return string.Create(CultureInfo.InvariantCulture, $"was {seen}, so in {verdict.Share * 100:0} % of replications");
    }

    private static string Signed(double value) => value > 0 ? "+" + Number(value) : Number(value);

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 1000 ? "#,0" : "0.###", CultureInfo.InvariantCulture);
}
