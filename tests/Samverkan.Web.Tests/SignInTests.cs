using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>Who comes in, as what, and what is written down of it.</summary>
public sealed partial class SignInTests(Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("readers", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [InlineData("writers", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [InlineData("keepers", HttpStatusCode.OK, HttpStatusCode.NotFound)]
    public async Task An_account_at_work_lets_people_in_with_the_role_of_their_group(string group, HttpStatusCode saves,
        HttpStatusCode deletes)
    {
        await using var provider = await Provider.Start();
        provider.Groups = ["others", group];
        await using var pages = await Start(provider);
        using var reader = Reader(pages);

        var page = await reader.GetAsync("/runs", Cancel);
        Assert.Equal("/sign-in", page.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("Sign in with the county", await page.Content.ReadAsStringAsync(Cancel));
        page = await reader.GetAsync("/sign-in/openid-connect?back=/runs", Cancel);
        Assert.Equal($"{pages.Url}/runs", page.RequestMessage!.RequestUri!.ToString());
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        Assert.Equal(saves, await Save(reader));
        Assert.Equal(deletes, (await reader.DeleteAsync("/api/v1/studies/none", Cancel)).StatusCode);
        var log = pages.Audit();
        Assert.Equal(("oidc:subject-17", "sign-in", "done"), Told(log[0]));
        Assert.Equal(("oidc:subject-17", "scenario.save", saves == HttpStatusCode.OK ? "done" : "refused"), Told(log[1]));
        Assert.DoesNotContain("Anna", await File.ReadAllTextAsync(Path.Combine(pages.Folder, "audit.jsonl"), Cancel));
    }

    [Fact]
    public async Task Who_has_no_role_sees_nothing_and_can_sign_out()
    {
        await using var provider = await Provider.Start();
        provider.Groups = ["others"];
        await using var pages = await Start(provider);
        using var reader = Reader(pages);
        reader.DefaultRequestHeaders.Add("Accept", "text/html");

        var page = await reader.GetAsync("/sign-in/openid-connect?back=/runs", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("Anna Andersson, who has no role here", await page.Content.ReadAsStringAsync(Cancel));
        // A form of before a restart signs nobody out: a fresh one is shown.
        var stale = await reader.PostAsync("/sign-out", new FormUrlEncodedContent([]), Cancel);
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
        var leave = await stale.Content.ReadAsStringAsync(Cancel);
        var left = await reader.PostAsync("/sign-out", Form(leave), Cancel);
        Assert.Equal("/sign-in", left.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal("sign-out", pages.Audit()[^1].GetProperty("act").GetString());
        Assert.Equal("/sign-in", (await reader.GetAsync("/runs", Cancel)).RequestMessage!.RequestUri!.AbsolutePath);
    }

    [Fact]
    public async Task A_browser_signs_in_at_the_provider_and_out_again()
    {
        await using var provider = await Provider.Start();
        provider.Groups = ["writers"];
        await using var pages = await Start(provider);
        var (page, complaints) = await browser.Page(pages.Url);

        await page.GotoAsync("/live");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Sign in with the county" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{pages.Url}/live");
        await page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{pages.Url}/sign-in");
        await page.GotoAsync("/live");
        await Expect(page).ToHaveURLAsync(new Regex("/sign-in"));
        Assert.Equal([], complaints);
    }

    [Fact]
    public async Task A_named_token_has_a_role_and_opens_nothing_once_it_is_revoked()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("samverkan-tokens-").FullName, "tokens");
        var (viewer, editor) = (await Token("add", "anna", "--role", "viewer", "--tokens", file),
            await Token("add", "ci", "--role", "editor", "--tokens", file));
        Assert.DoesNotContain(viewer, await File.ReadAllTextAsync(file, Cancel));
        await using var pages = await OwnPages.Start("--tokens", file);
        using var anna = By(pages, viewer);
        using var ci = By(pages, editor);
        // A session that the token opened.
        using var session = Reader(pages);
        var signedIn = await session.PostAsync("/sign-in",
            Form(await session.GetStringAsync("/sign-in?back=/runs", Cancel), ("token", editor), ("back", "/runs")), Cancel);
        Assert.Equal("/runs", signedIn.RequestMessage!.RequestUri!.AbsolutePath);

        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/metrics", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await Save(anna));
        Assert.Equal(HttpStatusCode.OK, await Save(ci));
        Assert.Equal(HttpStatusCode.Forbidden, (await ci.DeleteAsync("/api/v1/runs/none", Cancel)).StatusCode);
        await Token("revoke", "ci", "--tokens", file);
        Assert.Equal(HttpStatusCode.Unauthorized, await Save(ci));
        Assert.Equal("/sign-in", (await session.GetAsync("/runs", Cancel)).RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await anna.GetAsync("/api/v1/runs", Cancel)).StatusCode);

        Assert.Equal(
            [
                ("token:ci", "sign-in", "done"), ("token:anna", "scenario.save", "refused"),
                ("token:ci", "scenario.save", "done"),
                ("token:ci", "run.forget", "refused"), (null, "sign-in", "failed"), (null, "scenario.save", "refused"),
            ],
            pages.Audit().Select(Told));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public async Task Guesses_of_a_token_are_written_down_and_many_of_them_fill_no_disk()
    {
        await using var pages = await OwnPages.Start("--token", "a-token-of-twenty-letters");
        using var stranger = By(pages, "guessed-in-vain");
        for (var guess = 0; guess < 100; guess++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync("/api/v1/runs", Cancel)).StatusCode);
        using var owner = By(pages, "a-token-of-twenty-letters");
        Assert.Equal(HttpStatusCode.OK, await Save(owner));

        var log = pages.Audit();
        // Thirty a minute, and the trial may stand on both sides of one.
        Assert.InRange(log.Count, 31, 61);
        Assert.All(log.SkipLast(1), line => Assert.Equal((null, "sign-in", "failed"), Told(line)));
        Assert.Equal(("token:shared", "scenario.save", "done"), Told(log[^1]));
        Assert.DoesNotContain("guessed-in-vain", await File.ReadAllTextAsync(Path.Combine(pages.Folder, "audit.jsonl"), Cancel));
    }

    [Fact]
    public async Task An_open_page_does_nothing_for_a_viewer_and_closes_when_the_token_is_revoked()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("samverkan-tokens-").FullName, "tokens");
        var (viewer, editor) =
            (await Token("add", "anna", "--tokens", file), await Token("add", "bo", "--role", "editor", "--tokens", file));
        await using var pages = await OwnPages.Start("--tokens", file);
        using var bo = By(pages, editor);
        await bo.PostAsJsonAsync("/api/v1/runs", new { scenario = "baseline", paused = true }, Cancel);
        var (page, _) = await browser.Page(pages.Url);
        await page.GotoAsync("/live");
        await page.GetByLabel("Access token").FillAsync(viewer);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{pages.Url}/live");

        await Expect(page.Locator("#watch")).ToBeDisabledAsync();
        await PagesTests.Open(page, "/live/baseline-live");
        foreach (var button in new[] { "#play", "#step", "#pace", "#intervene" })
            await Expect(page.Locator(button)).ToBeDisabledAsync();
        await PagesTests.Open(page, "/sweden");
        await Expect(page.Locator("#run")).ToBeDisabledAsync();
        await PagesTests.Open(page, "/edit?from=baseline");
        await Expect(page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Save", Exact = true }))
            .ToBeDisabledAsync();
        await PagesTests.Open(page, "/");
        await page.Locator(".card button.primary").First.ClickAsync();
        await Expect(page.Locator("#compare")).ToBeDisabledAsync();

        // A browser that lets the button be pressed all the same gets nothing by it.
        await page.Locator("#compare").EvaluateAsync("button => button.disabled = false");
        await page.Locator("#compare").ClickAsync();
        await Expect(page.GetByText("this needs the role of editor")).ToBeVisibleAsync();
        await Token("revoke", "anna", "--tokens", file);
        await Expect(page.GetByText("You are no longer signed in.")).ToBeVisibleAsync();
        Assert.Equal(("token:anna", "comparison.start", "refused"), Told(pages.Audit()[^1]));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Fact]
    public void Whatever_a_page_starts_changes_or_deletes_goes_through_the_check_of_roles()
    {
        var unchecked_ = Directory.EnumerateFiles(Path.Combine(ServedPages.Repository, "src", "Samverkan.App", "Web"), "*.razor",
            SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file)
                .Select((line, index) => (File: Path.GetFileName(file), Number: index + 1, Line: line)))
            .Where(at => Doing().IsMatch(at.Line) && !at.Line.Contains("Acts.Do(", StringComparison.Ordinal))
            .Select(at => $"{at.File}:{at.Number} {at.Line.Trim()}");

        Assert.Equal([], unchecked_);
    }

    [Theory]
    [InlineData("is no name for a token", "add", "a b")]
    [InlineData("There is no token 'eva'. There are: anna", "revoke", "eva")]
    [InlineData("There is a token 'anna' already", "add", "anna")]
    [InlineData("line 2 is no token", "list")]
    public async Task What_is_wrong_with_tokens_is_said_in_a_sentence(string told, params string[] arguments)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("samverkan-tokens-").FullName, "tokens");
        await Token("add", "anna", "--tokens", file);
        if (arguments is ["list"]) await File.AppendAllTextAsync(file, "eva boss\n", Cancel);

        var (code, _, errors) = await Run([.. arguments, "--tokens", file]);

        Assert.Equal(2, code);
        Assert.Contains(told, errors);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    private static Task<OwnPages> Start(Provider provider) => OwnPages.Start(new Dictionary<string, string>
    {
        ["SAMVERKAN_OIDC_AUTHORITY"] = provider.Url,
        ["SAMVERKAN_OIDC_CLIENTID"] = Provider.Client,
        ["SAMVERKAN_OIDC_CLIENTSECRET"] = Provider.Secret,
        ["SAMVERKAN_OIDC_NAME"] = "the county",
        ["SAMVERKAN_OIDC_ROLECLAIM"] = "groups",
        ["SAMVERKAN_OIDC_VIEWER"] = "readers",
        ["SAMVERKAN_OIDC_EDITOR"] = "writers",
        ["SAMVERKAN_OIDC_ADMINISTRATOR"] = "keepers",
    });

    // Follows redirects and keeps cookies, as a browser does.
    private static HttpClient Reader(OwnPages pages)
    {
        var client = new HttpClient(new SocketsHttpHandler()) { BaseAddress = new(pages.Url) };
        client.DefaultRequestHeaders.Add("Accept", "text/html, application/json");
        return client;
    }

    private static HttpClient By(OwnPages pages, string token) =>
        new() { BaseAddress = new(pages.Url), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };

    private static async Task<HttpStatusCode> Save(HttpClient client) => (await client.PutAsync(
        "/api/v1/scenarios/mine?replace=true", new StringContent("id: mine\nextends: baseline\ntitle: Mine\nquestion: What if?\n",
            System.Text.Encoding.UTF8, "application/yaml"), Cancel)).StatusCode;

    private static (string?, string?, string?) Told(System.Text.Json.JsonElement line) =>
        (line.GetProperty("who").GetString(), line.GetProperty("act").GetString(), line.GetProperty("result").GetString());

    private static FormUrlEncodedContent Form(string page, params (string Name, string Value)[] more)
    {
        var mark = Mark().Match(page);
        return new([new(mark.Groups[1].Value, mark.Groups[2].Value),
            .. more.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    private static async Task<string> Token(params string[] arguments)
    {
        var (code, output, errors) = await Run(arguments);
        Assert.True(code == 0, errors);
        return output.Trim();
    }

    private static async Task<(int Code, string Output, string Errors)> Run(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet",
                [ServedPages.Program, "token", .. arguments])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output, await errors);
    }

    [GeneratedRegex(@"\b(Desk|Queue|Runs|Results|ScenarioStore)\.(Ask|Delete|Forget|Resume|Save|Start|Stop)\(")]
    private static partial Regex Doing();

    [GeneratedRegex("""name="(__RequestVerificationToken)" value="([^"]+)">""")]
    private static partial Regex Mark();
}
