namespace Samverkan.Runs;

/// <summary>Complete commands, quoted for a shell, that a user can copy.</summary>
public static class CommandWords
{
    private const string Plain = "-_./:=@%+,";

    /// <summary>A call of this program.</summary>
    /// <param name="words">Command, arguments and options, unquoted.</param>
    public static string Of(params IEnumerable<string> words) =>
        string.Join(' ', words.Select(Quoted).Prepend(ProgramName.AsTyped));

    /// <summary>The word, quoted if a shell would not read it as one word.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter)) ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>An option with a text; nothing if there is no text.</summary>
    public static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    /// <summary>An option that may be repeated.</summary>
    public static IEnumerable<string> Options(string name, IEnumerable<string> values) =>
        values.SelectMany(value => new[] { name, value });
}
