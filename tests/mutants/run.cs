#!/usr/bin/env dotnet
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Makes each mistake of mutants.txt in a copy of the model and asks its tests whether they notice:
//   dotnet run tests/mutants/run.cs                  all of them; ends with a table and how many were noticed
//   dotnet run tests/mutants/run.cs "staff" "lot"    those whose sentence holds one of the words
//   dotnet run tests/mutants/run.cs --rules          without the tests of whole worlds, which are slow
//   dotnet run tests/mutants/run.cs --check          only whether each still finds its place in the source
// Golden hashes are left out: they notice any change, and do not say which rule it breaks. Tests of single rules run
// first and the first that fails ends it; those that run whole worlds are asked only where none of the others noticed.

using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

// Whole worlds, years of them, and tests of many cases: slow.
string[] worlds = ["ConservationTests", "DeterminismTests", "HouseRules.*", "PatternTests", "Snapshots.SnapshotTests",
    "Policies.NarrowScopeTests", "Policies.ReachTests", "Policies.AnnouncedTests", "Parameters.EffectTests"];
string[] manyCases = ["Chance.LanesTests.The_table_of_a_gamma_distribution_gives_the_bits_of_the_bisection"];
const int PatienceInMinutes = 15;

var here = Path.GetDirectoryName(PathOfThisFile())!;
var root = Path.GetFullPath(Path.Combine(here, "..", ".."));
var mutants = Mutant.Read(Path.Combine(here, "mutants.txt"));
var rulesAlone = args.Contains("--rules");
var words = args.Where(arg => !arg.StartsWith("--")).ToArray();
if (words.Length > 0) mutants =
    [.. mutants.Where(mutant => words.Any(word => mutant.Sentence.Contains(word, StringComparison.OrdinalIgnoreCase)))];

var lost = mutants.Where(mutant => !mutant.FindsItsPlace(Path.Combine(root, "src", "Samverkan.Model"))).ToList();
foreach (var mutant in lost)
    Console.WriteLine($"no longer (or more than once) in {mutant.File}: {mutant.Sentence}");
if (args.Contains("--check")) return lost.Count == 0 ? 0 : 2;
mutants = [.. mutants.Except(lost)];

var copy = Path.Combine(root, ".build", "mutants");
var model = Path.Combine(copy, "src", "Samverkan.Model");
var tests = Path.Combine(copy, "tests", "Samverkan.Model.Tests");
Directory.CreateDirectory(copy);
foreach (var part in new[] { "src/Samverkan.Model", "tests/Samverkan.Model.Tests" })
    CopySources(Path.Combine(root, part), Path.Combine(copy, part));
foreach (var file in Directory.EnumerateFiles(root, "*.props").Append(Path.Combine(root, "global.json")))
    File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), true);

Console.WriteLine($"{mutants.Count} mutants in {copy}");
if (Run("dotnet", $"build \"{tests}\" -c Release -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false -v quiet --nologo",
    out var first) != 0) return Refuse(first);
if (Notices(null, out var failing) != Answer.Nothing) return Refuse($"the tests fail without any mutant: {failing}");

var (noticed, clock) = (0, Stopwatch.StartNew());
var survivors = new List<string>();
foreach (var mutant in mutants)
{
    var file = Path.Combine(model, mutant.File);
    var before = File.ReadAllText(file);
    File.WriteAllText(file, mutant.Applied(before));
    try
    {
        var built = Run("dotnet",
                $"build \"{model}\" -c Release --no-restore -p:TreatWarningsAsErrors=false -p:RunAnalyzers=false "
                    + "-p:UseSharedCompilation=true -v quiet --nologo", out var log);
        if (built != 0) return Refuse($"{mutant.Sentence}: {log}");
        File.Copy(Path.Combine(model, "bin", "Release", "net10.0", "Samverkan.Model.dll"),
            Path.Combine(tests, "bin", "Release", "net10.0", "Samverkan.Model.dll"), true);
        var answer = Notices(mutant, out var by);
        if (answer == Answer.Nothing) survivors.Add(mutant.Sentence); else noticed++;
        Console.WriteLine(
            $"{(answer == Answer.Nothing ? "SURVIVED" : answer == Answer.Hangs ? "hangs   " : "noticed "),-9} {mutant.Sentence} "
                + $"  {by}");
    }
    finally
    {
        File.WriteAllText(file, before);
    }
}
Console.WriteLine($"{noticed} noticed, {survivors.Count} survived, in {clock.Elapsed:h\\:mm\\:ss}");
return survivors.Count + lost.Count == 0 ? 0 : 1;

// The tests beside the rule, then those of all rules, then those of whole worlds.
Answer Notices(Mutant? mutant, out string by)
{
    const string all = "-noLogo -noColor -stopOnFail -class- Samverkan.Model.Tests.GoldenTests";
    var quick = $"{all} {Each("-class-", worlds)} {Each("-method-", manyCases)}";
    var answer = Answer.Nothing;
    if (mutant is not null && (answer = Ask($"{quick} -namespace Samverkan.Model.Tests.{mutant.File.Split('/')[0]}", out by))
        != Answer.Nothing) return answer;
    return (answer = Ask(quick, out by)) != Answer.Nothing || rulesAlone ? answer
        : Ask($"-noLogo -noColor -stopOnFail {Each("-class", worlds)}", out by);

    static string Each(string option, string[] names) =>
        string.Join(' ', names.Select(name => $"{option} Samverkan.Model.Tests.{name}"));
}

Answer Ask(string arguments, out string by)
{
    var code = Run("dotnet", $"\"{Path.Combine(tests, "bin", "Release", "net10.0", "Samverkan.Model.Tests.dll")}\" {arguments}",
        out var output);
    by = Regex.Match(output, @"Samverkan\.Model\.Tests\.([\w.]+).*\[FAIL\]").Groups[1].Value;
    return code == 0 ? Answer.Nothing : code == int.MinValue ? Answer.Hangs : Answer.Fails;
}

static int Run(string program, string arguments, out string output)
{
    using var process = Process.Start(
        new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    var (says, warns) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
    var ended = process.WaitForExit(TimeSpan.FromMinutes(PatienceInMinutes));
    if (!ended) process.Kill(entireProcessTree: true);
    output = says.Result + warns.Result;
    return ended ? process.ExitCode : int.MinValue;
}

static void CopySources(string from, string to)
{
    foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
    {
        var relative = Path.GetRelativePath(from, file);
        if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj") continue;
        var target = Path.Combine(to, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        if (!File.Exists(target) || File.ReadAllText(target) != File.ReadAllText(file)) File.Copy(file, target, true);
    }
    foreach (var file in Directory.EnumerateFiles(to, "*.cs", SearchOption.AllDirectories))
    {
        var relative = Path.GetRelativePath(to, file);
        if (relative.Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj") && !File.Exists(Path.Combine(from, relative)))
            File.Delete(file);
    }
}

static int Refuse(string why)
{
    Console.Error.WriteLine(why);
    return 2;
}

static string PathOfThisFile([CallerFilePath] string path = "") => path;

enum Answer { Nothing, Fails, Hangs }

sealed record Mutant(string Sentence, string File, IReadOnlyList<(string Says, string WouldSay)> Changes)
{
    public bool FindsItsPlace(string model) =>
        System.IO.File.Exists(Path.Combine(model, File)) && System.IO.File.ReadAllText(Path.Combine(model, File)) is var text
        && Changes.All(change => Place(change.Says).Count(text) == 1);

    public string Applied(string source) =>
        Changes.Aggregate(source, (text, change) => Place(change.Says).Replace(text, _ => change.WouldSay));

    // Where a line is broken is no part of what it says.
    private static Regex Place(string says) =>
        new(string.Join(@"\s+", says.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape)));

    /// <summary>Blocks of lines: a sentence, a file, and what is changed into what.</summary>
    public static IReadOnlyList<Mutant> Read(string path)
    {
        var mutants = new List<Mutant>();
        foreach (var block in System.IO.File.ReadAllText(path).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = block.Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToArray();
            if (lines.Length == 0) continue;
            var changes = new List<(List<string> Says, List<string> WouldSay)>();
            foreach (var line in lines[2..])
            {
                if (line[0] == '-' && (changes.Count == 0 || changes[^1].WouldSay.Count > 0)) changes.Add(([], []));
                (line[0] == '-' ? changes[^1].Says : changes[^1].WouldSay).Add(line[2..]);
            }
            mutants.Add(new(lines[0], lines[1],
                [.. changes.Select(change => (string.Join('\n', change.Says), string.Join('\n', change.WouldSay)))]));
        }
        return mutants;
    }
}
