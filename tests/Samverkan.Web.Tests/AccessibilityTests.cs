using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Every page, by axe: WCAG 2.2 A and AA and what is good practice, contrast in both themes included.</summary>
public sealed class AccessibilityTests(ServedPages pages, Browser browser)
{
    private static readonly string[] Empty = ["/", "/edit", "/edit?from=funding-cut", "/live", "/sweden", "/runs",
        "/compare/nothing", "/live/nothing", "/no-such-page"];

    private static readonly AxeRunOptions Rules =
        new() { RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice") };

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 400)]
    public async Task Nobody_is_kept_out_of_a_page(ColorScheme scheme, int width)
    {
        var (page, _) = await browser.Page(pages.Url, width, scheme);
        foreach (var path in Empty)
        {
            await PagesTests.Open(page, path);
            await Holds(page, path);
        }
        await PagesTests.Open(page, "/person?a=baseline&b=funding-cut");
        await page.Locator(".needs-map").First.WaitForAsync();
        await Holds(page, "a person");
    }

    [Theory]
    [InlineData(ColorScheme.Dark, 1280, "no-joint-training")]
    [InlineData(ColorScheme.Light, 400, "training-cut")]
    public async Task Nobody_is_kept_out_of_a_comparison_its_report_or_a_live_run(ColorScheme scheme, int width, string scenario)
    {
        var (page, _) = await browser.Page(pages.Url, width, scheme);
        await PagesTests.Open(page, "/live?scenario=funding-cut");
        await page.Locator("#watch").ClickAsync();
        await page.Locator(".spark polyline").First.WaitForAsync();
        await page.Locator("#intervene").ClickAsync();
        await page.Locator("#change-now").WaitForAsync();
        await Holds(page, "a live run");
        await page.GotoAsync("/runs");
        await page.Locator(".actions").First.WaitForAsync();
        await Holds(page, "runs");

        await PagesTests.Open(page, "/");
        await page.GetByLabel("Search").FillAsync(scenario);
        await page.Locator(".card button.primary").First.ClickAsync();
        await page.Locator("#replications").SelectOptionAsync("10");
        await Holds(page, "what is chosen");
        await page.Locator("#compare").ClickAsync();
        await page.Locator(".answer").WaitForAsync();
        await Assertions.Expect(page.Locator(".chart-place[data-drawn]")).ToHaveCountAsync(18);
        await Holds(page, "a comparison");
        var report = await page.GetByRole(AriaRole.Link, new() { Name = "Open the report" }).First.GetAttributeAsync("href");
        var (handed, _) = await browser.Page(pages.Url, width, scheme, scripted: true);
        await handed.GotoAsync(report!);
        await Holds(handed, "a report");
    }

    internal static async Task Holds(IPage page, string where)
    {
        var found = (await page.RunAxe(Rules)).Violations;
        Assert.True(found.Length == 0, string.Join('\n', found.Select(one =>
            $"{where}: {one.Id} ({one.Impact}), {one.Help}: {string.Join(" | ", one.Nodes.Take(3).Select(node => node.Html))}")));
    }
}
