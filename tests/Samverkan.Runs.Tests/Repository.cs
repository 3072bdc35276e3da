using Xunit;

namespace Samverkan.Runs.Tests;

/// <summary>Files of the repository that are made from the program, and the tests that they have not drifted from it.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>
    /// Fails if the file is not what it is made from; with the environment variable SAMVERKAN_UPDATE set, writes it instead.
    /// </summary>
    public static void IsUpToDate(string file, string made)
    {
        var path = Path.Combine(Root, file);
        if (Environment.GetEnvironmentVariable("SAMVERKAN_UPDATE") is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, made);
        }
        Assert.True(File.Exists(path), $"{file} is missing. {HowToUpdate}");
        Assert.True(File.ReadAllText(path) == made, $"{file} is not up to date. {HowToUpdate}");
    }

    // The file is compiled into several projects of tests.
    private static string HowToUpdate =>
        $"Make it anew: SAMVERKAN_UPDATE=1 dotnet run --project tests/{typeof(Repository).Assembly.GetName().Name} -c Release";

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Simulation.sln")))
            at = at.Parent;
        return at?.FullName ?? throw new DirectoryNotFoundException("The tests run within the repository.");
    }
}
