using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.RegularExpressions;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>The worked examples of <c>docs/extending.md</c>, performed word for word on a copy of the model and its
/// grains.</summary>
public sealed partial class WorkedExampleTests
{
    private const string Page = "docs/extending.md";

    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global "
            + "using System.Threading; global using System.Threading.Tasks;";

    private const string Friends = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Samverkan.Grains\")]";

    private const string UsingsOfGrains = Usings
        + " global using Orleans; global using Orleans.Hosting; global using Orleans.Runtime;";

    /// <summary>What a reader does next: ask for the new names, and let the model run.</summary>
    private const string Reader = """
        public static class Reader
        {
            public static string[] Names() =>
            [
                Samverkan.Model.Parameters.Catalogue.Find("team.sickLeave")?.Id,
                Samverkan.Model.Parameters.Catalogue.Find("element.allowed.peer-support")?.Id,
                Samverkan.Model.Indicators.IndicatorCatalogue.Find("people.waitingShare")?.Id,
                Samverkan.Model.Indicators.IndicatorCatalogue.Find("people.neglect")?.Id,
            ];

            public static string Run(double sickLeave)
            {
                var town = Samverkan.Model.Blueprint.Case with { To = Samverkan.Model.Month.Of(1996, 12) };
                var simulation = new Samverkan.Model.Simulation(town with { Parameters = town.Parameters.With([new(Samverkan.Model.Parameters.Catalogue.Get("team.sickLeave"), sickLeave)]) }, 1, 1, Samverkan.Model.Detail.All);
                Samverkan.Model.MonthResult last = null;
                while (!simulation.Finished) last = simulation.Advance();
                double Value(string id) => last.Observations.First(o => o.Indicator.Id == id && o.Group is null && o.Actor.Kind == Samverkan.Model.ActorKind.Municipality).Value;
                return System.FormattableString.Invariant($"{last.Unbalanced} {Value("people.waiting") / Value("people.eligible") - Value("people.waitingShare"):0.000} {Value("people.neglect")} {last.Hashes[0]}");
            }
        }
        """;

    private static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, Page));

    private static readonly Lazy<Type> Changed = new(() => Compiled().GetType("Reader")!);

    [Fact]
    public void TheNewNamesAreThere() =>
        Assert.Equal(["team.sickLeave", "element.allowed.peer-support", "people.waitingShare", "people.neglect"],
            (string?[])Call("Names"));

    [Fact]
    public void TheChangedModelRunsAndFeelsTheNewParameter()
    {
        var (without, with) = (((string)Call("Run", 0.0)).Split(' '), ((string)Call("Run", 0.1)).Split(' '));

        Assert.Equal("0", without[0]);
        Assert.Equal("0.000", without[1]);
        Assert.NotEqual(without[3], with[3]);
    }

    [Fact]
    public void TheTestsOnThePagePass()
    {
        var tests = Changed.Value.Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => m.IsDefined(typeof(FactAttribute))).ToArray();

        Assert.NotEmpty(tests);
        foreach (var test in tests)
            test.Invoke(Activator.CreateInstance(test.DeclaringType!), null);
    }

    [Fact]
    public void TheInterventionIsAScenarioThatChangesSomething()
    {
        var scenario = ScenarioReader.ReadText(Block("yaml").Single(), "hiring-freeze.yaml");

        Assert.Empty(scenario.Findings);
        Assert.Contains("posts that may be filled",
            Assert.Single(ScenarioDiff.InWords(ScenarioReader.Read("baseline"), scenario).Lines));
    }

    [Fact]
    public void EveryFileThatThePageNamesIsThereOrIsMadeByIt()
    {
        var made = Block("csharp").Select(NewFile).ToArray();
        var named = Named().Matches(Text).Select(m => m.Value).Distinct().ToArray();

        Assert.True(named.Length > 10);
        Assert.All(named.Except(made), file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    private static object Call(string method, params object[] arguments) =>
        Changed.Value.GetMethod(method)!.Invoke(null, arguments)!;

    private static Assembly Compiled()
    {
        var sources = new[] { "src/Samverkan.Model",
            "src/Samverkan.Grains" }.SelectMany(project =>
                Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/") && !file.Contains("/bin/"))
            .Append("src/Samverkan.Runs/Wording/Names.cs").Append("tests/Samverkan.Model.Tests/TestWorlds.cs")
            .Append("tests/Samverkan.Model.Tests/Usings.cs")
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Repository.Root, file)));
        foreach (var block in Block("csharp"))
            sources.Add(NewFile(block), block);
        foreach (var block in Block("diff"))
            Apply(block, sources);
        var grains = sources.Where(source => source.Key.StartsWith("src/Samverkan.Grains/", StringComparison.Ordinal)).ToArray();

        var folder = Directory.CreateTempSubdirectory("samverkan-examples-").FullName;
        try
        {
            string[] xunit = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "xunit.v3.*.dll")];
            var model = Compile(folder, "Samverkan.Model",
                [.. sources.Except(grains), new("Usings.cs", Usings), new("Friends.cs", Friends), new("Reader.cs", Reader)],
                xunit);
            string[] others = [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
                .Where(file => !Path.GetFileName(file).StartsWith("Samverkan.Model", StringComparison.Ordinal)
                    && !Path.GetFileName(file).StartsWith("Samverkan.Grains", StringComparison.Ordinal))];
            Compile(folder, "Samverkan.Grains", [.. grains, new("Usings.cs", UsingsOfGrains)], [model, .. others]);
            return new AssemblyLoadContext("worked examples").LoadFromStream(new MemoryStream(File.ReadAllBytes(model)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>By the compiler of the SDK that these tests were built with.</summary>
    /// <returns>The assembly.</returns>
    private static string Compile(string above, string name, IEnumerable<KeyValuePair<string, string>> sources,
        string[] references)
    {
        var folder = Directory.CreateDirectory(Path.Combine(above, name)).FullName;
        foreach (var (file, text) in sources)
            File.WriteAllText(Path.Combine(folder, file.Replace('/', '+')), text);
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var dotnet = Path.GetFullPath(Path.Combine(runtime, "../../.."));
        var compiler = Directory.EnumerateDirectories(Path.Combine(dotnet, "sdk"), "10.*").Order(StringComparer.Ordinal)
            .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore", "csc.dll")).Last(File.Exists);
        var ofRuntime = Directory.EnumerateFiles(runtime, "System*.dll")
            .Where(file => !file.Contains("Native", StringComparison.Ordinal)
                && !references.Any(other => Path.GetFileName(other) == Path.GetFileName(file)));
        File.WriteAllLines(Path.Combine(folder, "arguments"),
        [
            "-nologo", "-target:library", "-optimize", "-unsafe", "-nullable:annotations", "-langversion:latest", "-nostdlib",
            "-warn:0", $"-out:{name}.dll",
            .. ofRuntime.Append(Path.Combine(runtime, "netstandard.dll"))
            .Append(Path.Combine(runtime, "Microsoft.Win32.Primitives.dll")).Concat(references)
            .Select(file => $"-reference:\"{file}\""), "*.cs",
        ]);
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(dotnet, "dotnet"),
                ["exec", compiler, "@arguments"])
        { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, said[..Math.Min(said.Length, 3_000)]);
        return Path.Combine(folder, $"{name}.dll");
    }

    /// <summary>Each part between '@@' takes the place of what it shows of the file, which must be there once.</summary>
    private static void Apply(string block, Dictionary<string, string> sources)
    {
        var lines = block.TrimEnd().Split('\n');
        var file = lines[0]["--- ".Length..];
        foreach (var hunk in string.Join('\n', lines.Skip(1)).Split("\n@@\n"))
        {
            var before = Lines(hunk, '+');
            var at = sources[file].IndexOf(before, StringComparison.Ordinal);
            Assert.True(at >= 0 && sources[file].IndexOf(before, at + 1, StringComparison.Ordinal) < 0,
                $"{file} does not have this once:\n{before}");
            sources[file] = sources[file].Replace(before, Lines(hunk, '-'), StringComparison.Ordinal);
        }
    }

    /// <summary>The lines of a hunk but for those with a mark, without their first column.</summary>
    private static string Lines(string hunk, char mark) =>
        string.Join('\n', hunk.Split('\n').Where(line => line.Length == 0 || line[0] != mark)
            .Select(line => line.Length == 0 ? line : line[1..]));

    private static string NewFile(string block) => block.Split('\n')[0]["// ".Length..];

    private static IEnumerable<string> Block(string language) =>
        Blocks().Matches(Text).Where(m => m.Groups[1].Value == language).Select(m => m.Groups[2].Value);

    [GeneratedRegex("^```([a-z]+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(?:src|tests)/[A-Za-z.]+(?:/[A-Za-z.]+)*\.cs")]
    private static partial Regex Named();
}
