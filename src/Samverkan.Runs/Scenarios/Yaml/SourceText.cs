using System.Text;
using Samverkan.Runs.Tables;

namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>The bytes of a file as text, with every reason why they cannot be: bounded in memory whatever the file is.</summary>
internal static class SourceText
{
    /// <summary>A scenario is a page; a table of Sweden has 10 kB. Nothing useful is larger.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private const string TooLarge = "The file is larger than 1 MB: this is no scenario. Scenarios are a page long.";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>null, with the reason among the findings, if the file cannot be read as text.</returns>
    /// <param name="askedAt">Where the file was asked for; the file itself if the user named it.</param>
    public static (string Text, byte[] Bytes)? Read(string path, string shown, Place? askedAt, FindingList findings) =>
        FileBytes(path, shown, askedAt, findings) is { } bytes && Decode(bytes, shown, findings) is { } text ? (text, bytes)
        : null;

    /// <summary>The same of a table, in any encoding that spreadsheets write.</summary>
    public static (string Text, byte[] Bytes)? ReadTable(string path, string shown, Place? askedAt, FindingList findings) =>
        FileBytes(path, shown, askedAt, findings) is { } bytes && Text(bytes, shown, findings) is { } text ? (text, bytes) : null;

    /// <summary>The sheets of a workbook, or of a text table, which has one.</summary>
    public static (IReadOnlyList<Sheet> Sheets, byte[] Bytes)? ReadSheets(string path, string shown, Place? askedAt,
        FindingList findings)
    {
        if (FileBytes(path, shown, askedAt, findings) is not { } bytes)
            return null;
        try
        {
            if (Workbooks.IsOne(bytes))
                return (Workbooks.Read(bytes), bytes);
            return Text(bytes, shown, findings) is { } text ? ([new Sheet(null, CsvText.Read(text))], bytes) : null;
        }
        catch (UnreadableWorkbookException problem)
        {
            findings.Error(new Place(shown, 0, 0), Codes.NotText, problem.Message);
        }
        catch (UnclosedQuoteException open)
        {
            findings.Error(new Place(shown, open.Line, 1), Codes.BadTable, "A quotation mark is opened in this row and "
                + "not closed.");
        }
        return null;
    }

    private static string? Text(byte[] bytes, string shown, FindingList findings)
    {
        var place = new Place(shown, 0, 0);
        if (TableEncoding.Decode(bytes, out var encoding) is not { } text)
        {
            findings.Error(place, Codes.NotText, "The file is no text table. Save it in your spreadsheet as CSV, UTF-8, or as "
                + "an Excel workbook (.xlsx).");
            return null;
        }
        if (encoding == "Windows-1252")
            findings.Note(place, Codes.OtherEncoding,
                "The table is not UTF-8: it is read as Windows-1252, as older spreadsheets write it. See that its names are "
                    + "right.");
        return text;
    }

    private static byte[]? FileBytes(string path, string shown, Place? askedAt, FindingList findings)
    {
        var place = askedAt ?? new Place(shown, 0, 0);
        if (Directory.Exists(path))
            findings.Error(place, Codes.NoFile, $"'{shown}' is a folder, not a file.");
        else if (!File.Exists(path))
            findings.Error(place, Codes.NoFile, $"There is no file '{shown}'.{DidYouMean.Files(path)}");
        else
            return ReadBytes(path, shown, place, findings);
        return null;
    }

    /// <summary>The same of bytes that are in no file yet.</summary>
    public static (string Text, byte[] Bytes)? Of(byte[] bytes, string shown, FindingList findings)
    {
        if (bytes.Length > MostBytes)
            findings.Error(new Place(shown, 0, 0), Codes.TooLarge, TooLarge);
        else if (Decode(bytes, shown, findings) is { } text)
            return (text, bytes);
        return null;
    }

    // A pipe has no length, and is not opened before somebody writes into it.
    private static FileStream Opened(string path)
    {
        if (new FileInfo(path).Length > 0) return File.OpenRead(path);
        var opening = Task.Run(() => File.OpenRead(path));
        return Task.WaitAny([opening], LongestWait) == 0 ? opening.GetAwaiter().GetResult()
            : throw new IOException("nobody writes into this pipe.");
    }

    private static byte[]? ReadBytes(string path, string shown, Place place, FindingList findings)
    {
        try
        {
            using var file = Opened(path);
            var bytes = new byte[64 * 1024];
            var length = 0;
            while (file.Read(bytes, length, bytes.Length - length) is > 0 and var read)
            {
                length += read;
                if (length > MostBytes)
                {
                    findings.Error(new Place(shown, 0, 0), Codes.TooLarge, TooLarge);
                    return null;
                }
                if (length == bytes.Length)
                    Array.Resize(ref bytes, bytes.Length * 2);
            }
            findings.HasRead(path, bytes[..length]);
            return bytes[..length];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            findings.Error(place, Codes.NoFile, $"'{shown}' cannot be read: {problem.Message}");
            return null;
        }
    }

    private static string? Decode(byte[] bytes, string shown, FindingList findings)
    {
        var place = new Place(shown, 0, 0);
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            findings.Error(place, Codes.NotText, "The file is UTF-16. Save it as UTF-8.");
        else if (bytes.AsSpan().Contains((byte)0))
            findings.Error(place, Codes.NotText, "The file is not text. A scenario is YAML, saved as UTF-8.");
        else
            try
            {
                return Strict.GetString(bytes).TrimStart('\uFEFF');
            }
            catch (DecoderFallbackException problem)
            {
                var line = 1 + bytes.AsSpan(0, Math.Max(0, problem.Index)).Count((byte)'\n');
                findings.Error(new Place(shown, line, 1), Codes.NotText,
                    "The file is not UTF-8. Save it as UTF-8 (å, ä and ö are fine then).");
            }
        return null;
    }
}
