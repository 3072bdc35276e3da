namespace Samverkan.Runs;

/// <summary>Commands as one types them: quoted for a shell, complete, to be copied.</summary>
public static class CommandWords
{
    private const string Plain = "-_./:=@%+,";

    /// <summary>A call of this program.</summary>
    /// <param name="words">Command, arguments and options, each as it is meant.</param>
    public static string Of(params IEnumerable<string> words) => string.Join(' ', words.Select(Quoted).Prepend(ProgramName.AsTyped));

    /// <summary>A word as a shell reads it as one.</summary>
    public static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsLetterOrDigit(letter) || Plain.Contains(letter)) ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    /// <summary>An option of text, where there is one.</summary>
    public static IEnumerable<string> Option(string name, string? value) => value is null ? [] : [name, value];

    /// <summary>An option that may be repeated.</summary>
    public static IEnumerable<string> Options(string name, IEnumerable<string> values) => values.SelectMany(value => new[] { name, value });
}
