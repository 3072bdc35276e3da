using System.Globalization;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Chain;

/// <summary>Follows <c>extends</c> from a file to the one that extends nothing.</summary>
internal static class ExtendsChain
{
    /// <summary>Nobody can follow a longer chain.</summary>
    private const int MostFiles = 5;

    /// <returns>The files, the requested one last. If one cannot be read, fewer, with the reason among the findings.</returns>
    /// <param name="given">The content of the requested file, in place of what is on disk.</param>
    public static IReadOnlyList<Document> Load(string path, FindingList findings, byte[]? given = null)
    {
        var chain = new List<Document>();
        var (next, askedAt) = (path, (Place?)null);
        while (true)
        {
            var shown = Paths.Shown(next);
            var source = given is not null && chain.Count == 0 ? SourceText.Of(given, shown, findings)
                : SourceText.Read(next, shown, askedAt, findings);
            if (source is not var (text, bytes) || NodeReader.Read(text, shown, findings) is not { } root)
                break;
            if (given is not null && chain.Count == 0)
                findings.HasRead(next, bytes);
            chain.Insert(0, new Document(Path.GetFullPath(next), shown, bytes, root));
            if (root.Scalar("extends") is not { } extends || Follow(extends, chain, findings) is not { } parent)
                break;
            (next, askedAt) = (parent, extends.Place);
        }
        return chain;
    }

    private static string? Follow(ScalarNode extends, List<Document> chain, FindingList findings)
    {
        var child = chain[0];
        if (chain.Count == MostFiles)
        {
            findings.Error(extends.Place, Codes.ChainTooLong,
                $"More than {MostFiles} files extend each other here; nobody can follow that. Extend one that is further down.");
            return null;
        }
        if (Resolve(extends, child, findings) is not { } parent)
            return null;
        if (chain.FindIndex(d => d.Path == parent) is var met && met >= 0)
        {
            var circle = chain.Take(met + 1).Select(d => d.Shown).Reverse().Append(Paths.Shown(parent));
            findings.Error(extends.Place, Codes.Cycle,
                $"The files extend each other in a circle: {string.Join(" -> ", circle)}.");
            return null;
        }
        return parent;
    }

    /// <summary>A path in or below the file's own folder, or the name of a scenario beside the file or shipped.</summary>
    private static string? Resolve(ScalarNode extends, Document child, FindingList findings)
    {
        var folder = Path.GetDirectoryName(child.Path)!;
        if (IsName(extends.Text))
            return ByName(extends, child, folder, findings);
        var path = Names.FileOf(Path.GetFullPath(Path.Combine(folder, extends.Text)));
        if (Path.IsPathRooted(extends.Text)
            || !Paths.IsInside(path, folder) && !(Paths.Library is { } library && Paths.IsInside(path, library)))
        {
            findings.Error(extends.Place, Codes.OutsideFolder,
                $"'{extends.Text}' is outside the folder of this file. Copy it beside this file, or extend a shipped scenario "
                    + "by its name, such as 'extends: baseline'.");
            return null;
        }
        return path;
    }

    private static string? ByName(ScalarNode extends, Document child, string folder, FindingList findings)
    {
        var beside = Names.FileOf(Path.Combine(folder, extends.Text + ".yaml"));
        if (File.Exists(beside) && Path.GetFullPath(beside) != child.Path)
            return Path.GetFullPath(beside);
        if (Paths.Library is { } library && Path.Combine(library, extends.Text + ".yaml") is var shipped && File.Exists(shipped))
            return Path.GetFullPath(shipped);
        findings.Error(extends.Place, Codes.NoFile,
            $"There is no scenario '{extends.Text}', neither in this folder nor "
                + $"shipped.{DidYouMean.Of(extends.Text, NamesBeside(child.Path))}");
        return null;
    }

    /// <summary>The scenarios that a file can name: those in its folder and those that are shipped.</summary>
    public static IReadOnlyList<string> NamesBeside(string path) =>
        [.. new[] { Path.GetDirectoryName(Path.GetFullPath(path)), Paths.Library }.OfType<string>().Distinct()
            .Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*.yaml").Take(500)).Select(f => Path.GetFileNameWithoutExtension(f))
            .Distinct()];

    private static bool IsName(string text) => text.Length is > 0 and <= 80
        && text.All(c => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark
            || c is '-' or '_');
}
