using System.CommandLine;
using Samverkan.Runs;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>init FILE</c>: a scenario to start from, valid as it stands.</summary>
public static class InitCommand
{
    private const string FromNow = "today", FromTheCase = "baseline";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to write, such as my-cut.yaml" };
        var from = new Option<string?>("--from")
        {
            Description = $"The scenario that it changes [default: {FromNow} for a place, else {FromTheCase}]",
            HelpName = "SCENARIO",
        };
        var municipality = new Option<string?>("--municipality")
        {
            Description = "A municipality of Sweden in place of the case",
            HelpName = "NAME|CODE",
        };
        municipality.CompletionSources.Add(_ => Municipalities.All().Select(m => m.Name));
        var county = new Option<string?>("--county")
        {
            Description = "A county of Sweden with all its municipalities",
            HelpName = "NAME|CODE"
        };
        county.CompletionSources.Add(_ => Municipalities.All().Select(m => m.County).Distinct());
        var table = new Option<string?>("--table")
        {
            Description = "The place's own figures, .xlsx or .csv: written to be filled in if it is not there, with what would "
                + "be assumed",
            HelpName = "FILE",
        };
        var force = new Option<bool>("--force") { Description = "Replace a scenario that is there; a table never is" };
        var command = new Command("init", "Write a short, commented scenario to start from, and a table for figures of one's own")
        {
            file, from, municipality, county, table, force, Terminal.JsonOption(),
        };
        command.Acts((parsed, terminal, _) =>
        {
            var path = parsed.GetValue(file)!;
            var place = PlaceOf(parsed.GetValue(municipality), parsed.GetValue(county), parsed.GetValue(table), path);
            var start = parsed.GetValue(from) ?? (place is null ? FromTheCase : FromNow);
            var draft = ScenarioWriter.Init(path, start, place);
            var written = place is not null && parsed.GetValue(table) is { } own && !File.Exists(own) ? own : null;
            Write(path, draft.Text, parsed.GetValue(force));
            if (written is not null)
                Saved(written, () => File.WriteAllBytes(written, ScenarioWriter.TableToFillIn(written, start, place!)));
            Tell(terminal, path, place, draft, written);
            terminal.Object(new { status = "done", exitCode = ExitCode.Done, file = path, table = parsed.GetValue(table) });
            return ExitCode.Done;
        });
        return command;
    }

    private static ScenarioPlace? PlaceOf(string? municipality, string? county, string? table, string path)
    {
        if (municipality is not null && county is not null)
            throw new BadRequest("A scenario is written for one municipality or for one county: leave one of them out.");
        var place = municipality is not null ? Municipalities.One(municipality) : county is not null
            ? Municipalities.WholeCounty(county) : null;
        if (table is null)
            return place;
        if (place is null)
            throw new BadRequest("A table is of a place: say which, by --municipality or --county.");
        if (Path.GetExtension(table).ToLowerInvariant() is not (".xlsx" or ".csv"))
            throw new BadRequest($"'{table}' is neither an Excel workbook (.xlsx) nor a CSV file (.csv).");
        var relative = Path.GetRelativePath(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFullPath(table));
        return Path.IsPathRooted(relative) || relative.StartsWith("..", StringComparison.Ordinal)
            ? throw new BadRequest($"'{table}' lies outside the folder of '{path}', where a scenario's table is.")
            : place with { Table = relative.Replace('\\', '/') };
    }

    private static void Tell(Terminal terminal, string path, ScenarioPlace? place, ScenarioStart draft, string? written)
    {
        if (written is not null)
        {
            terminal.Say($"{path} and {written} are written. Fill in what you know of {place!.Name}; what stays empty is "
                + "assumed. Then:");
            terminal.Say($"  {CommandWords.Of("validate", path)}");
        }
        else if (place is null)
        {
            terminal.Say($"{path} is written. Change a value in it, then:");
            terminal.Say($"  {CommandWords.Of("validate", path)}\n  {CommandWords.Of("diff", draft.Base, path)}");
            terminal.Say($"  {CommandWords.Of("compare", draft.Base, path)}");
            return;
        }
        else
        {
            terminal.Say($"{path} is written.");
            Findings.Tell(terminal, ScenarioReader.Read(path));
        }
        terminal.Say("It is the place as it stands; a what-if for it:");
        terminal.Say($"  {CommandWords.Of("init", "my-change.yaml", "--from", path)}\n  "
            + $"{CommandWords.Of("compare", path, "my-change.yaml")}");
    }

    private static void Write(string path, string text, bool force)
    {
        if (File.Exists(path) && !force)
            throw new BadRequest($"'{path}' is there already; --force replaces it.");
        Saved(path, () =>
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            WholeFile.Write(path, text);
        });
    }

    private static void Saved(string path, Action write)
    {
        try
        {
            write();
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
