using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Live;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests.Results;
using StackExchange.Redis;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>After an upgrade, Redis holds runs of the build before: they are listed and can be forgotten.</summary>
public sealed class OtherBuildTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Runs_of_the_build_before_are_listed_and_forgotten_and_nothing_else_is()
    {
        using var redis = await LocalRedis.Start(Stop);
        var before = AnotherBuild();
        using (var silo = Begin(before, redis, "silo", "--name", "before"))
        {
            Assert.Contains("is in the cluster", await silo.StandardOutput.ReadLineAsync(Stop), StringComparison.Ordinal);
            // One has the name under which records are kept, as a trap.
            foreach (var run in new[] { "run", "old" })
            {
                using var made = Begin(before, redis, "run", Scenarios.Named("baseline"), "--until", "1997-02", "--grains",
                    "municipality", "--out", place[run]);
                await made.WaitForExitAsync(Stop);
                Assert.Equal(0, made.ExitCode);
            }
            // One that was not done when the build was put away.
            using var half = Begin(before, redis, "run", Scenarios.Named("baseline"), "--pace", "1", "--grains", "municipality",
                "--out", place["half"]);
            while (await Kept(redis, "half") == 0) await Task.Delay(100, Stop);
            half.Kill();
            silo.Kill();
            await silo.WaitForExitAsync(Stop);
        }

        await using var now = await Joined(redis);
        Assert.Equal(0, Run(redis, "run", Scenarios.Named("baseline"), "--until", "1995-02", "--out", place["2003-new"]).Code);
        var listed = Run(redis, "runs", "--json").Output;
        Assert.Equal(["run", "old", "half"], Ids(listed, "ofOtherBuilds"));
        Assert.Equal(["run", "old"], Ids(listed, "ofOtherBuildsDone"));
        Assert.Contains("It is not done", Run(redis, "attach", "half").Errors, StringComparison.Ordinal);
        // What is done is had as the build of before wrote it, by whom it names.
        Assert.Equal(0, Run(redis, "attach", "old", "--out", place["attached"]).Code);
        foreach (var file in new[] { "series.parquet", "data-dictionary.md",
            $"minutes/baseline/{Path.GetFileName(Directory.GetFiles(place["old/minutes/baseline"])[0])}" })
            Assert.Equal(File.ReadAllBytes(place[$"old/{file}"]), File.ReadAllBytes(place[$"attached/{file}"]));
        var (was, had) = (Manifest.Read(place["old/manifest.json"])!, Manifest.Read(place["attached/manifest.json"])!);
        Assert.Equal((was.Version, was.Result, was.Inputs, was.Seed), (had.Version, had.Result, had.Inputs, had.Seed));
        Directory.CreateDirectory(place["mine"]);
        File.WriteAllText(place["mine/thesis.txt"], "Not to be lost.");
        Assert.Equal(2, Run(redis, "attach", "run", "--out", place["mine"]).Code);
        Assert.Equal("thesis.txt", Path.GetFileName(Assert.Single(Directory.GetFileSystemEntries(place["mine"]))));

        var held = await Kept(redis, "old");
        Assert.True(held > 3);
        Assert.Equal(0, Run(redis, "forget", "run").Code);
        Assert.Equal(held, await Kept(redis, "old"));
        Assert.Contains("of run old", Run(redis, "forget", "--of-other-builds").Output, StringComparison.Ordinal);

        Assert.Equal((0, 0), (await Kept(redis, "old"), await Kept(redis, "run")));
        await using var runs = await LiveRuns.Connect(redis.Address, Stop);
        Assert.Equal("2003-new", Assert.Single(await runs.List()).Id);
        // The name is free again.
        Assert.Equal(0,
            Run(redis, "run", Scenarios.Named("baseline"), "--until", "1995-02", "--out", place["old"], "--force").Code);
    }

    private static IEnumerable<string?> Ids(string listed, string property) =>
        JsonDocument.Parse(listed).RootElement.GetProperty(property).EnumerateArray().Select(run => run.GetString());

    // The cluster is taken for one of the build before until its last sign is over.
    private static async Task<ClusterSilo> Joined(LocalRedis redis)
    {
        for (; ; await Task.Delay(500, Stop))
            try
            {
                return await ClusterSilo.Join(new(redis.Address, "now", IPAddress.Loopback), Stop);
            }
            catch (ClusterUnavailable)
            {
                Stop.ThrowIfCancellationRequested();
            }
    }

    /// <returns>How many entries Redis holds of a run.</returns>
    private static async Task<int> Kept(LocalRedis redis, string run)
    {
        await using var admin = await ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{redis.Address.Port}");
        var server = admin.GetServers()[0];
        return server.Keys(pattern: $"*/vault/{run}/*/*/*").Count() + server.Keys(pattern: $"*/vault/run/{run}/*").Count();
    }

    /// <summary>The program with another mark of its build: a copy of what names it, and links to the rest.</summary>
    private string AnotherBuild()
    {
        var folder = Directory.CreateDirectory(place["before"]).FullName;
        var grains = Path.GetFileName(typeof(ClusterSilo).Assembly.Location);
        foreach (var entry in new DirectoryInfo(AppContext.BaseDirectory).EnumerateFileSystemInfos())
            // The host follows a link to the program itself, and would find the build of now beside it.
            if (entry.Name == grains || entry.Name.StartsWith("samverkan.", StringComparison.Ordinal))
                File.Copy(entry.FullName, Path.Combine(folder, entry.Name));
            else if (entry is DirectoryInfo) Directory.CreateSymbolicLink(Path.Combine(folder, entry.Name), entry.FullName);
            else File.CreateSymbolicLink(Path.Combine(folder, entry.Name), entry.FullName);
        var bytes = File.ReadAllBytes(Path.Combine(folder, grains));
        bytes[bytes.AsSpan().IndexOf(typeof(ClusterSilo).Module.ModuleVersionId.ToByteArray())] ^= 1;
        File.WriteAllBytes(Path.Combine(folder, grains), bytes);
        return Path.Combine(folder, "samverkan.dll");
    }

    private static Process Begin(string program, LocalRedis redis, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet",
            [program, .. arguments, "--cluster", redis.Address.ToString()])
        { RedirectStandardOutput = true })!;

    private static (int Code, string Output, string Errors) Run(LocalRedis redis, params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run([.. arguments, "--cluster", redis.Address.ToString()], output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
