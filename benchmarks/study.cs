// What a comparison and a study cost as a user meets them, report included: benchmarks/run study [quick|long]
// Prints a table and writes it into docs/performance.md. 'quick' leaves out what takes minutes, 'long' takes in the longest, of
// 12,400 runs.
#:property PublishAot=false
#:property TreatWarningsAsErrors=true

using System.Diagnostics;
using System.Globalization;
using System.Text;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const string Document = "docs/performance.md";
const string Begin = "<!-- study: written by benchmarks/run study -->";
const string End = "<!-- end of study -->";

var quick = args.Contains("quick");
var place = Directory.CreateTempSubdirectory("samverkan-benchmark").FullName;
try
{
    const string Two = "scenarios/baseline.yaml scenarios/funding-cut.yaml";
    const string Three = Two + " scenarios/cut-and-rare-committee.yaml";
    Measure("--version", "-");
    List<(string What, string Arguments, string Target)> all =
    [
        ("`compare` of two scenarios, 2 replications", $"compare {Two} --replications 2", ""),
        ("`compare` of two scenarios, 50 replications, no report", $"compare {Two} --replications 50 --no-report", ""),
        ("`compare` of two scenarios, 50 replications", $"compare {Two} --replications 50", "5 s, 300 MB"),
        ("`compare` of two scenarios, 200 replications", $"compare {Two} --replications 200", "memory as with 50"),
        ("`study run funding-cut`, 3 scenarios, 50 replications", "study run funding-cut --replications 50", ""),
    ];
    // Morris is asked of one scenario as well: half the runs, and nothing of the past to share.
    var one = Path.Combine(place, "one.yaml");
    File.WriteAllText(one, File.ReadAllText("scenarios/studies/what-matters.yaml")
        .Replace("scenarios: [baseline, funding-cut]", "scenarios: [baseline]"));
    if (!quick)
        all.AddRange(
        [
            ("`compare` of three scenarios, 1,000 replications", $"compare {Three} --replications 1000", "90 s"),
            ("`study run funding-cut`, 3 scenarios, 1,000 replications", "study run funding-cut --replications 1000", "90 s"),
            ("Morris, 30 factors, 10 trajectories, 20 replications of `baseline`: 6,200 runs",
                $"study run {one} --replications 20", "180 s"),
        ]);
    if (args.Contains("long"))
        all.Add(("`study run what-matters --replications 20`: the same of two scenarios, 12,400 runs",
            "study run what-matters --replications 20", ""));
    var table = new StringBuilder("| what | wall, s | processor, s | peak MB | target |\n|---|---:|---:|---:|---|\n");
    foreach (var (what, arguments, target) in all)
    {
        var (wall, processor, peak) = Measure($"{arguments} --out {Path.Combine(place, "result")} --force", what);
        table.Append($"| {what} | {wall:0.0} | {processor:0.0} | {peak:0} | {target} |\n");
    }
    Console.WriteLine(table);
    var text = File.ReadAllText(Document);
    var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));
    if (from >= 0 && to > from)
        File.WriteAllText(Document, $"{text[..(from + Begin.Length)]}\n\n{table}\n{text[to..]}");
    return 0;
}
finally
{
    Directory.Delete(place, recursive: true);
}

// Processor time and memory are looked at while it runs: the last look is at most a tenth of a second old.
static (double Wall, double Processor, double PeakMegabytes) Measure(string arguments, string what)
{
    var clock = Stopwatch.StartNew();
    using var process =
        Process.Start(new ProcessStartInfo("dotnet", $".build/app/samverkan.dll {arguments}") { RedirectStandardOutput = true,
            RedirectStandardError = true })!;
    process.OutputDataReceived += (_, _) => { };
    process.ErrorDataReceived += (_, _) => { };
    process.BeginOutputReadLine();
    process.BeginErrorReadLine();
    var (processor, peak) = (0.0, 0.0);
    while (!process.WaitForExit(100))
        try
        {
            process.Refresh();
            (processor, peak) = (process.TotalProcessorTime.TotalSeconds, Math.Max(peak, process.PeakWorkingSet64 / 1e6));
        }
        catch (InvalidOperationException)
        {
            // It has just ended.
        }
    if (process.ExitCode != 0)
        throw new InvalidOperationException($"'samverkan {arguments}' ended with {process.ExitCode}.");
    Console.Error.WriteLine($"{what}: {clock.Elapsed.TotalSeconds:0.0} s");
    return (clock.Elapsed.TotalSeconds, processor, peak);
}
