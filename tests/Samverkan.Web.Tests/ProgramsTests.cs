using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Samverkan.Runs.Tests;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>The interface for programs does what its description says.</summary>
public sealed class ProgramsTests(ServedPages pages)
{
    private readonly HttpClient client = pages.Caller();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_of_the_interface_is_made_from_its_description() =>
        Repository.IsUpToDate("docs/http-api.md",
            ApiPage.Of(await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Cancel)));

    [Fact]
    public async Task The_example_of_the_pages_works_as_it_stands_there()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-example-").FullName;
        try
        {
            var example = (await File.ReadAllTextAsync(Path.Combine(ServedPages.Repository, "docs", "pages.md"), Cancel))
                .Split("C#, as one file")[1].Split('\n')
                .Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line[4..]);
            await File.WriteAllTextAsync(
                Path.Combine(folder, "example.cs"),
                string.Join('\n', example).Replace("http://127.0.0.1:5080", pages.Url)
                .Replace("replications = 50", "replications = 4"), Cancel);
            using var run =
                Process.Start(new ProcessStartInfo("dotnet", ["run", "example.cs"])
                {
                    WorkingDirectory = folder,
                    RedirectStandardOutput = true
                })!;
            var said = await run.StandardOutput.ReadToEndAsync(Cancel);

            Assert.Contains("The county's funding cut", said);
            Assert.Matches("\\d{5,} values", said);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("iso-8859-1", "V\u00e5rd")]
    [InlineData("iso-8859-1", "\u00ff\u00ffx")]
    public async Task A_text_that_is_not_utf8_is_refused_and_not_kept_with_other_letters(string charset, string title)
    {
        var text = $"id: not-utf8\ntitle: {title}\nquestion: Q?\nextends: baseline\n";
        using var body = new ByteArrayContent(Encoding.GetEncoding(charset).GetBytes(text));
        body.Headers.ContentType = new("application/yaml");

        var answer = await client.PutAsync("/api/v1/scenarios/not-utf8", body, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("not UTF-8", await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/v1/scenarios/not-utf8", Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("application/json; charset=utf-99", HttpStatusCode.UnsupportedMediaType, "There is no charset 'utf-99'", "{}")]
    [InlineData("application/json", HttpStatusCode.BadRequest, "is not valid here", """{"scenario":""")]
    [InlineData("application/json", HttpStatusCode.BadRequest, "is not valid here", """{"scenario":"baseline","pase":4}""")]
    public async Task A_body_that_cannot_be_understood_is_refused_with_a_sentence(string type, HttpStatusCode status, string said,
        string text)
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        Assert.True(body.Headers.TryAddWithoutValidation("Content-Type", type));

        var answer = await client.PostAsync("/api/v1/runs", body, Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(said, await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_comparison_is_started_followed_and_fetched_as_json_csv_and_parquet()
    {
        var started = await client.PostAsJsonAsync("/api/v1/comparisons",
            new { @base = "baseline", others = new[] { "training-cut" }, replications = 3, seed = 7 }, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var place = started.Headers.Location!.OriginalString;

        // The stream of events ends when the comparison does.
        var events = await client.GetStringAsync($"{place}/events", Cancel);
        Assert.Contains("\"state\":\"done\"", events);

        var result = await Get($"{place}/result");
        Assert.Equal(3, result.GetProperty("replications").GetInt32());
        Assert.Equal(7, result.GetProperty("seed").GetInt32());
        Assert.NotEmpty(result.GetProperty("scenarios")[1].GetProperty("answer").GetString()!);
        Assert.StartsWith("scenario,replication,seed,month,actor,group,indicator,value,unit",
            await client.GetStringAsync($"{place}/files/series.csv", Cancel));
        Assert.Equal("PAR1"u8.ToArray(), (await client.GetByteArrayAsync($"{place}/files/series.parquet", Cancel))[..4]);

        // Asked again it is there already, and the command line would write the same folder.
        var again = await (await client.PostAsJsonAsync("/api/v1/comparisons",
                new { @base = "baseline", others = new[] { "training-cut" }, replications = 3, seed = 7 }, Cancel))
                .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal("done", again.GetProperty("state").GetString());
        Assert.True(File.Exists(Path.Combine(pages.Results, again.GetProperty("id").GetString()!, "manifest.json")));
    }

    [Fact]
    public async Task Persons_and_the_report_in_every_format_are_fetched_from_a_comparison()
    {
        var order = new
        {
            @base = "baseline",
            others = new[] { "training-cut" },
            replications = 2,
            seed = 8,
            persons = new[] { 2, 1, 2 },
            discount = .04
        };
        var started = await client.PostAsJsonAsync("/api/v1/comparisons", order, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, started.StatusCode);
        var place = started.Headers.Location!.OriginalString;
        await client.GetStringAsync($"{place}/events", Cancel);

        var files = (await Get(place)).GetProperty("files").EnumerateArray().Select(file => file.GetString()).ToList();
        Assert.Equal(
            [],
            new[] { "persons.parquet", "persons.csv.gz", "datapackage.json", "report.html", "report.docx", "slides.pptx",
                "tables.xlsx" }.Except(files));
        Assert.Equal("PAR1"u8.ToArray(), (await client.GetByteArrayAsync($"{place}/files/persons.parquet", Cancel))[..4]);
        var result = await Get($"{place}/result");
        Assert.Contains("--persons 1,2", result.GetProperty("command").GetString());
        Assert.Equal(.04, result.GetProperty("discountRate").GetDouble());

        var dear = await client.PostAsJsonAsync("/api/v1/comparisons", order with { discount = 4.0 }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, dear.StatusCode);
        var wrong = await client.PostAsJsonAsync("/api/v1/comparisons", order with { persons = new[] { 0 } }, Cancel);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/scenarios/mine", "text/plain", HttpStatusCode.UnsupportedMediaType, "application/yaml")]
    [InlineData("PUT", "/api/v1/scenarios/mine", null, HttpStatusCode.UnprocessableEntity, "The scenario cannot be used")]
    [InlineData("POST", "/api/v1/runs", "text/plain", HttpStatusCode.UnsupportedMediaType, "application/json")]
    [InlineData("PATCH", "/api/v1/runs", "application/json", HttpStatusCode.MethodNotAllowed, "GET, HEAD, POST")]
    [InlineData("DELETE", "/api/v1/scenarios/baseline", null, HttpStatusCode.MethodNotAllowed, "GET, HEAD, PUT")]
    [InlineData("POST", "/api/v1/nothing", "application/json", HttpStatusCode.MethodNotAllowed, "/openapi/v1.json")]
    [InlineData("GET", "/api/v1/nothing", null, HttpStatusCode.NotFound, "/openapi/v1.json")]
    public async Task A_request_of_the_wrong_kind_is_told_which_kind_is_right(string method, string path, string? format,
        HttpStatusCode status, string told)
    {
        var request = new HttpRequestMessage(new(method), path);
        if (method is "PUT" or "POST" or "PATCH") request.Content = new ByteArrayContent("{}"u8.ToArray());
        if (format is not null && request.Content is { } content) content.Headers.ContentType = new(format);

        var answer = await client.SendAsync(request, Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(told, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_study_that_cannot_be_used_is_called_a_study()
    {
        var answer = await client.PostAsJsonAsync("/api/v1/studies", new { text = "id: faulty\ntitle: T\n" }, Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("The study cannot be used.",
            (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_run_is_started_paused_stepped_changed_and_forgotten()
    {
        var run = await (await client.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", paused = true }, Cancel))
            .Content.ReadFromJsonAsync<JsonElement>(Cancel);
        var place = $"/api/v1/runs/{run.GetProperty("id").GetString()}";
        await Until(place, "paused");

        await client.PostAsync($"{place}/step?amount=2", null, Cancel);
        await Until(place, "paused", "1995-03");
        var months = await Get($"{place}/months");
        Assert.Equal(["1995-01", "1995-02"], months.EnumerateArray().Select(month => month.GetProperty("month").GetString()));

        var changed = await client.PostAsync($"{place}/interventions",
            Yaml("interventions:\n  - { id: cut, lever: funding.controllable.county, change: { multiply: 0.8 } }\n"), Cancel);
        Assert.Equal("1995-03", (await changed.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("from").GetString());
        var wrong = await client.PostAsync($"{place}/interventions",
            Yaml("interventions:\n  - { id: other, lever: funding.controlable, change: { multiply: 0.8 } }\n"), Cancel);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal("SC030", (await wrong.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("findings")[0]
            .GetProperty("code").GetString());

        var scenario = await client.GetStringAsync($"{place}/scenario", Cancel);
        Assert.Contains("extends: baseline", scenario, StringComparison.Ordinal);
        Assert.Contains("lever: funding.controllable.county", scenario, StringComparison.Ordinal);
        Assert.Contains("run scenario.yaml --seed 1 --replication 1", (await Get(place)).GetProperty("command").GetString(),
            StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(place, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(place, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_study_is_begun_stopped_and_its_files_fetched()
    {
        var shipped = await Get("/api/v1/studies/shipped");
        Assert.Contains(shipped.EnumerateArray(),
            study => study.GetProperty("name").GetString() == "rivals" && study.GetProperty("runs").GetInt64() > 0);

        var begun = await client.PostAsJsonAsync("/api/v1/studies", new { study = "rivals" }, Cancel);
        Assert.Equal(HttpStatusCode.Accepted, begun.StatusCode);
        var place = begun.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.BadRequest, (await client.DeleteAsync(place, Cancel)).StatusCode);
        await client.PostAsync($"{place}/stop", null, Cancel);
        await Until(place, "unfinished");

        Assert.Contains("\"command\": \"study\"", await client.GetStringAsync($"{place}/files/manifest.json", Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{place}/files/journal.bin", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(place, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(place, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest,
            (await client.PostAsJsonAsync("/api/v1/studies", new { study = "no-such-study" }, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_study_of_ones_own_is_begun_with_its_seed_and_replications_and_reads_no_file_of_the_server()
    {
        const string text =
            "id: my-own-study\ntitle: Mine\nquestion: What if?\nscenarios: [baseline, null-change]\nreplications: "
                + "50\noutcomes:\n  - { indicator: needs.unmetPerEligible }\n";
        var begun = await client.PostAsJsonAsync("/api/v1/studies", new { text, seed = 7, replications = 2 }, Cancel);
        Assert.True(begun.StatusCode == HttpStatusCode.Accepted, await begun.Content.ReadAsStringAsync(Cancel));
        var place = begun.Headers.Location!.OriginalString;
        await Until(place, "done");
        var manifest = await client.GetStringAsync($"{place}/files/manifest.json", Cancel);
        Assert.Matches("\"seed\": 7,", manifest);
        Assert.Matches("\"replications\": 2,", manifest);
        Assert.Equal(HttpStatusCode.Accepted,
            (await client.PostAsJsonAsync("/api/v1/studies", new { text, seed = 7, replications = 2 }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict,
            (await client.PostAsJsonAsync("/api/v1/studies", new { text, seed = 8, replications = 2 }, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(place, Cancel)).StatusCode);

        foreach (var (body, status) in new (object, HttpStatusCode)[]
        {
            (new { text = text.Replace("null-change", "/etc/passwd") }, HttpStatusCode.UnprocessableEntity),
            (new { text = text.Replace("null-change", "../../other.yaml") }, HttpStatusCode.UnprocessableEntity),
            (new { text = text.Replace("my-own-study", "../my-own-study") }, HttpStatusCode.UnprocessableEntity),
            (new { text, study = "rivals" }, HttpStatusCode.BadRequest), (new { seed = 1 }, HttpStatusCode.BadRequest),
            (new { text, replications = 0 }, HttpStatusCode.BadRequest), (new { text, seed = -1 }, HttpStatusCode.BadRequest),
        })
        {
            var refused = await client.PostAsJsonAsync("/api/v1/studies", body, Cancel);
            Assert.Equal(status, refused.StatusCode);
            Assert.DoesNotContain("root:", await refused.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task A_study_brings_the_tables_that_it_names_and_leaves_none_behind_where_it_is_refused()
    {
        const string text =
            "id: from-a-region\ntitle: Mine\nquestion: What if?\nscenarios: [null-change]\nreplications: 1\noutcomes: "
                + "[needs.unmetPerEligible]\nsample: { file: my-region.csv }\n";
        static Dictionary<string, string> Region(string value, string name = "my-region.csv") =>
            new() { [name] = $"draw,parameter,value,unit\n1,care.otherSector,0.7,share\n2,care.otherSector,{value},share\n" };
        async Task<HttpStatusCode> Status(object order) =>
            (await client.PostAsJsonAsync("/api/v1/studies", order, Cancel)).StatusCode;

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Status(new { text, tables = Region("7") }));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(new { text, tables = Region("0.8", "../my-region.csv") }));
        Assert.Equal(HttpStatusCode.BadRequest, await Status(new { study = "rivals", tables = Region("0.8") }));
        // Nothing is left of what was refused.
        var begun = await client.PostAsJsonAsync("/api/v1/studies", new { text, tables = Region("0.8") }, Cancel);
        Assert.True(begun.StatusCode == HttpStatusCode.Accepted, await begun.Content.ReadAsStringAsync(Cancel));
        var place = begun.Headers.Location!.OriginalString;
        await Until(place, "done");
        Assert.Contains("0.8", await client.GetStringAsync($"{place}/files/samples.csv", Cancel));
        Assert.Equal(HttpStatusCode.Conflict,
            await Status(new { text = text.Replace("from-a-region", "another"), tables = Region("0.75") }));
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(place, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("""{"base":"baseline","others":[]}""", 400)]
    [InlineData("""{"base":"baseline","others":["funding-cut"],"replications":1}""", 400)]
    [InlineData("""{"base":"baseline","others":["no-such-scenario"]}""", 400)]
    [InlineData("""{"base":"baseline","others":["today-cut"]}""", 400)]
    [InlineData("""{"base":"baseline","others":["funding-cut"],"since":"soon"}""", 400)]
    [InlineData("{", 400)]
    public async Task What_is_wrong_with_a_request_is_told_as_problem_details(string body, int status)
    {
        var answer =
            await client.PostAsync("/api/v1/comparisons", new StringContent(body, Encoding.UTF8, "application/json"), Cancel);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain(" at Samverkan.", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task The_description_names_every_path_and_nothing_that_is_no_part_of_it()
    {
        var paths = (await Get("/openapi/v1.json")).GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();

        Assert.Contains("/api/v1/comparisons", paths);
        Assert.Contains("/api/v1/comparisons/{id}/files/{file}", paths);
        Assert.Contains("/api/v1/runs/{id}/interventions", paths);
        Assert.All(paths, path => Assert.StartsWith("/api/v1/", path));
    }

    private async Task<JsonElement> Get(string path) => await client.GetFromJsonAsync<JsonElement>(path, Cancel);

    private async Task Until(string place, string state, string? next = null)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            var run = await Get(place);
            if (run.GetProperty("state").GetString() == state && (next is null || run.GetProperty("next").GetString() == next))
                return;
            await Task.Delay(100, Cancel);
        }
        Assert.Fail($"{place} did not become {state} {next}.");
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");
}
