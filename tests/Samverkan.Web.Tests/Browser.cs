using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Samverkan.Web.Tests.Browser))]

namespace Samverkan.Web.Tests;

/// <summary>The installed Chromium, without a window. Where there is none, tests that need it are skipped with a word.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    // In milliseconds. A test waits for what it needs and not for a time: on a machine at a load of twenty that may take minutes,
    // and patience costs nothing where all is well.
    private const float Patience = 240_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } program) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = ["--no-sandbox"] });
    }

    /// <summary>A page of a reader of its own; what the browser complains of is collected.</summary>
    /// <param name="ignoresCertificates">For a server with a certificate that nobody knows.</param>
    /// <param name="scripted">Whether a test may run scripts in a page that forbids all.</param>
    public async Task<(IPage Page, List<string> Complaints)> Page(string url, int width = 1280,
        ColorScheme scheme = ColorScheme.Light, bool scripted = false,
        bool ignoresCertificates = false)
    {
        if (browser is null) Assert.Skip("No chromium is installed: the pages are not tried in a browser.");
        var context = await browser.NewContextAsync(
            new()
            {
                BaseURL = url,
                ViewportSize = new() { Width = width, Height = 900 },
                Locale = "en-GB",
                ColorScheme = scheme,
                BypassCSP = scripted,
                IgnoreHTTPSErrors = ignoresCertificates
            });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return (page, complaints);
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.CloseAsync();
        playwright?.Dispose();
    }
}
