namespace Samverkan.Runs.Scenarios;

/// <summary>Names of places and files as people write them: an ö can be one character, or an o and two dots, as some systems type it.</summary>
internal static class Names
{
    /// <summary>Whether two names are the same but for case, blanks around them and how letters are put together.</summary>
    public static bool AreSame(string a, string b) => string.Equals(Composed(a), Composed(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>A text on one line, with single blanks and composed letters.</summary>
    public static string OnOneLine(string text) => Composed(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The file of a name, however its letters are put together; the path itself if there is none.</summary>
    public static string FileOf(string path)
    {
        if (path.Length == 0 || File.Exists(path) || path.All(char.IsAscii) || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder || !Directory.Exists(folder))
            return path;
        var name = Composed(Path.GetFileName(path));
        return Directory.EnumerateFiles(folder).Take(5000).FirstOrDefault(file => Composed(Path.GetFileName(file)) == name) ?? path;
    }

    private static string Composed(string text) => Letters.Composed(text.Trim());
}
