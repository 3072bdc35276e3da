using Samverkan.Analysis.Results;
using Samverkan.Runs.Wording;

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
            ? Localized.Of($" It is {(unknown.Low > 0 ? "worse" : "better")} for people whatever we do not know: ")
                + Localized.Of($"{Range(unknown, 0)} person-years in nine in ten of {unknown.Draws} draws")
            : Localized.Of(" Whether it is better or worse for people hangs on what is not known: ")
                + Localized.Of($"{Range(unknown, 0)} person-years in nine in ten of {unknown.Draws} draws")
                + Settles(scenario, effect);
        return needs + Against(years, unknown) + Money(spent, unknown.SignSurvives) + ".";
    }

    /// <summary>What the model's own values say may lie at the edge of all that is not known, or beyond.</summary>
    private static string Against(ResultRow years, UnknownResult unknown) =>
        years.IsClear && unknown.SignSurvives && unknown.Low > 0 != years.Difference > 0
            ? Localized.Of(", against what the model's own values say") : "";

    private static string Money(ResultRow spent, bool needsSurvive) => spent.Unknown switch
    {
        null => "",
        { SignSurvives: true } money =>
            money.Low > 0 ? Localized.Of($"; both sectors together spend more whatever we do not know ({Range(money, 1)} MSEK)")
                : Localized.Of($"; both sectors together spend less whatever we do not know ({Range(money, 1)} MSEK)"),
        { } money =>
            Localized.Of($"; whether both sectors together spend more or less hangs on "
                + $"{(needsSurvive ? "what is not known" : "it too")} ({Range(money, 1)} MSEK)"),
    };

    /// <summary>Rules that turn the sign; else what a shipped study found to matter most.</summary>
    private static string Settles(ScenarioResult scenario, EffectResult effect)
    {
        if (effect.HangsOn.Count > 0)
            return Localized.Of($", up with one and down with the other rule of {string.Join(", ", effect.HangsOn)}");
        // A study of other scenarios does not know what this answer hangs on.
        return scenario.Ledger is { Same: true } ledger && ledger.Outcomes[0].Foremost is { Count: > 0 } foremost
            ? Localized.Of($"; better knowledge of "
                + $"{string.Join(", ", foremost.Select(one => one.Factor))} would settle most of it")
            : Localized.Of("; no shipped study asks which of it matters here");
    }

    private static string Range(UnknownResult unknown, int decimals)
    {
        string Signed(double value) => TableText.WithSign(TableText.Rounded(value, decimals));
        return Localized.Of($"{Signed(unknown.Low)} to {Signed(unknown.High)}");
    }
}
