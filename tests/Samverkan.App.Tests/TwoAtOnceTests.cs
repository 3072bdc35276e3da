using System.Diagnostics;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Two programs and one folder, as processes.</summary>
public sealed class TwoAtOnceTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder place = new();

    public TwoAtOnceTests()
    {
        File.WriteAllText(place["study.yaml"],
            "id: s\ntitle: T\nquestion: Q?\nscenarios: [baseline]\nreplications: 100000\noutcomes: [cooperation.trust]\n");
        File.WriteAllText(place["small.yaml"],
            "id: small\ntitle: T\nquestion: Q?\nscenarios: [baseline]\nreplications: 1\noutcomes: [cooperation.trust]\n");
    }

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("study", "run", "small.yaml", "--out", "OUT")]
    [InlineData("study", "run", "small.yaml", "--force", "--out", "OUT")]
    [InlineData("study", "resume", "OUT")]
    [InlineData("study", "answer", "OUT")]
    [InlineData("person", "OUT")]
    [InlineData("run", "baseline", "--force", "--until", "1996-12", "--out", "OUT")]
    [InlineData("compare", "baseline", "null-change", "--replications", "2", "--force", "--out", "OUT")]
    public void Nobody_writes_where_a_study_is_being_run_not_even_by_force(params string[] second)
    {
        using var first = Start(false, [], "study", "run", place["study.yaml"], "--out", place["result"]);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(place["result"], "journal.bin")), Patience));

        var (code, errors) = Run(false, [],
                [.. second.Select(word => word == "OUT" ? place["result"] : word.EndsWith(".yaml", StringComparison.Ordinal)
                    ? place[word] : word)]);

        Assert.Equal(2, code);
        Assert.Contains($"is being written by another program: process {first.Id} of ", errors);
        Assert.False(first.HasExited);
        End(first);
        Assert.True(File.Exists(Path.Combine(place["result"], "journal.bin")));
    }

    /// <summary>Containers that share a disk: each has a process of number 1, or of the same small number.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_program_in_another_namespace_of_process_numbers_is_refused_with_locks_and_without(bool hasLocks)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/bin/unshare"),
            "Namespaces are made by root alone.");
        Dictionary<string, string> disk = hasLocks ? [] : new() { ["DOTNET_SYSTEM_IO_DISABLEFILELOCKING"] = "1" };
        using var first = Start(true, disk, "study", "run", place["study.yaml"], "--out", place["result"]);
        Assert.True(SpinWait.SpinUntil(() => File.Exists(Path.Combine(place["result"], "journal.bin")), Patience));
        var number = File.ReadAllLines(Path.Combine(place["result"], ".samverkan.writer"))[3].Split(' ')[1];

        var (code, errors) = Run(true, disk, "study", "run", place["small.yaml"], "--force", "--out", place["result"]);

        Assert.Equal(2, code);
        Assert.Contains($"process {number} of ", errors);
        Assert.NotEqual(number, first.Id.ToString());
        Assert.False(first.HasExited);
        End(first);
    }

    [Fact]
    public void After_a_kill_the_next_one_names_what_was_left_and_takes_the_folder()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        using var first = Start(false, [], "compare", Scenarios.Named("baseline"), Scenarios.Named("null-change"),
            "--replications", "100000", "--out", place["result"]);
        Assert.True(SpinWait.SpinUntil(() => Directory.Exists(place["result"])
            && Directory.EnumerateDirectories(place["result"], ".samverkan.unfinished-*").Any(), Patience));
        End(first);

        var (code, errors) = Run(false, [], "run", Scenarios.Named("baseline"), "--until", "1996-12", "--out", place["result"]);

        Assert.True(code == 0, errors);
        Assert.Contains($"was left by a program that ended before it was done (process {first.Id} of ", errors);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(place["result"]).Select(Path.GetFileName),
            name => name![0] == '.');
    }

    [Fact]
    public void The_folder_one_works_in_may_be_the_result()
    {
        Directory.CreateDirectory(place["here"]);

        var (code, errors) =
            RunIn(place["here"], false, [], "run", Scenarios.Named("baseline"), "--until", "1996-12", "--out", ".");

        Assert.True(code == 0, errors);
        Assert.True(File.Exists(Path.Combine(place["here"], "manifest.json")));
    }

    private static (int Code, string Errors) Run(bool apart, Dictionary<string, string> more, params string[] args) =>
        RunIn(Environment.CurrentDirectory, apart, more, args);

    private static (int Code, string Errors) RunIn(string folder, bool apart, Dictionary<string, string> more,
        params string[] args)
    {
        using var process = StartIn(folder, apart, more, args);
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience));
        return (process.ExitCode, errors.Result);
    }

    private static Process Start(bool apart, Dictionary<string, string> more, params string[] args) =>
        StartIn(Environment.CurrentDirectory, apart, more, args);

    private static Process StartIn(string folder, bool apart, Dictionary<string, string> more, string[] args)
    {
        string[] program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "samverkan.dll"), .. args];
        string[] line = apart ? ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc", .. program] : program;
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder
        };
        foreach (var (name, value) in more)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>Without any notice.</summary>
    private static void End(Process process)
    {
        process.Kill(entireProcessTree: true);
        Assert.True(process.WaitForExit(Patience));
    }
}
