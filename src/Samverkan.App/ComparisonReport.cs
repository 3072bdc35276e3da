using System.Globalization;
using System.Text;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Results;
using Samverkan.Analysis.Sustainability;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.App;

/// <summary>Tells a comparison: what is compared, then one sentence and one table per scenario.</summary>
/// <param name="rank">Id of the outcome by which several policies are ranked.</param>
public sealed class ComparisonReport(Terminal terminal, string rank)
{
    public void Introduce(IReadOnlyList<Scenario> scenarios)
    {
        var names = scenarios.Max(scenario => Localized.Of(scenario.Title).Length) + 3;
        foreach (var scenario in scenarios)
        {
            terminal.Remark($"{Localized.Of(scenario.Title).PadRight(names)} {Localized.Of(scenario.Question)}");
            Findings.Tell(terminal, scenario, scenarios[0]);
            if (scenario == scenarios[0])
                continue;
            var changes = ScenarioDiff.InWords(scenarios[0], scenario);
            foreach (var line in changes.Lines)
                terminal.Remark($"  {line}");
            terminal.Remark($"  ({changes.UnchangedParameters} parameters unchanged)");
        }
        terminal.Remark();
    }

    public void Conclude(ComparisonResult result, string folder, TimeSpan elapsed)
    {
        foreach (var scenario in result.Others)
        {
            terminal.Say();
            terminal.Tell(AnswerSentence.To(scenario, result.Replications));
            terminal.Say();
            terminal.Show(Table(TableText.Head(result, scenario).All(result),
                scenario.Rows.Select(row => TableText.Cells(row).All(result))));
            terminal.Tell($"{Localized.Of(PeriodInWords(result, scenario))}; {Localized.Of(TableText.Saving(scenario.Rows))}");
            if (scenario.Lasting is { } lasting)
                terminal.Say(LastingText(lasting));
            if (scenario.Budget is { } budget)
                ShowBudget(result, scenario, budget);
            foreach (var verdict in scenario.Expectations)
                terminal.Tell(VerdictText.Line(verdict));
            if (scenario.Ledger is { } ledger)
                terminal.Tell(ledger.InWords());
        }
        if (result.Others.Count() > 1)
        {
            terminal.Say();
            terminal.Say(Localized.Of($"The policies side by side, ranked by {PolicyTable.LabelOf(result, rank)}: ")
                + Localized.Of($"differences to {result.Base.Title}, with 95 % intervals"));
            terminal.Show(Table(PolicyTable.Heads(result, rank), PolicyTable.Cells(result, rank)), apart: 2);
        }
        foreach (var note in result.Place?.InWords() ?? [])
            terminal.Tell(note);
        terminal.Say();
        var names = Directory.EnumerateFileSystemEntries(folder).Where(entry => !ResultNames.IsPassing(Path.GetFileName(entry)))
            .Select(NameInResult)
            .OrderBy(name => name != Report.PageName).ThenBy(name => name, StringComparer.Ordinal);
        terminal.Say($"{folder}/   {string.Join("  ", names)}");
        terminal.Object(AsObject(result, folder, elapsed));
    }

    /// <summary>The same for a document.</summary>
    public static string Markdown(ComparisonResult result, IReadOnlyList<Scenario> scenarios)
    {
        // A part of the result, which carries no language.
        using var language = Localized.In(Localized.English);
        var text = new StringBuilder();
        foreach (var scenario in result.Others)
            text.Append($"# {scenario.Title} against {result.Base.Title}\n\n")
                .Append($"{scenario.Question}\n\n{AnswerSentence.To(scenario, result.Replications)}\n\n")
                .Append(TableText.Markdown(result, scenario))
                .Append($"\n{PeriodInWords(result, scenario)}; {result.Replications} replications, seed {result.Seed}; "
                    + $"{TableText.Saving(scenario.Rows)}.\n\n")
                .Append(scenario.Budget is { } budget ? Budget(result, scenario, budget) : "");
        foreach (var note in scenarios.SelectMany(Findings.AboutThePlace).Distinct().Concat(result.Place?.InWords() ?? []))
            text.Append($"{note}\n\n");
        return text.ToString();
    }

    private static string Budget(ComparisonResult result, ScenarioResult scenario, BudgetResult budget) =>
        $"## {BudgetText.TotalTitle(result, scenario)}\n\n"
        + $"{TableText.Markdown(BudgetText.TotalHeads(result), BudgetText.Totals(budget))}\n{BudgetText.Note(budget)}\n\n"
        + $"## {BudgetText.YearTitle(scenario)}\n\n{TableText.Markdown(BudgetText.YearHeads, BudgetText.Years(budget), 1)}\n";

    private static string NameInResult(string path) => Path.GetFileName(path) + (Directory.Exists(path) ? "/" : "");

    /// <summary>The net effect by sector, and the budget year by year from the policy's first year.</summary>
    private void ShowBudget(ComparisonResult result, ScenarioResult scenario, BudgetResult budget)
    {
        terminal.Say();
        terminal.Say(BudgetText.TotalTitle(result, scenario));
        terminal.Show(Table(BudgetText.TotalHeads(result), BudgetText.Totals(budget)));
        terminal.Say();
        terminal.Say(BudgetText.YearTitle(scenario));
        terminal.Show(Table(BudgetText.YearHeads, BudgetText.Years(budget,
            int.Parse(scenario.Start!.AsSpan(0, 4), CultureInfo.InvariantCulture)), 1), apart: 2);
        terminal.Tell(BudgetText.Note(budget));
        terminal.Say();
    }

    private static TextTable Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, params int[] words)
    {
        var table = new TextTable(heads, words);
        foreach (var row in rows)
            table.Add(row);
        return table;
    }

    /// <summary>"years until dissolved 20.1 to 18.9 (-1.2; 95 % interval -2.0 .. -0.4); half are dissolved within 12.3
    /// years"</summary>
    private static string LastingText(LastingResult lasting)
    {
        var row = lasting.Course.Single(one => one.Id == SustainabilityFigure.YearsStanding.Id);
        var cells = TableText.Cells(row);
        var half = lasting.Endings[0].MedianYears is { } years
            ? Localized.Of($"; half are dissolved within {TableText.Number(years, 1)} years") : "";
        var interval = double.IsNaN(row.Low) ? "" : Localized.Of($"; 95 % interval {cells.Interval}");
        return Localized.Of($"{row.Label} {cells.Base} to {cells.Other} ({cells.Difference}{interval})") + half;
    }

    /// <summary>Headline figures are of the policy's whole time; what tables by group and payment count from is said besides
    /// where it differs.</summary>
    private static string PeriodInWords(ComparisonResult result, ScenarioResult scenario)
    {
        var since = result.Since == scenario.Start ? "" : $" (groups and payments: from {result.Since})";
        return $"means of {scenario.Start} to {result.To}{since}{DrawsInWords(result)}";
    }

    /// <summary>
    /// "; the range of all that is not known is of 25 draws (scenarios/...); its expected effect, chance taken off"
    /// </summary>
    private static string DrawsInWords(ComparisonResult result) => result.Draws is not { } draws ? ""
        : $"; all that is not known: nine in ten of {draws.Pairs} draws of {draws.Region}, the noise of chance taken off"
            + (draws.Missing == 0 ? "" : $" ({draws.Missing} uncertain parameters of this build are not in them)");

    private static object AsObject(ComparisonResult result, string folder, TimeSpan elapsed) => new
    {
        status = "done",
        exitCode = ExitCode.Done,
        @base = result.BaseId,
        seed = result.Seed,
        replications = result.Replications,
        since = result.Since,
        draws = result.Draws,
        resultHash = result.ResultHash,
        seconds = Math.Round(elapsed.TotalSeconds, 2),
        @out = folder,
        comparisons = result.Others.Select(scenario => new
        {
            scenario = scenario.Id,
            scenario.Title,
            scenario.Answer,
            scenario.Lost,
            lostInBase = result.Base.Lost,
            dissolved = scenario.DissolvedAt!.Count(at => at is not null),
            hollow = scenario.HollowAt!.Count(at => at is not null),
            benefitLost = scenario.BenefitLostAt!.Count(at => at is not null),
            scenario.NeverBegan,
            scenario.Rows,
            scenario.Expectations,
            scenario.Ledger,
        }),
    };
}
