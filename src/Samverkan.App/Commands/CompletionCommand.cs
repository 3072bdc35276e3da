using System.CommandLine;

namespace Samverkan.App.Commands;

/// <summary><c>completion SHELL</c>: the lines by which a shell completes commands, scenarios and names.</summary>
public static class CompletionCommand
{
    private const string Bash = """
        # Completion for samverkan. Use it with: eval "$(samverkan completion bash)"
        _samverkan() {
            local IFS=$'\n'
            COMPREPLY=( $("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null |
                grep -F -- "${COMP_WORDS[COMP_CWORD]}") )
        }
        complete -o default -F _samverkan samverkan ./samverkan
        """;

    private const string Zsh = """
        # Completion for samverkan. Use it with: eval "$(samverkan completion zsh)"
        _samverkan() {
            local completions=("${(@f)$("${words[1]}" "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
            compadd -a completions || _files
        }
        compdef _samverkan samverkan ./samverkan
        """;

    private const string Fish = """
        # Completion for samverkan. Use it with: samverkan completion fish | source
        complete -c samverkan -a '(samverkan "[suggest:"(commandline -C)"]" (commandline))'
        """;

    private static readonly Dictionary<string, string> Scripts = new() { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish };

    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Print a shell script that completes samverkan's commands and options") { shell };
        command.Acts((parsed, terminal, _) =>
        {
            terminal.Say(Scripts[parsed.GetValue(shell)!]);
            return ExitCode.Done;
        });
        return command;
    }
}
