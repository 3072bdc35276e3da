using System.Diagnostics;
using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;

namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>Reads faulty files in a folder of their own and returns what is said about them.</summary>
public static class Telling
{
    public static string[] Of(GalleryCase c) => InFolder(folder =>
    {
        foreach (var (name, text) in c.Beside.Append(new(c.File, c.Yaml)))
            File.WriteAllText(Path.Combine(folder, name), text);
        return c.IsStudy ? StudyFindings(Path.Combine(folder, c.File)) : Findings(Path.Combine(folder, c.File), c.Sets);
    });

    public static string[] Of(byte[] file) => InFolder(folder =>
    {
        File.WriteAllBytes(Path.Combine(folder, "my-cut.yaml"), file);
        return Findings(Path.Combine(folder, "my-cut.yaml"), []);
    });

    /// <summary>Also how long it took, at best of three (other work on the machine is not the reader's), and how much it
    /// allocated.</summary>
    public static (string[] Told, TimeSpan Time, long Allocated) Measured(byte[] file)
    {
        var (time, allocated) = (TimeSpan.MaxValue, 0L);
        var told = InFolder(folder =>
        {
            var path = Path.Combine(folder, "my-cut.yaml");
            File.WriteAllBytes(path, file);
            IEnumerable<Finding> findings = [];
            for (var attempt = 0; attempt < 3; attempt++)
            {
                var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
                findings = Findings(path, []);
                (time, allocated) =
                    (clock.Elapsed < time ? clock.Elapsed : time, GC.GetAllocatedBytesForCurrentThread() - before);
            }
            return findings;
        });
        return (told, time, allocated);
    }

    private static IEnumerable<Finding> Findings(string path, string[] sets)
    {
        try
        {
            return ScenarioReader.Read(path, sets).Findings;
        }
        catch (ScenarioErrors errors)
        {
            return errors.Findings;
        }
    }

    private static IEnumerable<Finding> StudyFindings(string path)
    {
        try
        {
            return StudyReader.Read(path).Findings;
        }
        catch (ScenarioErrors errors)
        {
            return errors.Findings;
        }
    }

    /// <summary>Lines of shipped files move when those are edited; that says nothing about messages.</summary>
    private static string WithoutShippedLines(string told) => Regex.Replace(told, @"(scenarios/[a-z-]+\.yaml):\d+(:\d+)?", "$1");

    private static string[] InFolder(Func<string, IEnumerable<Finding>> read)
    {
        var folder = Directory.CreateTempSubdirectory("samverkan").FullName;
        try
        {
            return [.. read(folder).Select(f => f.ToString().Replace(folder + "/", "").Replace(Paths.Library!, "scenarios")
                .Replace(Paths.Data!, "data")).Select(WithoutShippedLines)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
