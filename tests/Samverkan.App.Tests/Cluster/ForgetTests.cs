using System.Net;
using System.Text.Json;
using Samverkan.App.Verifying;
using Samverkan.Grains.Clusters;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary><c>forget</c> takes runs by name, all that have ended, or those that ended long ago.</summary>
public sealed class ForgetTests : IAsyncLifetime
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
    public void Many_are_forgotten_at_once_and_none_if_one_of_them_is_not_there()
    {
        foreach (var run in new[] { "one", "two", "three", "four" })
            Assert.Equal(0, Run("run", Scenarios.Named("baseline"), "--until", "1995-02", "--out", place[run]).Code);

        var wrong = Run("forget", "one", "tow");
        Assert.Equal(2, wrong.Code);
        Assert.Contains("There is no run 'tow'. Did you mean 'two'?", wrong.Errors, StringComparison.Ordinal);
        Assert.Equal(["one", "two", "three", "four"], Known());

        Assert.Equal(0, Run("forget", "one", "three", "one").Code);
        Assert.Equal(["two", "four"], Known());

        Assert.Contains("There is no such run.", Run("forget", "--older-than", "1").Output, StringComparison.Ordinal);
        Assert.Equal(["two", "four"], Known());

        Assert.Equal(0, Run("forget", "--ended").Code);
        Assert.Empty(Known());
        Assert.Contains("Name the runs", Run("forget").Errors, StringComparison.Ordinal);
    }

    private string?[] Known() =>
        [.. JsonDocument.Parse(Run("runs", "--json").Output).RootElement.GetProperty("runs").EnumerateArray()
            .Select(run => run.GetProperty("id").GetString())];

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run([.. arguments, "--cluster", redis.Address.ToString()], output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
