using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Runs.Results;
using Spectre.Console;

namespace Samverkan.App;

/// <summary>
/// Where a command speaks. People read results on stdout and everything else on stderr; with <c>--json</c> stdout gets
/// one machine-readable object and nothing more, whatever the command's fate.
/// </summary>
public sealed class Terminal
{
    private const int WidthWithoutTerminal = 160;

    /// <summary>How objects for programs are written.</summary>
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly TextWriter output;
    private readonly TextWriter errors;

    private Terminal(bool json, TextWriter output, TextWriter errors)
    {
        (Json, this.output, this.errors) = (json, output, errors);
        Result = Console(json ? errors : output, json ? System.Console.IsErrorRedirected : System.Console.IsOutputRedirected);
        Aside = Console(errors, System.Console.IsErrorRedirected);
    }

    public static Option<bool> JsonOption() => new("--json")
    {
        Description = "Print one machine-readable object on stdout, everything else on stderr",
    };

    public static Terminal Of(ParseResult parsed, TextWriter output, TextWriter errors) =>
        new(parsed.Tokens.Any(token => token.Value == "--json"), output, errors);

    public bool Json { get; }

    /// <summary>For tables of what the user asked for.</summary>
    public IAnsiConsole Result { get; }

    /// <summary>For progress.</summary>
    public IAnsiConsole Aside { get; }

    /// <summary>A table of what the user asked for, with columns that keep apart.</summary>
    public void Show(Table table, int apart = 2)
    {
        foreach (var column in table.Columns)
            column.PadRight(apart);
        Result.Write(table);
    }

    /// <summary>A line of what the user asked for, for people to read.</summary>
    public void Say(string line = "") => (Json ? errors : output).WriteLine(Printable.Of(line));

    /// <summary>A remark by the way.</summary>
    public void Remark(string line = "") => errors.WriteLine(Printable.Of(line));

    /// <summary>What was found in the folder of a result, and became of it.</summary>
    public void Left(ResultFolder folder)
    {
        foreach (var line in folder.Left)
            Remark(line);
    }

    /// <summary>The one object on stdout, if it was asked for.</summary>
    public void Object(object value)
    {
        if (Json)
            output.WriteLine(JsonSerializer.Serialize(value, Format));
    }

    public int BadInput(IReadOnlyList<string> findings) => Fail("badInput", ExitCode.BadInput, findings);

    public int CheckFailed(string finding) => Fail("checkFailed", ExitCode.CheckFailed, [finding]);

    public int Interrupted() => Fail("interrupted", ExitCode.Interrupted, ["Interrupted: nothing was kept."]);

    /// <summary>What should not happen: a mistake in the program, told with what finds it.</summary>
    public int Mistake(Exception exception) => Fail("mistake", ExitCode.Mistake, [$"This is a mistake in the program. {exception}"]);

    private int Fail(string status, int exitCode, IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
            Remark(message);
        Object(new { status, exitCode, messages });
        return exitCode;
    }

    private static IAnsiConsole Console(TextWriter writer, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = redirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (redirected)
            console.Profile.Width = WidthWithoutTerminal;
        return console;
    }
}
