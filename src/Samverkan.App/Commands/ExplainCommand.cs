using System.CommandLine;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;

namespace Samverkan.App.Commands;

/// <summary><c>explain NAME</c>: what a name of the language or the model means.</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var name = ScenarioArguments.Explainable();
        var command = new Command("explain", "Explain a parameter, lever, indicator or event") { name, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var asked = parsed.GetValue(name);
            foreach (var line in Text(asked).TrimEnd().Split('\n'))
                terminal.Say(line);
            using var english = Localized.In(Localized.English);
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, name = asked, text = Text(asked) });
            return ExitCode.Done;
        });
        return command;
    }

    private static string Text(string? asked) => asked is null ? Explanation.List()
        : Explanation.Of(asked) ?? throw new BadRequest(Explanation.Unknown(asked));
}
