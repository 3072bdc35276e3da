using System.Text.Json;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary><c>--persons</c> of runs and comparisons, and the months that <c>person --json</c> tells.</summary>
public sealed class PersonsCommandTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_run_keeps_its_persons_and_person_tells_the_same_months()
    {
        var (code, output, errors) =
            Run("run", Scenarios.Named("baseline"), "--until", "1996-06", "--persons", "--out", place["run"]);
        Assert.True(code == 0, errors);
        Assert.Contains("persons.parquet", output);
        Assert.Equal([1], Manifest.Read(place["run/manifest.json"])!.Recipe!.Persons);

        var rows = Query(place["run"],
                "select person, count(*), sum(needs_unmet) from persons where month >= '1995-01-01' group by 1 order by 2 desc, "
                    + "1 limit 1").Single();
        var (told, json, wrong) = Run("person", place["run"], rows[0].GetString()!, "--json");
        Assert.True(told == 0, wrong);
        var months = JsonDocument.Parse(json).RootElement.GetProperty("scenarios")[0].GetProperty("months");
        Assert.Equal(rows[1].GetInt32(), months.GetArrayLength());
        Assert.Equal(rows[2].GetInt32(), months.EnumerateArray().Sum(month => month.GetProperty("unmet").GetArrayLength()));
        Assert.Equal("1995-01", months[0].GetProperty("month").GetString());
    }

    [Fact]
    public void A_comparison_keeps_those_of_the_replications_that_it_names_and_says_so()
    {
        var (code, _, errors) = Compare("--replications", "3", "--persons", "3,2", "--csv");

        Assert.True(code == 0, errors);
        Assert.Equal([2, 3], Manifest.Read(place["result/manifest.json"])!.Recipe!.Persons);
        Assert.Contains("--persons 2,3", File.ReadAllText(place["result/comparison.json"]));
        Assert.True(File.Exists(place["result/persons.csv.gz"]));
        var rows = Query(place["result"],
            "select scenario, replication, count(distinct month) from persons group by all order by all");
        Assert.Equal(["baseline 2 252", "baseline 3 252", "training-cut 2 252", "training-cut 3 252"],
            rows.Select(row => string.Join(' ', row)));
    }

    [Fact]
    public void Without_a_list_it_is_the_first()
    {
        var (code, _, errors) = Compare("--replications", "2", "--no-report", "--persons");

        Assert.True(code == 0, errors);
        Assert.Equal([1], Manifest.Read(place["result/manifest.json"])!.Recipe!.Persons);
    }

    [Theory]
    [InlineData("0", "--persons '0' names no replications")]
    [InlineData("1,x", "--persons '1,x' names no replications")]
    [InlineData("3", "there are only 2 replications")]
    public void A_replication_that_is_none_is_refused(string list, string told)
    {
        var (code, _, errors) = Compare("--replications", "2", "--persons", list);

        Assert.Equal(2, code);
        Assert.Contains(told, errors);
        Assert.Empty(place.Names);
    }

    [Fact]
    public void On_grains_it_is_refused()
    {
        var (code, _, errors) = Run("run", Scenarios.Named("baseline"), "--until", "1995-03", "--persons", "--grains", "team",
            "--out", place["run"]);

        Assert.Equal(2, code);
        Assert.Contains("leave out '--grains'", errors);
        Assert.Empty(place.Names);
    }

    private static IReadOnlyList<JsonElement[]> Query(string folder, string sql)
    {
        var (code, output, errors) = Run("query", sql, folder, "--json");
        Assert.True(code == 0, errors);
        return [.. JsonDocument.Parse(output).RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => row.EnumerateArray().ToArray())];
    }

    private (int Code, string Output, string Errors) Compare(params string[] options) =>
        Run(["compare", Scenarios.Named("baseline"), Scenarios.Named("training-cut"), "--out", place["result"], .. options]);

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = CommandLine.Run(args, output, errors, InProcessRun.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
