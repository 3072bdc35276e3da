using Parquet;
using Parquet.Meta;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests.Execution;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

public sealed class SeriesTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Files_are_the_same_to_the_byte_on_any_number_of_threads(int threads)
    {
        var slowStart = new FakeWorld { BeforeMonth = (_, replication, _) => Thread.Sleep(replication == 1 ? 2 : 0) };
        Write("one", new FakeWorld(), threads: 1);
        Write("many", slowStart, threads);

        Assert.Equal(File.ReadAllBytes(place["one.csv"]), File.ReadAllBytes(place["many.csv"]));
        Assert.Equal(File.ReadAllBytes(place["one.parquet"]), File.ReadAllBytes(place["many.parquet"]));
    }

    [Fact]
    public void Text_has_one_row_per_number_and_leaves_the_undefined_empty()
    {
        Write("series", new FakeWorld(), threads: 1, replications: 2);

        var lines = File.ReadAllLines(place["series.csv"]);
        Assert.Equal("scenario,replication,seed,month,actor,group,indicator,value,unit", lines[0]);
        Assert.Contains("base,1,7,1995-01-01,municipality/0001,,committee.meetings,2,meetings", lines);
        Assert.Contains("base,1,7,1996-12-01,team/0001/1/0,psychosis,needs.engagement,,share", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith("base,2,", StringComparison.Ordinal) && line.Contains("engagement"));
        Assert.Equal(1 + 2 * 24 * (5 + 4), lines.Length);
    }

    [Fact]
    public async Task Parquet_holds_the_rows_of_the_text()
    {
        Write("series", new FakeWorld(), threads: 2);

        await using var reader = await ParquetReader.CreateAsync(place["series.parquet"],
            cancellationToken: TestContext.Current.CancellationToken);
        var rows = reader.OpenRowGroupReader(0);
        var values = new double[rows.RowCount];
        await rows.ReadAsync<double>(reader.Schema.FindDataField("value"), values,
            cancellationToken: TestContext.Current.CancellationToken);

        var text = File.ReadLines(place["series.csv"]).Skip(1).Select(line => line.Split(',')[7])
            .Select(cell => cell == "" ? double.NaN : double.Parse(cell));
        Assert.Equal(text, values);
        Assert.Equal(SeriesCsv.Header.Split(','), reader.Schema.DataFields.Select(field => field.Name));
    }

    [Fact]
    public async Task More_rows_than_one_row_group_are_all_kept_and_in_their_order()
    {
        const int months = 40_000;
        Write("long", new FakeWorld(), threads: 2, replications: 1, months);

        var stored = new List<string>();
        await SeriesReader.Read(
            place["long.parquet"],
            row => stored.Add(
                $"{row.Scenario},{row.Replication},7,{row.Month}-01,{row.Actor},{row.Group},{row.Indicator},{Csv.Number(row.Value)}"),
            TestContext.Current.CancellationToken);

        Assert.Equal(2 * months * 5, stored.Count);
        Assert.Equal(File.ReadLines(place["long.csv"]).Skip(1).Select(line => line[..line.LastIndexOf(',')]), stored);
    }

    [Fact]
    public async Task Texts_that_come_again_are_kept_once()
    {
        Write("series", new FakeWorld(), threads: 1);

        await using var reader = await ParquetReader.CreateAsync(place["series.parquet"],
            cancellationToken: TestContext.Current.CancellationToken);
        var asDictionary = reader.Metadata!.RowGroups[0].Columns
            .Where(column => column.MetaData!.Encodings.Contains(Encoding.PLAIN_DICTIONARY))
            .Select(column => column.MetaData!.PathInSchema[0]);

        Assert.Equal(["scenario", "actor", "group", "indicator", "unit"], asDictionary);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("one, two", "\"one, two\"")]
    [InlineData("a \"name\"", "\"a \"\"name\"\"\"")]
    public void Fields_that_would_be_misread_are_quoted(string text, string field) => Assert.Equal(field, Csv.Field(text));

    [Fact]
    public void The_data_dictionary_describes_every_indicator()
    {
        var text = DataDictionary.Markdown();

        Assert.All(IndicatorCatalogue.All, indicator => Assert.Contains($"| `{indicator.Id}` | {indicator.Unit} |", text));
    }

    private void Write(string name, FakeWorld world, int threads, int replications = 6, int months = 24)
    {
        var jobs = Job.Paired([FakeWorld.Scenario("base", months), FakeWorld.Scenario("other", months)], replications, seed: 7);
        using var outlet = new SeriesOutlet([new SeriesCsv(place[name + ".csv"]), new SeriesParquet(place[name + ".parquet"])]);
        new Ensemble(world.Start, threads)
            .Run(jobs, outlet.LaneOf, (_, _) => { }, EnsembleProgress.Of(jobs), CancellationToken.None);
    }
}
