using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Decisions through the interface for programs.</summary>
public sealed class DecisionsTests(ServedPages pages)
{
    private const string Place = "/api/v1/decisions";

    private readonly HttpClient client = new() { BaseAddress = new(pages.Url) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_decision_is_asked_for_followed_and_fetched()
    {
        var order = new
        {
            kind = "portfolio",
            @base = "baseline",
            others = new[] { "training-cut" },
            budget = 1.5,
            known = true,
            replications = 2,
            seed = 21,
        };
        var started = await client.PostAsJsonAsync(Place, order, Cancel);
        Assert.True(started.StatusCode == HttpStatusCode.Accepted, await started.Content.ReadAsStringAsync(Cancel));
        var place = started.Headers.Location!.OriginalString;
        Assert.Contains("\"state\":\"done\"", await client.GetStringAsync($"{place}/events", Cancel));

        var status = await Get(place);
        Assert.Equal(4, status.GetProperty("futures").GetInt32());
        var result = await Get($"{place}/result");
        Assert.Equal("portfolio", result.GetProperty("kind").GetString());
        Assert.Contains("--budget 1.5", result.GetProperty("head").GetProperty("command").GetString());
        Assert.Equal(21, result.GetProperty("head").GetProperty("seed").GetInt32());
        var answers = await Get($"{place}/answers");
        Assert.Equal(status.GetProperty("answer").GetString(), answers[0].GetProperty("sentence").GetString());
        Assert.NotEmpty(answers[0].GetProperty("sentence").GetString()!);
        Assert.StartsWith("PAR1", await client.GetStringAsync($"{place}/files/futures.parquet", Cancel));
        var listed = (await Get(Place)).EnumerateArray().Select(one => one.GetProperty("id").GetString());
        Assert.Contains(status.GetProperty("id").GetString(), listed);

        var again = await (await client.PostAsJsonAsync(Place, order, Cancel)).Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("done", again.GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.NotFound,
            (await client.GetAsync(place.Replace("decisions", "comparisons", StringComparison.Ordinal), Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(place, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(place, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("""{"kind":"guess","base":"baseline"}""", "'kind' is one of goal, changes, why, robust, portfolio")]
    [InlineData("""{"kind":"why","base":"baseline"}""", "'others' names 1 scenario for")]
    [InlineData("""{"kind":"goal","base":"baseline","lever":"assertive.posts"}""", "Say 'below' LEVEL")]
    [InlineData("""{"kind":"goal","base":"baseline","lessBy":1}""", "Name a lever with 'lever'")]
    [InlineData("""{"kind":"goal","base":"baseline","lever":"assertive.posts","lessBy":-1}""", "'lessBy' is how much")]
    [InlineData("""{"kind":"why","base":"baseline","others":["funding-cut"],"budget":3}""", "'budget': a decision of kind 'why'")]
    [InlineData("""{"kind":"why","base":"baseline","others":["funding-cut"],"outcome":"people.wait"}""", "'outcome': there is")]
    [InlineData("""{"kind":"why","base":"baseline","others":["funding-cut"],"since":"soon"}""", "'since' 'soon' is no month")]
    [InlineData("""{"kind":"why","base":"baseline","others":["funding-cut"],"draws":3}""", "'draws' is 10 to 1000")]
    [InlineData("""{"kind":"why","base":"baseline","others":["no-such-scenario"]}""", "no-such-scenario")]
    [InlineData("""{"kind":"changes","base":"baseline","others":["funding-cut"]}""", "it did all of it")]
    [InlineData("""{"kind":"portfolio","base":"baseline","others":["funding-cut"],"payer":"state"}""", "'payer' is county")]
    public async Task What_cannot_be_decided_is_told_in_the_words_of_the_interface(string body, string told)
    {
        var answer = await client.PostAsync(Place, new StringContent(body, Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(told, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString());
    }

    private async Task<JsonElement> Get(string path) => await client.GetFromJsonAsync<JsonElement>(path, Cancel);
}
