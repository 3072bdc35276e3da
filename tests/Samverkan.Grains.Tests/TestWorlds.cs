using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.Policies;
using Samverkan.Model.Units;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Tests;

/// <summary>Worlds that the tests run, and what they come to in process.</summary>
internal static class TestWorlds
{
    /// <summary>Two counties, three municipalities, a trigger and an event.</summary>
    public static Blueprint Small { get; } = Blueprint.Case with
    {
        Name = "small",
        To = Month.Of(1998, 12),
        Counties =
        [
            new("01", "One", [new("0001", "First", 30_000), new("0002", "Second", 12_000)]),
            new("02", "Two", [new("0003", "Third", 20_000)]),
        ],
        Interventions =
            [new("grant", "nation.stimulusGrant", Scope.Everywhere, Operation.Set, 10e6, null,
                When: new("needs.unmetPerPerson", true, 0, 3, false))],
        Events = [new("influx", Month.Of(1996, 5), new Scope(Municipality: "0003"), new Influx(TargetGroup.Psychosis, 12))],
    };

    /// <summary>The same, with a plan that opens a centre, and changes for single units, teams and persons.</summary>
    public static Blueprint Narrow { get; } = Small with
    {
        Name = "narrow",
        Interventions =
        [
            new("centres", "team.postsOpen", new Scope(Unit: new(UnitKind.Centre)), Operation.Set, .6, Month.Of(1996)),
            new("clinic", "element.allowed.individual-plans", new Scope(Municipality: "0003", Unit: new(Number: 0)),
                Operation.Set, 0, Month.Of(1995)),
            new("office", "care.hoursPerUnmetNeed", new Scope(Team: new(1, 0)), Operation.Add, .3, Month.Of(1995, 3),
                Ramp: new(6, RampShape.Linear)),
            new("person", "engagement.dropout", new Scope(Person: new(TargetGroup.Psychosis, Number: 2)), Operation.Set, .035,
                null,
                When: new("people.inService", true, 1, 2, false)),
            new("cohort", "crisis.rate.borderline", new Scope(Person: new(TargetGroup.Borderline)), Operation.Multiply, 2,
                Month.Of(1995, 6)),
        ],
        Events = [.. Small.Events, new("plan", Month.Of(1995, 4), Scope.Everywhere, new FirstPlan(1))],
    };

    /// <summary>The same as a scenario that was read.</summary>
    public static Scenario Live { get; } = Read("baseline", Small);

    /// <summary>A shipped scenario, cut short.</summary>
    public static Blueprint Shipped(string name, Month to) =>
        ScenarioReader.Read(Path.Combine(Root, "scenarios", name + ".yaml")).Blueprint with { To = to };

    /// <summary>Month by month, the hashes of all municipalities.</summary>
    public static List<ulong[]> InProcess(Blueprint blueprint, ulong seed, int replication)
    {
        var run = new Simulation(blueprint, seed, replication);
        var months = new List<ulong[]>();
        while (!run.Finished)
            months.Add([.. run.Advance().Hashes]);
        return months;
    }

    private static Scenario Read(string name, Blueprint blueprint)
    {
        var read = ScenarioReader.Read(Path.Combine(Root, "scenarios", name + ".yaml"));
        return new()
        {
            Id = read.Id,
            Title = read.Title,
            Question = read.Question,
            Path = read.Path,
            Blueprint = blueprint,
            Expectations = read.Expectations,
            Outcomes = read.Outcomes,
            Chain = read.Chain,
            Values = read.Values,
            Origins = read.Origins,
            InputHash = read.InputHash,
            Findings = read.Findings,
            ScaledFromCase = read.ScaledFromCase,
        };
    }

    private static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Simulation.sln")))
                folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}
