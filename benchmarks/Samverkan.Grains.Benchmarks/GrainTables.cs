using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Benchmarks;

/// <summary>Writes the tables of grains in docs/performance.md.</summary>
internal static class GrainTables
{
    private const string Page = "docs/performance.md";
    private const string Picture = "docs/pictures/growth.svg";
    private const string From = "<!-- tables of grains: written by benchmarks/run grains -->";
    private const string To = "<!-- end of tables of grains -->";

    // What can be measured by itself, with the heading under which it stands.
    private static readonly (string Part, string Heading, Func<int, Task<string>> Table)[] Parts =
    [
        ("levels", "### The case at every granularity, warm",
            rounds => Levels.Table(ScenarioReader.Read("baseline").Blueprint, rounds)),
        ("first", "### The first run of a process", First),
        ("sweden", "### Sweden at every granularity that suits it, warm",
            rounds => Levels.Table(ScenarioReader.Read("sweden").Blueprint, Math.Min(rounds, 1))),
        ("growth", "### Growth, 21 years", _ => Task.FromResult(
            $"{Growth.Table(Picture)}\n![Processor time and memory over the number of municipalities](pictures/growth.svg)\n")),
        ("ten", "### Ten times Sweden, 100 million inhabitants, 21 years", _ => Task.FromResult(Growth.TenTimes())),
        ("memory", "### Memory of a person's grain", _ => Memory()),
        ("watchers", "### Watchers of a run at `person`", rounds => Persons.Watching(ScenarioReader.Read("baseline"), rounds)),
    ];

    public static IEnumerable<string> Names => Parts.Select(part => part.Part);

    /// <param name="which">Some of the tables; none: all.</param>
    public static async Task Write(int rounds, string[] which)
    {
        foreach (var (name, heading, table) in Parts.Where(part => which.Length == 0 || which.Contains(part.Part)))
        {
            var text = $"{heading}\n\n{await table(rounds)}\n";
            Console.WriteLine(text);
            File.WriteAllText(Page, With(File.ReadAllText(Page), heading, text));
        }
    }

    // The table stands in the place of the one that was there, or after the others.
    private static string With(string page, string heading, string text)
    {
        var (first, last) = (page.IndexOf(From, StringComparison.Ordinal), page.IndexOf(To, StringComparison.Ordinal));
        var start = page.IndexOf(heading, first, last - first, StringComparison.Ordinal);
        if (start < 0) return page.Insert(last, text);
        var next = page.IndexOf("### ", start + 4, last - start - 4, StringComparison.Ordinal);
        return page[..start] + text + page[(next < 0 ? last : next)..];
    }

    // The program itself is compiled ahead where that can be; this process is not.
    private static Task<string> First(int rounds)
    {
        var samples = Enumerable.Range(0, rounds).Select(_ => Child("first person")).ToArray();
        double Median(int i) => samples.Select(sample => sample[i]).Order().ElementAt(rounds / 2);
        return Task.FromResult(string.Create(
            CultureInfo.InvariantCulture,
            $"A silo within the process starts in {Median(0):0.00} s (under 1 asked), and the first run of the case at `person` takes {Median(1):0.00} s more (1.5 asked), compiled as it goes.\n"));
    }

    // The same world, paused in the same month, with a grain for each person and with one for each team only.
    private static Task<string> Memory()
    {
        var (persons, teams) = (Child("memory person"), Child("memory team"));
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture,
            $"{persons[1]:N0} grains of persons: {(persons[0] - teams[0]) / persons[1]:0} bytes of live heap each (at most 2,500 asked).\n"));
    }

    private static double[] Child(string arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var last = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonSerializer.Deserialize<double[]>(last!)!
            : throw new InvalidOperationException($"'{arguments}' failed.");
    }
}
