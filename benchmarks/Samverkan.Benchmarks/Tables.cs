using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Samverkan.Benchmarks;

/// <summary>Writes the tables of docs/performance.md: each row is a process of its own, rounds are interleaved, medians are kept.</summary>
internal static class Tables
{
    private const string From = "<!-- tables: written by benchmarks/run -->", To = "<!-- end of tables -->";

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
        [.. new[] { 100, 1_000, 10_000, 100_000, 1_000_000 }.Select(n => (n.ToString("N0", CultureInfo.InvariantCulture), $"people {n}"))];

    public static void Write(int rounds)
    {
        var work = Measure(Work, rounds);
        var sizes = Measure(Sizes, 1);
        var pulse = Run("pulse");
        var text = new StringBuilder().AppendLine(From).AppendLine();
        text.AppendLine("### Whole processes").AppendLine().Append(Rows("what", Work, work)).AppendLine();
        text.AppendLine("### Where the time of a month goes (the case, warm)").AppendLine().AppendLine(string.Join('\n', pulse)).AppendLine();
        text.AppendLine("### Linear in people (60 months, one thread)").AppendLine().Append(Rows("people", Sizes, sizes)).AppendLine();
        text.Append(To);
        const string Page = "docs/performance.md";
        var page = File.ReadAllText(Page);
        var (start, end) = (page.IndexOf(From, StringComparison.Ordinal), page.IndexOf(To, StringComparison.Ordinal));
        File.WriteAllText(Page, page[..start] + text + page[(end + To.Length)..]);
        Console.WriteLine(text);
    }

    private static Dictionary<string, List<Dictionary<string, double>>> Measure((string Title, string Arguments)[] rows, int rounds)
    {
        var all = rows.ToDictionary(r => r.Arguments, _ => new List<Dictionary<string, double>>());
        for (var round = 0; round < rounds; round++)
            foreach (var (_, arguments) in rows)
                all[arguments].Add(Run(arguments)[^2..].SelectMany(line => JsonSerializer.Deserialize<Dictionary<string, double>>(line)!)
                    .ToDictionary(field => field.Key, field => field.Value));
        return all;
    }

    private static string Rows(
        string what, (string Title, string Arguments)[] rows, Dictionary<string, List<Dictionary<string, double>>> measured)
    {
        var text = new StringBuilder()
            .AppendLine($"| {what} | user-months/s, wall | per CPU second | first run, wall | peak MB | bytes allocated per user-month |")
            .AppendLine("|---|---:|---:|---:|---:|---:|");
        foreach (var (title, arguments) in rows)
        {
            double Median(string field) => measured[arguments].Select(m => m[field]).Order().ElementAt(measured[arguments].Count / 2);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {title} | {Median("userMonthsPerSecond") / 1e6:0.00} M | {Median("userMonthsPerCpuSecond") / 1e6:0.00} M | {Median("firstRunUserMonthsPerSecond") / 1e6:0.00} M | {Median("peakMegabytes"):0} | {Median("allocatedBytesPerUserMonth"):0.0} |");
        }
        return text.ToString();
    }

    private static string[] Run(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true })!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        return process.ExitCode == 0 ? lines : throw new InvalidOperationException($"'{arguments}' failed.");
    }
}
