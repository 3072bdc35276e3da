using System.Collections.Immutable;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Wording;
using Spectre.Console;

namespace Samverkan.App;

/// <summary>Shows what was found in scenario files: coloured on a terminal, plain elsewhere.</summary>
public static class FindingsDisplay
{
    public static void Show(Terminal terminal, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            if (terminal.Aside.Profile.Capabilities.Ansi)
                terminal.Aside.MarkupLine(Coloured(finding));
            else
                terminal.Beside.WriteLine(Printable.Of(finding.InWords()));
    }

    /// <summary>For people on stderr, for programs as an object; the exit code of bad input.</summary>
    public static int BadInput(Terminal terminal, ImmutableArray<Finding> findings)
    {
        Show(terminal, findings);
        terminal.Object(new
        {
            status = "badInput",
            exitCode = ExitCode.BadInput,
            messages = findings.Select(f => f.ToString()),
            findings
        });
        return ExitCode.BadInput;
    }

    private static string Coloured(Finding finding)
    {
        var colour = finding.Severity switch
        {
            Severity.Error => "red",
            Severity.Warning => "yellow",
            _ => "grey",
        };
        return $"[bold]{Markup.Escape(Printable.Of(finding.At()))}[/] [{colour}]{Localized.Of(finding.Severity.InWords())}[/] "
            + $"[grey]{finding.Code}[/] {Markup.Escape(Printable.Of(Localized.Of(finding.Message)))}";
    }
}
