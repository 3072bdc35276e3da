namespace Samverkan.App.Tests;

/// <summary>The scenarios and other files that the project ships.</summary>
internal static class Scenarios
{
    private static readonly string Top = Root();

    public static string Named(string id) => At($"scenarios/{id}.yaml");

    /// <summary>A file or folder of the repository.</summary>
    public static string At(string path) => Path.Combine(Top, path);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
