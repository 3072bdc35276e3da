using System.Globalization;
using System.Text;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Doses;

/// <summary>The page <c>docs/doses.md</c>: what each lever does, dose by dose, beside what was expected.</summary>
public static class DosePage
{
    public static string Markdown(IReadOnlyList<DosedLever> levers, int replications, int runs, ulong seed)
    {
        var judged = levers.SelectMany(lever =>
            Expected.Of(lever.Lever.Id).Select(expected =>
                (Lever: lever, Expected: expected, Response: lever.Of(expected.Indicator)))).ToList();
        var missed = judged.Where(one => !one.Response.Meets(one.Expected)).ToList();
        var text = new StringBuilder("# What each lever does, dose by dose\n\n");
        text.Append(
            "Written by `./samverkan doses`. Every lever is given to `baseline` from the start: five doses of an amount, each "
                + "value of a switch. ");
        text.Append(CultureInfo.InvariantCulture,
            $"{levers.Count} levers, {replications} pairs\nfor each dose with common random numbers, ");
        text.Append(CultureInfo.InvariantCulture, $"{runs:#,0} runs, seed {seed}. Figures are means of 1997 to 2015. ");
        text.Append("*Change* is from the least to the largest dose, with its 95 % interval.\n");
        text.Append("What is expected was stated in `src/Samverkan.Analysis/Doses/Expected.cs` before it was tried.\n\n");
        text.Append($"**{judged.Count - missed.Count} of {judged.Count} expectations of sign and size hold.**\n\n");
        Section(text, "What does not come out as expected", missed.Select(one =>
            $"`{one.Lever.Lever.Id}` {InWords(one.Expected)}; it changes by {Change(one.Response)}."));
        var asked = judged.Select(one => (one.Lever.Lever, one.Response)).ToList();
        Section(text, "Reversals: the direction turns", asked.Where(one => one.Response.Reversal is not null).Select(one =>
        {
            var at = one.Lever.InWords(one.Response.Reversal!.Value);
            return $"`{one.Lever.Id}`: {one.Response.Indicator.Title} turns at {at} ({Series(one.Response, one.Lever)}).";
        }));
        Section(text, "Saturations: the last dose adds less than a tenth of the largest step",
            asked.Where(one => one.Response.Saturates).Select(one =>
                $"`{one.Lever.Id}`: {one.Response.Indicator.Title} ({Series(one.Response, one.Lever)})."));
        text.Append(
            "## Every lever\n\n| lever | doses | expected | figure, dose by dose | change | |\n|---|---|---|---|---:|---|\n");
        foreach (var lever in levers)
            foreach (var (place, expected) in Expected.Of(lever.Lever.Id).Index())
            {
                var response = lever.Of(expected.Indicator);
                string[] cells =
                [
                    place == 0 ? $"`{lever.Lever.Id}`" : "", place == 0 ? Doses(lever.Lever) : "", InWords(expected),
                        Series(response, lever.Lever),
                    Change(response), response.Meets(expected) ? "holds" : "**misses**",
                ];
                text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
            }
        return text.ToString();
    }

    private static void Section(StringBuilder text, string title, IEnumerable<string> lines)
    {
        text.Append($"## {title}\n\n");
        var told = lines.ToList();
        foreach (var line in told)
            text.Append($"- {line}\n");
        text.Append(told.Count == 0 ? "None.\n\n" : "\n");
    }

    private static string InWords(Expectation expected)
    {
        var sense = expected.Sense switch
        {
            Sense.Raises => "raises",
            Sense.Lowers => "lowers",
            Sense.HardlyMoves => "hardly moves",
            _ => "does not raise",
        };
        var most = double.IsInfinity(expected.Most) ? ""
            : string.Create(CultureInfo.InvariantCulture, $", by at most {expected.Most * 100:0} %");
        return $"{sense} {expected.Indicator.Title}{most} ({expected.Because})";
    }

    private static string Doses(Ladder lever) => string.Join(", ", lever.Doses.Select((_, dose) => lever.InWords(dose)));

    private static string Series(Response response, Ladder lever) =>
        string.Join(", ", lever.Doses.Select((_, dose) => Number(response.Mean(dose), response.Indicator)));

    private static string Change(Response response)
    {
        var whole = response.Whole;
        string Signed(double value) => value > 0 ? "+" + Number(value, response.Indicator) : Number(value, response.Indicator);
        return whole.Difference == 0 && whole.Base == whole.Other
            ? "nothing" : $"{Signed(whole.Difference)} ({Signed(whole.Low)} to {Signed(whole.High)})";
    }

    private static string Number(double value, Indicator indicator) => double.IsNaN(value) ? "–" : indicator.Unit switch
    {
        "SEK" when indicator.Over == Reduction.Sum => string.Create(CultureInfo.InvariantCulture, $"{value / 1e6:0.00} MSEK"),
        "SEK" => string.Create(CultureInfo.InvariantCulture, $"{value / 1e3:0.0} kSEK"),
        "share" => string.Create(CultureInfo.InvariantCulture, $"{value * 100:0.0} %"),
        _ => value.ToString(Math.Abs(value) >= 100 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture),
    };
}
