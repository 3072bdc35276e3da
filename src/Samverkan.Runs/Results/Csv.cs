namespace Samverkan.Runs.Results;

/// <summary>Comma-separated values as RFC 4180 has them.</summary>
public static class Csv
{
    /// <summary>The text itself, or quoted where it would be read as more than one field.</summary>
    public static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";

    /// <summary>The shortest digits that give back the number; nothing for what is not a number.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) ? "" : value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The rows of a small table, by the names in its first line.</summary>
    /// <exception cref="InvalidDataException">A row has other fields than the first line names, or nothing is in the file.</exception>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var lines = Records(File.ReadAllText(path)).ToList();
        if (lines.Count == 0)
            throw new InvalidDataException($"'{path}' is empty: its first line names the fields.");
        return [.. lines.Skip(1).Select((fields, i) => fields.Count == lines[0].Count
            ? lines[0].Zip(fields).ToDictionary(pair => pair.First, pair => pair.Second)
            : throw new InvalidDataException($"'{path}', row {i + 2}: {fields.Count} fields, the first line names {lines[0].Count}."))];
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var (fields, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        // Lines may end as on Windows, and the last one need not end at all.
        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (text.Length > 0 && text[^1] != '\n')
            text += '\n';
        for (var i = 0; i < text.Length; i++)
        {
            var one = text[i];
            if (quoted && one == '"' && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (one == '"')
                quoted = !quoted;
            else if (quoted || one is not (',' or '\n'))
                field.Append(one);
            else
            {
                fields.Add(field.ToString());
                field.Clear();
                if (one == ',') continue;
                yield return fields;
                fields = [];
            }
        }
    }
}
