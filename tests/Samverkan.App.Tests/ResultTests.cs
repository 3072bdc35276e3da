using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using MiniExcelLibs;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>The one result of a comparison: its file, its schema, and that all views show it.</summary>
[Collection(nameof(ComparedFolder))]
public sealed class ResultTests(ComparedFolder compared)
{
    private const string Schema = "docs/comparison.schema.json";

    private ComparisonResult Result => ComparisonResult.Read(compared.Folder)!;

    [Fact]
    public void The_schema_is_that_of_the_type() => Repository.IsUpToDate(Schema, ResultSchema.Text());

    [Fact]
    public void Every_name_of_the_schema_says_what_it_holds_or_speaks_for_itself()
    {
        var schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, Schema)))!;

        Assert.Contains("95 % interval",
            (string?)schema["properties"]!["scenarios"]!["items"]!["properties"]!["rows"]!["items"]!["properties"]!["low"]!["description"]);
        Assert.Contains("The base first", (string?)schema["properties"]!["scenarios"]!["description"]);
    }

    [Fact]
    public void The_file_keeps_the_schema()
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(Repository.Root, Schema)));
        using var told = JsonDocument.Parse(File.ReadAllText(compared[ComparisonResult.File]));

        var found = schema.Evaluate(told.RootElement, new() { OutputFormat = OutputFormat.List });

        Assert.True(found.IsValid, string.Join("\n",
            (found.Details ?? []).Where(one => one.Errors is not null)
            .Select(one => $"{one.InstanceLocation}: {string.Join("; ", one.Errors!.Values)}")));
    }

    [Fact]
    public void A_result_read_and_written_again_is_the_same_to_the_byte()
    {
        using var place = new TemporaryFolder();
        Directory.CreateDirectory(place["again"]);
        Result.Write(place["again"]);

        Assert.Equal(File.ReadAllText(compared[ComparisonResult.File]), File.ReadAllText(place["again/comparison.json"]));
    }

    [Fact]
    public void Document_report_and_workbook_show_the_rows_of_the_result()
    {
        var (document, report) = (File.ReadAllText(compared["comparison.md"]), File.ReadAllText(compared["report.html"]));
        var sheet = MiniExcel.Query(compared["tables.xlsx"], useHeaderRow: true, sheetName: "headline")
            .Cast<IDictionary<string, object?>>().ToList();

        foreach (var scenario in Result.Others)
        {
            Assert.Contains(AnswerSentence.To(scenario, Result.Replications), document);
            foreach (var row in scenario.Rows)
            {
                var cells = TableText.Cells(row);
                Assert.Contains($"| {row.Label} | {cells.Base} | {cells.Other} | {cells.Difference} | {cells.Interval} |",
                    document);
                Assert.Contains($">{cells.Difference}</data>", report);
                if (double.IsFinite(row.Difference))
                    Assert.Equal(row.Difference, (double)sheet.Single(one => one["scenario"]!.Equals(scenario.Id)
                        && one["indicator"]!.Equals(row.Id))["difference"]!, 9);
            }
        }
    }

    [Fact]
    public void Numbers_over_time_are_those_of_the_table_of_bands()
    {
        var result = Result;
        foreach (var band in result.Scenarios[1].Bands)
        {
            var read = BandsCsv.Read(compared["bands.csv"],
                Samverkan.Model.Indicators.IndicatorCatalogue.Find(band.Id)!)[result.Scenarios[1].Id];
            Assert.Equal((band.Unit, band.Mean.Length), (read.Unit, read.Mean.Length));
            Assert.All(band.Mean.Zip(read.Mean),
                pair => Assert.Equal(pair.First, pair.Second, 1e-5f * Math.Abs(pair.First) + 1e-6f));
        }
    }

    [Fact]
    public void Every_word_that_the_tables_use_is_explained() =>
        Assert.Equal([], Samverkan.Analysis.Reports.Sections.Words.Labels(Result)
            .Where(label => Samverkan.Runs.Scenarios.Explanation.Of(label) is null));

    [Theory]
    [InlineData("""{"schema":99,"scenarios":[]}""", "has form 99; this version reads forms up to 2")]
    [InlineData("""{"schema":2,"scenarios":[]}""", "it holds no scenario")]
    [InlineData("""{"scenarios":[]}""", "cannot be read by this version")]
    [InlineData("""{"schema":""", "cannot be read by this version")]
    public void What_cannot_be_read_says_why(string text, string why)
    {
        using var place = new TemporaryFolder();
        File.WriteAllText(place[ComparisonResult.File], text);

        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => ComparisonResult.Read(place[""])).Message);
    }
}
