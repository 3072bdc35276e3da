using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Wording;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>What a share of a frame amounts to is told where the frame is stated.</summary>
public sealed class FrameAmountTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("funding.frame", "multiply: -12 %", 2026,
        "the county's whole frame -12 % (about -12 MSEK a year) from January 2026")]
    [InlineData("funding.frame", "multiply: 1.1", 2026,
        "the county's whole frame +10 % (about +10 MSEK a year) from January 2026")]
    [InlineData("funding.frame", "set: 0.95", 2026,
        "the county's whole frame to 0.95 (about -5 MSEK a year) from January 2026")]
    [InlineData("funding.controllable", "multiply: -5 %", 2026,
        "the county's controllable frame -5 % (at most -5 MSEK a year) from January 2026")]
    [InlineData("funding.frame", "multiply: -10 %", 2030,
        "the county's whole frame -10 % (about -9 MSEK a year) from January 2030")]
    [InlineData("funding.controllable", "multiply: -10 %", 2030,
        "the county's controllable frame -10 % (no effect: the frame is decided) from January 2030")]
    public void OfAStatedFrame(string lever, string change, int year, string told)
    {
        File.WriteAllText(place["own.csv"], "Kommun;Uppgift;Värde;2029\nÖstersund;Ram region;100 mnkr/år;90 mnkr/år\n");
        Assert.Equal([told], Told(lever, change, year, "world: { table: own.csv }"));
    }

    [Fact]
    public void AFrameGrowsUntilTheChange()
    {
        File.WriteAllText(place["own.csv"], "Kommun;Ram region\nÖstersund;100 mnkr/år\n");
        // 2 % a year for five years, and 2.1 % more inhabitants.
        Assert.Equal(["the county's whole frame -10 % (about -11.3 MSEK a year) from January 2031"],
            Told("funding.frame", "multiply: -10 %", 2031,
                "world: { table: own.csv }\nparameters: { funding.growth.county: 2 %/yr }\ninterventions: [{ id: frames-2016, "
                    + "lever: funding.growth, change: { set: 2 %/yr }, at: 2016-01 }]"));
    }

    [Fact]
    public void NothingIsSaidOfAFrameThatOnlyARunTells() => Assert.Equal(
        ["the county's whole frame -12 % from January 2026"], Told("funding.frame", "multiply: -12 %", 2026, ""));

    [Fact]
    public void ItIsToldInSwedish()
    {
        using var language = Localized.In(Localized.Swedish);

        Assert.Equal("regionens hela ram -12 % (omkring -11,8 mnkr per år) från januari 2028",
            Localized.Of("the county's whole frame -12 % (about -11.8 MSEK a year) from January 2028"));
    }

    private string[] Told(string lever, string change, int year, string world)
    {
        File.WriteAllText(place["ours.yaml"], $$"""
            id: ours
            extends: today
            title: Ours
            question: What of our own?
            expect: [{ indicator: people.reach, gt: 0 }]
            {{world}}
            """);
        File.WriteAllText(place["cut.yaml"], $$"""
            id: cut
            extends: ours.yaml
            title: Cut
            question: What of less?
            expect: [{ indicator: people.reach, gt: 0 }]
            interventions:
              - { id: cut, lever: {{lever}}, scope: { sector: county }, change: { {{change}} }, at: {{year}}-01 }
            """);
        return [.. ScenarioDiff.InWords(ScenarioReader.Read(place["ours.yaml"]), ScenarioReader.Read(place["cut.yaml"])).Lines];
    }
}
