using System.CommandLine;
using System.CommandLine.Help;
using Samverkan.App.Commands;
using Samverkan.Runs.Execution;

namespace Samverkan.App;

/// <summary>The program's commands, and what is the same for all of them.</summary>
public static class CommandLine
{
    private const int WidthOfHelp = 120;

    /// <summary>Every command, in the order of the help text.</summary>
    private static IEnumerable<Command> Commands(StartRun start) =>
    [
        CompareCommand.Create(start),
        DecideCommand.Create(start),
        ReportCommand.Create(),
        PersonCommand.Create(start),
        RunCommand.Create(start),
        ServeCommand.Create(start),
        TokenCommand.Create(),
        ListCommand.Create(),
        ShowCommand.Create(),
        DiffCommand.Create(),
        ExplainCommand.Create(),
        InitCommand.Create(),
        FitCommand.Create(),
        ValidateCommand.Create(),
        CompletionCommand.Create(),
        LibraryCommand.Create(start),
        PatternsCommand.Create(start),
        StudyCommand.Create(start),
        DosesCommand.Create(start),
        MeasureCommand.Create(start),
        RemakeCommand.Create(start),
        ReproduceCommand.Create(start),
        RulesCommand.Create(),
        QueryCommand.Create(),
        VerifyCommand.Create(),
        SiloCommand.Create(),
        ProbeCommand.Create(),
        .. ClusterCommands.Create(),
    ];

    internal static RootCommand Root(StartRun start)
    {
        var root =
            new RootCommand(
                "Samverkan simulates over decades how a county's health care and a municipality's social care cooperate for "
                    + "people with complex mental health needs.");
        root.Add(LanguageOption.Everywhere());
        foreach (var command in Commands(start))
            root.Add(command);
        return root;
    }

    /// <param name="start">What executes runs.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors, StartRun start)
    {
        var root = Root(start);

        // Into a pipe or a file, help is as wide as a page.
        if (root.Options.OfType<HelpOption>().Single() is { Action: HelpAction help } option)
        {
            if (Console.IsOutputRedirected)
                help.MaxWidth = WidthOfHelp;
            option.Action = new HelpInWords(help);
        }

        ParseResult parsed;
        try
        {
            parsed = root.Parse(args);
        }
        catch (BadRequest wrong)
        {
            // A setting that stands in for an option.
            errors.WriteLine(wrong.Message);
            return ExitCode.BadInput;
        }
        using var language = LanguageOption.In(parsed);
        if (DecimalCommas.Read(args) is var typed && !typed.SequenceEqual(args))
            parsed = root.Parse(typed);
        if (WrongWords.In(parsed) is { Count: > 0 } words)
            return Terminal.Of(parsed, output, errors).BadInput(words);
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = errors,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }
}
