using System.Text.RegularExpressions;
using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>Studies that live under draws from a file, and calibrations whose targets are a series from one.</summary>
public sealed class DrawsTests : IDisposable
{
    private const string Region = """
        accepted,factor,parameter,quantile,value,unit
        1,care.otherSector,care.otherSector,0.2,0.7,share
        1,needs.spontaneous,needs.spontaneous,0.3,0.018,share/month
        2,care.otherSector,care.otherSector,0.6,0.8,share
        2,needs.spontaneous,needs.spontaneous,0.1,0.022,share/month
        3,care.otherSector,care.otherSector,0.9,0.75,share
        3,needs.spontaneous,needs.spontaneous,0.7,0.02,share/month

        """;

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_draw_is_one_of_all_parameters_in_the_order_of_the_file()
    {
        var design = new Design(Study("sample: { file: region.csv }"));

        Assert.Equal(3, design.Samples);
        Assert.Equal([.7, .8, .75], Enumerable.Range(0, 3)
            .Select(sample => design.Values(sample).Single(v => v.Parameter.Id == "care.otherSector").Value));
        Assert.Equal([.018, .022, .02], Enumerable.Range(0, 3)
            .Select(sample => design.Values(sample).Single(v => v.Parameter.Id == "needs.spontaneous").Value));
        Assert.Contains(design.Study.Inputs, input => input.Name.EndsWith("region.csv", StringComparison.Ordinal));
    }

    /// <summary>As a spreadsheet of northern Europe saves it.</summary>
    [Fact]
    public void Draws_parted_by_semicolons_have_decimal_commas()
    {
        var design = new Design(
            Study("sample: { file: region.csv }", Regex.Replace(Region.Replace(',', ';'), @"(\d)\.(\d)", "$1,$2")));

        Assert.Equal([.7, .8, .75], Enumerable.Range(0, 3)
            .Select(sample => design.Values(sample).Single(v => v.Parameter.Id == "care.otherSector").Value));
        Assert.Equal([.018, .022, .02], Enumerable.Range(0, 3)
            .Select(sample => design.Values(sample).Single(v => v.Parameter.Id == "needs.spontaneous").Value));
    }

    [Fact]
    public void Draws_and_luck_give_one_interval_of_futures()
    {
        var study = Study("sample: { file: region.csv }");
        var design = new Design(study);
        using var folder = StudyFolder.Start(place["out"], StudyManifest.Of(design, StudyResults.ShapeOf(design), "test", null),
            study, force: false).Folder;
        new StudyRun(design, folder, InProcessRun.Start, InProcessRun.Start, 2)
            .Run(new WholeStudy(design), new EnsembleProgress(1, 1, 1), CancellationToken.None);

        var sections = StudyAnswers.Write(new StudyResults(design, folder.Journal), folder);

        var forecast = Assert.Single(sections, section => section.Heading == "What is to be expected");
        Assert.Contains("3 draws from a file, each with 2 replications", forecast.Sentence);
        Assert.Equal("6", forecast.Rows[0][^1]);
        Assert.DoesNotContain(sections, section => section.Part is StudyPart.Drivers or StudyPart.Ledger);
    }

    [Theory]
    [InlineData("0.8,share", "80,%", "SC015", "care.otherSector is kept in 'share', not in '%'")]
    [InlineData("0.8,share", "1.8,share", "SC014", "")]
    [InlineData("0.8,share", "0.8x,share", "SC013", "'0.8x' is not a number")]
    [InlineData("2,care.otherSector,care.otherSector", "1,care.otherSector,care.otherSector", "SC040",
        "care.otherSector stands twice in draw '1'")]
    [InlineData("3,needs.spontaneous,needs.spontaneous,0.7,0.02,share/month\n", "", "SC045", "Draw '3' is incomplete")]
    [InlineData("needs.spontaneous,needs.spontaneous,0.3", "needs.spontaneus,needs.spontaneus,0.3", "SC030",
        "Did you mean 'needs.spontaneous'")]
    public void What_is_wrong_with_a_file_of_draws_is_told_at_its_line(string right, string wrong, string code, string told)
    {
        var errors = Assert.Throws<ScenarioErrors>(() =>
            Study("sample: { file: region.csv }", Region.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains(errors.Findings, finding => finding.Code == code
            && finding.Message.Contains(told, StringComparison.Ordinal)
            && finding.File.EndsWith("region.csv", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("size: 2", "'size' has no effect beside 'file'")]
    [InlineData("method: latin-hypercube", "'file' and 'method' are two ways to sample")]
    public void All_draws_of_a_file_are_run_so_that_another_way_is_refused(string more, string told)
    {
        var errors = Assert.Throws<ScenarioErrors>(() => Study($"sample: {{ file: region.csv, {more} }}"));

        Assert.Contains(errors.Findings, finding => finding.Message.StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public void A_series_is_a_target_for_each_of_its_years()
    {
        File.WriteAllText(place["seen.csv"], "year;value;tolerance\n1996;2,5;0,1\n1997;2.4;0.2\n");
        var study = Study("""
            uncertain: [{ parameter: care.otherSector }]
            calibrate:
              targets: [{ outcome: needs.unmetPerEligible, series: seen.csv, source: a register }]
            """);

        Assert.Equal(["needs.unmetPerEligible.1996", "needs.unmetPerEligible.1997"],
            study.Calibration!.Targets.Select(target => target.Outcome.Id));
        Assert.Equal((Month.Of(1997), Month.Of(1997, 12), 2.4, .2),
            (study.Calibration.Targets[1].Outcome.From, study.Calibration.Targets[1].Outcome.To,
                study.Calibration.Targets[1].Value, study.Calibration.Targets[1].Tolerance));
        Assert.Contains(study.Outcomes, outcome => outcome.Id == "needs.unmetPerEligible.1996");
    }

    [Theory]
    [InlineData("year,value\n1996,2.5\n", "The table has no column 'tolerance'")]
    [InlineData("year,value,tolerance\n2050,2.5,0.1\n", "2050 is no year of the scenario")]
    [InlineData("year,value,tolerance\n1996,2.5,0\n", "This leaves no room")]
    [InlineData("year,value,tolerance\n1996,2.5,0.1\n1996,2.6,0.1\n", "is observed twice")]
    public void What_is_wrong_with_a_series_is_told(string table, string told)
    {
        File.WriteAllText(place["seen.csv"], table);

        var errors = Assert.Throws<ScenarioErrors>(() => Study("""
            uncertain: [{ parameter: care.otherSector }]
            calibrate:
              targets: [{ outcome: needs.unmetPerEligible, series: seen.csv, source: a register }]
            """));

        Assert.Contains(errors.Findings, finding => finding.Message.Contains(told, StringComparison.Ordinal));
    }

    private Study Study(string lines, string region = Region)
    {
        File.WriteAllText(place["short.yaml"],
            "id: short\nextends: baseline\ntitle: Short\nquestion: Q?\nhorizon: { from: 1995-01, to: 1997-12 }\n");
        File.WriteAllText(place["region.csv"], region);
        File.WriteAllText(place["study.yaml"],
            $"id: study\ntitle: T\nquestion: Q?\nscenarios: [short]\nsince: 1996-01\nreplications: 2\noutcomes: "
                + $"[needs.unmetPerEligible, sustained]\n{lines}\n");
        return StudyReader.Read(place["study.yaml"]);
    }
}
