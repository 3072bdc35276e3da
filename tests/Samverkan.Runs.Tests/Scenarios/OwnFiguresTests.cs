using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>A municipality with figures of its own, from its table to its first year.</summary>
public sealed class OwnFiguresTests
{
    private const string Header =
        "municipality_code,municipality,county_code,county,population,ward.beds,funding.firstFrame.county,funding.firstFrame.municipality,services.clinicPosts";

    [Fact]
    public void TheFirstFramesOfATableAreWhatIsPaidInTheFirstYear()
    {
        var year = FirstYear(Read("0001,Ours,01,County,48000,10,95 MSEK/yr,120 MSEK/yr,20"));

        Assert.Equal((95e6, 120e6),
            (Sum(year, IndicatorCatalogue.CountyFrame, "0001"), Sum(year, IndicatorCatalogue.MunicipalFrame, "0001")));
    }

    [Fact]
    public void EachMunicipalityOfATableIsFoundedOnItsOwnFigures()
    {
        var year =
            FirstYear(
                Read("0001,Ours,01,County,30000,,50 MSEK/yr,,\n0002,Theirs,01,County,30000,,,60 "
                    + "MSEK/yr,\n0003,Nobody's,01,County,30000,,,,"));

        var paid = new[] { "0001", "0002", "0003" }.Select(m =>
            (Sum(year, IndicatorCatalogue.CountyFrame, m), Sum(year, IndicatorCatalogue.MunicipalFrame, m))).ToArray();
        Assert.Equal((50e6, 60e6), (paid[0].Item1, paid[1].Item2));
        Assert.All(new[] { paid[0].Item2, paid[1].Item1, paid[2].Item1, paid[2].Item2 },
            scaled => Assert.InRange(scaled, 10e6, 90e6));
    }

    [Fact]
    public void AnInterventionInOneMunicipalityCanFoundItOtherwise()
    {
        var world = Read("0001,Ours,01,County,30000,,,,\n0002,Theirs,01,County,30000,,,,");
        var rich = world.Blueprint with
        {
            Interventions =
                [new("rich", "funding.firstFrame.municipality", new Scope(Municipality: "0002"), Operation.Set, 70e6,
                    world.Blueprint.From - 1)],
        };

        var (before, after) = (FirstYear(world.Blueprint), FirstYear(rich));
        Assert.Equal(70e6, Sum(after, IndicatorCatalogue.MunicipalFrame, "0002"));
        Assert.Equal(Sum(before, IndicatorCatalogue.MunicipalFrame, "0001"),
            Sum(after, IndicatorCatalogue.MunicipalFrame, "0001"));
    }

    [Fact]
    public void WhatATableSaysHoldsForItsInhabitantsAndNotForTheReference()
    {
        var world = Read("0001,Ours,01,County,48000,10,,,20").Blueprint;

        Assert.Equal((20, 40), (world.Parameters.Ward.Beds, world.Parameters.Services.ClinicPosts));
    }

    [Fact]
    public void TheManifestSaysWhichFiguresAreScaled()
    {
        var scenario = Read("0001,Ours,01,County,48000,10,,,20");

        var scaled = ScenarioEntry.Of(scenario, scenario.Blueprint).ScaledFromCase;
        Assert.Contains("services.officePosts", scaled);
        Assert.DoesNotContain("ward.beds", scaled);
        Assert.All(scaled, id => Assert.NotNull(Catalogue.Find(id)));
    }

    private static Scenario Read(string rows)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place["own.csv"], $"{Header}\n{rows}\n");
        File.WriteAllText(place["own.yaml"],
            "id: own\nextends: baseline\ntitle: Own\nquestion: What if?\nworld: { table: own.csv }\nexpect: [{ indicator: "
                + "people.reach, gt: 10 % }]\n");
        return ScenarioReader.Read(place["own.yaml"]);
    }

    private static List<MonthResult> FirstYear(Scenario scenario) => FirstYear(scenario.Blueprint);

    private static List<MonthResult> FirstYear(Blueprint blueprint)
    {
        var simulation = new Simulation(blueprint, seed: 1, replication: 1);
        return [.. Enumerable.Range(0, 12).Select(_ => simulation.Advance())];
    }

    private static double Sum(IEnumerable<MonthResult> year, Indicator indicator, string municipality) =>
        year.Sum(month => month.Observations.Single(o => o.Indicator == indicator
            && o.Actor == ActorPath.Municipality(municipality)).Value);
}
