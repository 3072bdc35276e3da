namespace Samverkan.Runs.Scenarios;

/// <summary>Whose a file is.</summary>
public enum SourceArea
{
    /// <summary>The user's.</summary>
    Own,
    /// <summary>A scenario or study that comes with the program.</summary>
    Scenarios,
    /// <summary>A table that comes with the program.</summary>
    Data,
}

/// <summary>A file that something was made from, as it was when it was read.</summary>
/// <param name="Path">The whole path.</param>
/// <param name="Name">As a user would type it.</param>
/// <param name="Within">Of what comes with the program: the path from the folder of its scenarios or tables.</param>
public sealed record SourceFile(string Path, string Name, SourceArea Area, string? Within, byte[] Bytes)
{
    internal static SourceFile Of(string path, byte[] bytes)
    {
        var full = System.IO.Path.GetFullPath(path);
        foreach (var (area, folder) in new[] { (SourceArea.Scenarios, Paths.Library), (SourceArea.Data, Paths.Data) })
            if (folder is not null && Paths.IsInside(full, folder))
                return new(full, Paths.Shown(full), area, System.IO.Path.GetRelativePath(folder, full).Replace('\\', '/'), bytes);
        return new(full, Paths.Shown(full), SourceArea.Own, null, bytes);
    }
}
