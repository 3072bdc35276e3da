namespace Samverkan.Runs.Scenarios;

/// <summary>Finds the word that was probably meant.</summary>
public static class DidYouMean
{
    private const int LongestWord = 80;
    private const int MostListed = 8;
    private const int MostFiles = 500;
    private const int ShortestStart = 4;

    /// <summary>" Did you mean 'x'?"; else, if there are few, all that it can be; else nothing. Starts with a space.</summary>
    public static string Of(string word, IEnumerable<string> candidates)
    {
        var all = candidates as IReadOnlyCollection<string> ?? [.. candidates];
        if (Closest(word, all) is { } closest)
            return $" Did you mean '{closest}'?";
        if (word.Length >= ShortestStart && all.Where(c => c.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Take(MostListed + 1).ToArray() is { Length: > 0 and <= MostListed } longer)
            return $" There {(longer.Length == 1 ? "is" : "are")} {string.Join(", ", longer)}.";
        return all.Count is > 0 and <= MostListed ? $" It can be: {string.Join(", ", all)}." : "";
    }

    /// <summary>The same for a file that is not there: of its folder and, for a bare name, of what is shipped.</summary>
    public static string Files(string path)
    {
        if (path.Length == 0)
            return "";
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        var (word, ending) = (Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        if (Path.GetFileName(path) == path && ending.Length == 0 && Paths.Library is { } library
            && Closest(word, [.. Stems(library, ".yaml")]) is { } shipped)
            return $" Did you mean '{shipped}'?";
        if (folder is null || !Directory.Exists(folder))
            return "";
        // As it would have to be typed: with its ending, and in the folder that was named.
        var files = Directory.EnumerateFiles(folder, "*" + ending).Take(MostFiles).Select(file => Path.GetFileName(file))
            .ToLookup(file => Letters.Composed(Path.GetFileNameWithoutExtension(file)));
        var before = Path.IsPathRooted(path) ? "" : Path.GetDirectoryName(path) ?? "";
        return Closest(word, [.. files.Select(same => same.Key)]) is { } closest
            ? $" Did you mean '{Path.Combine(before, files[closest].First())}'?" : "";
    }

    private static IEnumerable<string> Stems(string folder, string ending) =>
        Directory.EnumerateFiles(folder, "*" + ending).Take(MostFiles).Select(f => Path.GetFileNameWithoutExtension(f));

    /// <summary>
    /// The candidate that differs least, if it differs little: a third of its letters at most, or in case, or in its first parts,
    /// or in that it goes on (<c>committee.meetings</c>, <c>committee.meetingsPerYear</c>).
    /// </summary>
    public static string? Closest(string word, IReadOnlyCollection<string> candidates)
    {
        if (word.Length is 0 or > LongestWord)
            return null;
        word = Names.OnOneLine(word);
        var (best, least) = ((string?)null, double.MaxValue);
        foreach (var candidate in candidates)
        {
            var distance = Distance(word.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (LastPart(word).Length > 3
                && string.Equals(LastPart(word), LastPart(candidate), StringComparison.OrdinalIgnoreCase))
                distance = Math.Min(distance, 1.5);
            if (GoesOn(word, candidate) || IsEndOf(word, candidate))
                distance = Math.Min(distance, 1.5);
            if (distance < least)
                (best, least) = (candidate, distance);
        }
        return best is not null && least <= Math.Max(1, Math.Max(word.Length, best.Length) / 3) ? best : null;
    }

    private static bool GoesOn(string word, string candidate) =>
        word.Length >= ShortestStart && candidate.Length > word.Length
        && candidate.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && char.IsUpper(candidate[word.Length]) && LastPart(word) == LastPart(candidate)[..LastPart(word).Length];

    /// <summary>Whether a word is said of something in particular: <c>money.deficit</c>, <c>money.countyDeficit</c>.</summary>
    private static bool IsEndOf(string word, string candidate) =>
        LastPart(word) is { Length: >= ShortestStart } end && word.Length > end.Length
        && candidate.StartsWith(word[..^end.Length], StringComparison.OrdinalIgnoreCase)
        && LastPart(candidate).EndsWith(char.ToUpperInvariant(end[0]) + end[1..], StringComparison.Ordinal);

    private static string LastPart(string id) => id[(id.LastIndexOf('.') + 1)..];

    /// <summary>Letters to insert, delete or replace; two swapped neighbours count as one.</summary>
    private static double Distance(string a, string b)
    {
        var (before, last, now) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            now[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                now[j] = Math.Min(Math.Min(now[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    now[j] = Math.Min(now[j], before[j - 2] + 1);
            }
            (before, last, now) = (last, now, before);
        }
        return last[b.Length];
    }
}
