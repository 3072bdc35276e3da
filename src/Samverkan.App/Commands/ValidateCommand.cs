using System.CommandLine;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.App.Commands;

/// <summary><c>validate FILE...</c>: everything that is wrong with scenario files, at once.</summary>
public static class ValidateCommand
{
    public static Command Create()
    {
        var files = ScenarioArguments.Several();
        var command = new Command("validate", "Check scenario and study files and report every error with its line") { files,
            Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) => Validate(parsed.GetValue(files)!, terminal));
        return command;
    }

    private static int Validate(IReadOnlyList<string> files, Terminal terminal)
    {
        var (all, faulty) = (new List<Finding>(), 0);
        foreach (var file in files)
        {
            var (findings, usable) = Check(file);
            FindingsDisplay.Show(terminal, findings);
            all.AddRange(findings);
            faulty += usable ? 0 : 1;
        }
        terminal.Say(
            $"{files.Count} {(files.Count == 1 ? "file" : "files")} checked, "
                + $"{(faulty == 0 ? "all can be used" : $"{faulty} cannot be used")}.");
        var exitCode = faulty == 0 ? ExitCode.Done : ExitCode.BadInput;
        terminal.Object(new
        {
            status = faulty == 0 ? "done" : "badInput",
            exitCode,
            scenarios = files.Count,
            faulty,
            findings = all.Distinct()
        });
        return exitCode;
    }

    private static (IReadOnlyList<Finding> Findings, bool Usable) Check(string file)
    {
        try
        {
            return (StudyReader.IsStudy(file) ? StudyReader.Read(file).Findings : ScenarioReader.Read(file).Findings, true);
        }
        catch (ScenarioErrors errors)
        {
            return (errors.Findings, false);
        }
    }
}
