using System.Text;

namespace Samverkan.Runs.Tables;

/// <summary>The text of a table's bytes, in the encodings that spreadsheets write.</summary>
public static class TableEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Bytes that it does not assign (0x81, 0x8D, 0x8F, 0x90, 0x9D) decode to control characters.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="encoding">What the bytes were read as: "UTF-8", "UTF-16" or "Windows-1252".</param>
    /// <returns>null if the bytes are no text in any of the three.</returns>
    public static string? Decode(byte[] bytes, out string encoding)
    {
        (encoding, var text) = bytes switch
        {
            [0xFF, 0xFE, ..] => ("UTF-16",
                Strict(new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true), bytes)),
            [0xFE, 0xFF, ..] => ("UTF-16",
                Strict(new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true), bytes)),
            _ => Strict(Utf8, bytes) is { } utf8 ? ("UTF-8", utf8) : ("Windows-1252", Windows1252.GetString(bytes)),
        };
        text = text?.TrimStart('\uFEFF');
        return text is null || text.Any(IsBinary) ? null : text;
    }

    private static bool IsBinary(char one) => char.IsControl(one) && one is not ('\t' or '\r' or '\n' or '\v' or '\f');

    private static string? Strict(Encoding encoding, byte[] bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
