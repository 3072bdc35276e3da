using System.CommandLine;
using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>init FILE</c>: a scenario to start from, valid as it stands.</summary>
public static class InitCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write, such as my-cut.yaml" };
        var from = new Option<string>("--from") { Description = "The scenario that it changes", DefaultValueFactory = _ => "baseline", HelpName = "SCENARIO" };
        var municipality = new Option<string?>("--municipality") { Description = "A municipality of Sweden in place of the case", HelpName = "NAME|CODE" };
        municipality.CompletionSources.Add(_ => Municipalities.All().Select(m => m.Name));
        var force = new Option<bool>("--force") { Description = "Replace a file that is there" };
        var command = new Command("init", "Write a short, commented scenario to start from") { file, from, municipality, force, Terminal.JsonOption() };
        command.Acts((parsed, terminal, _) =>
        {
            var path = parsed.GetValue(file)!;
            var draft = ScenarioWriter.Init(path, parsed.GetValue(from)!, parsed.GetValue(municipality));
            Write(path, draft.Text, parsed.GetValue(force));
            var (words, commands) = parsed.GetValue(municipality) is null
                ? ("Change a value in it, then:", new[] { CommandWords.Of("validate", path), CommandWords.Of("diff", draft.Base, path), CommandWords.Of("compare", draft.Base, path) })
                : ("It is the place as it stands; a what-if for it:", [CommandWords.Of("init", "my-change.yaml", "--from", path), CommandWords.Of("compare", path, "my-change.yaml")]);
            terminal.Say($"{path} is written. {words}");
            foreach (var line in commands)
                terminal.Say($"  {line}");
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, file = path });
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(string path, string text, bool force)
    {
        if (File.Exists(path) && !force)
            throw new BadRequest($"'{path}' is there already; --force replaces it.");
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            WholeFile.Write(path, text);
        }
        catch (PathTooLongException)
        {
            throw new BadRequest($"'{path}' cannot be written: the name is too long here.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new BadRequest($"'{path}' cannot be written: {problem.Message}");
        }
    }
}
