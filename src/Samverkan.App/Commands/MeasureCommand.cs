using System.CommandLine;
using Samverkan.Analysis.Patterns;
using Samverkan.Analysis.Patterns.Measured;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Commands;

/// <summary><c>measure</c>: prints a table of the model's own figures as Markdown, for the documents that quote it.</summary>
public static class MeasureCommand
{
    private const int DefaultReplications = 40;

    private static readonly IReadOnlyDictionary<string, (IReadOnlyList<Variant> Needs, Func<Worlds, string> Markdown)> Tables =
        new SortedDictionary<string, (IReadOnlyList<Variant>, Func<Worlds, string>)>(StringComparer.Ordinal)
        {
            ["faults"] = (FaultTable.Needs, FaultTable.Markdown),
            ["survival"] = (SurvivalTable.Needs, SurvivalTable.Markdown),
        };

    public static Command Create(StartRun start)
    {
        var table = new Argument<string>("TABLE") { Description = $"Which: {string.Join(" or ", Tables.Keys)}" };
        table.AcceptOnlyFromAmong([.. Tables.Keys]);
        var replications = new Option<int>("--replications")
        {
            Description = "Replications of each world",
            DefaultValueFactory = _ => DefaultReplications
        }.AtLeast(2);
        var seed = CommonOptions.Seed();
        var parallel = CommonOptions.Parallel();
        var command = new Command("measure", "Print a table of measured figures that a document quotes, as Markdown") { table,
            replications, seed, parallel, Terminal.JsonOption() };
        command.Acts((parsed, terminal, cancel) =>
        {
            var (needs, markdown) = Tables[parsed.GetValue(table)!];
            var lived = LivedWorlds.Live(
                LivedWorlds.Read(needs), parsed.GetValue(replications), (ulong)parsed.GetValue(seed), start,
                    parsed.GetValue(parallel), terminal, cancel);
            var text = markdown(lived);
            terminal.Say(text.TrimEnd());
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, table = text });
            return ExitCode.Done;
        });
        return command;
    }
}
