using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Samverkan.Benchmarks;

/// <summary>Writes the tables of docs/performance.md: each row is a process of its own, rounds are interleaved, medians are
/// kept.</summary>
internal static class Tables
{
    private const string To = "<!-- end of tables -->";

    private static readonly (string Title, string Arguments)[] Work =
    [
        ("careflow, 2,000 users", "careflow 2000 240 1"),
        ("careflow, 20,000 users", "careflow 20000 240 1"),
        ("careflow, 20,000 users, two threads", "careflow 20000 240 2"),
        ("the case, 20 replications", "case 20 1"),
        ("the case, 20 replications, two threads", "case 20 2"),
        ("290 municipalities, one replication on two cores", "sweden"),
    ];

    private static readonly (string Title, string Arguments)[] Sizes =
        [.. new[] { 100, 1_000, 10_000, 100_000,
            1_000_000 }.Select(n => (n.ToString("N0", CultureInfo.InvariantCulture), $"people {n}"))];

    // What can be measured by itself, with the heading under which it stands.
    private static readonly (string Part, string Heading, Func<int, string> Table)[] Parts =
    [
        ("processes", "### Whole processes", rounds => Rows("what", Work, Measure(Work, rounds))),
        ("pulse", "### Where the time of a month goes (the case, warm)", _ => string.Join('\n', Run("pulse")) + "\n"),
        ("sizes", "### Linear in people (60 months, one thread)", _ => Rows("people", Sizes, Measure(Sizes, 1))),
    ];

    /// <param name="part">One of the tables; null: all.</param>
    public static void Write(int rounds, string? part = null)
    {
        const string Page = "docs/performance.md";
        foreach (var (name, heading, table) in Parts.Where(p => part is null || p.Part == part))
        {
            var text = $"{heading}\n\n{table(rounds)}\n";
            var page = File.ReadAllText(Page);
            var start = page.IndexOf(heading, StringComparison.Ordinal);
            var end = Math.Min(EndOf(page, "### ", start), EndOf(page, To, start));
            File.WriteAllText(Page, page[..start] + text + page[end..]);
            Console.WriteLine(text);
        }
    }

    private static int EndOf(string page, string next, int start) =>
        page.IndexOf(next, start + 4, StringComparison.Ordinal) is >= 0 and var at ? at : page.Length;

    private static Dictionary<string, List<Dictionary<string, double>>> Measure((string Title, string Arguments)[] rows,
        int rounds)
    {
        var all = rows.ToDictionary(r => r.Arguments, _ => new List<Dictionary<string, double>>());
        for (var round = 0; round < rounds; round++)
            foreach (var (_, arguments) in rows)
                all[arguments].Add(Run(arguments)[^2..]
                    .SelectMany(line => JsonSerializer.Deserialize<Dictionary<string, double>>(line)!)
                    .ToDictionary(field => field.Key, field => field.Value));
        return all;
    }

    private static string Rows(
        string what, (string Title, string Arguments)[] rows, Dictionary<string, List<Dictionary<string, double>>> measured)
    {
        var text = new StringBuilder()
            .AppendLine(
                $"| {what} | user-months/s, wall | per CPU second | first run, wall | peak MB | bytes allocated per user-month |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (title, arguments) in rows)
        {
            double Median(string field) =>
                measured[arguments].Select(m => m[field]).Order().ElementAt(measured[arguments].Count / 2);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {title} | {Median("userMonthsPerSecond") / 1e6:0.00} M | {Median("userMonthsPerCpuSecond") / 1e6:0.00} M | "
                    + $"{Median("firstRunUserMonthsPerSecond") / 1e6:0.00} M | {Median("peakMegabytes"):0} | "
                    + $"{Median("allocatedBytesPerUserMonth"):0.0} |");
        }
        return text.ToString();
    }

    private static string[] Run(string arguments)
    {
        using var process =
            Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"'{arguments}' failed.");
    }
}
