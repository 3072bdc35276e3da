using System.Text;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Ledgers;
using Samverkan.Analysis.Reports;
using Samverkan.App.Comparing;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App;

/// <summary>Tells a comparison: what is compared, then one sentence and one table per scenario.</summary>
public sealed class ComparisonReport(Terminal terminal)
{
    public void Introduce(IReadOnlyList<Scenario> scenarios)
    {
        var names = scenarios.Max(scenario => scenario.Title.Length) + 3;
        foreach (var scenario in scenarios)
        {
            terminal.Remark($"{scenario.Title.PadRight(names)} {scenario.Question}");
            Findings.Tell(terminal, scenario);
            if (scenario == scenarios[0])
                continue;
            var changes = ScenarioDiff.InWords(scenarios[0], scenario);
            foreach (var line in changes.Lines)
                terminal.Remark($"  {line}");
            terminal.Remark($"  ({changes.UnchangedParameters} parameters unchanged)");
        }
        terminal.Remark();
    }

    public void Conclude(PairedComparison comparison, ExpectationWatch expected, string folder, TimeSpan elapsed)
    {
        for (var scenario = 1; scenario < comparison.Scenarios.Count; scenario++)
        {
            terminal.Say();
            terminal.Tell(Answer.To(comparison, scenario));
            terminal.Say();
            terminal.Show(TableOf(comparison, scenario));
            terminal.Tell($"{PeriodInWords(comparison, scenario)}; {TableText.Saving(HeadlineTable.Of(comparison, scenario))}");
            terminal.Say(LastingText.Of(comparison, scenario));
            foreach (var verdict in expected.On(scenario))
                terminal.Tell(VerdictText.Of(verdict));
            if (QuotedLedger.Of(comparison.Base, comparison.Scenarios[scenario]) is { } ledger)
                terminal.Tell(ledger.InWords());
        }
        terminal.Say();
        var names = Directory.EnumerateFileSystemEntries(folder).Where(entry => !ResultNames.IsPassing(Path.GetFileName(entry))).Select(NameInResult)
            .OrderBy(name => name != Report.PageName).ThenBy(name => name, StringComparer.Ordinal);
        terminal.Say($"{folder}/   {string.Join("  ", names)}");
        terminal.Object(AsObject(comparison, expected, folder, elapsed));
    }

    /// <summary>The same for a document.</summary>
    public static string Markdown(PairedComparison comparison)
    {
        var text = new StringBuilder();
        for (var scenario = 1; scenario < comparison.Scenarios.Count; scenario++)
            text.Append($"# {comparison.Scenarios[scenario].Title} against {comparison.Base.Title}\n\n")
                .Append($"{comparison.Scenarios[scenario].Question}\n\n{Answer.To(comparison, scenario)}\n\n")
                .Append(TableText.Markdown(comparison, scenario))
                .Append($"\n{PeriodInWords(comparison, scenario)}; {comparison.Replications} replications, seed {comparison.Seed}; {TableText.Saving(HeadlineTable.Of(comparison, scenario))}.\n\n");
        foreach (var note in comparison.Scenarios.SelectMany(Findings.AboutThePlace).Distinct())
            text.Append($"{note}\n\n");
        return text.ToString();
    }

    private static string NameInResult(string path) => Path.GetFileName(path) + (Directory.Exists(path) ? "/" : "");

    /// <summary>Headline figures are of the policy's whole time; what tables by group and payment count from is said besides where it differs.</summary>
    private static string PeriodInWords(PairedComparison comparison, int scenario)
    {
        var since = comparison.Since == comparison.Starts[scenario] ? "" : $" (groups and payments: from {comparison.Since})";
        return $"means of {comparison.Starts[scenario]} to {comparison.Base.Blueprint.To}{since}";
    }

    private static TextTable TableOf(PairedComparison comparison, int scenario)
    {
        var table = new TextTable(TableText.Head(comparison, scenario).All);
        foreach (var row in HeadlineTable.Of(comparison, scenario))
            table.Add(TableText.Cells(row).All);
        return table;
    }

    private static object AsObject(PairedComparison comparison, ExpectationWatch expected, string folder, TimeSpan elapsed) => new
    {
        status = "done",
        exitCode = ExitCode.Done,
        @base = comparison.Base.Id,
        seed = comparison.Seed,
        replications = comparison.Replications,
        since = comparison.Since.ToString(),
        resultHash = Fold.InGroups(comparison.Hash),
        seconds = Math.Round(elapsed.TotalSeconds, 2),
        @out = folder,
        comparisons = ComparisonObject.Of(comparison, expected) is var told
            ? told.Scenarios.Skip(1).Select(scenario => new
            {
                scenario.Scenario,
                scenario.Title,
                scenario.Answer,
                scenario.Lost,
                lostInBase = told.Scenarios[0].Lost,
                dissolved = scenario.DissolvedAt!.Count(at => at is not null),
                hollow = scenario.HollowAt!.Count(at => at is not null),
                benefitLost = scenario.BenefitLostAt!.Count(at => at is not null),
                scenario.NeverBegan,
                scenario.Rows,
                scenario.Expectations,
                scenario.Ledger,
            })
            : null,
    };
}
