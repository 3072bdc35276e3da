using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Samverkan.Runs.Wording;

/// <summary>An interpolated sentence: its key with holes, <c>"{0} of {1} pairs"</c>, and the values that fill them.</summary>
[InterpolatedStringHandler]
public ref struct Sentence
{
    private readonly StringBuilder key;
    private readonly List<(object? Value, string? Format)> values;

    public Sentence(int literalLength, int formattedCount) =>
        (key, values) = (new(literalLength + 3 * formattedCount), new(formattedCount));

    public readonly void AppendLiteral(string text) => key.Append(text);

    public readonly void AppendFormatted<T>(T value, string? format = null)
    {
        key.Append('{').Append(values.Count).Append('}');
        values.Add((value, format));
    }

    /// <param name="translations">null: English.</param>
    internal readonly string In(Translations? translations) =>
        Filled(translations, key.ToString(), [.. values.Select(one => Text(one.Value, one.Format))]);

    /// <param name="key">With <c>{0}</c> for the first value.</param>
    internal static string In(Translations? translations, string key, object[] values) =>
        Filled(translations, key, [.. values.Select(value => Text(value, null))]);

    private static string Filled(Translations? translations, string key, string[] told) => translations is null
        ? Template.Filled(key, told)
        : Template.Filled(translations.Of(key, isKey: true), told,
            [.. told.Select(text => translations.Of(text))]);

    private static string Text(object? value, string? format) => value is IFormattable number
        ? number.ToString(format, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
}
