using System.CommandLine;
using System.Diagnostics;
using Samverkan.App.Remaking;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Commands;

/// <summary><c>remake</c>: makes again, from the program, everything in the repository that hangs on the model's bits.</summary>
public static class RemakeCommand
{
    private const string Report = "out/remake/moved.md";
    private const int Told = 8;

    public static Command Create(StartRun start)
    {
        var only = new Option<string[]>("--only")
        {
            Description = "Make only these steps, up to date or not",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        only.AcceptOnlyFromAmong([.. RemakeSteps.All.Select(step => step.Id)]);
        var list = new Option<bool>("--list")
        {
            Description = "Show the steps, which of them are out of date, and about how long they take; make nothing"
        };
        var force = new Option<bool>("--force") { Description = "Make also what is up to date" };
        var parallel = CommonOptions.Parallel();
        var command = new Command("remake",
            "Make again what hangs on the model's bits: studies, answers, patterns, pages with measured figures")
        {
            only, list, force, parallel, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            RefuseElsewhere(Environment.CurrentDirectory);
            var record = RemakeRecord.Read();
            if (parsed.GetValue(list))
                return List(record, terminal);
            var chosen = parsed.GetValue(only) is { Length: > 0 } ids
                ? RemakeSteps.All.Where(step => ids.Contains(step.Id)).ToList()
                : [.. RemakeSteps.All];
            var everything = parsed.GetValue(force) || parsed.GetValue(only) is { Length: > 0 };
            return Make(chosen, everything, record, start, parsed.GetValue(parallel), terminal, cancel);
        });
        return command;
    }

    /// <exception cref="BadRequest">The folder is not that of the repository.</exception>
    internal static void RefuseElsewhere(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "scenarios", "baseline.yaml")) || !Directory.Exists(Path.Combine(folder, "docs")))
            throw new BadRequest("remake writes files of the repository: run it in the repository's own folder.");
    }

    private static int List(RemakeRecord record, Terminal terminal)
    {
        var table = TextTable.OfWords("step", "makes", "about", "state");
        foreach (var step in RemakeSteps.All)
            table.Add(step.Id, step.What, InWords(Expected(step, record)), record.Stale(step) is { } why ? $"out of date: {why}"
                : "up to date");
        terminal.Show(table);
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            steps = RemakeSteps.All.Select(step => new
            {
                step.Id,
                step.What,
                step.Writes,
                seconds = Expected(step, record).TotalSeconds,
                outOfDate = record.Stale(step),
            }),
        });
        return ExitCode.Done;
    }

    private static int Make(
        IReadOnlyList<RemakeStep> chosen, bool everything, RemakeRecord record, StartRun start, int threads, Terminal terminal,
            CancellationToken cancel)
    {
        var whole = Stopwatch.StartNew();
        var moved = new List<(RemakeStep Step, IReadOnlyList<MovedFigure> Figures)>();
        foreach (var (place, step) in chosen.Index())
        {
            cancel.ThrowIfCancellationRequested();
            // Judged in its turn: an earlier step may have written what this one reads.
            if (!everything && record.Stale(step) is null)
            {
                terminal.Say($"{step.Id}: up to date");
                continue;
            }
            var left = chosen.Skip(place).Where(one =>
                everything || record.Stale(one) is not null).Aggregate(TimeSpan.Zero, (sum, one) => sum + Expected(one, record));
            var times = $"about {InWords(Expected(step, record))}; about {InWords(left)} left in all";
            terminal.Say($"{step.Id}, step {place + 1} of {chosen.Count}: {step.What} ({times})");
            var (code, figures) = One(step, record, start, threads, terminal);
            if (code != ExitCode.Done)
            {
                terminal.Remark(code == ExitCode.Interrupted
                    ? "Interrupted. What is made is kept; the same command goes on."
                        : $"{step.Id} failed; what was made before it is kept.");
                return code;
            }
            moved.Add((step, figures));
            Tell(step, figures, terminal);
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Report)!);
        WholeFile.Write(Report, string.Concat(moved.SelectMany(one =>
            one.Figures.Select(figure => $"- {figure}\n").Prepend($"# {one.Step.Id}\n\n").Append("\n"))));
        terminal.Say(moved.Count == 0
            ? "Everything is up to date."
            : $"{moved.Count} of {chosen.Count} steps made in {InWords(whole.Elapsed)}; "
                + $"{moved.Sum(one => one.Figures.Count)} figures moved, all in {Report}");
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            seconds = whole.Elapsed.TotalSeconds,
            steps = moved.Select(one => new { one.Step.Id, moved = one.Figures }),
        });
        return ExitCode.Done;
    }

    private static (int Code, IReadOnlyList<MovedFigure> Moved) One(RemakeStep step, RemakeRecord record, StartRun start,
        int threads, Terminal terminal)
    {
        var before = Contents(step, record).ToDictionary(file => file.Name, file => file.Text);
        var watch = Stopwatch.StartNew();
        var code = step.Make(words =>
        {
            var printed = new StringWriter();
            var heard = CommandLine.Run(WithThreads(words, threads), printed, terminal.Beside, start);
            return (heard, printed.ToString());
        });
        if (code != ExitCode.Done) return (code, []);
        record.Made(step, watch.Elapsed);
        return (code, [.. Contents(step, record).SelectMany(file => MovedFigures.Between(
            before.GetValueOrDefault(file.Name, ""), file.Text, file.Name.EndsWith(".csv", StringComparison.Ordinal)))]);
    }

    // A manifest holds hashes and dates of files, and no figures.
    private static IEnumerable<(string Name, string Text)> Contents(RemakeStep step, RemakeRecord record) =>
        record.Files(step.Writes).Where(file => !file.Name.EndsWith(".json", StringComparison.Ordinal));

    private static string[] WithThreads(string[] words, int threads) => [.. words, "--parallel", $"{threads}"];

    private static void Tell(RemakeStep step, IReadOnlyList<MovedFigure> figures, Terminal terminal)
    {
        terminal.Say(figures.Count == 0 ? $"{step.Id}: no figure moved" : $"{step.Id}: {figures.Count} figures moved");
        foreach (var figure in figures.Take(Told))
            terminal.Say($"  {figure}");
        if (figures.Count > Told)
            terminal.Say($"  and {figures.Count - Told} more");
    }

    private static TimeSpan Expected(RemakeStep step, RemakeRecord record) =>
        record.Of(step) is { } made ? TimeSpan.FromSeconds(made.Seconds) : TimeSpan.FromMinutes(step.Minutes);

    private static string InWords(TimeSpan time) =>
        time < TimeSpan.FromSeconds(90) ? $"{Math.Max(1, Math.Round(time.TotalSeconds)):0} s"
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{time.TotalMinutes:0.#} min");
}
