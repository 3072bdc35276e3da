using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Samverkan.Pages.Benchmarks;

/// <summary>What drawing costs a browser, and how soon a first page is there.</summary>
internal static class Drawing
{
    private const int Charts = 30;

    // As many charts as a comparison's largest page has, of the size and the kind of the program's own: two scenarios with their
    // ranges over 21 years. The same functions draw them as on every page.
    private const string Draw = """
        async ([charts, months]) => {
            const spec = (n, round) => ({
                name: `chart-${n}`, title: `Chart ${n}`, unit: 'persons', kind: 'band', height: 250, decimals: 1, fromZero: false,
                x: Array.from({ length: months }, (_, i) => `${1995 + Math.floor(i / 12)}-${String(i % 12 + 1).padStart(2, '0')}`),
                markers: [{ x: '2003-01', label: '1' }],
                series: [0, 1].map(place => {
                    const y = Array.from({ length: months }, (_, i) => 100 + 20 * Math.sin(i / 9 + n + place + round) + place);
                    return { name: `scenario ${place}`, place, y, low: y.map(v => v - 8), high: y.map(v => v + 8) };
                }),
            });
            const room = document.querySelector('main');
            room.innerHTML = '<div class="charts"></div>';
            const places = Array.from({ length: charts }, () => {
                const figure = document.createElement('figure');
                figure.className = 'chart';
                const place = document.createElement('div');
                place.className = 'chart-place';
                place.style.height = '250px';
                figure.append(place);
                room.firstChild.append(figure);
                return place;
            });
            const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            const all = async round => {
                const specs = places.map((_, n) => spec(n, round));
                const from = performance.now();
                await Promise.all(places.map((place, n) => window.samverkan.chart(place, specs[n])));
                await painted();
                const seen = performance.now() - from;
                while (!places.every(place => place.dataset.drawn)) await new Promise(done => setTimeout(done));
                return [seen, performance.now() - from];
            };
            const first = await all(0);
            const again = [];
            for (let round = 1; round <= 7; round++) again.push(await all(round));
            const median = which => again.map(one => one[which]).sort((a, b) => a - b)[3];
            return [...first, median(0), median(1)];
        }
        """;

    public static async Task<string> Table(IBrowser browser, int rounds)
    {
        var text = new StringBuilder("| what | milliseconds | asked |\n|---|---:|---:|\n");
        var (served, started) = await Served.Start();
        await using (served)
        {
            var (first, later) = (await FirstPage(browser, served.Url), new List<double[]>());
            for (var i = 0; i < rounds; i++) later.Add(await FirstPage(browser, served.Url));
            text.Append(CultureInfo.InvariantCulture, $"| `serve` until it says where it is | {1000 * started:0} | |\n");
            text.Append(CultureInfo.InvariantCulture,
                $"| its first page, to a browser that knows nothing: answered, painted, listening | {first[0]:0}, {first[1]:0}, "
                    + $"{first[2]:0} | 1,000 |\n");
            text.Append(CultureInfo.InvariantCulture,
                $"| the same later | {Median(later, 0):0}, {Median(later, 1):0}, {Median(later, 2):0} | 1,000 |\n");

            var page = await Fresh(browser, served.Url);
            await page.GotoAsync("/");
            await page.Locator("html[data-ready=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            var drawn = await page.EvaluateAsync<double[]>(Draw, new[] { Charts, 252 });
            text.Append(CultureInfo.InvariantCulture,
                $"| {Charts} charts of a comparison, drawn for the first time: those in the window, all | {drawn[0]:0}, "
                    + $"{drawn[1]:0} | |\n");
            text.Append(CultureInfo.InvariantCulture,
                $"| {Charts} charts of a comparison, drawn anew with other numbers: those in the window, all | {drawn[2]:0}, "
                    + $"{drawn[3]:0} | 100 |\n");
            await page.Context.CloseAsync();
            text.Append(CultureInfo.InvariantCulture,
                $"| an update of a live run: 12 lines, the organisation, flows, needs, minutes | "
                    + $"{await LiveUpdate(browser, served):0.0} | 100 |\n");
        }
        return text.ToString();
    }

    // Milliseconds of the browser's main thread between two looks, by the number of updates that were drawn between them.
    private static async Task<double> LiveUpdate(IBrowser browser, Served served)
    {
        var run = await served.Prepare("baseline");
        var page = await Fresh(browser, served.Url);
        await page.GotoAsync($"/live/{run}");
        await page.Locator("#pace").SelectOptionAsync(new SelectOptionValue { Value = "4" });
        await page.Locator("#play").ClickAsync();
        await page.Locator(".spark polyline").First.WaitForAsync();
        await page.EvaluateAsync(
            "() => { window.updates = 0; new MutationObserver(() => window.updates++).observe(document.querySelector('#clock'), "
                + "{ characterData: true, childList: true, subtree: true }); }");
        var look = await page.Context.NewCDPSessionAsync(page);
        await look.SendAsync("Performance.enable");
        var before = await Busy();
        await page.WaitForTimeoutAsync(10_000);
        var busy = await Busy() - before;
        var updates = await page.EvaluateAsync<int>("() => window.updates");
        await page.Context.CloseAsync();
        await served.Forget(run);
        return 1000 * busy / updates;

        async Task<double> Busy()
        {
            var metrics = (await look.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
            return metrics.First(one => one.GetProperty("name").GetString() == "TaskDuration").GetProperty("value").GetDouble();
        }
    }

    private static async Task<double[]> FirstPage(IBrowser browser, string url)
    {
        var page = await Fresh(browser, url);
        await page.GotoAsync("/");
        await page.Locator("html[data-ready=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        var times = await page.EvaluateAsync<double[]>(
            "() => [performance.getEntriesByType('navigation')[0].responseEnd, "
                + "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? performance.now(), performance.now()]");
        await page.Context.CloseAsync();
        return times;
    }

    private static async Task<IPage> Fresh(IBrowser browser, string url) =>
        await (await browser.NewContextAsync(new() { BaseURL = url, ViewportSize = new() { Width = 1600, Height = 1000 } }))
        .NewPageAsync();

    private static double Median(List<double[]> all, int which) => all.Select(one => one[which]).Order().ElementAt(all.Count / 2);
}
