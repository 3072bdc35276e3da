using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

/// <summary>Worlds at the edge of what may be written: they run, and keep money and people.</summary>
public sealed class ExtremeWorldTests
{
    private const string World =
        "world: { counties: [{ code: '01', name: County, municipalities: [{ code: '0001', name: Ours, population: POPULATION }] "
            + "}] }\n";

    private static readonly Dictionary<string, string> Worlds = new()
    {
        ["no money that anybody can decide on"] =
            "parameters: { funding.controllable: 0, funding.growth: -2 %/yr, cost.administration: 0 SEK/yr }",
        ["a budget that stops in mid-run"] =
            "interventions: [{ id: stop, lever: funding.controllable, change: { multiply: 0 }, at: 1997-01 }]",
        ["no staff"] = "parameters: { services.clinicPosts: 0 posts, services.officePosts: 0 posts, services.newPosts: 0 posts }",
        ["no committee"] =
            "parameters: { element.allowed.steering-committee: off, committee.meetingsPerYear: 0 meetings/yr, "
                + "committee.coreMembers: 0 members, committee.associationSeats: 0 members }",
        ["no element at all"] = "parameters: { 'element.allowed.*': off }",
        ["no units, beds or places"] =
            "parameters: { services.clinicPosts: 0 posts, services.officePosts: 0 posts, ward.beds: 0 beds, "
                + "services.housingPlaces: 0 places, services.firstCentres: 0 }",
        ["no residents"] = World.Replace("POPULATION", "0"),
        ["one resident"] = World.Replace("POPULATION", "1"),
        ["one person"] =
            "parameters: { 'population.initial.*': 0 persons, population.initial.psychosis: 1 person, "
                + "'population.newPerYear.*': 0 persons/yr }",
        ["nobody"] = "parameters: { 'population.initial.*': 0 persons, 'population.newPerYear.*': 0 persons/yr }",
        ["all needs at once"] =
            "parameters: { 'needs.any.*': 85 %, 'needs.unmet.*': 60 %, 'needs.clinical.*': 3, 'needs.social.*': 3, "
                + "'needs.relational.*': 3 }",
        ["a committee of 100"] =
            "parameters: { committee.coreMembers: 40 members, committee.associationSeats: 20 members, committee.invitedMost: "
                + "100 members }\nevents: [{ id: many, event: invite-members, amount: 40 members, at: 1995-06 }]",
        ["500 meetings a year"] = "parameters: { committee.meetingsPerYear: 500 meetings/yr, committee.adaptsSchedule: off }",
        ["leaders who leave faster than there are any"] =
            "events: [{ id: exodus, event: leaders-leave, amount: 100 persons, at: 1996-01 }]",
        ["incidence times 100"] = "parameters: { nation.incidenceFactor: 100 }",
        ["an influx of ten thousand"] =
            "events: [{ id: influx, event: influx, group: refugees, amount: 10000 persons, at: 1996-01 }]",
        ["a municipality of two million"] = World.Replace("POPULATION", "2000000"),
        ["a grant that nobody asked for"] = "parameters: { nation.stimulusGrant: 50 MSEK/yr }",
        ["a lever for every unit, team and person alike"] = """
            interventions:
              - { id: units, lever: team.postsOpen, scope: { unit: '*' }, change: { set: 0 % }, at: 1995-03 }
              - { id: teams, lever: team.turnover, scope: { team: '*/0' }, change: { set: 1.4 %/month }, at: 1995-03 }
              - { id: persons, lever: 'population.exit.*', scope: { person: '*' }, change: { set: 40 %/yr }, at: 1996-03 }
            """,
        ["every group included from the start"] = "parameters: { 'services.included.*': on, services.firstCentres: 20 }",
    };

    public static TheoryData<string> Names => [.. Worlds.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnExtremeWorldRunsAndKeepsMoneyAndPeople(string name)
    {
        var months = Run(Worlds[name] + "\nhorizon: { from: 1995-01, to: 1998-12 }\n", Detail.All);

        Assert.All(months, month => Assert.Equal(0, month.Unbalanced));
        foreach (var (before, after) in months.Zip(months.Skip(1)))
            Assert.Equal(after.People - before.People,
                Sum(after, IndicatorCatalogue.Arrivals) - Sum(after, IndicatorCatalogue.Exits)
                - Sum(after, IndicatorCatalogue.Deaths));
        Assert.All(months.SelectMany(m => m.Observations),
            seen => Assert.False(double.IsInfinity(seen.Value), seen.Indicator.Id));
    }

    [Fact]
    public void AHundredYearsRun()
    {
        var months = Run("horizon: { from: 1995, to: 2094 }\n", Detail.Headline);

        Assert.Equal(1200, months.Count);
        Assert.All(months, month => Assert.Equal(0, month.Unbalanced));
    }

    private static List<MonthResult> Run(string lines, Detail detail)
    {
        var simulation = new Simulation(Read(lines).Blueprint, seed: 1, replication: 1, detail);
        var months = new List<MonthResult>();
        while (!simulation.Finished)
            months.Add(simulation.Advance());
        return months;
    }

    private static Scenario Read(string lines)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("samverkan").FullName, "extreme.yaml");
        try
        {
            File.WriteAllText(path, $"id: extreme\ntitle: Extreme\nquestion: Does it run?\n{lines}");
            return ScenarioReader.Read(path);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    /// <summary>Over all municipalities, all groups together.</summary>
    private static double Sum(MonthResult month, Indicator indicator) =>
        month.Observations.Where(o => o.Indicator == indicator && o.Group is null && o.Actor.Kind == ActorKind.Municipality)
        .Sum(o => o.Value);
}
