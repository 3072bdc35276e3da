using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("committee.meetings", "committee.meetingsPerYear")]
    [InlineData("committee.meetngsPerYear", "committee.meetingsPerYear")]
    [InlineData("population.refrence", "population.reference")]
    public void A_name_that_stops_early_or_has_a_slip_is_found(string typed, string meant) =>
        Assert.Equal(meant, DidYouMean.Closest(typed, [.. Catalogue.All.Select(parameter => parameter.Id)]));
}
