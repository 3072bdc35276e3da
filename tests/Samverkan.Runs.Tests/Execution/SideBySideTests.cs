using Samverkan.Model;
using Samverkan.Runs.Execution;
using Xunit;

namespace Samverkan.Runs.Tests.Execution;

/// <summary>Municipalities that live a month at the same time live it as one after the other.</summary>
public class SideBySideTests
{
    [Fact]
    public async Task A_world_of_many_municipalities_gives_the_bits_of_one_thread()
    {
        var world = Blueprint.Case with
        {
            To = Blueprint.Case.From + 23,
            Counties =
            [
                .. Enumerable.Range(0, 3).Select(c => new CountyOnMap(
                    $"{c:00}", $"County {c}", [.. Enumerable.Range(0, 8)
                        .Select(m => new MunicipalityOnMap($"{c:00}{m:00}", $"Town {c} {m}", 9_000 + 1_000 * m))])),
            ],
        };
        var (alone, sideBySide) = (new Simulation(world, 3, 1), InProcessRun.Start(world, 3, 1, Detail.Headline));
        while (!alone.Finished)
        {
            var (a, b) = (alone.Advance(), await sideBySide.Advance(TestContext.Current.CancellationToken));
            Assert.Equal(a.Hashes, b.Hashes);
            Assert.Equal(a.Observations, b.Observations);
        }
        Assert.True(sideBySide.Finished);
    }
}
