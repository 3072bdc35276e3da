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
    private const int DefaultReplications = 100;
    private const string Page = "docs/patterns.md";
    private const string RivalsPage = "docs/rivals.md";

    public static Command Create(StartRun start)
    {
        var replications = new Option<int>("--replications")
        {
            Description = "Replications of each world",
            DefaultValueFactory = _ => DefaultReplications,
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
        only.AcceptOnlyFromAmong([.. PatternList.All.Select(pattern => pattern.Id)]);

        var command = new Command("patterns", "Judge the model by the patterns of the case") { replications, seed, parallel, sets, only, folder, page, across, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            if (parsed.GetValue(across) is { } study)
                return Across(study, parsed.GetValue(folder)!, parsed.GetValue(page) ?? RivalsPage, parsed.GetResult(replications)?.Implicit == false ? parsed.GetValue(replications) : null, parsed.GetValue(parallel), start, terminal, cancel);
            var chosen = PatternList.All.Where(pattern => parsed.GetValue(only) is not { Length: > 0 } ids || ids.Contains(pattern.Id)).ToList();
            var worlds = Blueprints(chosen, parsed.GetValue(folder)!, parsed.GetValue(sets)!);
            var jobs = Worlds.Plan(worlds, parsed.GetValue(replications), (ulong)parsed.GetValue(seed));
            var progress = EnsembleProgress.Of(jobs);
            Worlds? lived = null;
            ProgressDisplay.While(terminal.Aside, progress, () => lived = Worlds.Run(worlds, jobs, new Ensemble(start, parsed.GetValue(parallel)), progress, cancel));

            var judged = chosen.Select(pattern => new JudgedPattern(pattern, [.. pattern.Judge(lived!)])).ToList();
            Tell(terminal, judged);
            var asShipped = chosen.Count == PatternList.All.Count && parsed.GetValue(sets)!.Length == 0;
            if ((parsed.GetValue(page) ?? (asShipped ? Page : null)) is { } file)
                Write(file, PatternTable.Markdown(judged, parsed.GetValue(replications), (ulong)parsed.GetValue(seed), [.. worlds.Select(world => world.Variant)]), terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static int Across(string file, string folder, string page, int? replications, int threads, StartRun start, Terminal terminal, CancellationToken cancel)
    {
        var study = StudyReader.Read(file);
        if (replications is { } other)
            study = study with { Replications = other };
        var observed = PatternList.All.Where(pattern => pattern.Id.StartsWith('V')).ToList();
        var worlds = Blueprints(observed, folder, []);
        var points = LeverPoint.All(study);
        var judged = new List<IReadOnlyList<JudgedPattern>>();
        var progress = new EnsembleProgress((long)points.Length * worlds.Count * study.Replications * (study.Policies[0].Blueprint.To - study.Policies[0].Blueprint.From + 1), points.Length * worlds.Count * study.Replications, 1);
        ProgressDisplay.While(terminal.Aside, progress, () =>
        {
            foreach (var point in points)
            {
                // A world of a pattern under a lever point: what the point takes away stays away.
                var at = worlds.Select(world => (world.Variant, Blueprint: point.Of(world.Blueprint))).ToList();
                var lived = Worlds.Run(at, Worlds.Plan(at, study.Replications, study.Seed), new Ensemble(start, threads), progress, cancel);
                judged.Add([.. observed.Select(pattern => new JudgedPattern(pattern, [.. pattern.Judge(lived)]))]);
            }
        }, "runs");
        var rivals = new Rivals(study, points, judged);
        terminal.Say(rivals.InWords());
        Write(page, rivals.Markdown(), terminal);
        terminal.Object(new { status = "done", exitCode = ExitCode.Done, points = points.Zip(judged, (point, all) => new { point = point.Name, holds = all.Where(one => one.Holds).Select(one => one.Pattern.Id) }) });
        return ExitCode.Done;
    }

    private static IReadOnlyList<(Variant Variant, Blueprint Blueprint)> Blueprints(
        IReadOnlyList<Pattern> patterns, string folder, IReadOnlyList<string> sets)
    {
        var scenarios = new Dictionary<string, Scenario>();
        return [.. PatternList.WorldsOf(patterns).Select(variant => (variant, variant.Of(Named(variant.Scenario).Blueprint)))];

        Scenario Named(string id) => scenarios.TryGetValue(id, out var known) ? known : scenarios[id] = ScenarioReader.Read(Path.Combine(folder, id + ".yaml"), sets);
    }

    private static void Tell(Terminal terminal, IReadOnlyList<JudgedPattern> judged)
    {
        var table = new TextTable(["", "", "figure", "model", "range", ""], 2, 4, 5);
        foreach (var (pattern, figures) in judged)
            foreach (var figure in figures)
                table.Add(
                    figure == figures[0] ? pattern.Id : "", figure != figures[0] ? "" : pattern.IsTest ? "test" : "fit", figure.What, figure.Figure,
                    figure.Range, figure.Holds ? "" : "misses");
        terminal.Show(table);
        terminal.Say(JudgedPattern.Verdict(judged));
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            patterns = judged.Select(one => new { one.Pattern.Id, one.Pattern.Claim, one.Pattern.IsTest, one.Pattern.WhyNoTest, one.Holds, one.Figures }),
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
