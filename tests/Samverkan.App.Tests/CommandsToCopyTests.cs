using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Samverkan.App.Web;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Every command that an output prints is run as it stands, by a shell, in a folder and with files whose names have
/// blanks.</summary>
public sealed class CommandsToCopyTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly TemporaryFolder place = new();
    private readonly string folder;
    private readonly string called;

    public CommandsToCopyTests()
    {
        folder = Directory.CreateDirectory(place["what we do"]).FullName;
        called = Path.Combine(folder, "samverkan");
        File.WriteAllText(called,
            $"#!/bin/bash\nexec dotnet '{Path.Combine(AppContext.BaseDirectory, "samverkan.dll")}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(called, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void What_init_tells_to_type_is_run_as_it_stands()
    {
        var (code, output) = Shell("./samverkan init 'my cut.yaml'");

        Assert.Equal(0, code);
        Assert.Equal(3, RunAll(output).Count);
    }

    [Fact]
    public void The_commands_of_a_comparison_make_it_again_with_all_that_was_set()
    {
        Assert.Equal(0, Shell("./samverkan init 'my cut.yaml'").Code);
        Assert.Equal(0,
            Shell("./samverkan compare baseline 'my cut.yaml' --replications 2 --seed 3 --set 'committee.meetingsPerYear=5 "
                + "meetings/yr' --since 2004-01 --known --discount '4 %' --rank total.spent --out 'my out'").Code);

        var printed = Json("my out/comparison.json").GetProperty("command").GetString()!;
        Assert.Equal(printed, Listed("my out"));

        var (code, output) = Shell($"{printed} --out again");

        Assert.True(code == 0, $"{printed}\n{output}");
        Assert.Equal(printed, Json("again/comparison.json").GetProperty("command").GetString());
        foreach (var hash in new[] { "inputs", "result" })
            Assert.Equal(Json("my out/manifest.json").GetProperty(hash).GetString(),
                Json("again/manifest.json").GetProperty(hash).GetString());

        File.WriteAllText(Path.Combine(folder, "my out", "comparison.json"), "{");
        Assert.EndsWith("reproduce 'my out' --out 'my out-again'", Store().Find("my out")!.MakeAnew.Replace(folder + "/", ""));
    }

    [Fact]
    public void The_command_of_a_run_makes_it_again_with_all_that_was_set()
    {
        Assert.Equal(0,
            Shell("./samverkan run baseline --seed 3 --replication 2 --until 1999-06 --set 'committee.meetingsPerYear=5 "
                + "meetings/yr' --persons --out 'my run'").Code);

        var (code, output) = Shell($"{Listed("my run")} --out again");

        Assert.True(code == 0, output);
        Assert.Equal(Json("my run/manifest.json").GetProperty("inputs").GetString(),
            Json("again/manifest.json").GetProperty("inputs").GetString());
    }

    [Fact]
    public void An_interrupted_study_tells_how_it_goes_on_and_is_made_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals.");
        File.WriteAllText(Path.Combine(folder, "my study.yaml"),
            "id: s\ntitle: T\nquestion: Q?\nscenarios: [baseline]\nreplications: 100\noutcomes: [cooperation.trust]\n");
        using var process = Start("exec ./samverkan study run 'my study.yaml' --replications 60 --out 'my out'");
        var journal = Path.Combine(folder, "my out", "journal.bin");
        Assert.True(SpinWait.SpinUntil(() => File.Exists(journal) && new FileInfo(journal).Length > 0, Patience));
        Process.Start("kill", ["-TERM", process.Id.ToString()]).WaitForExit();
        var told = process.StandardError.ReadToEnd();
        Assert.True(process.WaitForExit(Patience));
        Assert.SkipWhen(process.ExitCode == 0, "It was done before it was told to stop.");

        var (code, refused) = Shell("./samverkan study run 'my study.yaml' --replications 60 --out 'my out'");
        Assert.Equal(2, code);
        Assert.Equal(3, RunAll(told + refused).Count);
        var command = Json("my out/report.json").GetProperty("command").GetString()!;
        var (done, output) = Shell($"{command} --out again");

        Assert.True(done == 0, output);
        Assert.Equal(Json("my out/manifest.json").GetProperty("result").GetString(),
            Json("again/manifest.json").GetProperty("result").GetString());
    }

    /// <summary>Lines that begin as the program was called.</summary>
    private List<string> RunAll(string output)
    {
        var commands = output.Split('\n').Select(line => line.Trim())
            .Where(line => line.StartsWith("./samverkan ", StringComparison.Ordinal)).ToList();
        foreach (var command in commands)
        {
            var (code, told) = Shell(command);
            Assert.True(code == 0, $"{command}\n{told}");
        }
        return commands;
    }

    private ResultStore Store() => new(new ServeOptions(IPAddress.Loopback, 0, null, folder, folder));

    /// <summary>What the pages and the interface for programs say of a result.</summary>
    private string Listed(string result)
    {
        var entry = Store().Find(result)!;
        return entry.Reproduce.StartsWith("./", StringComparison.Ordinal) ? entry.Reproduce : "./" + entry.Reproduce;
    }

    private JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file))).RootElement;

    private (int Code, string Output) Shell(string line)
    {
        using var process = Start(line);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(Patience));
        return (process.ExitCode, output + errors.Result);
    }

    private Process Start(string line)
    {
        var start = new ProcessStartInfo("bash", ["-c", line])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder
        };
        start.Environment["SAMVERKAN_CALLED"] = "./samverkan";
        return Process.Start(start)!;
    }
}
