using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>What was tried against the pages, as an attacker on the network or on another site would.</summary>
public sealed class SecurityTests(ServedPages pages)
{
    private readonly HttpClient client = pages.Caller(followsRedirects: false);

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
    [InlineData("/api/v1/comparisons/..%2f..%2fetc/events")]
    [InlineData("/api/v1/comparisons/..%2f..%2fetc/result")]
    [InlineData("/api/v1/studies/..%2f..%2fetc")]
    [InlineData("/api/v1/studies/..%2f..%2fetc/answers")]
    [InlineData("/api/v1/studies/..%2f..%2fetc/files/passwd")]
    [InlineData("/api/v1/studies/%2fetc/files/passwd")]
    [InlineData("/api/v1/runs/..%2f..%2fetc%2fpasswd")]
    [InlineData("/api/v1/runs/..%2f..%2fetc%2fpasswd/months")]
    [InlineData("/api/v1/runs/%00/events")]
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
        var answer = await client.PutAsync($"/api/v1/scenarios/{Uri.EscapeDataString(name)}",
            Yaml("id: a\nextends: baseline\ntitle: A\nquestion: B?\n"), Cancel);

        Assert.False(answer.IsSuccessStatusCode);
        Assert.False(File.Exists(Path.Combine(Path.GetDirectoryName(pages.Own)!, "escape.yaml")));
    }

    [Fact]
    public async Task A_scenario_reads_no_files_but_scenarios()
    {
        foreach (var text in new[] { "extends: ../../../etc/passwd", "extends: /etc/passwd",
            "extends: baseline\nworld: { table: ../../../etc/passwd }", "extends: baseline\nworld: { table: /etc/passwd }" })
        {
            var answer = await client.PutAsync("/api/v1/scenarios/reads-elsewhere",
                Yaml($"id: a\n{text}\ntitle: A\nquestion: B?\n"), Cancel);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    [Fact]
    public async Task What_is_too_large_or_no_text_or_too_deep_is_refused()
    {
        var large = await client.PutAsync("/api/v1/scenarios/large", Yaml(new string('#', 3 << 20)), Cancel);
        var binary = await client.PutAsync("/api/v1/scenarios/binary",
            new ByteArrayContent([0, 1, 2, 255, 254]) { Headers = { ContentType = new("application/yaml") } }, Cancel);
        var deep = await client.PutAsync("/api/v1/scenarios/deep", Yaml(new string('[', 20_000)), Cancel);
        var bomb =
            await client.PutAsync("/api/v1/scenarios/bomb", Yaml("a: &a [x,x,x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n"), Cancel);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, binary.StatusCode);
        Assert.All([deep, bomb], answer => Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode));
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
        var request = new HttpRequestMessage(HttpMethod.Post,
            "/api/v1/runs")
        { Content = new StringContent("""{"scenario":"baseline"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_a_socket_to_the_pages()
    {
        var asked = await Raw(
            $"GET /_blazor?id=x HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nConnection: Upgrade\r\nUpgrade: "
                + "websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: https://evil.example\r\n\r\n", closes: false);

        Assert.StartsWith("HTTP/1.1 403", asked);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_the_connection_of_the_pages()
    {
        var request =
            new HttpRequestMessage(HttpMethod.Get, "/_blazor?id=x") { Headers = { { "Origin", "https://evil.example" } } };

        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("/compare/..%2f..%2fetc")]
    [InlineData("/live/..%2f..%2fetc%2fpasswd")]
    [InlineData("/study/..%2f..%2fetc")]
    [InlineData("/person?a=..%2f..%2fetc%2fpasswd&b=%2fetc%2fpasswd")]
    [InlineData("/edit?from=..%2f..%2fetc%2fpasswd")]
    [InlineData("/edit?open=%2fetc%2fpasswd")]
    [InlineData("/live?scenario=..%2f..%2fetc%2fpasswd")]
    public async Task No_name_in_the_address_of_a_page_reaches_the_file_system(string path)
    {
        var answer = await client.GetAsync(path, Cancel);

        Assert.True((int)answer.StatusCode is 200 or 400 or 404, $"{answer.StatusCode}");
        Assert.DoesNotContain("root:", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/runs")]
    [InlineData("/metrics")]
    [InlineData("/app.css")]
    [InlineData("/api/v1/scenarios")]
    [InlineData("/openapi/v1.json")]
    public async Task Who_asks_for_the_head_alone_gets_that_of_the_page(string path)
    {
        var answer = await Raw($"HEAD {path} HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nConnection: close\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.EndsWith("\r\n\r\n", answer);
        Assert.Contains("Content-Security-Policy", answer);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PROPFIND")]
    public async Task A_strange_method_starts_and_changes_nothing(string method)
    {
        // A run of its own that stands still: those of others go on meanwhile.
        var begun = await client.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", paused = true }, Cancel);
        var run = begun.Headers.Location!.OriginalString;
        var before = await Ids();

        var answer = await Raw(
            $"{method} {run}/stop HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nConnection: close\r\nX-Echo: me\r\n\r\n");

        Assert.Matches("^HTTP/1.1 40[045]", answer);
        Assert.DoesNotContain("X-Echo", answer);
        Assert.Equal(before, await Ids());
        Assert.NotEqual("stopped", (await client.GetFromJsonAsync<JsonElement>(run, Cancel)).GetProperty("state").GetString());
        await client.DeleteAsync(run, Cancel);

        async Task<IEnumerable<string?>> Ids() => (await client.GetFromJsonAsync<JsonElement>("/api/v1/runs", Cancel))
            .EnumerateArray().Select(one => one.GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("X-Http-Method", "DELETE")]
    [InlineData("X-Method-Override", "DELETE")]
    public async Task A_header_makes_no_other_method_of_a_request(string header, string method)
    {
        await client.PutAsync("/api/v1/scenarios/kept?replace=true",
            Yaml("id: kept\nextends: baseline\ntitle: Kept\nquestion: Is it kept?\n"), Cancel);
        var folder = Directory.CreateDirectory(Path.Combine(pages.Results, "kept")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "note.txt"), "kept", Cancel);
        foreach (var by in new[] { HttpMethod.Get, HttpMethod.Post })
        {
            var request = new HttpRequestMessage(by, "/api/v1/comparisons/kept") { Headers = { { header, method } } };
            var answer = await client.SendAsync(request, Cancel);
            Assert.NotEqual(HttpStatusCode.NoContent, answer.StatusCode);
        }

        Assert.True(Directory.Exists(folder));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Forwarded-For", "10.0.0.1")]
    [InlineData("X-Original-URL", "/metrics")]
    [InlineData("X-Rewrite-URL", "/metrics")]
    public async Task A_header_that_a_proxy_would_send_is_believed_by_nobody(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/language?to=sv&back=/runs") { Headers = { { header, value } } };

        Assert.Equal("/runs", (await client.SendAsync(request, Cancel)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut_off_where_a_scenario_would_have_ended()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, pages.Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"PUT /api/v1/scenarios/endless HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nContent-Type: "
                + "application/yaml\r\nTransfer-Encoding: chunked\r\n\r\n"), Cancel);
        var chunk = Encoding.ASCII.GetBytes($"10000\r\n{new string('#', 0x10000)}\r\n");
        var sent = 0;
        try
        {
            for (; sent < 1000; sent++) await stream.WriteAsync(chunk, Cancel);
        }
        catch (IOException)
        {
            // The server has closed the connection.
        }

        Assert.InRange(sent, 1, 999);
        Assert.False(File.Exists(Path.Combine(pages.Own, "endless.yaml")));
    }

    [Fact]
    public async Task A_header_without_an_end_and_a_request_that_says_two_lengths_are_refused()
    {
        var large =
            await Raw(
                $"GET / HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nX-Large: {new string('x', 64 << 10)}\r\nConnection: "
                    + "close\r\n\r\n");
        var twice =
            await Raw(
                $"POST /api/v1/runs HTTP/1.1\r\nHost: 127.0.0.1:{pages.Port}\r\nContent-Length: 2\r\nContent-Length: "
                    + $"40\r\nConnection: close\r\n\r\n{{}}");

        Assert.StartsWith("HTTP/1.1 431", large);
        Assert.StartsWith("HTTP/1.1 400", twice);
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
            using var alone = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
            {
                BaseAddress =
                    new($"http://127.0.0.1:{port}")
            };
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
            Assert.Equal("text/css", (await alone.GetAsync("/sign-in.css", Cancel)).Content.Headers.ContentType!.MediaType);
            // Without the form's own mark nobody can sign anybody in; guesses are counted.
            var forged =
                await alone.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", "a-long-enough-token")]), Cancel);
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
        using var process = Process.Start(new ProcessStartInfo("dotnet",
                [ServedPages.Program, "serve", "--port", $"{ServedPages.FreePort()}", .. arguments])
        {
            RedirectStandardError =
                    true
        })!;
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains(told, await process.StandardError.ReadToEndAsync(Cancel));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_a_sentence()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
                [ServedPages.Program, "serve", "--port", $"{pages.Port}"])
        { RedirectStandardError = true })!;
        var told = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Matches(
            $@"\AThe pages cannot be served at http://127.0.0.1:{pages.Port}: [^.]+\. Name another port with --port\.\s*\z",
            told);
    }

    [Fact]
    public async Task A_flood_is_turned_away_and_others_are_served_again_once_it_is_over()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-flood-").FullName;
        var port = ServedPages.FreePort();
        var server = await ServedPages.Start(port, folder);
        try
        {
            using var many = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };
            var starts = await Task.WhenAll(Enumerable.Range(0, 300).Select(async _ =>
                (await many.PostAsync("/api/v1/studies",
                    new StringContent("""{"study":"no-such-study"}""", Encoding.UTF8, "application/json"), Cancel)).StatusCode));

            // Sixty a minute; on a slow machine another minute may have begun meanwhile.
            Assert.Contains(HttpStatusCode.TooManyRequests, starts);
            Assert.InRange(starts.Count(status => status == HttpStatusCode.BadRequest), 60, 240);
            Assert.Equal(HttpStatusCode.OK, (await many.GetAsync("/api/v1/scenarios", Cancel)).StatusCode);
        }
        finally
        {
            await ServedPages.End(server);
            Directory.Delete(folder, recursive: true);
        }
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");

    /// <param name="closes">Whether the server ends the connection after its answer; else its first line is all that is
    /// read.</param>
    private async Task<string> Raw(string request, bool closes = true)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, pages.Port, Cancel);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Cancel);
        using var reader = new StreamReader(stream);
        return closes ? await reader.ReadToEndAsync(Cancel) : await reader.ReadLineAsync(Cancel) ?? "";
    }
}
