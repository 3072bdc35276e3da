using System.CommandLine;
using Samverkan.Analysis.Patterns;
using Samverkan.Analysis.Studies;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Commands;

/// <summary><c>patterns</c>: sets what the model gives beside what was stated and observed of the case.</summary>
public static class PatternsCommand
{
    private const string Page = "docs/patterns.md";
    private const string RivalsPage = "docs/rivals.md";

    public static Command Create(StartRun start)
    {
        var replications = new Option<int>("--replications")
        {
            Description = "Replications of each world",
            DefaultValueFactory = _ => LivedWorlds.DefaultReplications,
        }.AtLeast(2);
        var seed = CommonOptions.Seed();
        var parallel = CommonOptions.Parallel();
        var sets = CommonOptions.Set();
        var only = new Option<string[]>("--only")
        {
            Description = "Judge only these patterns, such as 4 V1",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var folder = new Option<string>("--scenarios")
        {
            Description = "Folder of the scenarios",
            DefaultValueFactory = _ => "scenarios",
        };
        var page = new Option<string?>("--out")
        {
            Description = $"Page to write [default: {Page}, if all patterns are judged and nothing is set]",
            HelpName = "FILE",
        };
        var across = new Option<string?>("--across")
        {
            Description = $"Judge the observed patterns at every lever point of a study, such as rivals, and write {RivalsPage}",
            HelpName = "STUDY",
        };
        var prior = new Option<int?>("--prior")
        {
            Description = "Judge the patterns in so many draws of all that is uncertain, one replication each, and write "
                + PriorTable.File,
        };
        only.AcceptOnlyFromAmong([.. PatternList.All.Select(pattern => pattern.Id)]);

        var command = new Command("patterns", "Judge the model by the patterns of the case") { replications, seed, parallel,
            sets, only, folder, page, across, prior, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            if (parsed.GetValue(across) is { } study)
                return Across(study, parsed.GetValue(folder)!, parsed.GetValue(page) ?? RivalsPage,
                    parsed.GetResult(replications)?.Implicit == false ? parsed.GetValue(replications) : null,
                    parsed.GetValue(parallel), start, terminal, cancel);
            var chosen = PatternList.All.Where(pattern => parsed.GetValue(only) is not { Length: > 0 } ids
                || ids.Contains(pattern.Id)).ToList();
            var (threads, seeded) = (parsed.GetValue(parallel), (ulong)parsed.GetValue(seed));
            if (parsed.GetValue(prior) is { } draws)
                return InDraws(chosen, draws >= 1 ? draws : throw new BadRequest("--prior must be at least 1."), seeded,
                    parsed.GetValue(folder)!, parsed.GetValue(page), start, threads, terminal, cancel);
            var worlds = LivedWorlds.Read(PatternList.WorldsOf(chosen), parsed.GetValue(folder)!, parsed.GetValue(sets)!);
            var lived = LivedWorlds.Live(worlds, parsed.GetValue(replications), seeded, start, threads, terminal, cancel);

            var known = PriorTable.Read(PriorTable.File);
            var judged = chosen.Select(pattern =>
                new JudgedPattern(pattern, [.. pattern.Judge(lived)], known?.Share(pattern.Id))).ToList();
            Tell(terminal, judged);
            var asShipped = chosen.Count == PatternList.All.Count && parsed.GetValue(sets)!.Length == 0;
            if ((parsed.GetValue(page) ?? (asShipped ? Page : null)) is { } file)
                Write(file,
                    PatternTable.Markdown(judged, parsed.GetValue(replications), seeded,
                        [.. worlds.Select(world => world.Variant)], known), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static int InDraws(
        IReadOnlyList<Pattern> chosen, int draws, ulong seed, string folder, string? page, StartRun start, int threads,
            Terminal terminal, CancellationToken cancel)
    {
        var worlds = LivedWorlds.Read(PatternList.WorldsOf(chosen), folder);
        var prior = new Prior(draws, seed);
        var judged = new List<IReadOnlyList<JudgedPattern>>();
        var progress = new EnsembleProgress(
            (long)draws * worlds.Sum(world => world.Blueprint.To - world.Blueprint.From + 1), draws * worlds.Count, 1);
        ProgressDisplay.While(terminal.Aside, progress, () =>
        {
            for (var draw = 0; draw < draws; draw++)
            {
                var drawn = worlds.Select(world =>
                    (world.Variant,
                        Blueprint: world.Blueprint with { Parameters = prior.Of(draw, world.Blueprint.Parameters) })).ToList();
                // Each draw has a luck of its own, the same in all its worlds.
                var jobs = Worlds.Plan(drawn, 1, seed).Select(job => job with { Replication = draw + 1 }).ToList();
                var lived = Worlds.Run(drawn, jobs, new Ensemble(start, threads), progress, cancel);
                judged.Add([.. chosen.Select(pattern => new JudgedPattern(pattern, [.. pattern.Judge(lived)]))]);
            }
        }, "runs");
        var table = PriorTable.Of(judged);
        foreach (var pattern in chosen)
            terminal.Say(
                $"{pattern.Id,-4} holds in {table.Held[pattern.Id]} of {draws} "
                    + $"draws{(table.Share(pattern.Id) >= Prior.CannotFail ? ": no test" : "")}");
        if (page is not null || chosen.Count == PatternList.All.Count)
            Write(page ?? PriorTable.File, table.Csv(), terminal);
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, draws, held = table.Held });
        return ExitCode.Done;
    }

    private static int Across(string file, string folder, string page, int? replications, int threads, StartRun start,
        Terminal terminal, CancellationToken cancel)
    {
        var study = StudyReader.Read(file);
        if (replications is { } other)
            study = study with { Replications = other };
        var observed = PatternList.All.Where(pattern => pattern.Id.StartsWith('V')).ToList();
        var worlds = LivedWorlds.Read(PatternList.WorldsOf(observed), folder);
        var points = LeverPoint.All(study);
        var judged = new List<IReadOnlyList<JudgedPattern>>();
        var progress = new EnsembleProgress((long)points.Length * worlds.Count * study.Replications
            * (study.Policies[0].Blueprint.To - study.Policies[0].Blueprint.From + 1),
            points.Length * worlds.Count * study.Replications, 1);
        ProgressDisplay.While(terminal.Aside, progress, () =>
        {
            foreach (var point in points)
            {
                // A world of a pattern under a lever point: what the point takes away stays away.
                var at = worlds.Select(world => (world.Variant, Blueprint: point.Of(world.Blueprint))).ToList();
                var lived = Worlds.Run(at, Worlds.Plan(at, study.Replications, study.Seed), new Ensemble(start, threads),
                    progress, cancel);
                judged.Add([.. observed.Select(pattern => new JudgedPattern(pattern, [.. pattern.Judge(lived)]))]);
            }
        }, "runs");
        var rivals = new Rivals(study, points, judged);
        terminal.Say(rivals.InWords());
        Write(page, rivals.Markdown(), terminal);
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            points = points.Zip(judged, (point, all) =>
                new { point = point.Name, holds = all.Where(one => one.Holds).Select(one => one.Pattern.Id) })
        });
        return ExitCode.Done;
    }

    private static void Tell(Terminal terminal, IReadOnlyList<JudgedPattern> judged)
    {
        var table = new TextTable(["", "", "figure", "model", "range", ""], 2, 4, 5);
        foreach (var one in judged)
            foreach (var figure in one.Figures)
                table.Add(
                    figure == one.Figures[0] ? one.Pattern.Id : "", figure != one.Figures[0] ? "" : one.IsTest ? "test" : "fit",
                        figure.What, figure.Figure,
                    figure.Range, figure.Holds ? "" : "misses");
        terminal.Show(table);
        terminal.Say(JudgedPattern.Verdict(judged));
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            patterns = judged.Select(one =>
                new { one.Pattern.Id, one.Pattern.Claim, one.IsTest, one.WhyNoTest, one.PriorShare, one.Holds, one.Figures }),
        });
    }

    private static void Write(string file, string text, Terminal terminal)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        WholeFile.Write(file, text);
        terminal.Say(file);
    }
}
