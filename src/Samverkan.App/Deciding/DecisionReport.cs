using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Deciding;

/// <summary>Tells of a decision: what is asked, how far it has come, what the answer is.</summary>
public sealed class DecisionReport(Terminal terminal)
{
    public void Introduce(DecisionRequest request, DecisionJob job)
    {
        var @base = request.Scenarios[0];
        foreach (var scenario in request.Scenarios)
        {
            terminal.Remark($"{Localized.Of(scenario.Title)}: {Localized.Of(scenario.Question)}");
            Findings.Tell(terminal, scenario, @base);
            if (scenario != @base)
                foreach (var line in ScenarioDiff.InWords(@base, scenario).Lines)
                    terminal.Remark($"  {line}");
        }
        var already = job.Left > 0 ? Localized.Of($"; {job.Left:#,0} are lived already") : "";
        terminal.Remark(Localized.Of($"{job.Asked:#,0} futures at most") + already);
        terminal.Remark();
    }

    public int Interrupted(DecisionJob job)
    {
        var message = FormattableString.Invariant($"Interrupted: {job.Kept:#,0} futures are kept in '{job.Folder}'. ")
            + "The same command goes on with them.";
        terminal.Remark(Localized.Of($"Interrupted: {job.Kept:#,0} futures are kept in '{job.Folder}'. ")
            + Localized.Of("The same command goes on with them."));
        terminal.Object(new
        {
            status = "interrupted",
            exitCode = ExitCode.Interrupted,
            messages = new[] { message },
            futures = job.Kept,
            @out = job.Folder,
        });
        return ExitCode.Interrupted;
    }

    public void Conclude(DecisionResult result, string folder, TimeSpan elapsed)
    {
        var told = DecisionText.Of(result);
        terminal.Say(told.Title);
        foreach (var section in told.Sections)
            Show(section, isAnswer: section == told.Sections[0]);
        terminal.Say();
        terminal.Tell(DecisionText.Basis(result.Head));
        var names = Directory.EnumerateFileSystemEntries(folder).Where(entry => !ResultNames.IsPassing(Path.GetFileName(entry)))
            .Select(path => Path.GetFileName(path) + (Directory.Exists(path) ? "/" : ""))
            .OrderBy(name => name != Report.PageName).ThenBy(name => name, StringComparer.Ordinal);
        terminal.Say($"{folder}/   {string.Join("  ", names)}");
        // What programs read carries no language.
        using var language = Localized.In(Localized.English);
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            seconds = Math.Round(elapsed.TotalSeconds, 2),
            @out = folder,
            answer = DecisionText.Of(result).Sections[0].Sentence,
            decision = result,
        });
    }

    private void Show(StudySection section, bool isAnswer)
    {
        terminal.Say();
        if (!isAnswer)
            terminal.Say(char.ToUpperInvariant(section.Heading[0]) + section.Heading[1..]);
        terminal.Tell(section.Sentence);
        foreach (var point in section.Points)
            terminal.Tell($"- {point}");
        if (section.Rows.Count == 0)
            return;
        var table = new TextTable(section.Head);
        foreach (var row in section.Rows)
            table.Add(row);
        terminal.Show(table);
        if (section.Note is { } note)
            terminal.Tell(note);
    }
}
