namespace Samverkan.App;

/// <summary>Text that a terminal prints and does not obey.</summary>
internal static class Printable
{
    /// <summary>The text with control characters, which could move the cursor or colour what follows, written out.</summary>
    public static string Of(string text) =>
        text.Any(IsObeyed) ? string.Concat(text.Select(one => IsObeyed(one) ? $"\\u{(int)one:X4}" : one.ToString())) : text;

    private static bool IsObeyed(char one) => char.IsControl(one) && one is not ('\n' or '\t');
}
