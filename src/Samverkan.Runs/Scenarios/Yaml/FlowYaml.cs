namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>Writes a node on one line, in braces and brackets, so that it can be read back as it was.</summary>
internal static class FlowYaml
{
    public static string Of(Node node) => node switch
    {
        MapNode map => $"{{ {string.Join(", ", map.Entries.Select(entry => $"{Of(entry.Name)}: {Of(entry.Value)}"))} }}",
        ListNode list => $"[{string.Join(", ", list.Items.Select(Of))}]",
        ScalarNode scalar => Of(scalar.Text, scalar.Quoted),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    /// <summary>A text, in quotes where YAML would read it otherwise.</summary>
    public static string Of(string text, bool quoted = false) =>
        quoted || text.Length == 0 || StartsOtherwise(text) || !text.All(IsPlain)
            ? $"'{text.Replace("'", "''", StringComparison.Ordinal).ReplaceLineEndings(" ")}'" : text;

    private static bool StartsOtherwise(string text) =>
        text[0] is '?' or '%' || text == "-" || text.StartsWith("- ", StringComparison.Ordinal);

    /// <summary>The same of a text that is one, even if YAML has a meaning for the word.</summary>
    public static string OfWords(string text) => Of(text, quoted: text.ToLowerInvariant() is "null" or "~");

    private static bool IsPlain(char envelope) => char.IsLetterOrDigit(envelope)
        || envelope is ' ' or '.' or ';' or '?' or '-' or '/' or '%' or '_' or '+' or '(' or ')';
}
