using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Comparisons;

/// <summary>
/// The sentence on all that is not known: whether what is said of people and of money holds in nine in ten draws of it, and if
/// not, what would settle it.
/// </summary>
internal static class UnknownText
{
    /// <summary>Empty where chance alone was asked for.</summary>
    public static string Of(ScenarioResult scenario, EffectResult effect)
    {
        var (years, spent) = (effect.Total(Outcome.UnmetNeedYears), effect.Total(Outcome.Spent));
        if (years.Unknown is not { } unknown)
            return "";
        var needs = unknown.SignSurvives
            ? $" It is {(unknown.Low > 0 ? "worse" : "better")} for people whatever we do not know: "
                + $"{Range(unknown, 0)} person-years in nine in ten of {unknown.Draws} draws"
            : $" Whether it is better or worse for people hangs on what is not known: "
                + $"{Range(unknown, 0)} person-years in nine in ten of {unknown.Draws} draws"
                + Settles(scenario, effect);
        return needs + Against(years, unknown) + Money(spent) + ".";
    }

    /// <summary>What the model's own values say may lie at the edge of all that is not known, or beyond.</summary>
    private static string Against(ResultRow years, UnknownResult unknown) =>
        years.IsClear && unknown.SignSurvives && unknown.Low > 0 != years.Difference > 0
            ? ", against what the model's own values say" : "";

    private static string Money(ResultRow spent) => spent.Unknown switch
    {
        null => "",
        { SignSurvives: true } money =>
            $"; both sectors together spend {(money.Low > 0 ? "more" : "less")} whatever we do not know ({Range(money, 1)} MSEK)",
        { } money => $"; whether both sectors together spend more or less hangs on it too ({Range(money, 1)} MSEK)",
    };

    /// <summary>Rules that turn the sign; else what a shipped study found to matter most.</summary>
    private static string Settles(ScenarioResult scenario, EffectResult effect)
    {
        if (effect.HangsOn.Count > 0)
            return $", up with one and down with the other rule of {string.Join(", ", effect.HangsOn)}";
        // A study of other scenarios does not know what this answer hangs on.
        return scenario.Ledger is { Same: true } ledger && ledger.Outcomes[0].Foremost is { Count: > 0 } foremost
            ? $"; better knowledge of {string.Join(", ", foremost.Select(one => one.Factor))} would settle most of it"
            : "; no shipped study asks which of it matters here";
    }

    private static string Range(UnknownResult unknown, int decimals)
    {
        string Signed(double value) => TableText.WithSign(TableText.Rounded(value, decimals));
        return $"{Signed(unknown.Low)} to {Signed(unknown.High)}";
    }
}
