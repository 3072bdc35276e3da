using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>From the start to an own municipality's answer, in Swedish.</summary>
public sealed partial class OwnMunicipalityTests(ServedPages pages, Browser browser)
{
    /// <summary>Where pictures of the way are kept; not set: nowhere, and the way ends where the comparison begins.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SAMVERKAN_PICTURES");

    [GeneratedRegex("\\b(the|of|and|with|which|that|from|are|is|not|was|were|this|than|by)\\b", RegexOptions.IgnoreCase)]
    private static partial Regex English();

    [Fact]
    public async Task A_planner_asks_a_question_of_an_own_municipality_in_Swedish()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await page.GotoAsync("/language?to=sv&back=/");
        await PagesTests.Ready(page);
        await NoEnglish(page, "start");

        await page.GetByLabel("Din egen kommun").FillAsync("Umeå");
        await page.GetByRole(AriaRole.Button, new() { Name = "Fråga tänk om, från i dag" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/edit\\?from=umea$"));
        await PagesTests.Ready(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg till en ändring" }).ClickAsync();
        await Expect(page.Locator("#words")).ToContainTextAsync("regionens påverkbara ram -20 % från");
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync("Kan användas");
        await Picture(page, "editor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara och jämför" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/compare/.*umea"), new() { Timeout = 30_000 });

        if (Pictures is null)
            await page.GetByRole(AriaRole.Button, new() { Name = "Stoppa" }).ClickAsync();
        else
        {
            var summary = page.GetByRole(AriaRole.Link, new() { Name = "Sammanfattning på en sida" });
            await Expect(summary).ToBeVisibleAsync(new() { Timeout = 400_000 });
            await NoEnglish(page, "comparison");
            await page.GotoAsync((await summary.GetAttributeAsync("href"))!);
            await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
            await NoEnglish(page, "summary");
        }
        Assert.Equal([], complaints);
    }

    internal static async Task NoEnglish(IPage page, string name)
    {
        await Picture(page, name);
        // What is quoted, such as a source, says its language. Scenarios' titles are held by another test.
        var told = await page.Locator("main").EvaluateAsync<string>(
            "main => { const copy = main.cloneNode(true); copy.querySelectorAll('[lang=en], svg, .card, .minutes').forEach(one => "
                + "one.remove()); return copy.textContent; }");
        var texts = told.Split('\n').Where(text => English().IsMatch(text)).Distinct();
        Assert.True(!texts.Any(), string.Join("\n", texts));
    }

    private static async Task Picture(IPage page, string name)
    {
        if (Pictures is not null)
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, $"{name}.png"), FullPage = true });
    }
}
