using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>A page is seen before the program listens to it. What a reader does meanwhile is not lost.</summary>
public sealed class QuickReadersTests(ServedPages pages, Browser browser)
{
    [Fact]
    public async Task A_link_clicked_before_the_program_listens_leads_to_its_page()
    {
        var (page, _) = await browser.Page(pages.Url);
        var clicked = new TaskCompletionSource();
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await clicked.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/runs");
        // Fetched into the first page, the second would come after the program began to listen to the first.
        await page.RouteAsync($"{pages.Url}/", async route =>
        {
            if (route.Request.ResourceType == "fetch") await PagesTests.Ready(page);
            await route.ContinueAsync();
        });
        await page.GetByRole(AriaRole.Link, new() { Name = "Start" }).First.ClickAsync();
        clicked.SetResult();

        await Expect(page.Locator("h1")).ToHaveTextAsync("What if?");
    }

    [Fact]
    public async Task What_is_typed_before_the_program_listens_is_searched_for()
    {
        var (page, _) = await browser.Page(pages.Url);
        var typed = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await page.GetByLabel("Search").FillAsync("sweden");
        typed.SetResult();

        await Expect(page.Locator(".card")).ToHaveCountAsync(1);
    }
}
