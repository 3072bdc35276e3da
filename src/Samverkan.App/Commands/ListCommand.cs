using System.CommandLine;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>list</c>: the scenarios that there are, with their questions.</summary>
public static class ListCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("FOLDER")
        {
            Description = "Where to look [default: the shipped scenarios]",
            Arity = ArgumentArity.ZeroOrOne
        };
        var command = new Command("list", "List scenarios: name, horizon, question") { folder, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var scenarios = In(parsed.GetValue(folder));
            terminal.Say(ScenarioListing.InWords(scenarios).TrimEnd());
            terminal.Object(new
            {
                status = "done",
                exitCode = ExitCode.Done,
                scenarios = scenarios.Select(s => new
                {
                    s.Name,
                    s.Path,
                    s.Title,
                    s.Question,
                    from = s.From?.ToString(),
                    to = s.To?.ToString(),
                    s.Municipalities,
                    s.Error
                }),
            });
            return ExitCode.Done;
        });
        return command;
    }

    /// <param name="folder">null: the shipped ones.</param>
    /// <exception cref="BadRequest">There is no such folder.</exception>
    internal static IReadOnlyList<ListedScenario> In(string? folder) =>
        folder is null || Directory.Exists(folder) ? ScenarioListing.Of(folder)
        : throw new BadRequest($"There is no folder '{folder}'.");
}
