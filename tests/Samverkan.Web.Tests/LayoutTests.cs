using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace Samverkan.Web.Tests;

/// <summary>Text is whole on a phone and on a wide screen, in both themes, and axe finds nothing there.</summary>
public sealed class LayoutTests(ServedPages pages, Browser browser)
{
    /// <summary>Where pictures of the pages are kept; not set: nowhere.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SAMVERKAN_PICTURES");

    /// <summary>Text that is cut off by a box, or that stands outside the box or the window that it belongs to.</summary>
    private const string CutOff =
        """
        (() => {
            const found = [], of = e => getComputedStyle(e);
            const cuts = s => ['hidden', 'clip'].includes(s.overflowX), scrolls = s => ['auto', 'scroll'].includes(s.overflowX);
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            for (let text = walker.nextNode(); text; text = walker.nextNode()) {
                const owner = text.parentElement;
                if (!text.data.trim() || !owner.checkVisibility({ visibilityProperty: true })) continue;
                if (owner.closest('.sr, .skip, svg, textarea, select, option, script, style')) continue;
                const range = document.createRange();
                range.selectNodeContents(text);
                const box = range.getBoundingClientRect();
                if (box.width === 0) continue;
                // What is hidden from the eye and read aloud.
                let hidden = false;
                for (let e = owner; e && !hidden; e = e.parentElement) hidden = of(e).clipPath !== 'none';
                if (hidden) continue;
                let own = true;
                for (let e = owner; e; e = e.parentElement) {
                    const style = of(e);
                    const around = e.getBoundingClientRect();
                    const wide = box.right > around.right + 2 || box.left < around.left - 2;
                    const high = ['hidden', 'clip'].includes(style.overflowY) && box.bottom > around.bottom + 2;
                    if (!style.display.startsWith('inline') && style.display !== 'contents') {
                        if (!scrolls(style) && ((own && wide) || (cuts(style) && (wide || high)))) {
                            found.push(`${e.tagName}.${e.className}: ${text.data.trim().slice(0, 70)}`);
                            break;
                        }
                        own = false;
                    }
                    if (scrolls(style)) break;
                    if (e === document.body && (box.right > innerWidth + 1 || box.left < -1))
                        found.push(`window: ${text.data.trim().slice(0, 70)}`);
                }
            }
            if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
            return [...new Set(found)].slice(0, 12).join('\n');
        })()
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 400)]
    [InlineData(ColorScheme.Dark, 400)]
    [InlineData(ColorScheme.Light, 1600)]
    [InlineData(ColorScheme.Dark, 1600)]
    public async Task No_text_is_cut_off_on_any_page(ColorScheme scheme, int width)
    {
        using var client = pages.Caller();
        var begun = await client.PostAsync("/api/v1/comparisons", new StringContent(
            """{"base":"baseline","others":["no-joint-training"],"replications":2}""", Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        var comparison = begun.Headers.Location!.OriginalString.Split('/')[^1];
        var (page, _) = await browser.Page(pages.Url, width, scheme);
        var found = new List<string>();
        foreach (var (path, shown) in new[]
        {
            ("/", ".card"), ("/edit?from=funding-cut", "#words"), ("/person?a=baseline&b=funding-cut", ".needs-map"),
            ("/sweden", "h1"), ($"/compare/{comparison}", ".chart-place[data-drawn]"), ("/runs", ".actions"),
        })
        {
            await PagesTests.Open(page, path);
            await Looked(path == "/" ? "start" : path.Split('?', '/')[1], shown);
        }
        await PagesTests.Open(page, "/live?scenario=funding-cut");
        await page.Locator("#watch").ClickAsync();
        await page.Locator(".spark polyline").First.WaitForAsync();
        await page.Locator("#pause").ClickAsync();
        await Looked("live", ".tree .tag");
        Assert.True(found.Count == 0, string.Join('\n', found));

        async Task Looked(string name, string shown)
        {
            await page.Locator(shown).First.WaitForAsync();
            if (await page.EvaluateAsync<string>(CutOff) is { Length: > 0 } cut) found.Add($"{name}: {cut}");
            if (Pictures is not null)
                await page.ScreenshotAsync(
                    new() { Path = Path.Combine(Pictures, $"{name}-{width}-{scheme}.png"), FullPage = true });
            await AccessibilityTests.Holds(page, $"{name} at {width}, {scheme}");
        }
    }
}
