using System.CommandLine;
using Samverkan.Analysis.Calibrating;
using Samverkan.Model.Parameters;
using Samverkan.Runs;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Commands;

/// <summary><c>fit SCENARIO</c>: which values of all that is not known give what was observed of a place.</summary>
public static class FitCommand
{
    private const int DefaultDraws = 200;

    /// <summary>What the draws of a scenario's place are called, beside its file.</summary>
    public const string Ending = ".draws.csv";

    public static Command Create()
    {
        var file = ScenarioArguments.One("SCENARIO");
        var draws = new Option<int>("--draws")
        {
            Description = "How many draws of all that is not known are tried",
            DefaultValueFactory = _ => DefaultDraws,
        }.AtLeast(2);
        var (seed, parallel) = (CommonOptions.Seed(), CommonOptions.Parallel());
        var command = new Command("fit", "Find the draws of all that is not known that give what a place's table says was "
            + "observed")
        {
            file, draws, seed, parallel, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, cancel) =>
        {
            var scenario = ScenarioReader.Read(parsed.GetValue(file)!);
            var observed = scenario.Observed;
            if (observed.IsEmpty)
                throw new BadRequest($"The table of '{scenario.Id}' says nothing of what was observed: write indicators such as "
                    + "people.inService under their years (data/README.md).");
            var region = RegionFile.Usual ?? throw new BadRequest("The program comes without draws of all that is not known.");
            var runs = 0;
            var fit = PlaceFit.Of(
                ScenarioReader.Observing(scenario), observed, region, (ulong)parsed.GetValue(seed), parsed.GetValue(draws),
                parsed.GetValue(parallel), () => Progress(terminal, Interlocked.Increment(ref runs)), cancel);
            var path = Path.ChangeExtension(scenario.Path, null) + Ending;
            RegionFile.Write(path, region.Parameters, fit.Kept.Select(draw =>
                (IReadOnlyList<double>)[.. region.Parameters.Select(parameter => region.Value(draw, parameter))]));
            Tell(terminal, fit, path, scenario);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The draws that fit the place of a scenario, or of one that it extends; null if there are none.</summary>
    public static Region? RegionOf(Scenario scenario) =>
        scenario.Chain.Select(file => Path.ChangeExtension(file.Path, null) + Ending).FirstOrDefault(File.Exists) is { } path
            ? RegionFile.Read(path) : null;

    private static void Progress(Terminal terminal, int runs)
    {
        if (runs % 20 == 0)
            terminal.Remark($"{runs} runs");
    }

    private static void Tell(Terminal terminal, PlaceFit fit, string path, Scenario scenario)
    {
        var table = new TextTable(["observed", "year", "value", "shipped values", "draws kept"], [0]);
        foreach (var one in fit.Outcomes)
            table.Add([one.Observed.Indicator.Title, $"{one.Observed.Year}", Number(one.Observed.Value), Number(one.Shipped),
                Number(one.Fitted)]);
        terminal.Show(table);
        terminal.Say(fit.Met >= PlaceFit.Fewest
            ? $"{fit.Met} of {fit.Tried} draws give all that was observed, within three standard deviations. {path} keeps them."
            : $"{fit.Met} of {fit.Tried} draws give all that was observed: {path} keeps the {fit.Kept.Count} nearest. See "
                + "that each "
                + "figure counts what its indicator counts, or state more of the place.");
        terminal.Say($"Comparisons whose base is {scenario.Path} draw from them.");
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            file = path,
            fit.Met,
            fit.Tried,
            kept = fit.Kept.Count
        });
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "#,0" : "0.###",
        System.Globalization.CultureInfo.InvariantCulture);
}
