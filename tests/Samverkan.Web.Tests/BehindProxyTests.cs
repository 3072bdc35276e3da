using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>The pages behind a real nginx, by the recipe that is shipped.</summary>
public sealed class BehindProxyTests(Browser browser)
{
    private const string Token = "a-token-that-is-long-enough";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task People_sign_in_and_work_over_a_WebSocket_under_a_path_of_the_site()
    {
        await using var pages =
            await OwnPages.Start("--token", Token, "--behind-proxy", "127.0.0.1", "--path-base", "/samverkan");
        await using var nginx = await Nginx.Start(pages.Port, "/samverkan");
        var (page, complaints) = await browser.Page(nginx.Url, ignoresCertificates: true);
        var sockets = new List<string>();
        page.WebSocket += (_, socket) => sockets.Add(socket.Url);

        await page.GotoAsync("/samverkan/runs");
        await Expect(page).ToHaveURLAsync(new Regex("/samverkan/sign-in"));
        await page.GetByLabel("Access token").FillAsync(Token);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{nginx.Url}/samverkan/runs");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Start" }).First.ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/samverkan/$"));
        await page.GetByLabel("Search").FillAsync("sweden");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Status)).ToContainTextAsync("1 scenario");

        Assert.Contains(sockets,
            url => url.StartsWith($"wss://localhost:{nginx.Port}/samverkan/_blazor", StringComparison.Ordinal));
        Assert.All(await page.Context.CookiesAsync(), cookie => Assert.True(cookie.Secure, cookie.Name));
        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task Programs_work_under_a_path_and_what_they_did_is_written_down_with_where_they_come_from()
    {
        await using var pages =
            await OwnPages.Start("--token", Token, "--behind-proxy", "127.0.0.1", "--path-base", "/samverkan");
        await using var nginx = await Nginx.Start(pages.Port, "/samverkan");
        using var client = nginx.Client("127.0.0.9");
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        // What a reader claims of itself counts for nothing.
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "6.6.6.6");

        var begun = await client.PostAsJsonAsync("/samverkan/api/v1/runs", new { scenario = "baseline", paused = true }, Cancel);
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        var run = begun.Headers.Location!.OriginalString;
        Assert.StartsWith("/samverkan/api/v1/runs/", run);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(run, Cancel)).StatusCode);
        await client.DeleteAsync(run, Cancel);

        var lines = pages.Audit();
        Assert.Equal(["run.start", "run.forget"], lines.Select(line => line.GetProperty("act").GetString()));
        Assert.All(lines, line => Assert.Equal("127.0.0.9", line.GetProperty("from").GetString()));
        Assert.All(lines, line => Assert.Equal(run.Split('/')[^1], line.GetProperty("on").GetString()));
    }

    [Fact]
    public async Task A_flood_from_one_reader_keeps_no_other_out()
    {
        await using var pages = await OwnPages.Start("--token", Token, "--behind-proxy", "127.0.0.1");
        await using var nginx = await Nginx.Start(pages.Port);
        using var one = nginx.Client("127.0.0.2");
        using var other = nginx.Client("127.0.0.3");
        async Task<HttpStatusCode> Guess(HttpClient client) =>
            (await client.PostAsync("/sign-in", new FormUrlEncodedContent([new("token", "guess")]), Cancel)).StatusCode;

        var answers = new List<HttpStatusCode>();
        var since = Stopwatch.GetTimestamp();
        while (!answers.Contains(HttpStatusCode.TooManyRequests) && Stopwatch.GetElapsedTime(since) < TimeSpan.FromMinutes(3))
            answers.Add(await Guess(one));

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await Guess(other));
    }

    [Theory]
    [InlineData("lets others in", "--behind-proxy", "127.0.0.1")]
    [InlineData("is no address and no network", "--behind-proxy", "the-proxy", "--token", Token)]
    [InlineData("is no path of a site", "--path-base", "samverkan")]
    [InlineData("is no path of a site", "--path-base", "//evil.example")]
    [InlineData("hold no certificate with its key", "--certificate", "nothing.pem")]
    [InlineData("There is no file of tokens", "--tokens", "nothing")]
    [InlineData("begins with https://", "--oidc-authority", "http://login.example.org")]
    [InlineData("SAMVERKAN_OIDC_CLIENTID", "--oidc-authority", "https://login.example.org")]
    public async Task What_cannot_be_served_safely_is_refused_in_a_sentence(string told, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [ServedPages.Program, "serve", "--port", $"{ServedPages.FreePort()}", .. arguments])
        { RedirectStandardError = true })!;
        var said = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains(told, said);
        Assert.Single(said.Trim().Split('\n'));
    }

    [Fact]
    public async Task Nothing_is_watched_by_inotify_of_which_a_machine_has_few()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("There is no inotify here.");
        await using var pages = await OwnPages.Start();

        var open = Directory.EnumerateFileSystemEntries($"/proc/{pages.Process}/fd")
            .Select(file => new FileInfo(file).LinkTarget);

        Assert.DoesNotContain(open, target => target?.Contains("inotify", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task Health_is_told_to_everybody_and_what_is_wrong_to_those_alone_who_may_know()
    {
        await using var pages =
            await OwnPages.Start("--token", Token, "--cluster", $"redis://127.0.0.1:{ServedPages.FreePort()}");
        using var client = new HttpClient { BaseAddress = new(pages.Url) };

        Assert.Equal("ok\n", await client.GetStringAsync("/healthz", Cancel));
        var stranger = await client.GetAsync("/readyz", Cancel);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        var reader = await client.GetAsync("/readyz", Cancel);

        Assert.All([stranger, reader], answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode));
        Assert.Equal("cluster: not ready\n", await stranger.Content.ReadAsStringAsync(Cancel));
        Assert.StartsWith("cluster: No Redis answers at redis://127.0.0.1:", await reader.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_certificates_file_gives_TLS_and_is_read_again_when_it_is_renewed()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-tls-").FullName;
        Nginx.SelfSigned(folder);
        await using var pages =
            await OwnPages.Start("--certificate", $"{folder}/site.crt", "--certificate-key", $"{folder}/site.key");

        var first = await Shown();
        Nginx.SelfSigned(folder);
        var since = Stopwatch.GetTimestamp();
        while (await Shown() == first)
            Assert.True(Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(60), "The old certificate is still shown.");
        Directory.Delete(folder, recursive: true);

        async Task<string> Shown()
        {
            var shown = "";
            using var client = new HttpClient(new SocketsHttpHandler
            {
                SslOptions =
                {
                    RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    {
                        shown = certificate!.GetCertHashString();
                        return true;
                    },
                },
            });
            Assert.Equal("ok\n", await client.GetStringAsync($"https://localhost:{pages.Port}/healthz", Cancel));
            return shown;
        }
    }
}
