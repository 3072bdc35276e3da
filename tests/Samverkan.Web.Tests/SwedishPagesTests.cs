using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>The pages that a planner meets beside the start, the editor and the comparison, read in Swedish.</summary>
public sealed class SwedishPagesTests(ServedPages pages, Browser browser)
{
    [Theory]
    [InlineData("/sweden", "h1", "sweden")]
    [InlineData("/person?a=baseline&b=funding-cut", ".needs-map", "person")]
    [InlineData("/runs", "h1", "runs")]
    [InlineData("/live", "h1", "live-start")]
    [InlineData("/edit", "h1", "edit-start")]
    [InlineData("/edit?from=today-cut", "#words", "editor-today")]
    public async Task A_page_holds_no_English(string path, string shown, string name)
    {
        var (page, complaints) = await Swedish();
        await PagesTests.Open(page, path);
        await page.Locator(shown).First.WaitForAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");

        await OwnMunicipalityTests.NoEnglish(page, $"sv-{name}");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Results_are_listed_by_their_Swedish_titles()
    {
        using var client = pages.Caller();
        var begun = await client.PostAsync("/api/v1/comparisons", new StringContent(
            """{"base":"baseline","others":["funding-cut"],"replications":2,"known":true}""", Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        await client.GetStringAsync($"{begun.Headers.Location}/events", TestContext.Current.CancellationToken);
        var (page, _) = await Swedish();

        await PagesTests.Open(page, "/runs");

        await Expect(page.Locator("main")).ToContainTextAsync("Utgångsläget / Regionens nedskärning");
        await Expect(page.Locator("main")).Not.ToContainTextAsync("The county's");
    }

    [Fact]
    public async Task A_live_run_is_told_in_Swedish()
    {
        var (page, complaints) = await Swedish();
        await PagesTests.Open(page, "/live?scenario=funding-cut");
        await page.Locator("#watch").ClickAsync();
        await page.Locator(".spark polyline").First.WaitForAsync();
        await Expect(page.Locator("#clock")).ToContainTextAsync("1997", new() { Timeout = 60_000 });
        await page.Locator("#pause").ClickAsync();
        await page.Locator(".tree .tag").First.WaitForAsync();

        // Sentences of minutes are held by tests of their own: here, that they pass through the same words.
        await Expect(page.Locator(".minutes")).ToContainTextAsync("Rapporterat:");
        await Expect(page.Locator(".minutes")).ToContainTextAsync("Beslutat i enighet");
        await OwnMunicipalityTests.NoEnglish(page, "sv-live");
        Assert.Empty(complaints);
    }

    private async Task<(IPage Page, List<string> Complaints)> Swedish()
    {
        var found = await browser.Page(pages.Url);
        await found.Page.GotoAsync("/language?to=sv&back=/runs");
        return found;
    }
}
