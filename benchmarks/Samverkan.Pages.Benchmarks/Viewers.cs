using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace Samverkan.Pages.Benchmarks;

/// <summary>What those who watch a live run cost it.</summary>
internal static class Viewers
{
    private const int Many = 10;

    /// <summary>
    /// Runs of one scenario with nobody and with ten watching, in turn. The browsers of the ten share the machine with the run, so
    /// the server's own processor time is what a run's own machine would feel, and the clock is an upper bound.
    /// </summary>
    public static async Task<string> Table(IBrowser browser, int rounds, string scenario)
    {
        var (served, _) = await Served.Start();
        await using (served)
        {
            await Once(served, browser, scenario, Many);
            var (alone, watched) = (new List<(double Seconds, double Processor)>(), new List<(double Seconds, double Processor)>());
            for (var round = 0; round < rounds; round++)
            {
                alone.Add(await Once(served, browser, scenario, 0));
                watched.Add(await Once(served, browser, scenario, Many));
            }
            var ((seconds, processor), (watchedSeconds, watchedProcessor)) = (Median(alone), Median(watched));
            return new StringBuilder()
                .Append("| viewers | seconds | processor seconds of the server | more than with nobody (5 % asked) |\n|---:|---:|---:|---:|\n")
                .Append(CultureInfo.InvariantCulture, $"| 0 | {seconds:0.00} | {processor:0.00} | |\n")
                .Append(CultureInfo.InvariantCulture, $"| {Many} | {watchedSeconds:0.00} | {watchedProcessor:0.00} | {100 * (watchedProcessor / processor - 1):+0;-0} % of processor time, {100 * (watchedSeconds / seconds - 1):+0;-0} % of the clock |\n")
                .ToString();
        }
    }

    private static async Task<(double Seconds, double Processor)> Once(Served served, IBrowser browser, string scenario, int viewers)
    {
        var run = await served.Prepare(scenario);
        var pages = new List<IPage>();
        for (var i = 0; i < viewers; i++)
        {
            var page = await (await browser.NewContextAsync(new() { BaseURL = served.Url })).NewPageAsync();
            await page.GotoAsync($"/live/{run}");
            await page.Locator("#play").WaitForAsync();
            pages.Add(page);
        }
        var (processor, clock) = (served.Processor, Stopwatch.StartNew());
        await served.ToItsEnd(run);
        var measured = (Seconds: clock.Elapsed.TotalSeconds, Processor: served.Processor - processor);
        foreach (var page in pages) await page.Context.CloseAsync();
        await served.Forget(run);
        Console.Error.WriteLine(FormattableString.Invariant($"{scenario}, {viewers} viewers: {measured.Seconds:0.00} s, {measured.Processor:0.00} processor seconds"));
        return measured;
    }

    private static (double Seconds, double Processor) Median(List<(double Seconds, double Processor)> all) =>
        (all.Select(one => one.Seconds).Order().ElementAt(all.Count / 2), all.Select(one => one.Processor).Order().ElementAt(all.Count / 2));
}
