using System.Text.Json;
using Samverkan.Model;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>A result holds what it was made from: it is made again, read and gone on with wherever it is moved.</summary>
public sealed class SelfContainedTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly FakeWorld world = new FakeWorld().Differs("cut", Month.Of(2003));

    public SelfContainedTests()
    {
        Directory.CreateDirectory(place["mine"]);
        Write("mine/base.yaml", "id: base\nextends: baseline\ntitle: Base\nquestion: Q?\nworld: { table: ours.csv }\n");
        Write("mine/ours.csv", "municipality_code,municipality,county_code,county,population\n0001,Here,01,There,96000\n");
        Write("mine/cut.yaml",
            "id: cut\nextends: base\ntitle: Cut\nquestion: Q?\ninterventions:\n  - { id: cut, lever: funding.controllable, "
                + "change: { multiply: 0.9 }, at: 2003-01 }\n");
        Write("mine/study.yaml",
            "id: my-study\ntitle: T\nquestion: Q?\nscenarios: [base, cut]\nreplications: 4\noutcomes: [cooperation.trust]\n");
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_run_is_made_again_from_its_folder_alone_with_what_was_set_and_until_when()
    {
        Made("run", place["mine/cut.yaml"], "--set", "committee.meetingsPerYear=5 meetings/yr", "--until", "2004-06", "--seed",
            "7", "--replication", "3", "--out", place["result"]);

        Moved();

        Assert.Equal("done", Reproduced().GetProperty("status").GetString());
        Assert.Contains("--until 2004-06 --set 'committee.meetingsPerYear=5 meetings/yr'", Command("result/moved"));
    }

    [Fact]
    public void A_comparison_is_made_again_from_its_folder_alone_with_what_was_set_and_since_when()
    {
        Made("compare", place["mine/base.yaml"], place["mine/cut.yaml"], "--replications", "3", "--set",
            "committee.meetingsPerYear=5 meetings/yr", "--since", "2004-01", "--out", place["result"]);
        var whole = File.ReadAllText(place["result/paired.csv"]);

        Moved();

        Assert.Equal("done", Reproduced("--out", place["again"]).GetProperty("status").GetString());
        Assert.Equal(whole, File.ReadAllText(place["again/paired.csv"]));
        Assert.Equal(Json("result/moved/manifest.json").ToString(), Json("again/manifest.json").ToString());
    }

    [Fact]
    public void A_study_goes_on_answers_and_runs_again_after_its_files_are_gone()
    {
        Made("study", "run", place["mine/study.yaml"], "--out", place["result"]);
        var whole = File.ReadAllText(place["result/study.md"]);

        Moved();

        Assert.Equal("done", Reproduced().GetProperty("status").GetString());
        Made("study", "answer", place["result/moved"]);
        Assert.Equal(whole, File.ReadAllText(place["result/moved/study.md"]));
        Made("report", place["result/moved"]);
        Made("study", "rerun", place["result/moved"], "--scenario", "cut", "--replication", "2", "--out", place["rerun"]);
        Assert.Equal("done", Reproduced("rerun", []).GetProperty("status").GetString());
        using (var journal = new FileStream(place["result/moved/journal.bin"], FileMode.Open))
            journal.SetLength(journal.Length / 2);
        Assert.Equal("done", Reproduced().GetProperty("status").GetString());
        Made("study", "resume", place["result/moved"]);
        Assert.Equal(whole, File.ReadAllText(place["result/moved/study.md"]));
    }

    [Fact]
    public void A_result_that_comes_out_otherwise_is_told_run_by_run()
    {
        Made("compare", place["mine/base.yaml"], place["mine/cut.yaml"], "--replications", "3", "--out", place["result"]);
        world.Differs("cut", Month.Of(2005));

        var (code, output, _) = Run("reproduce", place["result"]);

        Assert.Equal(3, code);
        Assert.Contains("Not the same: 3 of 6 runs", output);
        Assert.Contains("first replication 1 of 'cut'", output);
    }

    [Fact]
    public void A_comment_is_no_change()
    {
        Made("study", "run", place["mine/study.yaml"], "--out", place["result"]);
        foreach (var file in new[] { "mine/base.yaml", "mine/study.yaml" })
            File.WriteAllText(place[file], "# a comment\n" + File.ReadAllText(place[file]).Replace("title: ", "title:   "));
        Made("compare", place["mine/base.yaml"], place["mine/cut.yaml"], "--replications", "2", "--out", place["pair"]);
        Write("mine/cut.yaml", File.ReadAllText(place["mine/cut.yaml"]) + "# one more\n");

        var (code, _, errors) = Run("study", "run", place["mine/study.yaml"], "--out", place["result"]);
        Made("compare", place["mine/base.yaml"], place["mine/cut.yaml"], "--replications", "2", "--out", place["pair"]);

        Assert.Equal(2, code);
        Assert.Contains("holds this study, complete", errors);
    }

    [Fact]
    public void What_is_shipped_is_kept_as_it_was()
    {
        Made("study", "run", place["mine/study.yaml"], "--out", place["result"]);

        var kept = Json("result/manifest.json").GetProperty("recipe").GetProperty("files").EnumerateArray()
            .Select(file => file.GetProperty("file").GetString()).ToList();

        Assert.Equal(["inputs/own/base.yaml", "inputs/own/cut.yaml", "inputs/own/ours.csv", "inputs/own/study.yaml",
            "inputs/scenarios/baseline.yaml"], kept);
        File.AppendAllText(place["result/inputs/scenarios/baseline.yaml"],
            "\nparameters: { committee.meetingsPerYear: 5 meetings/yr }\n");
        var (code, _, errors) = Run("study", "resume", place["result"]);
        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
    }

    private void Made(params string[] args)
    {
        var (code, output, errors) = Run(args);
        Assert.True(code == 0, output + errors);
    }

    /// <summary>To another folder, and the files that it was made from are gone.</summary>
    private void Moved()
    {
        Directory.Move(place["result"], place["aside"]);
        Directory.CreateDirectory(place["result"]);
        Directory.Move(place["aside"], place["result/moved"]);
        Directory.Delete(place["mine"], recursive: true);
    }

    private JsonElement Reproduced(params string[] more) => Reproduced("result/moved", more);

    private JsonElement Reproduced(string folder, string[] more)
    {
        var (_, output, errors) = Run(["reproduce", place[folder], "--json", .. more]);
        Assert.True(output.Length > 0, errors);
        return JsonDocument.Parse(output).RootElement;
    }

    private string Command(string folder)
    {
        var recipe = Json(folder + "/manifest.json").GetProperty("recipe");
        return $"--until {recipe.GetProperty("until").GetString()} --set '{recipe.GetProperty("sets")[0].GetString()}'";
    }

    private JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllText(place[file])).RootElement;

    private void Write(string file, string text) => File.WriteAllText(place[file], text);

    private (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = CommandLine.Run(args, output, errors, world.Start);
        return (code, output.ToString(), errors.ToString());
    }
}
