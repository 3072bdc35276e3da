namespace Samverkan.Runs.Scenarios;

/// <summary>Where scenarios and tables are found, and how their paths are shown.</summary>
public static class Paths
{
    private static readonly AsyncLocal<Kept?> Reading = new();

    private static readonly string? ShippedScenarios = Above(Environment.CurrentDirectory, "scenarios", "baseline.yaml")
        ?? Above(AppContext.BaseDirectory, "scenarios", "baseline.yaml");

    private static readonly string? ShippedTables = Above(Environment.CurrentDirectory, "data", "sweden.csv")
        ?? Above(AppContext.BaseDirectory, "data", "sweden.csv");

    /// <summary>The folder of the shipped scenarios: <c>scenarios</c> beside the program, in the folder one works in, or above
    /// either; null if there is none.</summary>
    public static string? Library => Reading.Value is { } kept ? kept.Scenarios : ShippedScenarios;

    /// <summary>The folder of the shipped tables; null if there is none.</summary>
    public static string? Data => Reading.Value is { } kept ? kept.Tables : ShippedTables;

    /// <summary>Until what is returned is disposed of, what is shipped is looked for in other folders, and files have other
    /// names.</summary>
    /// <param name="names">Names of files by their whole paths.</param>
    internal static IDisposable From(string scenarios, string tables, IReadOnlyDictionary<string, string> names)
    {
        Reading.Value = new(scenarios, tables, names);
        return new Usual();
    }

    /// <summary>A path as the user would type it: as it was typed, else from the folder one works in; what is shipped by its
    /// name.</summary>
    public static string Shown(string path)
    {
        if (KeptName(path) is { } name)
            return name;
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        if (!Path.IsPathRooted(path) || !relative.StartsWith("..", StringComparison.Ordinal))
            return relative.Replace('\\', '/');
        foreach (var shipped in new[] { Library, Data }.OfType<string>())
            if (IsInside(path, shipped))
                return Path.GetRelativePath(Path.GetDirectoryName(shipped)!, path).Replace('\\', '/');
        return path;
    }

    /// <summary>What a scenario or study is called on a command line in the folder one works in: what lies elsewhere and is
    /// shipped, by its name.</summary>
    /// <param name="path">As it is opened here, or as <see cref="Shown"/> gave it.</param>
    public static string Typed(string path)
    {
        var near = Near(path);
        var isHere = !Path.IsPathRooted(near) && File.Exists(near);
        return !isHere && Library is { } library && IsInside(Path.Combine(Path.GetDirectoryName(library)!, path), library)
            ? Path.GetFileNameWithoutExtension(path) : near;
    }

    /// <summary>A path that can be opened from the folder one works in, relative where that is shorter.</summary>
    internal static string Near(string path)
    {
        if (KeptName(path) is { } name)
            return name;
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative.Replace('\\', '/');
    }

    /// <summary>Whether a path is in the folder or below it.</summary>
    internal static bool IsInside(string path, string folder)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path));
        return !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal)
            && !relative.StartsWith(@"..\", StringComparison.Ordinal);
    }

    private static string? KeptName(string path) => Reading.Value?.Names.GetValueOrDefault(Path.GetFullPath(path));

    private static string? Above(string start, string folder, string file)
    {
        for (var at = new DirectoryInfo(start); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, folder, file)))
                return Path.Combine(at.FullName, folder);
        return null;
    }

    private sealed record Kept(string Scenarios, string Tables, IReadOnlyDictionary<string, string> Names);

    private sealed class Usual : IDisposable
    {
        public void Dispose() => Reading.Value = null;
    }
}
