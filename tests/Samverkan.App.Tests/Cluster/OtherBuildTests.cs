using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Live;
using Samverkan.Runs.Execution;
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
                using var made = Begin(before, redis, "run", Scenarios.Named("baseline"), "--until", "1997-02", "--grains", "municipality", "--out", place[run]);
                await made.WaitForExitAsync(Stop);
                Assert.Equal(0, made.ExitCode);
            }
            silo.Kill();
            await silo.WaitForExitAsync(Stop);
        }

        await using var now = await Joined(redis);
        Assert.Equal(0, Run(redis, "run", Scenarios.Named("baseline"), "--until", "1995-02", "--out", place["2003-new"]).Code);
        var listed = Run(redis, "runs", "--json").Output;
        Assert.Equal(["run", "old"], JsonDocument.Parse(listed).RootElement.GetProperty("ofOtherBuilds").EnumerateArray().Select(run => run.GetString()));
        Assert.Contains("another build of the program", Run(redis, "attach", "old").Errors, StringComparison.Ordinal);

        var held = await Kept(redis, "old");
        Assert.True(held > 3);
        Assert.Equal(0, Run(redis, "forget", "run").Code);
        Assert.Equal(held, await Kept(redis, "old"));
        Assert.Contains("of run old", Run(redis, "forget", "--of-other-builds").Output, StringComparison.Ordinal);

        Assert.Equal((0, 0), (await Kept(redis, "old"), await Kept(redis, "run")));
        await using var runs = await LiveRuns.Connect(redis.Address, Stop);
        Assert.Equal("2003-new", Assert.Single(await runs.List()).Id);
        // The name is free again.
        Assert.Equal(0, Run(redis, "run", Scenarios.Named("baseline"), "--until", "1995-02", "--out", place["old"], "--force").Code);
    }

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
            if (entry.Name == grains || entry.Name.StartsWith("samverkan.", StringComparison.Ordinal)) File.Copy(entry.FullName, Path.Combine(folder, entry.Name));
            else if (entry is DirectoryInfo) Directory.CreateSymbolicLink(Path.Combine(folder, entry.Name), entry.FullName);
            else File.CreateSymbolicLink(Path.Combine(folder, entry.Name), entry.FullName);
        var bytes = File.ReadAllBytes(Path.Combine(folder, grains));
        bytes[bytes.AsSpan().IndexOf(typeof(ClusterSilo).Module.ModuleVersionId.ToByteArray())] ^= 1;
        File.WriteAllBytes(Path.Combine(folder, grains), bytes);
        return Path.Combine(folder, "samverkan.dll");
    }

    private static Process Begin(string program, LocalRedis redis, params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [program, .. arguments, "--cluster", redis.Address.ToString()]) { RedirectStandardOutput = true })!;

    private static (int Code, string Output, string Errors) Run(LocalRedis redis, params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run([.. arguments, "--cluster", redis.Address.ToString()], output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
