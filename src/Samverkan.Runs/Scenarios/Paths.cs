namespace Samverkan.Runs.Scenarios;

/// <summary>Where scenarios and tables are found, and how their paths are shown.</summary>
public static class Paths
{
    /// <summary>The folder of the shipped scenarios: <c>scenarios</c> beside the program, in the folder one works in, or above either; null if there is none.</summary>
    public static string? Library { get; } = Above(Environment.CurrentDirectory, "scenarios", "baseline.yaml") ?? Above(AppContext.BaseDirectory, "scenarios", "baseline.yaml");

    /// <summary>The folder of the shipped tables; null if there is none.</summary>
    public static string? Data { get; } = Above(Environment.CurrentDirectory, "data", "sweden.csv") ?? Above(AppContext.BaseDirectory, "data", "sweden.csv");

    /// <summary>A path as the user would type it: as it was typed, else from the folder one works in; what is shipped by its name.</summary>
    public static string Shown(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        if (!Path.IsPathRooted(path) || !relative.StartsWith("..", StringComparison.Ordinal))
            return relative.Replace('\\', '/');
        foreach (var shipped in new[] { Library, Data }.OfType<string>())
            if (IsInside(path, shipped))
                return Path.GetRelativePath(Path.GetDirectoryName(shipped)!, path).Replace('\\', '/');
        return path;
    }

    /// <summary>What a scenario or study is called on a command line in the folder one works in: what lies elsewhere and is shipped, by its name.</summary>
    /// <param name="path">As it is opened here, or as <see cref="Shown"/> gave it.</param>
    public static string Typed(string path)
    {
        var near = Near(path);
        var isHere = !Path.IsPathRooted(near) && File.Exists(near);
        return !isHere && Library is { } library && IsInside(Path.Combine(Path.GetDirectoryName(library)!, path), library) ? Path.GetFileNameWithoutExtension(path) : near;
    }

    /// <summary>A path that can be opened from the folder one works in, relative where that is shorter.</summary>
    internal static string Near(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    /// <summary>Whether a path is in the folder or below it.</summary>
    internal static bool IsInside(string path, string folder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path));
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !relative.StartsWith(@"..\", StringComparison.Ordinal);
    }

    private static string? Above(string start, string folder, string file)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, folder, file)))
                return Path.Combine(at.FullName, folder);
        return null;
    }
}
