using System.Net;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>Runs of a cluster that are steered from the command line.</summary>
public sealed class SteeringCommandsTests : IAsyncLifetime
{
    private readonly TemporaryFolder place = new();
    private LocalRedis redis = null!;
    private ClusterSilo silo = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        redis = await LocalRedis.Start(Stop);
        silo = await ClusterSilo.Join(new(redis.Address, "test", IPAddress.Loopback), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await silo.DisposeAsync();
        redis.Dispose();
        place.Dispose();
    }

    [Fact]
    public async Task A_paced_run_can_be_changed_and_says_how_to_have_the_changed_one_again()
    {
        var started = Task.Run(() =>
            Run("run", Scenarios.Named("baseline"), "--until", "1996-06", "--pace", "2", "--out", place["paced"]), Stop);
        while (Run("pause", "paced").Code != 0)
            await Task.Delay(50, Stop);

        var wrong = Run("intervene", "paced", "--lever", "committee.meetingsPerYar", "--set", "12", "--scope", "conty=01",
            "--over", "some time");
        Assert.Equal(2, wrong.Code);
        Assert.Equal(["--lever", "--scope", "--over"],
            wrong.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));

        Assert.Equal(0, Run("intervene", "paced", "--lever", "committee.meetingsPerYear", "--set", "12 meetings/yr").Code);
        Run("pace", "paced", "full");
        Run("resume", "paced");
        Assert.Equal(0, (await started).Code);
        Assert.Contains("out/paced/scenario.yaml --seed 1 --replication 1",
            string.Concat(Run("runs", "--json").Output.Split('\n')), StringComparison.Ordinal);

        var ended = Run("intervene", "paced", "--lever", "committee.meetingsPerYear", "--set", "6 meetings/yr");
        Assert.Equal(2, ended.Code);
        Assert.Contains("fork paced --at 1996-06", ended.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "0.001 to")]
    [InlineData("-3", "0.001 to")]
    [InlineData("0.0000001", "0.001 to")]
    [InlineData("Infinity", "0.001 to")]
    [InlineData("fast", "fast")]
    public void A_pace_that_is_none_is_refused(string pace, string said)
    {
        var (code, _, errors) = Run("run", Scenarios.Named("baseline"), $"--pace={pace}", "--out", place["never"]);

        Assert.Equal(2, code);
        Assert.Contains(said, errors, StringComparison.Ordinal);
        Assert.Empty(place.Names);
    }

    [Fact]
    public void A_pace_without_grains_is_refused() =>
        Assert.Contains("--pace needs grains", Run("run", Scenarios.Named("baseline"), "--pace", "3", "--grains", "none", "--out",
            place["never"]).Errors, StringComparison.Ordinal);

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run([.. arguments, "--cluster", redis.Address.ToString()], output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
