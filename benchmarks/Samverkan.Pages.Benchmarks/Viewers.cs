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
    /// Runs of one scenario with nobody and with ten watching, in turn. The browsers of the ten have of the machine what the run
    /// leaves, so the server's own processor time is what a run's own machine would feel, and the clock is an upper bound. A run
    /// is counted from the word to go on until it says that it is done; what pages draw after that costs no run anything, and is
    /// told by itself.
    /// </summary>
    public static async Task<string> Table(IBrowser browser, int rounds, string scenario)
    {
        var (served, _) = await Served.Start();
        await using (served)
        {
            await Once(served, browser, scenario, Many);
            var pairs = new List<(Measured Alone, Measured Watched)>();
            for (var round = 0; round < rounds; round++)
                pairs.Add((await Once(served, browser, scenario, 0), await Once(served, browser, scenario, Many)));
            var text =
                new StringBuilder(
                    "| viewers | seconds | processor seconds of the server | of its pages after the run's end | more than with "
                        + "nobody, pair by pair (5 % asked) |\n|---:|---:|---:|---:|---:|\n");
            Append(0, [.. pairs.Select(pair => pair.Alone)], "");
            Append(Many, [.. pairs.Select(pair => pair.Watched)], string.Create(CultureInfo.InvariantCulture,
                $"{More(one => one.Processor):+0;-0} % of processor time (middle half of {rounds} pairs: {More(one => one.Processor, .25):+0;-0} to {More(one => one.Processor, .75):+0;-0}), {More(one => one.Seconds):+0;-0} % of the clock"));
            return text.ToString();

            void Append(int viewers, List<Measured> all, string more) => text.Append(
                CultureInfo.InvariantCulture,
                $"| {viewers} | {At(all.Select(one => one.Seconds)):0.00} | {At(all.Select(one => one.Processor)):0.00} | "
                    + $"{At(all.Select(one => one.After)):0.00} | {more} |\n");

            double More(Func<Measured, double> what, double share = .5) =>
                At(pairs.Select(pair => 100 * (what(pair.Watched) / what(pair.Alone) - 1)), share);
        }
    }

    private static async Task<Measured> Once(Served served, IBrowser browser, string scenario, int viewers)
    {
        var run = await served.Prepare(scenario);
        var pages = new List<IPage>();
        for (var i = 0; i < viewers; i++)
        {
            var page = await (await browser.NewContextAsync(new() { BaseURL = served.Url })).NewPageAsync();
            await page.GotoAsync($"/live/{run}");
            await page.Locator("#play:enabled").WaitForAsync();
            pages.Add(page);
        }
        TakeWhatIsLeft();
        var (before, clock) = (served.Processor, Stopwatch.StartNew());
        await served.ToItsEnd(run);
        var (seconds, end) = (clock.Elapsed.TotalSeconds, served.Processor);
        foreach (var page in pages) await page.Locator("#play:disabled").WaitForAsync();
        var measured = new Measured(seconds, end - before, served.Processor - end);
        foreach (var page in pages)
        {
            // A page that is left says so; of one that is cut off the server thinks for minutes that it may come back.
            await page.GotoAsync("about:blank");
            await page.Context.CloseAsync();
        }
        await served.Forget(run);
        Console.Error.WriteLine(FormattableString.Invariant(
            $"{scenario}, {viewers} viewers: {measured.Seconds:0.00} s, {measured.Processor:0.00} processor seconds, {measured.After:0.00} after the end"));
        return measured;
    }

    // Viewers sit at machines of their own: their browsers have of this one what the run leaves (util-linux).
    private static void TakeWhatIsLeft()
    {
        foreach (var browser in Process.GetProcessesByName("chromium"))
            using (var chrt = Process.Start(new ProcessStartInfo("chrt",
                    ["--all-tasks", "--idle", "--pid", "0", $"{browser.Id}"])
            { RedirectStandardError = true })!)
                chrt.WaitForExit();
    }

    private static double At(IEnumerable<double> all, double share = .5)
    {
        var inOrder = all.Order().ToList();
        return inOrder[(int)(share * (inOrder.Count - 1) + .5)];
    }

    private readonly record struct Measured(double Seconds, double Processor, double After);
}
