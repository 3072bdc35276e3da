using System.Text.Json;
using System.Xml.Linq;
using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What studies promise, with a world of one number in place of the model.</summary>
public sealed class StudyCommandTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly FakeWorld world = new FakeWorld().Differs("funding-cut", Month.Of(2003));

    public StudyCommandTests() => Write("scenarios: [baseline, funding-cut]\nreplications: 6");

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_study_leaves_tables_that_duckdb_reads()
    {
        var (code, output, _) = Study("run");

        Assert.Equal(0, code);
        Assert.Contains("The county's funding cut against Baseline", output);
        Assert.Equal("12", Query("select count(*) from runs where status = 'done'"));
        // Trust is higher by 1 from January 2003 on, and nothing before counts.
        Assert.Equal("1",
            Query("select round(b.value - a.value, 9) from figures a join figures b using (replication, outcome) where "
                + "a.scenario = 'baseline' and b.scenario = 'funding-cut' and outcome = 'cooperation.trust' limit 1"));
        Assert.Equal("1", Query("select round(difference, 9) from differences where outcome = 'cooperation.trust'"));
        Assert.Equal("252", Query("select count(*) from years where indicator = 'cooperation.trust'"));
        Assert.Equal("6",
            Query("select runs from bands where indicator = 'cooperation.trust' and scenario = 'baseline' and year = 1999"));
        Assert.Equal("kept", Query("select distinct fate from fates"));
        Assert.Equal(
            Query("select sum(value) from figures where scenario = 'baseline'"),
            Query($"select sum(value) from read_csv('{place["result"]}/figures.csv') where scenario = 'baseline'"));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public void The_same_study_gives_the_same_tables_to_the_byte_interrupted_or_not(string threads)
    {
        Study("run", "--parallel", threads);
        var whole = Files();

        Break(at: 3);
        Assert.NotEqual(0, Study("run", "--force", "--parallel", threads).Code);
        Assert.Equal("unfinished", Manifest("status"));
        world.BeforeMonth = null;
        Assert.Equal(0, Run("study", "resume", place["result"], "--parallel", threads).Code);

        Assert.Equal("complete", Manifest("status"));
        Assert.Equal(whole, Files());
    }

    [Fact]
    public void A_record_that_was_not_written_whole_is_run_again()
    {
        Study("run");
        var whole = Files();
        using (var journal = new FileStream(Path.Combine(place["result"], "journal.bin"), FileMode.Open))
            journal.SetLength(journal.Length * 2 / 3 + 5);

        var (code, _, errors) = Run("study", "resume", place["result"]);

        Assert.Equal(0, code);
        Assert.Contains("resuming: 8 done, 4 to do", errors);
        Assert.Equal(whole, Files());
    }

    [Fact]
    public void A_study_goes_on_with_the_files_that_it_keeps_whatever_becomes_of_the_users()
    {
        Study("run");
        var whole = Files();
        Write("scenarios: [baseline, funding-cut]\nreplications: 6\nsince: 2004-01");

        Assert.Equal(0, Run("study", "resume", place["result"]).Code);

        Assert.Equal(whole, Files());
    }

    [Fact]
    public void A_study_whose_kept_files_were_changed_does_not_go_on_and_names_what_changed()
    {
        Study("run");
        File.AppendAllText(Path.Combine(place["result"], "inputs", "own", "my-study.yaml"), "\nsince: 2004-01\n");

        var (code, _, errors) = Run("study", "resume", place["result"]);

        Assert.Equal(2, code);
        Assert.Contains("my-study.yaml changed", errors);
    }

    [Fact]
    public void Every_type_of_the_database_has_a_form_in_json()
    {
        Study("run");
        const string all = "select * from test_all_types()";

        var answer = Asked(all);
        var columns = Asked($"describe {all}").GetProperty("rows").GetArrayLength();

        Assert.Equal(3, answer.GetProperty("rows").GetArrayLength());
        Assert.All(answer.GetProperty("rows").EnumerateArray(), row => Assert.Equal(columns, row.GetArrayLength()));
        Assert.Equal(JsonValueKind.Number, Asked("select sum(replication) from runs").GetProperty("rows")[0][0].ValueKind);
        var row =
            Asked("select 'nan'::double, '-inf'::float, [1, null, 3], {a: 'nan'::double, b: 'nan'}, "
                + "170141183460469231731687303715884105727::hugeint, 1.5::decimal(4, 1), date '2003-01-02', timestamp "
                + "'2003-01-02 03:04:05', interval 3 months, map {'k': 1}, null");
        Assert.Equal(
            "[null,null,[1,null,3],{\"a\":null,\"b\":\"nan\"},170141183460469231731687303715884105727,1.5,\"2003-01-02\",\"2003-01-02 03:04:05\",\"3 months\",{\"k\":1},null]",
            JsonSerializer.Serialize(row.GetProperty("rows")[0]));
        Assert.Equal("[1,null,3],2003-01-02", Query("select [1, null, 3], date '2003-01-02'").Replace("\"", ""));

        JsonElement Asked(string sql)
        {
            var (code, output, errors) = Run("query", sql, place["result"], "--json");
            Assert.True(code == 0, errors);
            return JsonDocument.Parse(output).RootElement;
        }
    }

    [Fact]
    public void A_table_of_a_spreadsheet_in_the_folder_harms_no_query_and_no_report()
    {
        Study("run");
        File.WriteAllBytes(Path.Combine(place["result"], "orter.csv"),
            [.. "ort;antal\n"u8, (byte)'M', 0xE5, (byte)'l', .. ";3\n"u8]);
        File.WriteAllBytes(Path.Combine(place["result"], "broken.parquet"), [1, 2, 3]);

        Assert.Equal("Mål", Query("select ort from orter"));
        Assert.Equal("12", Query("select count(*) from runs"));
        var (code, _, errors) = Run("query", "select count(*) from runs", place["result"]);
        Assert.Equal(0, code);
        Assert.Contains("'broken.parquet' is no table that can be read", errors);
        var sheets = new FileInfo(Path.Combine(place["result"], "tables.xlsx")).Length;
        Assert.Equal(0, Run("report", place["result"]).Code);
        Assert.Equal(sheets, new FileInfo(Path.Combine(place["result"], "tables.xlsx")).Length);
    }

    [Fact]
    public void Another_version_of_the_program_reads_a_study_and_goes_on_with_it_if_it_gives_the_same_bits()
    {
        Study("run");
        var whole = Files();
        MadeByAnotherVersion();
        using (var journal = new FileStream(Path.Combine(place["result"], "journal.bin"), FileMode.Open))
            journal.SetLength(journal.Length / 2);

        Assert.Equal(0, Run("study", "answer", place["result"]).Code);
        var (code, _, errors) = Run("study", "resume", place["result"]);

        Assert.Equal(0, code);
        Assert.Contains("begun by version another", errors);
        Assert.Equal(whole, Files());
    }

    [Fact]
    public void Another_model_does_not_go_on_with_a_study()
    {
        Study("run");
        MadeByAnotherVersion();
        world.Differs("baseline", Month.Of(2010));

        Assert.Equal(0, Run("study", "answer", place["result"]).Code);
        var (code, _, errors) = Run("study", "resume", place["result"]);

        Assert.Equal(2, code);
        Assert.Contains("replication 1 of 'baseline' comes out otherwise than when version another ran it", errors);
    }

    [Fact]
    public void The_report_of_a_study_is_one_page_with_nothing_from_elsewhere_and_can_be_made_again()
    {
        Write("""
            scenarios: [baseline, funding-cut]
            replications: 4
            uncertain: [{ parameter: care.otherSector }, { parameter: care.informalCare }]
            sample: { method: morris, trajectories: 2 }
            """);
        Study("run");
        var page = File.ReadAllText(Path.Combine(place["result"], "report.html"));

        Assert.Contains("<h2 id=\"answer-head\">The answer</h2>", page);
        Assert.Contains("What drives it", page);
        Assert.Contains("samverkan study run", page);
        Assert.DoesNotContain("src=", page);
        Assert.DoesNotContain("href=\"http", page);
        Assert.True(new FileInfo(Path.Combine(place["result"], "tables.xlsx")).Length > 1000);
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(place["result"], "figures"), "differences-*.svg"));

        File.Delete(Path.Combine(place["result"], "report.html"));
        Assert.Equal(0, Run("report", place["result"]).Code);
        Assert.Equal(page, File.ReadAllText(Path.Combine(place["result"], "report.html")));
    }

    [Fact]
    public void The_report_of_scenarios_shows_them_over_time_and_how_long_they_last_and_names_all_in_every_picture()
    {
        Write("""
            scenarios: [baseline, funding-cut, { scenario: funding-cut, id: another-cut, set: { care.otherSector: 70 % } }]
            replications: 4
            """);
        Study("run");
        var page = File.ReadAllText(Path.Combine(place["result"], "report.html"));

        Assert.Contains("<h2 id=\"overtime-head\">Over time</h2>", page);
        Assert.Contains("<h2 id=\"lasting-head\">How long the cooperation lasts</h2>", page);
        Assert.Contains("<h3>Marked in the pictures</h3>", page);
        foreach (var picture in new[] { "time-cooperation-trust.svg", "survival.svg" })
        {
            var drawn = File.ReadAllText(Path.Combine(place["result"], "figures", picture));
            Assert.Contains("role=\"img\"", drawn);
            // The two that cut have one title.
            int Times(string name) => XDocument.Parse(drawn).Descendants()
                .Count(text => text.Name.LocalName == "text" && text.Value.Contains(name, StringComparison.Ordinal));
            Assert.Equal(2 * Times("Baseline"), Times("The county's funding cut"));
            Assert.NotEqual(0, Times("Baseline"));
        }
    }

    [Fact]
    public void Levers_that_are_crossed_are_told_one_by_one()
    {
        Write("""
            scenarios: [baseline]
            replications: 4
            levers:
              - { lever: committee.meetingsPerYear, set: [2 meetings/yr, 4 meetings/yr] }
              - { id: beds, options: [{ id: as-they-are }, { id: fewer, set: { funding.bedsKept: 40 % } }] }
            """);
        var (_, output, _) = Study("run");

        Assert.Contains("What each lever does to trust in Baseline", output);
        Assert.Contains("beds=fewer", output);
        Assert.Contains("No lever makes a clear difference by itself.", output);
    }

    [Fact]
    public void A_run_that_fails_stops_no_other_and_is_told_with_the_command_that_runs_it_again()
    {
        world.BeforeMonth = (blueprint, replication, month) =>
        {
            if (blueprint.Name == "funding-cut" && replication == 4 && month.Year == 2005)
                throw new InvalidOperationException("a bug");
        };

        var (code, output, _) = Study("run");

        Assert.Equal(0, code);
        Assert.Contains("1 of 12 runs failed", output);
        Assert.Equal("InvalidOperationException: a bug", Query("select error from failures"));
        Assert.EndsWith($"study rerun {place["result"]} --scenario funding-cut --replication 4",
            Query("select rerun from failures"));
        Assert.Equal("5", Query("select pairs from differences where outcome = 'cooperation.trust'"));

        world.BeforeMonth = null;
        Assert.Equal(0, Run("study", "rerun", place["result"], "--scenario", "funding-cut", "--replication", "4", "--out",
            place["again"]).Code);
        Assert.Equal(0, Run("study", "resume", place["result"]).Code);
        Assert.Equal("6", Query("select pairs from differences where outcome = 'cooperation.trust'"));
    }

    [Fact]
    public void A_scenario_that_differs_too_early_stops_the_study()
    {
        world.Differs("funding-cut", Month.Of(2001, 7));

        var (code, _, errors) = Study("run");

        Assert.Equal(3, code);
        Assert.Contains("2001-07: committee/0001, trust:", errors);
    }

    [Fact]
    public void Until_the_interval_is_narrow_no_more_is_run_than_is_needed()
    {
        Write("scenarios: [baseline]\nreplications: 400");

        var (code, output, _) = Study("run", "--until-ci", "5%");

        // Trust is even chance, averaged over 252 months: its mean is within 5 % after the first ten.
        Assert.Equal(0, code);
        Assert.Equal("10", Query("select count(*) from runs"));
        Assert.Contains("narrow enough after 10 replications", output);
    }

    [Fact]
    public void A_study_that_is_there_is_not_begun_again_unasked()
    {
        Study("run");

        var (code, _, errors) = Study("run");

        Assert.Equal(2, code);
        Assert.Contains("complete", errors);
    }

    [Fact]
    public void What_a_user_put_beside_a_study_outlives_it()
    {
        Study("run");
        File.WriteAllText(Path.Combine(place["result"], "notes.txt"), "mine");
        File.WriteAllText(Path.Combine(place["result"], "boxes.csv"), "of a study of another kind");

        Assert.Equal(0, Study("run", "--force").Code);

        Assert.Equal("mine", File.ReadAllText(Path.Combine(place["result"], "notes.txt")));
        Assert.False(File.Exists(Path.Combine(place["result"], "boxes.csv")));
    }

    /// <summary>What is not known as the program's own would outlive the result that it belongs to.</summary>
    [Theory]
    [InlineData("run", "baseline", "--until", "1996-12", "--persons")]
    [InlineData("compare", "baseline", "funding-cut", "--replications", "2", "--csv", "--persons", "1")]
    [InlineData("study", "run", "STUDY")]
    public void Every_file_of_a_result_is_known_as_the_programs_own_and_no_lock_is_listed(params string[] command)
    {
        Write("""
            scenarios: [baseline, funding-cut]
            replications: 2
            uncertain: [{ parameter: care.otherSector }]
            sample: { method: latin-hypercube, size: 4 }
            levers: [{ lever: ward.beds, set: [12 beds, 16 beds] }]
            """);

        var (code, output, errors) =
            Run([.. command.Select(word => word == "STUDY" ? place["my-study.yaml"] : word), "--out", place["result"]]);

        Assert.True(code == 0, errors);
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(place["result"]).Select(entry => Path.GetFileName(entry)),
            name => !ResultNames.IsOurs(name));
        Assert.DoesNotContain(".samverkan", output.Replace(place["result"], ""));
    }

    [Fact]
    public void A_plan_runs_a_pilot_and_leaves_nothing_behind()
    {
        var (code, output, _) = Run("study", "plan", place["my-study.yaml"]);

        Assert.Equal(0, code);
        Assert.Contains("2 scenarios x 6 replications = 12 runs", output);
        Assert.Equal(["my-study.yaml"], place.Names);
    }

    [Fact]
    public void A_query_sees_the_folder_and_nothing_else()
    {
        Study("run");
        File.WriteAllText(place["secret.csv"], "a\n1\n");

        var (code, _, errors) = Run("query", $"select * from '{place["secret.csv"]}'", place["result"]);

        Assert.Equal(2, code);
        Assert.Contains("Tables: ", errors);
    }

    [Fact]
    public void Every_sample_of_a_sobol_study_is_judged_and_the_ledger_written()
    {
        Write("""
            scenarios: [baseline, funding-cut]
            replications: 2
            uncertain: [{ parameter: care.otherSector }, { parameter: care.informalCare }]
            sample: { method: sobol-indices, size: 8 }
            """);
        world.BeforeMonth = (blueprint, _, _) => Assert.InRange(blueprint.Parameters.Care.OtherSector, .6, .9);

        var (code, output, _) = Study("run");

        Assert.Equal(0, code);
        Assert.Equal("32", Query("select count(distinct sample) from runs"));
        Assert.Equal("8", Query("select count(*) from sensitivity"));
        Assert.Contains("What drives trust in Baseline", output);
    }

    [Fact]
    public void A_calibration_goes_on_where_it_was_and_gives_the_same_waves()
    {
        Write("""
            scenarios: [baseline]
            replications: 2
            uncertain: [{ parameter: care.otherSector }, { parameter: care.informalCare }]
            calibrate: { waves: 2, size: 12, accept: 12, targets: [{ outcome: cooperation.trust, between: [0.4, 0.6], source: even chance }] }
            """);
        Assert.Equal(0, Study("run").Code);
        var whole = Files();
        Assert.Equal("2", Query("select count(*) from waves"));
        Assert.Equal("12", Query("select count(distinct accepted) from region"));
        using (var journal = new FileStream(Path.Combine(place["result"], "journal.bin"), FileMode.Open))
            journal.SetLength(journal.Length / 2);

        var (code, output, _) = Run("study", "resume", place["result"]);

        Assert.Equal(0, code);
        Assert.Contains("within what is kept", output);
        Assert.Equal(whole, Files());
    }

    private (int Code, string Output, string Errors) Study(string what, params string[] more) =>
        Run(["study", what, place["my-study.yaml"], "--out", place["result"], .. more]);

    private string Query(string sql)
    {
        var (code, output, errors) = Run("query", sql, place["result"], "--csv");
        Assert.True(code == 0, errors);
        return output.Split('\n')[1].Trim();
    }

    private void Break(int at) => world.BeforeMonth = (blueprint, replication, month) =>
    {
        // A full disk is no failure of the model: the study itself breaks off.
        if (replication == at && month.Year == 2000)
            Directory.CreateDirectory(Path.Combine(place["result"], "failures.csv"));
        if (replication == at && month.Year == 2001)
            throw new IOException("the disk is full");
    };

    private void MadeByAnotherVersion()
    {
        var file = Path.Combine(place["result"], "manifest.json");
        File.WriteAllText(file,
            File.ReadAllText(file).Replace($"\"version\": \"{ProgramVersion.Text}\"", "\"version\": \"another\""));
        Assert.Equal("another", Manifest("version"));
    }

    private string? Manifest(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(place["result"], "manifest.json"))).RootElement.GetProperty(name)
        .GetString();

    private Dictionary<string, string> Files() => Directory.EnumerateFiles(place["result"], "*.*")
        .Where(file => Path.GetExtension(file) is ".csv" or ".parquet" or ".md")
        .ToDictionary(file => Path.GetFileName(file), file => Convert.ToBase64String(File.ReadAllBytes(file)));

    private void Write(string lines) => File.WriteAllText(place["my-study.yaml"], $"""
        id: my-study
        title: My study
        question: How sure is it?
        outcomes: [cooperation.trust]
        {lines}
        """);

    private (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, output, errors, world.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
