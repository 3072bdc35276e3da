using System.CommandLine;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>diff A B</c>: what one scenario does that another does not, before anything is run.</summary>
public static class DiffCommand
{
    public static Command Create()
    {
        var (first, second) = (ScenarioArguments.One("A"), ScenarioArguments.One("B"));
        var command = new Command("diff", "Show in plain words, with dates, what scenario B changes against A") { first, second,
            Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var (a, b) = (ScenarioReader.Read(parsed.GetValue(first)!), ScenarioReader.Read(parsed.GetValue(second)!));
            Tell(a, b, terminal);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Tell(Scenario a, Scenario b, Terminal terminal)
    {
        var differences = ScenarioDiff.InWords(a, b);
        var first = ScenarioDiff.FirstDifference(a, b);
        terminal.Say($"{b.Title}, compared with {a.Title}");
        foreach (var line in differences.Lines)
            terminal.Say($"  {line}");
        terminal.Say(differences.Lines.Length == 0 ? "  no difference"
            : $"  ({differences.UnchangedParameters} parameters unchanged)");
        terminal.Say(first is null ? "They have the same effect." : first < a.Blueprint.From ? "They differ from the start."
            : $"They are equal to the bit before {first}.");
        terminal.Object(new
        {
            status = "done",
            exitCode = ExitCode.Done,
            a = a.Id,
            b = b.Id,
            lines = differences.Lines,
            differences.UnchangedParameters,
            firstDifference = first?.ToString()
        });
    }
}
