using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What <c>deploy/</c> holds, as far as it can be tried without containers.</summary>
public sealed class DeployTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void What_the_Dockerfile_copies_is_enough_to_build_a_program_that_runs_in_its_last_image()
    {
        var steps = Steps(File.ReadAllLines(Scenarios.At("deploy/Dockerfile")));
        var (source, app) = (place["source"], place["app"]);
        Directory.CreateDirectory(source);
        // What is not sent to the builder cannot be copied.
        var sent = File.ReadAllLines(Scenarios.At(".dockerignore")).Where(line => line is ['!', ..]).Select(line => line[1..])
            .ToHashSet();
        foreach (var copy in steps.Where(step => step.Word == "COPY"
            && !step.Said.StartsWith("--from", StringComparison.Ordinal)))
        {
            var parts = copy.Said.Split(' ');
            foreach (var part in parts[..^1])
            {
                Assert.Contains(part, sent);
                // A folder's content, or a file, into a folder or under a name.
                Copy(Scenarios.At(part), Path.GetFullPath(Path.Combine(source, parts[^1],
                    Directory.Exists(Scenarios.At(part)) || !parts[^1].EndsWith('/') ? "." : Path.GetFileName(part))));
            }
        }

        var publish = Assert.Single(steps, step => step.Word == "RUN" && step.Said.StartsWith("dotnet", StringComparison.Ordinal))
            .Said
            .Replace("/app", app, StringComparison.Ordinal).Replace("$COMMIT", "0123456789abcdef", StringComparison.Ordinal)
            .Split(' ');
        Do(publish[0], publish[1..], source);
        var output =
            Do("dotnet", [Path.Combine(app, "samverkan.dll"), "run", "baseline", "--until", "1995-02", "--grains", "none",
                "--out", place["out"]], app);

        Assert.Contains("Result hash", output, StringComparison.Ordinal);
        Assert.EndsWith("+0123456789abcdef", Do("dotnet", [Path.Combine(app, "samverkan.dll"), "--version"], app).Trim(),
            StringComparison.Ordinal);
        var bill = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "samverkan.cdx.json"))).RootElement;
        var shipped = bill.GetProperty("metadata").GetProperty("component");
        Assert.Equal(("samverkan", Do("dotnet", [Path.Combine(app, "samverkan.dll"), "--version"], app).Trim()),
            (shipped.GetProperty("name").GetString(), shipped.GetProperty("version").GetString()));
        Assert.Contains(bill.GetProperty("components").EnumerateArray(),
            part => part.GetProperty("name").GetString() == "YamlDotNet");
        var needs = JsonDocument.Parse(File.ReadAllText(Path.Combine(app, "samverkan.runtimeconfig.json")))
            .RootElement.GetProperty("runtimeOptions");
        var image = needs.TryGetProperty("frameworks", out var all)
            && all.EnumerateArray().Any(one => one.GetProperty("name").GetString() == "Microsoft.AspNetCore.App") ? "aspnet"
            : "runtime";
        Assert.Contains($"/{image}:", steps.Last(step => step.Word == "FROM").Said, StringComparison.Ordinal);
    }

    /// <summary>The steps themselves are performed by <c>tests/server-day</c>, which takes minutes and needs root.</summary>
    [Fact]
    public void The_server_s_fifteen_steps_have_commands_that_there_are_and_the_script_performs_each()
    {
        var page = File.ReadAllText(Scenarios.At("docs/tutorials/server.md"));
        var script = File.ReadAllText(Scenarios.At("tests/server-day"));
        var steps = page.Split("\n**").Skip(1).ToArray();
        Assert.Equal(Enumerable.Range(1, 15), steps.Select(step => int.Parse(step.Split(' ')[0], CultureInfo.InvariantCulture)));
        var root = CommandLine.Root(InProcessRun.Start);
        foreach (var (number, step) in steps.Index())
        {
            var commands = step.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal))
                .Select(line => line.Trim()).ToArray();
            Assert.NotEmpty(commands);
            Assert.Contains($"perform {number + 1}", script, StringComparison.Ordinal);
            foreach (var command in commands.Select(OfSamverkan).OfType<string>())
                Assert.True(root.Parse(command).Errors.Count == 0,
                    $"{command}: {string.Join(' ', root.Parse(command).Errors.Select(error => error.Message))}");
        }
    }

    // What a line asks the program for.
    private static string? OfSamverkan(string line)
    {
        var at = line.IndexOf("samverkan ", StringComparison.Ordinal);
        var isCommand = at == 0 || at > 0
            && (line[..at].EndsWith("&& ", StringComparison.Ordinal) || line[..at].EndsWith("-- ", StringComparison.Ordinal));
        return isCommand ? line[(at + "samverkan ".Length)..].Split(" > ")[0] : null;
    }

    private static List<(string Word, string Said)> Steps(string[] lines) =>
        [.. lines.Where(line => line != "" && line[0] != '#').Select(line => line.Split(' ', 2))
            .Select(words => (words[0], words[1]))];

    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
            return;
        }
        foreach (var file in new DirectoryInfo(from).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            var inside = Path.GetRelativePath(from, file.FullName);
            if (inside.Split('/').Any(part => part is "bin" or "obj"))
                continue;
            var target = Path.Combine(to, inside);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            file.CopyTo(target);
        }
    }

    private static string Do(string program, string[] arguments, string folder)
    {
        using var process =
            Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true
            })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + errors.GetAwaiter().GetResult());
        return output;
    }
}
