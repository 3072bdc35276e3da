using Samverkan.Model;
using Samverkan.Model.Policies;
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
        Interventions = [new("grant", "nation.stimulusGrant", Scope.Everywhere, Operation.Set, 10e6, null, When: new("needs.unmetPerPerson", true, 0, 3, false))],
        Events = [new("influx", EventKind.Influx, Month.Of(1996, 5), new Scope(Municipality: "0003"), Group: "psychosis", Amount: 12)],
    };

    /// <summary>The same as a scenario that was read.</summary>
    public static Scenario Live { get; } = Read("baseline", Small);

    /// <summary>A shipped scenario, cut short.</summary>
    public static Blueprint Shipped(string name, Month to) => ScenarioReader.Read(Path.Combine(Root, "scenarios", name + ".yaml")).Blueprint with { To = to };

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
