using Samverkan.Analysis.Doses;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>A slider goes where a lever is worth turning.</summary>
public sealed class LadderRangeTests
{
    [Theory]
    [InlineData("committee.meetingsPerYear", 1, 24)]
    [InlineData("assertive.posts", 0, 16)]
    [InlineData("housing.firstPlaces", 0, 100)]
    [InlineData("nation.waitingGuarantee", 0, 365)]
    public void A_range_is_what_somebody_would_try(string lever, double min, double max) =>
        Assert.Equal((min, max), Ladder.Worth(Catalogue.Find(lever)!));

    [Fact]
    public void Every_range_lies_in_what_may_be_typed_and_holds_what_is_usual()
    {
        foreach (var lever in Levers.All)
            if (Ladder.Worth(lever) is var (min, max))
                Assert.True(lever.Min <= min && min < max && max <= lever.Max && min <= lever.Default && lever.Default <= max,
                    $"{lever.Id}: {min} to {max} of {lever.Min} to {lever.Max}, usually {lever.Default}");
    }

    [Fact]
    public void An_amount_of_which_there_is_no_usual_one_has_no_range() =>
        Assert.All(Levers.All.Where(lever => lever.Id.StartsWith("funding.frameAdded.", StringComparison.Ordinal)),
            lever => Assert.Null(Ladder.Worth(lever)));
}
