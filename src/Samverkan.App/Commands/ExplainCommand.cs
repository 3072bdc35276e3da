using System.CommandLine;
using Samverkan.Runs.Scenarios;

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
            var text = asked is null ? Explanation.List()
                : Explanation.Of(asked) ?? throw new BadRequest(Explanation.Unknown(asked));
            terminal.Say(text.TrimEnd());
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, name = asked, text });
            return ExitCode.Done;
        });
        return command;
    }
}
