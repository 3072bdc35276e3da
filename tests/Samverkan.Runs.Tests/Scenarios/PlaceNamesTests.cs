using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>Places of Sweden by what people call them, and their inhabitants.</summary>
public sealed class PlaceNamesTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("Norrköping", "0581")]
    [InlineData("Norrköpings kommun", "0581")]
    [InlineData("norrkoping", "0581")]
    [InlineData(" 581 ", "0581")]
    [InlineData("114", "0114")]
    [InlineData("Borås stad", "1490")]
    [InlineData("Alingsås kommun", "1489")]
    [InlineData("Malung Sälen", "2023")]
    [InlineData("Habo", "0643")]
    [InlineData("Håbo", "0305")]
    [InlineData("Habo kommun", "0643")]
    public void AMunicipalityIsFound(string written, string code) => Assert.Equal(code, Municipalities.Find(written).Code);

    [Theory]
    [InlineData("Norrkopping")]
    [InlineData("Norköpings kommun")]
    public void AMisspeltOneIsSuggested(string written)
    {
        var error = Assert.Throws<ScenarioErrors>(() => Municipalities.Find(written));
        Assert.Contains("Did you mean 'Norrköping'?", error.Findings[0].Message);
    }

    [Theory]
    [InlineData("Uppsala", 1)]
    [InlineData("Uppsala kommun", 1)]
    [InlineData("Uppsala län", 8)]
    [InlineData("Region Uppsala", 8)]
    [InlineData("03", 8)]
    [InlineData("Östergötlands län", 13)]
    public void ACountyAndItsNamesakeAreToldApart(string written, int municipalities) =>
        Assert.Equal(municipalities, Read(1995, written).Counties.Sum(county => county.Municipalities.Length));

    [Fact]
    public void AWorldTakesTheYearThatItLivesIn()
    {
        Assert.Equal(123_795, Read(1995, "Norrköping").Counties[0].Municipalities[0].Population);
        Assert.Equal(130_050, Read(2011, "Norrköping").Counties[0].Municipalities[0].Population);
        Assert.True(Read(2003, "Norrköping").Counties[0].Municipalities[0].Population is > 122_000 and < 125_000);
    }

    private Blueprint Read(int year, string only)
    {
        File.WriteAllText(place["place.yaml"], $$"""
            id: place
            extends: baseline
            title: A place
            question: What of it?
            horizon: { from: {{year}}-01, to: {{year + 2}}-12 }
            world: { table: sweden, only: ["{{only}}"] }
            expect: [{ indicator: people.reach, gt: 0 }]
            """);
        return ScenarioReader.Read(place["place.yaml"]).Blueprint;
    }
}
