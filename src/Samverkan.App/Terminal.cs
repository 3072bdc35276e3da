using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Results;
using Samverkan.Runs.Wording;
using Spectre.Console;

namespace Samverkan.App;

/// <summary>
/// Where a command speaks. People read results on stdout and everything else on stderr; with <c>--json</c> stdout gets
/// one machine-readable object and nothing more, whatever the command's fate.
/// </summary>
public sealed class Terminal
{
    /// <summary>Into a pipe or a file nothing is folded.</summary>
    private const int WidthWithoutTerminal = 1_000_000;

    private const int WidestProse = 100;

    /// <summary>How objects for programs are written.</summary>
    internal static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new DefinedOnly() },
    };

    private readonly TextWriter output;
    private readonly TextWriter errors;
    private readonly int width;

    private Terminal(bool json, TextWriter output, TextWriter errors)
    {
        (Json, this.output, this.errors) = (json, output, errors);
        Result = json ? Console(errors, IsElsewhere(errors)) : Console(output, IsElsewhere(output));
        width = Result.Profile.Width;
        Aside = Console(errors, IsElsewhere(errors));
    }

    // A pipe, a file, or a text that another command keeps.
    private static bool IsElsewhere(TextWriter writer) =>
        !(writer == System.Console.Out && !System.Console.IsOutputRedirected || writer == System.Console.Error
            && !System.Console.IsErrorRedirected);

    public static Option<bool> JsonOption() => new("--json")
    {
        Description = "Print one machine-readable object on stdout, everything else on stderr",
    };

    public static Terminal Of(ParseResult parsed, TextWriter output, TextWriter errors) =>
        new(parsed.Tokens.Any(token => token.Value == "--json"), output, errors);

    public bool Json { get; }

    /// <summary>For a picture of what the user asked for that changes as it goes on.</summary>
    public IAnsiConsole Result { get; }

    /// <summary>For progress.</summary>
    public IAnsiConsole Aside { get; }

    /// <summary>Where a command that this one carries out says what is no result.</summary>
    internal TextWriter Beside => errors;

    /// <summary>A table of what the user asked for, as wide as the terminal allows.</summary>
    public void Show(TextTable table, int apart = 3)
    {
        foreach (var line in table.Lines(width, apart))
            Say(line);
    }

    /// <summary>A sentence or several, folded between words on a terminal.</summary>
    public void Tell(string text)
    {
        var most = width == WidthWithoutTerminal ? int.MaxValue : Math.Min(WidestProse, width);
        foreach (var line in TextTable.Words(Localized.Of(text), most))
            Say(line);
    }

    /// <summary>A line of what the user asked for, for people to read.</summary>
    public void Say(string line = "") => (Json ? errors : output).WriteLine(Printable.Of(Localized.OfLines(line)));

    /// <summary>A remark by the way.</summary>
    public void Remark(string line = "") => errors.WriteLine(Printable.Of(Localized.OfLines(line)));

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
    public int Mistake(Exception exception) =>
        Fail("mistake", ExitCode.Mistake, [$"This is a mistake in the program. {exception}"]);

    private int Fail(string status, int exitCode, IReadOnlyList<string> messages)
    {
        foreach (var message in messages)
            Remark(message);
        Object(new { status, exitCode, messages });
        return exitCode;
    }

    private static IAnsiConsole Console(TextWriter writer, bool redirected)
    {
        var plain = redirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
            // They turn colours on where they find the variables of a build service, also into a file.
            Enrichment = new() { UseDefaultEnrichers = false },
        });
        if (redirected)
            console.Profile.Width = WidthWithoutTerminal;
        return console;
    }
}
