using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Results;

/// <summary>A file that a result keeps of what it was made from.</summary>
/// <param name="File">Where it is, from the folder of the result.</param>
/// <param name="Name">What it was called where the result was made.</param>
public sealed record KeptFile(string File, string Name);

/// <summary>Which run of a study a result is; all count from 0, but the replication, which counts from 1.</summary>
public sealed record StudyRunName(int Policy, int Point, int Sample, int Replication);

/// <summary>All that makes a result again, beside the seed and the replications: from its own folder, wherever that is
/// moved.</summary>
/// <param name="Read">The scenarios, the base first, or the study: each a file of the result's folder.</param>
/// <param name="Sets">The <c>id=value</c> that every scenario was read with.</param>
/// <param name="Files">Every file that is kept.</param>
/// <param name="Until">Last month of a run; null: the scenario's.</param>
/// <param name="Since">First month that counts in a comparison; null: the first in which the scenarios differ.</param>
/// <param name="Everything">Whether a comparison keeps all series.</param>
/// <param name="Run">The run of a study that the result is; null: it is none.</param>
/// <param name="Persons">Replications whose persons are kept; null: none.</param>
public sealed record Recipe(
    IReadOnlyList<string> Read, IReadOnlyList<string> Sets, IReadOnlyList<KeptFile> Files, string? Until = null,
    string? Since = null, bool Everything = false,
    StudyRunName? Run = null, IReadOnlyList<int>? Persons = null)
{
    /// <summary>The draws of all that is not known, a file of the result's folder; null: chance alone was asked for.</summary>
    public string? Region { get; init; }

    /// <summary>At which net effects are discounted, a year; null: the usual rate.</summary>
    public double? Discount { get; init; }
}

/// <summary>The files that a result was made from, kept in its folder so that it can be made again from there.</summary>
public static class KeptInputs
{
    /// <summary>The folder that holds them, within that of the result.</summary>
    public const string Folder = "inputs";

    private const string OwnFolder = "own";
    private const string ScenariosFolder = "scenarios";
    private const string DataFolder = "data";

    /// <summary>Keeps files as they lie to each other, so that they find each other again.</summary>
    /// <param name="folder">Where the result is written.</param>
    /// <param name="main">What was asked for: the scenarios or the study.</param>
    /// <param name="all">Everything that was read.</param>
    /// <param name="recipe">The rest of the recipe; its region is named by its path.</param>
    public static Recipe Write(string folder, IEnumerable<SourceFile> main, IEnumerable<SourceFile> all, Recipe recipe)
    {
        var files = all.DistinctBy(file => file.Path).OrderBy(file => file.Area).ThenBy(file => file.Path, StringComparer.Ordinal)
            .ToList();
        var root =
            CommonFolder([.. files.Where(file => file.Area == SourceArea.Own)
                .Select(file => System.IO.Path.GetDirectoryName(file.Path)!)]);
        foreach (var file in files)
        {
            var place = System.IO.Path.Combine(folder, KeptAs(file, root));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            File.WriteAllBytes(place, file.Bytes);
        }
        return recipe with
        {
            Region = files.FirstOrDefault(file => file.Path == recipe.Region) is { } region
            ? KeptAs(region, root) : null,
            Read = [.. main.Select(file => KeptAs(file, root))],
            Files = [.. files.Select(file => new KeptFile(KeptAs(file, root), file.Name))]
        };
    }

    /// <summary>Reads from what a result keeps: shipped files are those that it was made with, and files have the names that they
    /// had.</summary>
    /// <param name="folder">The folder of the result.</param>
    /// <exception cref="ResultFolderRefused">A file that is kept is not there.</exception>
    public static T Read<T>(string folder, Recipe recipe, Func<T> read)
    {
        if (recipe.Files.FirstOrDefault(file => !File.Exists(System.IO.Path.Combine(folder, file.File))) is { } missing)
            throw new ResultFolderRefused(
                $"'{System.IO.Path.Combine(folder, missing.File)}' is not there any more. "
                    + "It holds what the result was made from.");
        var names = recipe.Files.ToDictionary(file => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, file.File)),
            file => file.Name);
        using (Paths.From(System.IO.Path.Combine(folder, Folder, ScenariosFolder),
            System.IO.Path.Combine(folder, Folder, DataFolder), names))
            return read();
    }

    private static string KeptAs(SourceFile file, string root) => string.Join('/', new[] { Folder }.Concat(file.Area switch
    {
        SourceArea.Scenarios => [ScenariosFolder, file.Within!],
        SourceArea.Data => [DataFolder, file.Within!],
        _ => [OwnFolder, System.IO.Path.GetRelativePath(root, file.Path).Replace('\\', '/')],
    }));

    private static string CommonFolder(IReadOnlyList<string> folders)
    {
        var common = folders.Count == 0 ? "" : folders[0];
        while (common.Length > 0 && !folders.All(folder => Paths.IsInside(folder, common)))
            common = System.IO.Path.GetDirectoryName(common) ?? "";
        return common;
    }
}
