using Samverkan.App.Verifying;
using Samverkan.Grains;
using Samverkan.Grains.Clusters;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.App.Tests.Cluster;

/// <summary>Real processes, a real Redis and a real kill: the same bits. Needs redis-server, which <c>./test</c>
/// installs.</summary>
public sealed class VerifyTests
{
    [Fact]
    public async Task Two_silos_of_which_one_is_killed_give_the_hashes_of_the_run_in_process()
    {
        Assert.True(LocalRedis.IsInstalled, "No redis-server is installed.");
        var blueprint = ScenarioReader.Read(Repository("scenarios/history.yaml")).Blueprint with { To = Month.Of(1999, 12) };
        var rows = new List<Verified>();
        var verification = new Verification(
            new Job(0, 0, blueprint, 1, 1, Detail.Headline), Granularity.Team, Month.Of(1998, 6), rows.Add,
            TestContext.Current.CancellationToken);

        await verification.InProcess();
        await verification.OnSilos(2);

        Assert.Equal(["in process", "2 silos", "2 silos, one killed in 1998-06"], rows.Select(row => row.How));
        Assert.All(rows, row => Assert.Null(row.Differs));
        Assert.True(verification.AllEqual);
        Assert.True(rows[^1].Attempts > 1);
    }

    [Fact]
    public async Task A_cluster_that_is_not_there_is_told_in_one_sentence()
    {
        var address = ClusterAddress.Parse($"redis://127.0.0.1:{LocalRedis.FreePort()}");

        var error = await Assert.ThrowsAsync<ClusterUnavailable>(address.Check);

        Assert.StartsWith("No Redis answers at", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1:6379")]
    [InlineData("http://127.0.0.1")]
    [InlineData("redis://")]
    public void What_is_no_address_of_a_cluster_is_refused(string text) =>
        Assert.Throws<ClusterUnavailable>(() => ClusterAddress.Parse(text));

    [Fact]
    public void A_password_is_never_shown() =>
        Assert.DoesNotContain("secret", ClusterAddress.Parse("redis://:secret@127.0.0.1:6379/mine").ToString(),
            StringComparison.Ordinal);

    private static string Repository(string path)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Simulation.sln")))
            folder = Path.GetDirectoryName(folder)!;
        return Path.Combine(folder, path);
    }
}
