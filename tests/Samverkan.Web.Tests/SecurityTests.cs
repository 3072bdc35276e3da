using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>What was tried against the pages, as an attacker on the network or on another site would.</summary>
public sealed class SecurityTests(ServedPages pages)
{
    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new(pages.Url) };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/app.css")]
    [InlineData("/api/v1/scenarios")]
    [InlineData("/api/v1/comparisons/nothing")]
    [InlineData("/no-such-page")]
    [InlineData("/metrics")]
    public async Task Every_answer_tells_the_browser_what_it_may_load(string path)
    {
        var answer = await client.GetAsync(path, Cancel);

        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("script-src 'self';", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("http", policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task No_page_has_a_script_in_it_or_loads_anything_from_elsewhere()
    {
        foreach (var path in new[] { "/", "/edit", "/live", "/person", "/sweden", "/runs" })
        {
            var page = await client.GetStringAsync(path, Cancel);
            Assert.DoesNotMatch("<script(?![^>]*src=)", page);
            Assert.DoesNotMatch("(?:src|href)=\"(?:https?:)?//", page);
            Assert.DoesNotMatch(" on[a-z]+=\"", page);
        }
    }

    [Theory]
    [InlineData("/results/..%2f..%2fetc/series.csv")]
    [InlineData("/results/%2e%2e/manifest.json")]
    [InlineData("/results/x/..%2f..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/v1/comparisons/..%2f..%2f..%2fetc/files/passwd")]
    [InlineData("/api/v1/comparisons/%2fetc/files/series.csv")]
    [InlineData("/api/v1/scenarios/..%2f..%2fREADME")]
    [InlineData("/api/v1/scenarios/%2fetc%2fpasswd")]
    [InlineData("/_content/..%2f..%2fsamverkan.dll")]
    [InlineData("/%2e%2e/%2e%2e/etc/passwd")]
    public async Task No_path_of_a_request_reaches_the_file_system(string path)
    {
        var answer = await Raw($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[04]", answer);
        Assert.DoesNotContain("root:", answer);
    }

    [Fact]
    public async Task A_deleted_result_must_be_one_that_is_listed()
    {
        var outside = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(pages.Results)!, "precious"));

        var answer = await client.DeleteAsync("/api/v1/comparisons/..%2fprecious", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(outside.Exists);
    }

    [Theory]
    [InlineData("../escape")]
    [InlineData("..%2fescape")]
    [InlineData("UPPER")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("baseline")]
    public async Task A_scenario_is_saved_under_a_plain_name_of_its_own_or_not_at_all(string name)
    {
        var answer = await client.PutAsync($"/api/v1/scenarios/{Uri.EscapeDataString(name)}", Yaml("id: a\nextends: baseline\ntitle: A\nquestion: B?\n"), Cancel);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(pages.Own)!, "escape.yaml")));
    }

    [Fact]
    public async Task A_scenario_reads_no_files_but_scenarios()
    {
        foreach (var text in new[] { "extends: ../../../etc/passwd", "extends: /etc/passwd", "extends: baseline\nworld: { table: ../../../etc/passwd }", "extends: baseline\nworld: { table: /etc/passwd }" })
        {
            var answer = await client.PutAsync("/api/v1/scenarios/reads-elsewhere", Yaml($"id: a\n{text}\ntitle: A\nquestion: B?\n"), Cancel);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task What_is_too_large_or_no_text_or_too_deep_is_refused()
    {
        var large = await client.PutAsync("/api/v1/scenarios/large", Yaml(new string('#', 3 << 20)), Cancel);
        var binary = await client.PutAsync("/api/v1/scenarios/binary", new ByteArrayContent([0, 1, 2, 255, 254]) { Headers = { ContentType = new("application/yaml") } }, Cancel);
        var deep = await client.PutAsync("/api/v1/scenarios/deep", Yaml(new string('[', 20_000)), Cancel);
        var bomb = await client.PutAsync("/api/v1/scenarios/bomb", Yaml("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n"), Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.All([binary, deep, bomb], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
    }

    [Fact]
    public async Task A_name_of_another_site_that_leads_here_leads_to_no_page()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };

        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    public async Task A_page_of_another_site_can_start_nothing(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/runs") { Content = new StringContent("""{"scenario":"baseline"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_the_connection_of_the_pages()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=x") { Headers = { { "Origin", "https://evil.example" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    public async Task A_way_back_never_leads_away(string back)
    {
        var answer = await client.GetAsync($"/language?to=sv&back={Uri.EscapeDataString(back)}", Cancel);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task With_a_token_only_those_come_in_who_know_it()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-token-").FullName;
        var port = ServedPages.FreePort();
        var server = await ServedPages.Start(port, folder, "--token", "a-long-enough-token");
        try
        {
            using var alone = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
            async Task<HttpStatusCode> Api(string? token)
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/scenarios");
                if (token is not null) request.Headers.Authorization = new("Bearer", token);
                return (await alone.SendAsync(request, Cancel)).StatusCode;
            }

            Assert.Equal(HttpStatusCode.Unauthorized, await Api(null));
            Assert.Equal(HttpStatusCode.Unauthorized, await Api("a-long-enough-tokeN"));
            Assert.Equal(HttpStatusCode.OK, await Api("a-long-enough-token"));
            Assert.Equal(HttpStatusCode.Unauthorized, (await alone.GetAsync("/metrics", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await alone.GetAsync("/_blazor/negotiate", Cancel)).StatusCode);

            var page = new HttpRequestMessage(HttpMethod.Get, "/runs") { Headers = { { "Accept", "text/html" } } };
            Assert.StartsWith("/sign-in", (await alone.SendAsync(page, Cancel)).Headers.Location!.OriginalString);
            // Without the form's own mark nobody can sign anybody in; guesses are counted.
            var forged = await alone.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", "a-long-enough-token")]), Cancel);
            Assert.Equal(HttpStatusCode.BadRequest, forged.StatusCode);
            HttpStatusCode last = default;
            for (var i = 0; i < 12; i++)
                last = (await alone.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", $"{i}")]), Cancel)).StatusCode;
            Assert.Equal(HttpStatusCode.TooManyRequests, last);
        }
        finally
        {
            await ServedPages.End(server);
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("lets others in: give a token", "--bind", "0.0.0.0")]
    [InlineData("could be guessed", "--bind", "0.0.0.0", "--token", "short")]
    [InlineData("could be guessed", "--token", "short")]
    [InlineData("is no address", "--bind", "here")]
    public async Task Others_are_let_in_with_a_good_token_or_not_at_all(string told, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [ServedPages.Program, "serve", "--port", $"{ServedPages.FreePort()}", .. arguments]) { RedirectStandardError = true })!;
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains(told, await process.StandardError.ReadToEndAsync(Cancel));
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");

    private async Task<string> Raw(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, pages.Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancel);
    }
}
