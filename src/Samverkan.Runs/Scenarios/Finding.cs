using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios;

/// <summary>How bad a finding is: only an error stops a scenario from being used.</summary>
public enum Severity { Note, Warning, Error }

/// <summary>Something said about a scenario file, at the place where it is.</summary>
/// <param name="File">Path as the user would type it.</param>
/// <param name="Line">From 1; 0: the file as a whole.</param>
/// <param name="Column">From 1; 0: the file as a whole.</param>
/// <param name="Code">One of <see cref="Codes"/>; stable between versions, for searching in <c>docs/errors.md</c>.</param>
/// <param name="Message">A sentence, where possible ended by what to write instead.</param>
public readonly record struct Finding(string File, int Line, int Column, Severity Severity, string Code, string Message)
{
    /// <summary><c>file:line:col</c>, or the file alone.</summary>
    public string At() => Line > 0 ? $"{File}:{Line}:{Column}" : File;

    /// <summary><c>file:line:col error CODE message</c></summary>
    public override string ToString() => $"{At()} {Severity.InWords()} {Code} {Message}";

    /// <summary>The same in the reader's language; the code is the same in each.</summary>
    public string InWords() => $"{At()} {Localized.Of(Severity.InWords())} {Code} {Localized.Of(Message)}";
}

public static class Severities
{
    public static string InWords(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "note",
    };
}
