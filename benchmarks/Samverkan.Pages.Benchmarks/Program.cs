// What the pages cost, in a real browser: benchmarks/run pages [ROUNDS [drawing] [viewers] [sweden]]
// Prints tables and writes them into docs/performance.md.
using System.Globalization;
using Microsoft.Playwright;
using Samverkan.Pages.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const string Document = "docs/performance.md";
const string Program = "/usr/bin/chromium";

(string Name, string Heading, Func<IBrowser, int, Task<string>> Table)[] parts =
[
    ("drawing", "### The first page, and drawing", Drawing.Table),
    ("viewers", "### Ten viewers of a live run of the case, as fast as it can",
        (browser, rounds) => Viewers.Table(browser, rounds, "baseline")),
    ("sweden", "### Ten viewers of a live run of Sweden, as fast as it can",
        (browser, rounds) => Viewers.Table(browser, Math.Min(rounds, 5), "sweden")),
];
if (args is not [var said, .. var which] || !int.TryParse(said, out var rounds) || rounds < 1
    || which.Any(one => parts.All(part => part.Name != one)))
{
    Console.Error.WriteLine("ROUNDS [drawing] [viewers] [sweden]");
    return 1;
}
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = ["--no-sandbox"] });
foreach (var (name, heading, table) in parts.Where(part => which.Length == 0 || which.Contains(part.Name)))
{
    var text = await table(browser, rounds);
    Console.WriteLine($"{heading}\n\n{text}");
    var (begin, end) = ($"<!-- pages, {name}: written by benchmarks/run pages -->", $"<!-- end of pages, {name} -->");
    var page = File.ReadAllText(Document);
    var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
    if (from >= 0 && to > from)
        File.WriteAllText(Document, $"{page[..(from + begin.Length)]}\n{heading}\n\n{text}\n{page[to..]}");
}
return 0;
