namespace Samverkan.App.Tests;

/// <summary>The scenarios that the project ships.</summary>
internal static class Scenarios
{
    private static readonly string Folder = Path.Combine(Root(), "scenarios");

    public static string Named(string id) => Path.Combine(Folder, id + ".yaml");

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Simulation.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        return folder.FullName;
    }
}
