using System.Text;
using Samverkan.Analysis.Results;

namespace Samverkan.Analysis.Comparisons;

/// <summary>Of many scenarios, whose effects keep their direction over all that is not known: a table in Markdown.</summary>
public static class SignsTable
{
    private const string Open = "open", Nothing = "–";

    /// <param name="scenarios">Those without draws, or that change nothing, are left out.</param>
    /// <returns>Empty if there is none.</returns>
    public static string Markdown(IEnumerable<ScenarioResult> scenarios)
    {
        var told = scenarios.Select(scenario => (Scenario: scenario, scenario.Effect))
            .Where(one => one.Effect is { ChangesNothing: false } effect
                && effect.Total(Outcome.UnmetNeedYears).Unknown is not null)
            .Select(one => (one.Scenario, Years: one.Effect!.Total(Outcome.UnmetNeedYears),
                Spent: one.Effect.Total(Outcome.Spent)))
            .ToList();
        if (told.Count == 0)
            return "";
        var (people, money) = (told.Count(one => one.Years.Unknown!.SignSurvives),
            told.Count(one => one.Spent.Unknown is { SignSurvives: true }));
        var text = new StringBuilder(
            $"Which findings keep their direction? In 95 % of {told[0].Years.Unknown!.Draws} draws of all that is not known, "
            + $"{people} of {told.Count} do for people, and {money} for money. 'open': the range has both signs. Totals over the "
            + "horizon. So few draws leave some open that more would settle: `compare` lives half as many draws as "
            + "replications.\n\n"
            + "| scenario | person-years of unmet need | chance alone (95 %) | all that is not known (90 %) | for people | money "
            + "spent |\n"
            + "|---|---:|---:|---:|---|---|\n");
        foreach (var (scenario, years, spent) in told)
            text.Append($"| `{scenario.Id}` | {Number(years.Difference)} | {Number(years.Low)} .. {Number(years.High)} | "
                + $"{Number(years.Unknown!.Low)} .. {Number(years.Unknown.High)} | {Sign(years.Unknown, "worse", "better")} | "
                + $"{Sign(spent.Unknown, "more", "less")} |\n");
        return text.ToString();
    }

    private static string Sign(UnknownResult? range, string more, string less) =>
        range is null ? Nothing : !range.SignSurvives ? Open : range.Low > 0 ? more : less;

    private static string Number(double value) => double.IsNaN(value) ? Nothing
        : TableText.WithSign(TableText.Rounded(value, 0));
}
