using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Studies in which nothing varies, or of which there is one replication, name nothing and judge nothing.</summary>
public sealed class QuietStudyTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData("sobol-indices, size: 8")]
    [InlineData("morris, trajectories: 3")]
    [InlineData("one-at-a-time")]
    [InlineData("latin-hypercube, size: 12")]
    public void Nothing_matters_where_nothing_varies(string method)
    {
        var sections = Answered(
            $"scenarios: [short]\nreplications: 2\noutcomes: [structure.dissolved]\nuncertain: [{{ parameter: placement.rate "
                + $"}}, {{ parameter: cost.placement }}]\nsample: {{ method: {method} }}\n");

        var drivers = Assert.Single(sections, section => section.Part == StudyPart.Drivers);
        Assert.Equal("It is the same in every run: nothing drives it.", drivers.Sentence);
        Assert.DoesNotContain(sections, section => section.Part == StudyPart.Ledger);
    }

    [Fact]
    public void Shares_of_a_variance_that_cannot_be_told_from_chance_are_not_given()
    {
        var sections = Answered(
            "scenarios: [short]\nreplications: 3\noutcomes: [money.countyDeficit]\nuncertain: [{ parameter: placement.rate "
                + "}, { parameter: cost.placement }]\nsample: { method: sobol-indices, size: 16 }\n");

        var drivers = Assert.Single(sections, section => section.Part == StudyPart.Drivers);
        Assert.Contains("No factor has a part that can be told from chance.", drivers.Sentence);
        Assert.Empty(drivers.Rows);
    }

    [Theory]
    [InlineData("sobol-indices, size: 4")]
    [InlineData("morris, trajectories: 3")]
    [InlineData("one-at-a-time")]
    [InlineData("latin-hypercube, size: 12")]
    public void One_replication_names_no_factor(string method)
    {
        var sections = Answered(
            $"scenarios: [short]\nreplications: 1\noutcomes: [needs.unmetPerEligible]\nuncertain: [{{ parameter: "
                + $"care.otherSector }}, {{ parameter: cost.placement }}]\nsample: {{ method: {method} }}\n");

        Assert.Equal(
            "One replication cannot tell an effect from chance, so that no factor is named.",
            Assert.Single(sections, section => section.Part == StudyPart.Drivers).Sentence);
        Assert.DoesNotContain(sections, section => section.Part == StudyPart.Ledger);
    }

    [Fact]
    public void One_replication_gives_no_difference_that_is_clear()
    {
        var sections =
            Answered(
                "scenarios: [short, { scenario: short, id: cut, set: { ward.beds: 12 beds } }]\nreplications: 1\noutcomes: "
                    + "[sustained, sustained.years, needs.unmetPerEligible]\n");

        var differences = Assert.Single(sections, section => section.Part == StudyPart.Differences);
        Assert.Equal("One replication tells a story, not an effect: run more to know.", differences.Sentence);
        Assert.Empty(differences.Points);
        // Columns of spread and of "better in".
        Assert.All(differences.Rows, row => Assert.Equal(["–", "–", "–"], row.Skip(4).Take(3)));
        Assert.StartsWith("Lines are of one run", Assert.Single(sections, section => section.Part == StudyPart.OverTime).Sentence,
            StringComparison.Ordinal);
        Assert.DoesNotContain(sections.SelectMany(section => section.Points),
            point => point.Contains("Log-rank", StringComparison.Ordinal));
    }

    /// <summary>Samples share the luck of the one replication, which no number of samples averages out.</summary>
    [Fact]
    public void One_replication_of_many_samples_gives_no_verdict()
    {
        var sections = Answered(
            "scenarios: [short, { scenario: short, id: cut, set: { ward.beds: 2 beds } }]\nreplications: 1\noutcomes: "
                + "[ward.bedDays]\nuncertain: [{ parameter: care.otherSector }]\nsample: { method: latin-hypercube, size: 12 }\n"
                + "levers: [{ lever: committee.meetingsPerYear, multiply: [0.2, 1] }]\n");

        Assert.All(sections.Where(section => section.Part is StudyPart.Differences or StudyPart.Curves), section =>
        {
            Assert.Equal("One replication cannot tell an effect from luck that all draws share: run more to know.",
                section.Sentence);
            Assert.DoesNotContain(section.Points, point => !point.StartsWith("may be chance", StringComparison.Ordinal));
        });
        Assert.Equal(4, sections.Count(section => section.Part is StudyPart.Differences or StudyPart.Curves));
    }

    [Fact]
    public void What_never_differs_is_told_as_such_and_nothing_infinite_is_written()
    {
        var sections =
            Answered(
                "scenarios: [short, { scenario: short, id: dearer, set: { cost.placement: 1 MSEK/yr } }]\nreplications: "
                    + "3\noutcomes: [structure.dissolved, needs.unmetPerEligible]\n");

        var differences = Assert.Single(sections, section => section.Part == StudyPart.Differences);
        // Two of one title are told apart by their ids.
        Assert.Equal("Short (dearer) against Short (short)", differences.Heading);
        Assert.Contains(differences.Points,
            point => point.StartsWith("the same in every pair: dissolved", StringComparison.Ordinal));
        Assert.Equal("dissolved (%)", differences.Rows[0][0]);
        Assert.DoesNotContain("Infinity", File.ReadAllText(place["out/differences.csv"]), StringComparison.Ordinal);
        Assert.DoesNotContain(sections.SelectMany(section => section.Rows).SelectMany(row => row),
            cell => cell.Contains('∞') || cell.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void One_replication_makes_no_lever_clear_and_none_unclear()
    {
        var sections = Answered("""
            scenarios: [short]
            replications: 1
            outcomes: [needs.unmetPerEligible]
            levers:
              - { lever: ward.beds, multiply: [0.8, 1] }
              - { lever: committee.meetingsPerYear, set: [2 meetings/yr, 4 meetings/yr] }
            """);

        Assert.Equal("One replication tells a story, not an effect: run more to know.",
            Assert.Single(sections, section => section.Part == StudyPart.Effects).Sentence);
        // A factor is no value.
        Assert.Contains(sections.SelectMany(section => section.Rows), row => row[0] == "ward.beds=x 1");
    }

    [Fact]
    public void Of_many_points_none_is_the_best_where_all_give_the_same()
    {
        var sections = Answered(
            $"scenarios: [short]\nreplications: 2\noutcomes: [structure.dissolved, needs.unmetPerEligible]\n{ManyPoints}");

        var best = Assert.Single(sections, section => section.Heading.StartsWith("The best of 42", StringComparison.Ordinal));
        Assert.Contains("Dissolved is 0 % at every point: none is the best.", best.Sentence, StringComparison.Ordinal);
        Assert.Equal(5, best.Rows.Count);
        Assert.All(best.Rows, row => Assert.Contains("unmet needs", row[0], StringComparison.Ordinal));
    }

    [Fact]
    public void One_replication_of_many_points_gives_no_verdict()
    {
        var sections = Answered(
            "scenarios: [short, { scenario: short, id: cut, set: { ward.beds: 12 beds } }]\nreplications: 1\noutcomes: "
                + $"[needs.unmetPerEligible]\n{ManyPoints}");

        Assert.All(sections.Where(section => section.Heading.Contains("42 lever points", StringComparison.Ordinal)),
            section => Assert.Equal("One replication tells a story, not an effect: run more to know.", section.Sentence));
        Assert.Equal(3, sections.Count(section => section.Heading.Contains("42 lever points", StringComparison.Ordinal)));
    }

    private const string ManyPoints = """
        levers:
          - { lever: ward.beds, multiply: [0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3] }
          - { lever: committee.meetingsPerYear, multiply: [0.5, 0.6, 0.7, 0.8, 0.9, 1] }
        """;

    private IReadOnlyList<StudySection> Answered(string lines)
    {
        File.WriteAllText(place["short.yaml"],
            "id: short\nextends: baseline\ntitle: Short\nquestion: Q?\nhorizon: { from: 1995-01, to: 1996-12 }\n");
        File.WriteAllText(place["study.yaml"], $"id: study\ntitle: T\nquestion: Q?\n{lines}");
        var study = StudyReader.Read(place["study.yaml"]);
        var design = new Design(study);
        using var folder = StudyFolder.Start(place["out"], StudyManifest.Of(design, StudyResults.ShapeOf(design), "test", null),
            study, force: false).Folder;
        new StudyRun(design, folder, InProcessRun.Start, InProcessRun.Start, 2)
            .Run(new WholeStudy(design), new EnsembleProgress(1, 1, 1), CancellationToken.None);
        return StudyAnswers.Write(new StudyResults(design, folder.Journal), folder);
    }
}
