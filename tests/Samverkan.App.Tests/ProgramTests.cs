using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>The program as a process, with the model in it.</summary>
public sealed class ProgramTests : IDisposable
{
    private static readonly TimeSpan RetryPolicy = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void It_tells_its_version() => Assert.Matches(@"^\d+\.\d+\.\d+", Run("--version").Output);

    [Theory]
    [InlineData(null, "samverkan validate")]
    [InlineData("../clone/samverkan", "../clone/samverkan validate")]
    public void What_it_tells_to_type_begins_as_it_was_called_itself(string? called, string expected)
    {
        var start = Starting("init", place["mine.yaml"]);
        start.Environment["SAMVERKAN_CALLED"] = called;
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();

        Assert.Contains($"then:{Environment.NewLine}  {expected}", told);
    }

    [Fact]
    public void Too_little_memory_is_one_sentence_and_an_exit_code()
    {
        var (code, _, errors) = Run(
            new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = "0x4000000" },
            "compare", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"), "--replications", "3", "--out",
            place["result"]);

        Assert.True(code is ExitCode.Done or ExitCode.BadInput, errors);
        Assert.DoesNotContain("   at ", errors);
        Assert.Equal(code == ExitCode.BadInput, errors.Contains("too little memory", StringComparison.Ordinal));
    }

    [Fact]
    public void Variables_of_a_build_service_colour_no_file()
    {
        var (code, output, errors) = Run(
            new[] { "CI", "GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION" }.ToDictionary(name => name, _ => "true"),
            "run", Scenarios.Named("baseline"), "--until", "1995-12", "--out", place["result"]);

        Assert.True(code == 0, errors);
        Assert.DoesNotContain('\e', output + errors);
    }

    /// <summary>On a terminal, .NET begins with a sequence of its own, before the program says a word.</summary>
    [Theory]
    [InlineData("1", false)]
    [InlineData("", true)]
    public void Without_colours_a_terminal_gets_no_escape_sequence(string noColor, bool isAny)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "There is no program here that gives a terminal.");
        var start = new ProcessStartInfo("/usr/bin/script",
            ["-qec", $"dotnet '{Path.Combine(AppContext.BaseDirectory, "samverkan.dll")}' list", "/dev/null"])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };
        (start.Environment["NO_COLOR"], start.Environment["TERM"]) = (noColor, "xterm-256color");
        using var process = Process.Start(start)!;
        process.StandardInput.Close();

        var told = process.StandardOutput.ReadToEnd();

        Assert.Contains("baseline", told);
        Assert.Equal(isAny, told.Contains('\e'));
    }

    [Fact]
    public void A_table_reads_no_markup_in_a_name()
    {
        var (code, output, errors) = Run("query", "select 1 as \"[bold]x[/]\", '[red' as y", Made());

        Assert.True(code == 0, errors);
        Assert.Contains("[bold]x[/]", output);

        string Made()
        {
            var (made, _, told) = Run("run", Scenarios.Named("baseline"), "--until", "1995-12", "--out", place["run"]);
            Assert.True(made == 0, told);
            return place["run"];
        }
    }

    [Fact]
    public void A_comparison_puts_one_object_on_stdout_and_everything_else_on_stderr()
    {
        var (code, output, errors) = Run(
            "compare", Scenarios.Named("baseline"), Scenarios.Named("null-change"), "--replications", "2", "--out",
            place["result"], "--json");

        Assert.Equal(0, code);
        Assert.Equal("done", JsonDocument.Parse(output).RootElement.GetProperty("status").GetString());
        Assert.Contains("Does a comparison show a difference where there is none?", errors);
    }

    [Fact]
    public void Runs_with_the_same_seed_are_equal_in_different_processes()
    {
        string Hash(string folder, string seed)
        {
            var (code, output, errors) = Run("run", Scenarios.Named("baseline"), "--until", "1999-12", "--seed", seed, "--out",
                place[folder], "--json");
            Assert.True(code == 0, errors);
            return JsonDocument.Parse(output).RootElement.GetProperty("resultHash").GetString()!;
        }

        Assert.Equal(Hash("first", "1"), Hash("second", "1"));
        Assert.NotEqual(Hash("first", "1"), Hash("third", "2"));
    }

    [Fact]
    public void Patterns_are_judged_beside_their_ranges_and_written_as_a_page()
    {
        var (code, output, errors) = Run(
            "patterns", "--only", "1", "--replications", "2", "--scenarios", Path.GetDirectoryName(Scenarios.Named("baseline"))!,
            "--out", place["patterns.md"]);

        Assert.True(code == 0, errors);
        Assert.Contains("needs per person in service, 1997-2015", output);
        Assert.Matches(@"\| needs per person in service, 1997-2015 \| \d\.\d\d \| 4\.00 to 10\.00",
            File.ReadAllText(place["patterns.md"]));
        Assert.Equal(["patterns.md"], place.Names);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void An_interrupted_comparison_leaves_nothing_half_written(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        Assert.SkipWhen(signal == "INT" && IgnoresInterrupts(), "A shell in the background makes its children ignore Ctrl-C.");
        using var process = Start("compare", Scenarios.Named("baseline"), Scenarios.Named("funding-cut"), "--replications",
            "100000", "--out", place["result"]);
        // The draft beside the result shows that the runs have begun.
        Assert.True(SpinWait.SpinUntil(() => place.Names.Any(), RetryPolicy));
        Thread.Sleep(300);
        Assert.False(process.HasExited);

        Process.Start("kill", ["-" + signal, process.Id.ToString()]).WaitForExit();

        Assert.True(process.WaitForExit(RetryPolicy));
        Assert.Equal(130, process.ExitCode);
        Assert.Empty(place.Names);
    }

    [Fact]
    public void A_study_that_is_killed_goes_on_and_ends_with_the_same_bytes()
    {
        File.WriteAllText(place["study.yaml"],
            "id: s\ntitle: T\nquestion: Q?\nscenarios: [baseline, funding-cut]\nreplications: 12\noutcomes: [cooperation.trust]\n");
        Assert.Equal(0, Run("study", "run", place["study.yaml"], "--out", place["whole"]).Code);
        using var process = Start("study", "run", place["study.yaml"], "--out", place["broken"]);
        var journal = Path.Combine(place["broken"], "journal.bin");
        var whole = new FileInfo(Path.Combine(place["whole"], "journal.bin")).Length;
        Assert.True(SpinWait.SpinUntil(() => File.Exists(journal) && new FileInfo(journal).Length > whole / 4, RetryPolicy));

        // Without any notice: kill -9.
        process.Kill();
        Assert.True(process.WaitForExit(RetryPolicy));
        Assert.Contains("\"status\": \"unfinished\"", File.ReadAllText(Path.Combine(place["broken"], "manifest.json")));
        var (code, _, errors) = Run("study", "resume", place["broken"]);

        Assert.True(code == 0, errors);
        Assert.Contains("resuming: ", errors);
        Assert.Equal(Bytes("whole"), Bytes("broken"));
    }

    private Dictionary<string, string> Bytes(string folder) =>
        Directory.EnumerateFiles(place[folder], "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(place[folder], file),
            file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    /// <summary>Bit 2 of the mask of ignored signals is Ctrl-C; children inherit it.</summary>
    private static bool IgnoresInterrupts() =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is var line
        && (Convert.ToUInt64(line["SigIgn:".Length..].Trim(), 16) & 2) != 0;

    private static (int Code, string Output, string Errors) Run(params string[] args) =>
        Run(new Dictionary<string, string>(), args);

    private static (int Code, string Output, string Errors) Run(IReadOnlyDictionary<string, string> environment,
        params string[] args)
    {
        var start = Starting(args);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(RetryPolicy));
        return (process.ExitCode, output, errors.Result);
    }

    private static Process Start(params string[] args) => Process.Start(Starting(args))!;

    private static ProcessStartInfo Starting(params string[] args) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, "samverkan.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        };
}
