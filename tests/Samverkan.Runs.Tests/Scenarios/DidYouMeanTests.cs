using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
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

    [Fact]
    public void A_name_that_leaves_out_whose_it_is_is_found() =>
        Assert.Equal("money.countyDeficit",
            DidYouMean.Closest("money.deficit", [.. IndicatorCatalogue.All.Select(indicator => indicator.Id)]));

    /// <summary>As it has to be typed: with its ending, and however its letters are put together.</summary>
    [Theory]
    [InlineData("Öst2", "Öst.yaml", "O\u0308st2.yaml", "O\u0308st2.yaml")]
    [InlineData("Ost", "Öst.yaml", "Väst.yaml", "Öst.yaml")]
    [InlineData("Öst.yml", "Öst1.yml", "Öst.yaml", "Öst1.yml")]
    public void A_file_that_is_suggested_is_there(string typed, string one, string other, string meant)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place[one], "");
        File.WriteAllText(place[other], "");

        Assert.Equal($" Did you mean '{meant}'?", DidYouMean.Files(place[typed]));
    }
}
