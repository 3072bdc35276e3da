using System.Globalization;
using Samverkan.Analysis.Reports;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Studying;

/// <summary>Tells of a study: what it will run, what it has answered, how it goes on.</summary>
public sealed class StudyReport(Terminal terminal)
{
    public void Planned(StudyPilot pilot, double share)
    {
        var study = pilot.Design.Study;
        terminal.Say($"{study.Title}: {study.Question}");
        terminal.Say(
            $"{StudyAnswers.InWords(pilot.Design)}, est. {Time(pilot.Time)} on {pilot.Threads} "
                + $"{(pilot.Threads == 1 ? "core" : "cores")}, {Size(pilot.Bytes)}");
        terminal.Say(FormattableString.Invariant(
            $"(from a pilot of {pilot.Runs} runs: {pilot.SecondsPerRun:0.000} s of a core each)"));
        if (study.Uncertain.Length > 0)
            terminal.Say(
                $"{Counted(study.Uncertain.Length, "uncertain factor")} of "
                    + $"{Counted(study.Uncertain.Sum(f => f.Parameters.Length), "parameter")}, "
                + $"{(study.Calibration is null ? study.Sampling!.Method.InWords() : "calibrated")}");
        foreach (var need in pilot.Needs.GroupBy(n => n.Outcome).Select(same => same.MaxBy(n => n.Replications)!))
            terminal.Say(
                $"  {need.Outcome.Title}{(need.Levers.Length > 0 ? $" at {need.Levers}" : "")}"
                    + $"{(study.Policies.Length > 1 ? $", {need.Scenario}" : "")}: {Needed(need)}");
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            study = study.Id,
            runs = pilot.AllRuns,
            seconds = Math.Round(pilot.Time.TotalSeconds, 1),
            bytes = pilot.Bytes,
            secondsPerRun = pilot.SecondsPerRun,
            needs = pilot.Needs.Select(n => new { outcome = n.Outcome.Id, n.Scenario, n.Levers, n.Replications }),
        });

        static string Counted(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";

        string Needed(Need need) => Obstructed(need) is { } why ? why
            : need.Replications == 0 ? "the pilot cannot tell how many replications it needs"
            : string.Create(CultureInfo.InvariantCulture, $"{need.Replications:#,0} replications or so for an interval of "
                + $"{share * 100:0.#} % of the base's mean either way");
    }

    private static string Reached(Need need, long replications)
    {
        var width = need.Wide <= 1 ? "narrow enough" : FormattableString.Invariant($"{need.Wide:0.0} times too wide");
        var next = Obstructed(need) is { } why ? $" ({why})"
            : need.Replications > 0 ? FormattableString.Invariant($" (it needs some {need.Replications:#,0})") : "";
        return $"{need.Outcome.Title}, {need.Scenario}: {width} after {replications} replications{next}";
    }

    private static string? Obstructed(Need need) => need.Obstacle switch
    {
        Obstacle.Samples => "the samples spread too far: more samples would narrow the interval, more replications do not",
        Obstacle.BaseIsZero => "the base's mean is 0, of which there is no share",
        Obstacle.Undefined => "it is defined in no run",
        _ => null,
    };

    public void Introduced(StudyJob job)
    {
        terminal.Remark($"{job.Study.Title}: {job.Study.Question}");
        if (job.IsOfAnotherVersion)
            terminal.Remark(
                $"begun by version {job.Manifest.Version}; this one, {ProgramVersion.Text}, gives the same bits for a run of "
                    + "each scenario");
        var (done, failed) = job.Results.Count();
        if (done + failed > 0)
            terminal.Remark(string.Create(CultureInfo.InvariantCulture,
                $"resuming: {done:#,0} done, {(failed > 0 ? $"{failed:#,0} failed and tried again, " : "")}"
                    + $"{job.Manifest.RunsAsked - done:#,0} to do, inputs unchanged ({job.Manifest.Inputs[..8]})"));
        else
            terminal.Remark(StudyAnswers.InWords(job.Design));
        terminal.Remark();
    }

    public int Interrupted(StudyJob job, string place)
    {
        var (done, _) = job.Results.Count();
        var message = string.Create(CultureInfo.InvariantCulture,
            $"Interrupted: {done:#,0} of {job.Manifest.RunsAsked:#,0} runs are kept ({job.Results.WholeReplications()} whole "
                + $"replications). Go on, or read what is there:\n  {CommandWords.Of("study", "resume", place)}\n  "
                + $"{CommandWords.Of("study", "answer", place)}");
        terminal.Remark(message);
        terminal.Object(new
        {
            status = "interrupted",
            exitCode = ExitCode.Interrupted,
            messages = new[] { message },
            runsDone = done,
            runsAsked = job.Manifest.RunsAsked,
            @out = place
        });
        return ExitCode.Interrupted;
    }

    public void Concluded(StudyJob job, string place, IReadOnlyList<StudySection> sections)
    {
        foreach (var section in sections)
        {
            terminal.Tell(section.Heading);
            terminal.Tell(section.Sentence);
            foreach (var point in section.Points)
                terminal.Say($"  {point}");
            if (section.Rows.Count > 0)
                terminal.Show(TableOf(section));
            if (section.Note is { } note)
                terminal.Tell(note);
            terminal.Say();
        }
        var (done, failed) = job.Results.Count();
        if (job.Part is { } part)
            terminal.Say(
                $"Part {part} is done: {done:#,0} runs. When all {part.Of} are, put them together:\n  "
                    + $"{CommandWords.Of("study", "merge")} PART...");
        if (failed > 0)
            terminal.Say(
                $"{failed} of {done + failed} runs failed: {place}/{StudyFolder.FailuresName} says why, and how each is run "
                    + "again.");
        var needs = job.Manifest.Until is { } share ? UntilNarrow.Needs(job.Results, share) : [];
        foreach (var need in needs)
            terminal.Say(Reached(need, done / Math.Max(1, job.Design.Cells)));
        var tables = Directory.EnumerateFiles(place, "*.parquet").Select(Path.GetFileName).Order(StringComparer.Ordinal);
        terminal.Say($"{place}/   {string.Join("  ", FilesToRead(place))}  {string.Join("  ", tables)}  manifest.json");
        terminal.Object(new
        {
            status = job.Manifest.Status == StudyManifest.Complete ? "done" : job.Manifest.Status,
            exitCode = ExitCode.Done,
            study = job.Study.Id,
            inputs = job.Manifest.Inputs,
            resultHash = job.Manifest.Result,
            runsDone = done,
            runsFailed = failed,
            @out = place,
            sections,
        });
    }

    private static IEnumerable<string> FilesToRead(string place) =>
        new[] { Report.PageName, StudyFolder.AnswersName,
            Report.TablesName }.Where(name => File.Exists(Path.Combine(place, name)));

    private static TextTable TableOf(StudySection section)
    {
        var table = new TextTable(section.Head);
        foreach (var row in section.Rows)
            table.Add(row);
        return table;
    }

    private static string Time(TimeSpan time) => time.TotalMinutes < 1 ? $"{Math.Max(1, Math.Round(time.TotalSeconds))} s"
        : time.TotalHours < 2 ? $"{Math.Round(time.TotalMinutes)} min"
        : time.TotalHours.ToString("0.0", CultureInfo.InvariantCulture) + " h";

    private static string Size(long bytes) => bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} kB" : bytes < 1_000_000_000
        ? $"{bytes / 1_000_000} MB" : $"{(bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture)} GB";
}
