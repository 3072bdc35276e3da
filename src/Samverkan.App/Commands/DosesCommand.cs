using System.CommandLine;
using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Doses;
using Samverkan.App.Remaking;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Commands;

/// <summary><c>doses</c>: gives every lever at several doses and writes the page of what it does.</summary>
public static class DosesCommand
{
    private const string Page = "docs/doses.md";
    private const string Journal = "out/doses/figures.csv";
    private const int DefaultReplications = 30;
    private static readonly Month Settled = Month.Of(1997);

    public static Command Create(StartRun start)
    {
        var replications = new Option<int>("--replications")
        {
            Description = "Pairs for each dose",
            DefaultValueFactory = _ =>
            DefaultReplications
        }.AtLeast(2);
        var seed = CommonOptions.Seed();
        var parallel = CommonOptions.Parallel();
        var only = new Option<string[]>("--only")
        {
            Description = "Give only these levers, and write no page unless --out names one",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var page = new Option<string?>("--out") { Description = $"Page to write [default: {Page}]", HelpName = "FILE" };
        var command = new Command("doses",
            "Give every lever at five doses, and write what each does beside what was expected") { only, replications, seed,
                parallel, page, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            var world = LivedWorlds.Read([Analysis.Patterns.Variant.Baseline])[0].Blueprint;
            var all = Ladder.All(world.Parameters);
            var asked = parsed.GetValue(only)!;
            if (asked.FirstOrDefault(id => all.All(lever => lever.Id != id)) is { } unknown)
                throw new BadRequest($"--only '{unknown}' is no lever. 'explain' lists them.");
            var chosen = all.Where(lever => asked.Length == 0 || asked.Contains(lever.Id)).ToList();
            var count = parsed.GetValue(replications);
            var journal = DoseJournal.Open(Journal,
                InputsHash.Of([RemakeRecord.OfProgram, count, parsed.GetValue(seed), ScenarioText()]));
            var runs = Give(chosen, world, journal, count, (ulong)parsed.GetValue(seed), start, parsed.GetValue(parallel),
                terminal, cancel);
            var levers = chosen.Select(lever =>
                new DosedLever(lever, [.. Expected.Indicators.Select((indicator, place) => new Response(
                indicator, [.. lever.Doses.Select((_, dose) =>
                    journal.Figures(Key(lever, dose, world)).Select(figures => figures[place]).ToArray())]))])).ToList();
            foreach (var lever in levers)
                foreach (var expected in Expected.Of(lever.Lever.Id).Where(expected =>
                    !lever.Of(expected.Indicator).Meets(expected)))
                    terminal.Say($"{lever.Lever.Id}: {expected.Indicator.Title} does not come out as expected");
            if ((parsed.GetValue(page) ?? (asked.Length == 0 ? Page : null)) is { } file)
            {
                WholeFile.Write(file, DosePage.Markdown(levers, count, runs, (ulong)parsed.GetValue(seed)));
                terminal.Say($"{file} is written.");
            }
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                runs,
                levers = levers.Select(lever => lever.Lever.Id)
            });
            return ExitCode.Done;
        });
        return command;
    }

    private static string ScenarioText() => File.ReadAllText("scenarios/baseline.yaml");

    /// <summary>The dose that the world has anyway is the world itself: it is lived once for all levers.</summary>
    private static string Key(Ladder lever, int dose, Blueprint world) =>
        lever.PlaceIn(world) == dose ? "baseline" : $"{lever.Id}/{dose}";

    /// <returns>How many runs the figures rest on, those of an earlier go included.</returns>
    private static int Give(
        IReadOnlyList<Ladder> levers, Blueprint world, DoseJournal journal, int replications, ulong seed, StartRun start,
            int threads, Terminal terminal, CancellationToken cancel)
    {
        var wanted = levers.SelectMany(lever =>
            lever.Doses.Select((_, dose) => (Key: Key(lever, dose, world), Lever: lever, Dose: dose))).DistinctBy(one =>
                one.Key).ToList();
        var missing = wanted.Where(one => !journal.Has(one.Key)).ToList();
        if (missing.Count < wanted.Count) terminal.Say(
            $"{wanted.Count - missing.Count} of {wanted.Count} doses were given before.");
        var progress = new EnsembleProgress((long)missing.Count * replications * (world.To - world.From + 1),
            missing.Count * replications, 1);
        ProgressDisplay.While(terminal.Aside, progress, () =>
        {
            foreach (var (key, lever, dose) in missing)
            {
                var blueprint = key == "baseline" ? world : lever.Given(world, dose);
                var jobs = Job.Paired([blueprint], replications, seed).Select(job =>
                    job with { Detail = Detail.Headline }).ToList();
                var lived = new List<double[]>();
                new Ensemble(start, threads).Run(jobs, _ =>
                    new PeriodFigures(Settled), (_, run) =>
                        lived.Add([.. Expected.Indicators.Select(indicator => run[indicator])]), progress, cancel);
                journal.Add(key, lived);
            }
        }, "runs");
        return wanted.Count * replications;
    }

    /// <summary>The figures of every dose that was given, replication by replication: an interrupted command goes on where it
    /// was.</summary>
    private sealed class DoseJournal
    {
        private readonly string file;
        private readonly Dictionary<string, List<double[]>> doses = [];

        private DoseJournal(string file) => this.file = file;

        public static DoseJournal Open(string file, string inputs)
        {
            var journal = new DoseJournal(file);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var lines = File.Exists(file) ? File.ReadAllLines(file) : [];
            if (lines.Length == 0 || lines[0] != inputs)
                File.WriteAllText(file, inputs + "\n");
            else
                foreach (var line in lines.Skip(1).Where(line => line.EndsWith('.')))
                    journal.Read(line);
            return journal;
        }

        public bool Has(string key) => doses.ContainsKey(key);

        public IReadOnlyList<double[]> Figures(string key) => doses[key];

        // One line for a dose, which ends in a full stop when it is whole.
        public void Add(string key, List<double[]> lived)
        {
            doses[key] = lived;
            var runs = lived.Select(run =>
                string.Join(',', run.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
            File.AppendAllText(file, $"{key};{string.Join(';', runs)};.\n");
        }

        private void Read(string line)
        {
            var parts = line.Split(';');
            doses[parts[0]] = [.. parts[1..^1].Select(run =>
                run.Split(',').Select(value => double.Parse(value, CultureInfo.InvariantCulture)).ToArray())];
        }
    }
}
