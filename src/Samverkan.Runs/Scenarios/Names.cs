namespace Samverkan.Runs.Scenarios;

/// <summary>Names of places and files as people write them: an ö can be one character, or an o and two dots, as some systems type
/// it.</summary>
internal static class Names
{
    private const int MostEntries = 5000;

    /// <summary>Whether two names are the same but for case, blanks around them and how letters are put together.</summary>
    public static bool AreSame(string a, string b) => string.Equals(Composed(a), Composed(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name, with or without the word for its kind, is the place's: "Norrköpings kommun", "Region
    /// Uppsala".</summary>
    public static bool IsPlace(string written, string place) => Called(written).Any(name => AreSame(name, place));

    /// <summary>The same for a name without its marks, "Norrkoping", which may mean more than one: Habo or Håbo.</summary>
    public static bool MayBePlace(string written, string place) => Called(written).Any(name => Plain(name) == Plain(place));

    /// <summary>The name, and the name without the word for its kind and without the genitive before that.</summary>
    public static IEnumerable<string> Called(string written)
    {
        var name = OnOneLine(written);
        yield return name;
        foreach (var kind in (string[])[" kommun", " stad", " län", " municipality", " county"])
            if (name.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
            {
                var place = name[..^kind.Length];
                yield return place;
                if (place.EndsWith('s'))
                    yield return place[..^1];
            }
        if (name.StartsWith("region ", StringComparison.OrdinalIgnoreCase))
            yield return name["region ".Length..];
    }

    private static string Plain(string name) => string.Concat(
        Letters.Plain(name).Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    /// <summary>A text on one line, with single blanks and composed letters.</summary>
    public static string OnOneLine(string text) =>
        Composed(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>
    /// The file of a name, however its letters and those of its folders are put together; the path itself if there is none.
    /// </summary>
    public static string FileOf(string path) =>
        path.Length == 0 || File.Exists(path) || path.All(char.IsAscii)
            ? path : Entry(Path.GetFullPath(path), Directory.EnumerateFiles) ?? path;

    /// <summary>What a folder holds under a name; null if there is no such thing.</summary>
    private static string? Entry(string path, Func<string, IEnumerable<string>> entries)
    {
        if (Path.GetDirectoryName(path) is not { } above)
            return null;
        var folder = Directory.Exists(above) ? above : Entry(above, Directory.EnumerateDirectories);
        var name = Composed(Path.GetFileName(path));
        return folder is null ? null
            : entries(folder).Take(MostEntries).FirstOrDefault(entry => Composed(Path.GetFileName(entry)) == name);
    }

    private static string Composed(string text) => Letters.Composed(text.Trim());
}
