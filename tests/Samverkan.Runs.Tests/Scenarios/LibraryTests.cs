using System.Collections.Concurrent;
using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Xunit;

namespace Samverkan.Runs.Tests.Scenarios;

public sealed class LibraryTests
{
    private const int Short = 60;

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Paths.Library!, "*.yaml")
        .Order(StringComparer.Ordinal).Select(f => Path.GetFileNameWithoutExtension(f))];

    /// <summary>Those that do something: all but the first of a chain, and the one that changes nothing.</summary>
    public static TheoryData<string> Changing =>
        [.. Shipped.Select(row => row.Data).Where(name => name is not ("baseline" or "today" or "null-change"))];

    [Fact]
    public void On_a_command_line_a_shipped_file_is_called_by_its_name_wherever_one_works_and_another_by_its_path()
    {
        var own = $"own-{Guid.NewGuid():N}.yaml";
        File.WriteAllText(own, "");
        try
        {
            Assert.Equal("baseline", Paths.Typed(Path.Combine(Paths.Library!, "baseline.yaml")));
            Assert.Equal("baseline", Paths.Typed(Paths.Shown(Path.Combine(Paths.Library!, "baseline.yaml"))));
            Assert.Equal("funding-cut", Paths.Typed("scenarios/studies/funding-cut.yaml"));
            Assert.Equal(own, Paths.Typed(Path.GetFullPath(own)));
            Assert.Equal("my-scenarios/gone.yaml", Paths.Typed("my-scenarios/gone.yaml"));
            Assert.Equal("/elsewhere/mine.yaml", Paths.Typed("/elsewhere/mine.yaml"));
        }
        finally
        {
            File.Delete(own);
        }
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void EveryShippedScenarioIsWithoutErrorAndWarning(string name)
    {
        var scenario = ScenarioReader.Read(name);

        Assert.DoesNotContain(scenario.Findings, f => f.Severity == Severity.Warning);
        Assert.Equal(name, scenario.Id);
        Assert.EndsWith("?", scenario.Question);
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public void EveryScenarioSaysWhatItExpectsAndDiffersFromWhatItExtends(string name)
    {
        var scenario = ScenarioReader.Read(name);
        var @base = ScenarioReader.Read(scenario.Chain[^1].Path);

        Assert.NotEmpty(scenario.Expectations);
        Assert.NotEmpty(ScenarioDiff.InWords(@base, scenario).Lines);
        Assert.NotNull(ScenarioDiff.FirstDifference(@base, scenario));
    }

    [Theory]
    [MemberData(nameof(Changing))]
    public void EveryScenarioIsShort(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Paths.Library!, name + ".yaml"));

        Assert.True(name == "history" || lines.Length <= Short, $"{name} has {lines.Length} lines.");
    }

    [Fact]
    public void ExpectationsCompareWithScenariosThatThereAre() =>
        Assert.All(Shipped, row => Assert.All(ScenarioReader.Read(row.Data).Expectations, e =>
            Assert.True(e.Versus is null || File.Exists(Path.Combine(Paths.Library!, e.Versus + ".yaml")),
                $"{row.Data}: {e.Versus}")));

    [Fact]
    public void TheBaselineForcesOnlyWhatCameFromOutside()
    {
        var baseline = ScenarioReader.Read("baseline").Blueprint;

        Assert.All(baseline.Interventions,
            i => Assert.Contains(i.Parameter.Split('.')[0], new[] { "nation", "population", "funding" }));
        Assert.Equal(["county-closes-unit"], baseline.Events.Select(e => e.Id));
    }

    [Fact]
    public void SwedenHasItsCountiesAndMunicipalitiesWithTheirInhabitantsOfTheYear()
    {
        var sweden = ScenarioReader.Read("sweden");

        Assert.Equal(21, sweden.Blueprint.Counties.Length);
        Assert.Equal(290, sweden.Blueprint.Counties.Sum(c => c.Municipalities.Length));
        Assert.Equal(8_837_496, sweden.Blueprint.Counties.Sum(c => c.Municipalities.Sum(m => m.Population)), 5.0);
        Assert.Equal(9_851_017, sweden.Blueprint.Counties.Sum(c => c.Municipalities.Sum(m => m.OverTime!.At(Month.Of(2016)))),
            5.0);
    }

    [Fact]
    public void TheCaseIsTheWorldOfTheBaseline() =>
        Assert.Equal(Blueprint.Case.Counties, ScenarioReader.Read("baseline").Blueprint.Counties);

    /// <summary>The results on the page follow from runs; the rest of it from the files.</summary>
    [Fact]
    public void ThePageOfScenariosIsMadeFromTheFiles()
    {
        var scenarios = ScenarioPage.InOrder(Shipped.Select(row => ScenarioReader.Read(row.Data)));
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenarios.md"));

        Assert.True(WithoutResults(page) == WithoutResults(ScenarioPage.Markdown(scenarios, _ => null)),
            "docs/scenarios.md is not up to date. Make it anew: ./samverkan library");
    }

    /// <summary>Those whose world is the base's: another map is another world, whatever it changes.</summary>
    public static TheoryData<string> OfTheSameMap => [.. Changing.Select(row => row.Data).Where(name => name is not "sweden")];

    [Theory]
    [MemberData(nameof(OfTheSameMap))]
    public void TheModelFeelsWhatAScenarioChanges(string name)
    {
        var scenario = ScenarioReader.Read(name);
        var @base = ScenarioReader.Read(scenario.Chain[^1].Path);

        var states = BaseStates.GetOrAdd(@base.Id, _ => new(() => [.. States(@base.Blueprint)])).Value;

        Assert.False(States(scenario.Blueprint).SequenceEqual(states), "The same to the bit, to the last month.");
    }

    private static readonly ConcurrentDictionary<string, Lazy<ulong[]>> BaseStates = new();

    /// <summary>Month by month, and no further than they are asked for.</summary>
    private static IEnumerable<ulong> States(Blueprint blueprint)
    {
        var simulation = new Simulation(blueprint, seed: 1, replication: 1);
        while (!simulation.Finished)
            yield return simulation.Advance().Hashes[0];
    }

    private static string WithoutResults(string page) =>
        string.Join('\n', page.Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith(ScenarioPage.Quote, StringComparison.Ordinal)));
}
