using System.Net;
using System.Text.Json;
using Samverkan.App.Web;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary><c>--rules</c>: rules of one's own in runs, comparisons and studies, and in what is made again from them.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly TemporaryFolder place = new();

    private static string Rules { get; } = Path.Combine(AppContext.BaseDirectory, "OwnRules.dll");

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_check_names_what_is_replaced_and_what_holds()
    {
        var (code, output, errors) = Run("rules", Rules);

        Assert.True(code == 0, output + errors);
        Assert.StartsWith("trust: OwnRules.TrustFollowsContact", output);
        Assert.Contains("kept    the same seed gives the same bits", output);
    }

    [Fact]
    public void A_run_under_them_is_another_and_is_made_again_with_the_very_same_alone()
    {
        Assert.Equal(0, Run("run", "baseline", "--until", "1997-12", "--grains", "none", "--out", place["usual"]).Code);
        var (code, _, errors) = Run("run", "baseline", "--until", "1997-12", "--rules", Rules, "--out", place["own"]);
        Assert.True(code == 0, errors);

        var (usual, own) = (Manifest.Read(place["usual/manifest.json"])!, Manifest.Read(place["own/manifest.json"])!);
        Assert.NotEqual(usual.Result, own.Result);
        Assert.Equal(("OwnRules.dll", "trust"), (own.Rules!.File, own.Rules.Replaces.Single().Rule));
        Assert.Null(usual.Rules);
        Assert.EndsWith("--rules OwnRules.dll", new ResultStore(new ServeOptions(IPAddress.Loopback, 0, null, place[""], place[""]))
            .Find("own")!.Reproduce);
        Assert.Equal(0, Run("reproduce", place["own"], "--rules", Rules).Code);
        Assert.Contains("Name that very assembly with --rules.", Bad("reproduce", place["own"]));
        Assert.Contains("was made by the usual rules", Bad("reproduce", place["usual"], "--rules", Rules));
    }

    [Fact]
    public void A_study_crosses_them_with_the_usual_ones()
    {
        var study = place["crossed.yaml"];
        File.WriteAllText(study, """
            id: crossed
            title: Crossed
            question: What does the rule change?
            scenarios: [baseline, { scenario: baseline, id: own-rule, rules: own }]
            levers: [{ id: contact, options: [{ id: usual }, { id: also-own, rules: own }] }]
            replications: 2
            since: 1996-01
            until: 1997-12
            outcomes: [cooperation.trust]
            """);

        Assert.Contains("name the assembly of these rules with --rules", Bad("study", "run", study, "--out", place["result"]));
        var (code, output, errors) = Run("study", "run", study, "--rules", Rules, "--out", place["result"]);
        Assert.True(code == 0, errors);

        // What has the rule by the scenario, by the option or by both is the same run.
        var rows =
            Query("select scenario, levers, round(avg(value), 9) from figures where outcome = 'cooperation.trust' group by all "
                + "order by scenario, levers desc");
        Assert.Equal(4, rows.Count);
        Assert.NotEqual(rows[0][2].GetDouble(), rows[1][2].GetDouble());
        Assert.All(rows.Skip(1), row => Assert.Equal(rows[1][2].GetDouble(), row[2].GetDouble()));
        Assert.Contains("Name that very assembly", Bad("study", "rerun", place["result"], "--scenario", "own-rule"));
        Assert.Contains("as the study has it", Run(
            "study", "rerun", place["result"], "--scenario", "own-rule", "--rules", Rules, "--out", place["rerun"]).Output);
        Assert.Equal(0, Run("study", "answer", place["result"]).Code);
        Assert.Equal(0, Run("reproduce", place["result"], "--rules", Rules).Code);
    }

    [Fact]
    public void What_has_no_effect_or_cannot_be_is_refused()
    {
        Assert.Contains("has no rule", Bad("run", "baseline", "--rules", typeof(Manifest).Assembly.Location));
        Assert.Contains("Silos have the program's rules alone", Bad("run", "baseline", "--rules", Rules, "--grains", "person"));
        Assert.Contains("would have no effect", Bad("study", "plan", "funding-cut", "--rules", Rules));
    }

    private string Bad(params string[] arguments)
    {
        var (code, _, errors) = Run(arguments);
        Assert.Equal(2, code);
        return errors;
    }

    private IReadOnlyList<IReadOnlyList<JsonElement>> Query(string sql)
    {
        var (_, json, _) = Run("query", sql, place["result"], "--json");
        return [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => (IReadOnlyList<JsonElement>)[.. row.EnumerateArray()])];
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (CommandLine.Run(arguments, output, errors, InProcessRun.Start), output.ToString(), errors.ToString());
    }
}
