using System.Net;
using System.Text;
using System.Text.Json;
using Samverkan.App.Web;
using Samverkan.App.Web.Scenarios;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Scenarios that are sent by programs, or written in the editor, meet the same checks as files.</summary>
public sealed class SentTextTests(ServedPages pages)
{
    private readonly HttpClient client = pages.Caller();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SC047",
        "world: { counties: [{ code: A, name: A, municipalities: [{ code: \"../../../escape\", name: One, population: 20000 }] "
            + "}] }")]
    [InlineData("SC047",
        "world: { counties: [{ code: A/B, name: A, municipalities: [{ code: \"12/34\", name: One, population: 20000 }] }] }")]
    [InlineData("SC019", "owner: \"planning\\vunit\"")]
    [InlineData("SC013", "parameters: { ward.beds: １２ beds }")]
    [InlineData("SC014",
        "interventions: [{ id: a, lever: ward.beds, change: { add: -10 beds }, at: 1996-01 }, { id: b, lever: ward.beds, "
            + "change: { add: -10 beds }, at: 1996-07 }]")]
    [InlineData("SC014", "interventions: [{ id: a, lever: funding.controllable, change: { multiply: 12 % }, at: 1996-01 }]")]
    public async Task What_a_file_may_not_say_is_refused_when_it_is_sent(string code, string line)
    {
        var answer = await client.PutAsync("/api/v1/scenarios/sent-text",
            new StringContent(Scenario(line), Encoding.UTF8, "application/yaml"), Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var findings = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).RootElement.GetProperty("findings");
        Assert.Contains(findings.EnumerateArray(), finding => finding.GetProperty("code").GetString() == code);
        Assert.Contains(Draft.Of(Store(), Scenario(line)).Findings, finding => finding.Code == code);
    }

    [Theory]
    [InlineData("name%0A")]
    [InlineData("..%2Fname")]
    [InlineData("n%C3%B6rd")]
    public async Task What_cannot_name_a_file_names_no_scenario(string name) =>
        Assert.Equal(HttpStatusCode.BadRequest,
            (await client.PutAsync($"/api/v1/scenarios/{name}",
                new StringContent(Scenario(""), Encoding.UTF8, "application/yaml"), Cancel)).StatusCode);

    [Fact]
    public void One_file_that_cannot_be_read_leaves_the_others_in_the_list()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-own-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "faulty.yaml"), Scenario("parameters: { ward.beds: １２ beds }"));
            File.WriteAllText(Path.Combine(folder, "right.yaml"), Scenario("").Replace("sent-text", "right"));

            var own = Store(folder).All().Where(entry => entry.Own).ToArray();

            Assert.Equal([("faulty", false), ("right", true)], own.Select(entry => (entry.Name, entry.Usable)));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_title_with_signs_of_its_own_is_quoted_in_a_change_of_it()
    {
        var entry = new StoredScenario("lss", true, "LSS: fas #2, Norrköping", "Q?", "1995–2015", 1, null, ScenarioKind.Reference,
            null, "lss.yaml");

        Assert.Equal("LSS: fas #2, Norrköping, with my change", new DraftText(Draft.From(Store(), entry).Text).Scalar("title"));
    }

    private static ScenarioStore Store(string? folder = null) =>
        new(new ServeOptions(IPAddress.Loopback, 0, null, "nowhere", folder ?? "nowhere"));

    private static string Scenario(string line) =>
        $"id: sent-text\nextends: baseline\ntitle: Sent\nquestion: Is it taken?\n{line}\n";
}
