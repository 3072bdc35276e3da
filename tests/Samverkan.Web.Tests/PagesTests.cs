using System.Diagnostics;
using Microsoft.Playwright;
using Samverkan.Runs.Tests;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>The pages as their readers use them.</summary>
public sealed class PagesTests(ServedPages pages, Browser browser)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planner_compares_in_two_clicks_reads_the_answer_and_takes_a_chart_along()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/");
        await page.GetByLabel("Search").FillAsync("training");
        await Expect(page.Locator(".card").First).ToContainTextAsync("training", new() { IgnoreCase = true });
        await page.Locator(".card button.primary").First.ClickAsync();
        await page.Locator("#replications").SelectOptionAsync("10");
        await page.Locator("#compare").ClickAsync();

        await Expect(page.Locator(".answer")).ToContainTextAsync("unmet needs");
        await Expect(page.Locator(".chart-place[data-drawn]")).ToHaveCountAsync(18);
        await Expect(page.Locator(".differences tbody tr").First).ToContainTextAsync("Unmet needs");
        foreach (var format in new[] { "PNG", "SVG", "CSV" })
        {
            var saved = await page.RunAndWaitForDownloadAsync(() => page.Locator(".chart-tools").First.GetByText(format)
                .ClickAsync());
            var file = new FileInfo((await saved.PathAsync())!);
            Assert.EndsWith(format.ToLowerInvariant(), saved.SuggestedFilename);
            Assert.True(file.Length > 1000, $"{saved.SuggestedFilename} has {file.Length} bytes");
        }
        await page.GotoAsync("/runs");
        await Expect(page.Locator("main")).ToContainTextAsync("samverkan compare baseline ");
        await Expect(page.Locator("main")).Not.ToContainTextAsync(Repository.Root);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_comparison_is_decided_on_from_its_own_page()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/");
        await page.GetByLabel("Search").FillAsync("training");
        await page.Locator(".card button.primary").First.ClickAsync();
        await page.Locator("#replications").SelectOptionAsync("10");
        await page.Locator("#compare").ClickAsync();
        await Expect(page.Locator("#decide")).ToBeVisibleAsync();

        await page.Locator("#budget").FillAsync("20");
        await page.Locator("#budget").PressAsync("Tab");
        await page.Locator("#decide").GetByText("Which measures do best for it?").ClickAsync();

        var asked = page.Locator("#decide .panel").First;
        await Expect(asked).ToContainTextAsync("does best within 20 MSEK a year", new() { Timeout = 180_000 });
        await Expect(asked.GetByText("Open the report"))
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("portfolio-.*report.html"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_scenario_is_edited_by_slider_timeline_and_text_and_tells_what_is_wrong_at_its_field()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/edit?from=funding-cut");
        var words = page.Locator("#words");
        await Expect(words).ToContainTextAsync("-20 % from January 2003");

        await page.Locator("#chosen-value").FillAsync("0.5");
        await page.Locator("#chosen-value").PressAsync("Enter");
        await page.Locator("#title").ClickAsync();
        await Expect(words).ToContainTextAsync("-50 % from January 2003");

        // By the keyboard: the first month of the change, one month on.
        await page.GetByLabel("First month of The county's controllable frame").FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(words).ToContainTextAsync("from February 2003");
        await Expect(page.Locator("#yaml"))
            .ToHaveValueAsync(new System.Text.RegularExpressions.Regex("multiply: 0.5 [^#]*at: 2003-02"));

        // By the mouse: the bar, two years to the left.
        var bar = (await page.Locator(".timeline-bar").BoundingBoxAsync())!;
        var track = (await page.Locator(".timeline-track").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(bar.X + bar.Width / 2, bar.Y + bar.Height / 2);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(bar.X + bar.Width / 2 - track.Width * 24 / 252, bar.Y + bar.Height / 2, new() { Steps = 5 });
        await page.Mouse.UpAsync();
        await Expect(words).ToContainTextAsync("from February 2001");

        await page.Locator("#chosen-value").FillAsync("7 meetings/yr");
        await page.Locator("#title").ClickAsync();
        await Expect(page.Locator(".chosen-change .finding.error")).ToContainTextAsync("SC");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save and compare" })).ToBeDisabledAsync();

        await page.Locator("#yaml")
            .FillAsync(
                "id: my-typed\nextends: baseline\ntitle: Typed\nquestion: What if?\nparameters:\n  committee.meetingsPerYear: 2 "
                    + "meetings/yr\n");
        await page.Locator("#title").ClickAsync();
        await Expect(words).ToContainTextAsync("committee meetings: 2 instead of");
        await Expect(page.GetByLabel("Committee meetings", new() { Exact = true }).Last).ToHaveValueAsync("2 meetings/yr");

        await page.GetByRole(AriaRole.Button, new() { Name = "Link to share" }).ClickAsync();
        var link = await page.Locator("#link").InputValueAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Saved as my-typed.yaml")).ToBeVisibleAsync();
        Assert.True(File.Exists(Path.Combine(pages.Own, "my-typed.yaml")));
        await Open(page, link);
        await Expect(page.Locator("#yaml")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("my-typed"));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Fields_that_are_filled_one_at_once_after_the_other_keep_their_values()
    {
        var (page, _) = await browser.Page(pages.Url);
        await Open(page, "/edit?from=funding-cut");
        await page.Locator("#title").FillAsync("Filled at once");
        await page.Locator("#question").FillAsync("Is anything lost?");
        await page.Locator("#id").FillAsync("my-filled");
        await page.Locator("#chosen-value").FillAsync("0.7");
        await page.Locator("#at").FillAsync("2004-02");
        await page.Locator("#until").FillAsync("2006-03");
        await page.Locator("#ramp").FillAsync("6");
        await page.Locator("#levers").FillAsync("x");

        await Expect(page.Locator("#yaml")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("ramp"));
        var text = await page.Locator("#yaml").InputValueAsync();
        foreach (var value in new[] { "Filled at once", "Is anything lost?", "my-filled", "multiply: 0.7", "2004-02", "2006-03" })
            Assert.Contains(value, text);
    }

    [Fact]
    public async Task A_card_with_another_base_leaves_what_was_chosen()
    {
        foreach (var name in new[] { "my-base", "my-other" })
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(pages.Own).FullName, name + ".yaml"),
                name == "my-base"
                    ? (await File.ReadAllTextAsync(Path.Combine(Repository.Root, "scenarios", "baseline.yaml"), Cancel))
                .Replace("id: baseline", "id: my-base")
                : "id: my-other\nextends: my-base\ntitle: Of another base\nquestion: What if?\nparameters:\n  "
                    + "committee.meetingsPerYear: 2 meetings/yr\n", Cancel);
        var (page, _) = await browser.Page(pages.Url);
        await Open(page, "/");
        foreach (var title in new[] { "The county's funding cut", "The committee is abolished" })
            await Card(title).ClickAsync();
        await Card("Of another base").ClickAsync();

        await Expect(page.GetByText("leave them out first")).ToBeVisibleAsync();
        await Expect(page.Locator(".card.chosen")).ToHaveCountAsync(2);
        File.Delete(Path.Combine(pages.Own, "my-other.yaml"));
        File.Delete(Path.Combine(pages.Own, "my-base.yaml"));

        ILocator Card(string title) => page.Locator(".card")
            .Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) }).Locator("button");
    }

    [Fact]
    public async Task On_a_phone_heads_stand_over_their_own_figures()
    {
        using var client = pages.Caller();
        var begun = await client.PostAsync("/api/v1/comparisons", new StringContent(
            """{"base":"baseline","others":["null-change"],"replications":2}""", System.Text.Encoding.UTF8, "application/json"),
            Cancel);
        var id = begun.Headers.Location!.OriginalString.Split('/')[^1];
        var (page, _) = await browser.Page(pages.Url, width: 400);
        await Open(page, $"/compare/{id}");
        await page.Locator(".differences tbody tr").First.WaitForAsync();

        Assert.Equal("", await page.EvaluateAsync<string>(
            """
            (() => {
                const at = cells => [...cells].map(c => c.getBoundingClientRect()).filter(b => b.width > 1 && b.height > 1).map(b => Math.round(b.left) + '-' + Math.round(b.right)).join(' ');
                const heads = at(document.querySelectorAll('.differences thead th:not(:first-child)')), figures = at(document.querySelector('.differences tbody tr').querySelectorAll('td'));
                return heads === figures && heads.split(' ').length === 5 ? '' : heads + ' / ' + figures;
            })()
            """));
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_refused_in_a_sentence()
    {
        var (page, _) = await browser.Page(pages.Url);
        await Open(page, "/edit");
        await page.Locator("#upload").SetInputFilesAsync(
            new FilePayload { Name = "picture.yaml", MimeType = "application/yaml", Buffer = [0x89, 0x50, 0, 0xff, 0xfe] });

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The file is not text");
    }

    [Fact]
    public async Task A_run_is_watched_by_two_paused_changed_and_found_again_after_a_reload()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/live?scenario=funding-cut");
        await page.Locator("#watch").ClickAsync();
        await Expect(page.Locator(".spark polyline").First).ToBeVisibleAsync();
        var (second, _) = await browser.Page(pages.Url);
        await Open(second, new Uri(page.Url).AbsolutePath);

        await page.Locator("#pause").ClickAsync();
        await Expect(page.Locator("#play")).ToBeVisibleAsync();
        var month = await page.Locator("#clock").InnerTextAsync();
        await Expect(second.Locator("#clock")).ToHaveTextAsync(month);
        await page.Locator("#step").ClickAsync();
        await Expect(page.Locator("#clock")).Not.ToHaveTextAsync(month);
        await Expect(second.Locator("#clock")).ToHaveTextAsync(await page.Locator("#clock").InnerTextAsync());

        await page.Locator("#intervene").ClickAsync();
        await page.Locator("#change-now").ClickAsync();
        await Expect(page.Locator(".said")).ToContainTextAsync("It is changed from");
        await page.ReloadAsync();
        await Expect(page.Locator("#decided li")).ToContainTextAsync("the county's controllable frame -20 % from");
        await Expect(page.Locator(".tree")).ToContainTextAsync("steering committee");

        await page.Locator("#intervene").ClickAsync();
        await page.Locator("#fork").ClickAsync();
        await Expect(page.Locator(".kicker")).ToContainTextAsync("branched off from");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Of_a_nation_that_is_watched_the_counties_are_folded_until_somebody_opens_one_and_any_place_can_be_looked_at()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/live?scenario=sweden");
        await page.Locator("#watch").ClickAsync();
        var county = page.Locator(".tree details").Filter(new() { HasText = "Gotland" });
        await Expect(county).ToContainTextAsync("in service");
        await page.Locator("#pause").ClickAsync();
        await Expect(page.Locator("#play")).ToBeVisibleAsync();
        await Expect(page.Locator(".tree details li")).ToHaveCountAsync(0);
        await Expect(page.Locator(".spark-range").Filter(new() { HasText = "– – –" })).ToHaveCountAsync(0);

        await county.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(county.Locator("li").First).ToContainTextAsync("Gotland");
        await page.Locator("#step").ClickAsync();
        await Expect(county).ToHaveAttributeAsync("open", "");
        var before = await page.Locator(".spark strong").First.InnerTextAsync();
        await page.Locator("#where").SelectOptionAsync(new SelectOptionValue { Label = "Gotland" });
        await Expect(page.Locator(".spark strong").First).Not.ToHaveTextAsync(before);
        await county.Locator("summary").ClickAsync();
        await Expect(page.Locator(".tree details li")).ToHaveCountAsync(0);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_study_is_begun_stopped_resumed_and_deleted_when_that_is_meant()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/runs");
        await page.Locator(".card").Filter(new() { HasText = "How many meetings are enough?" }).GetByRole(AriaRole.Button)
            .ClickAsync();
        var row = page.Locator("tr").Filter(new() { HasText = "how-many-meetings" });
        await Expect(row.Locator("td").First).ToHaveTextAsync("Running");
        await Expect(row).ToContainTextAsync("samverkan study run how-many-meetings ");
        await row.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(row.Locator("td").First).ToHaveTextAsync("Not finished");

        await row.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.Locator("h1")).ToHaveTextAsync("How many meetings are enough?");
        await page.GetByRole(AriaRole.Button, new() { Name = "Resume" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Running");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stop" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Not finished");

        await Open(page, "/runs");
        await row.GetByRole(AriaRole.Button, new() { Name = "Delete ..." }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        Assert.True(Directory.Exists(Path.Combine(pages.Results, "how-many-meetings")));
        await row.GetByRole(AriaRole.Button, new() { Name = "Delete ..." }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        Assert.False(Directory.Exists(Path.Combine(pages.Results, "how-many-meetings")));
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_click_that_comes_before_the_program_listens_is_not_lost()
    {
        var (page, _) = await browser.Page(pages.Url);
        // The page is there; its connection is kept waiting until the click is made.
        var clicked = new TaskCompletionSource();
        await page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await clicked.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator(".card button.primary").First.ClickAsync();
        clicked.SetResult();

        await Expect(page.Locator("#compare")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_lost_connection_is_told_and_found_again()
    {
        var between = new Between(pages.Port);
        await using (between)
        {
            var (page, _) = await browser.Page($"http://127.0.0.1:{between.Port}");
            await Open(page, "/");
            between.Break();
            await Expect(page.Locator("#components-reconnect-modal")).ToBeVisibleAsync();
            between.Mend();
            await Expect(page.Locator("#components-reconnect-modal")).ToBeHiddenAsync();

            await page.GetByLabel("Search").FillAsync("sweden");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 scenario");
        }
    }

    [Fact]
    public async Task A_program_that_was_started_anew_says_that_it_has_forgotten_the_page()
    {
        var folder = Directory.CreateTempSubdirectory("samverkan-anew-").FullName;
        var port = ServedPages.FreePort();
        var anew = await ServedPages.Start(port, folder);
        var between = new Between(pages.Port);
        await using (between)
        {
            var (page, _) = await browser.Page($"http://127.0.0.1:{between.Port}");
            await Open(page, "/");
            between.Break();
            between.Mend(elsewhere: port);
            var modal = page.Locator("#components-reconnect-modal");
            await Expect(modal.Locator(".reconnect-forgotten")).ToBeVisibleAsync();
            await Expect(modal.Locator(".reconnect-failed")).ToBeHiddenAsync();

            await modal.Locator(".reconnect-forgotten a").ClickAsync();
            await Expect(modal).ToBeHiddenAsync();
            await Ready(page);
            await page.GetByLabel("Search").FillAsync("sweden");
            await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 scenario");
        }
        await ServedPages.End(anew);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_run_is_made_again_as_its_own_replication_and_with_what_was_changed_in_it()
    {
        var made = Path.Combine(pages.Results, "second");
        using (var run = Process.Start(new ProcessStartInfo("dotnet",
                [ServedPages.Program, "run", "baseline", "--replication", "2", "--until", "1995-12", "--out", made])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true
        })!)
        {
            await Task.WhenAll(run.StandardOutput.ReadToEndAsync(Cancel), run.StandardError.ReadToEndAsync(Cancel));
            await run.WaitForExitAsync(Cancel);
            Assert.Equal(0, run.ExitCode);
        }
        Assert.Matches("run [^ ]*baseline[^ ]* --seed 1 --replication 2", await Commands());

        await File.WriteAllTextAsync(Path.Combine(made, "scenario.yaml"), "extends: baseline", Cancel);
        Assert.Matches("run [^ ]*second/scenario.yaml --seed 1 --replication 2", await Commands());

        Directory.Delete(made, recursive: true);

        async Task<string> Commands()
        {
            using var client = new HttpClient();
            return await client.GetStringAsync($"{pages.Url}/runs", Cancel);
        }
    }

    [Fact]
    public async Task A_person_is_followed_in_two_scenarios()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await Open(page, "/person?a=baseline&b=funding-cut");
        await Expect(page.Locator(".needs-map")).ToHaveCountAsync(2);
        var fourth = page.Locator(".person").Nth(3);
        await fourth.ClickAsync();

        await Expect(fourth).ToHaveAttributeAsync("aria-pressed", "true");
        var name = await fourth.Locator("strong").InnerTextAsync();
        Assert.Matches("^[a-z]+-[0-9]{4}-[0-9]{2}-[0-9]+$", name);
        await page.GotoAsync($"/person?a=baseline&b=funding-cut&id={name}");
        await Expect(page.Locator("h2").First).ToContainTextAsync(name);
        await page.GetByText("As numbers").ClickAsync();
        await Expect(page.Locator("details tbody tr")).ToHaveCountAsync(22);
        Assert.Empty(complaints);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(1600)]
    public async Task No_page_is_wider_than_its_window_and_every_field_has_a_name(int width)
    {
        foreach (var path in new[] { "/", "/edit", "/edit?from=funding-cut", "/live", "/person", "/sweden", "/runs",
            "/no-such-page" })
        {
            var (page, _) = await browser.Page(pages.Url, width);
            await Open(page, path);
            Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
                $"{path} is too wide for {width}");
            Assert.Equal("", await page.EvaluateAsync<string>(
                """
                [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a')]
                    .filter(e => !(e.labels?.length || e.ariaLabel || e.textContent.trim() || e.title)).map(e => e.outerHTML).join('\n')
                """));
            await page.Context.CloseAsync();
        }
    }

    [Fact]
    public async Task The_keyboard_begins_at_the_heading_can_skip_the_menu_and_the_pages_speak_Swedish()
    {
        var (page, _) = await browser.Page(pages.Url);
        await Open(page, "/runs");
        await Expect(page.Locator("h1")).ToBeFocusedAsync();
        await page.Locator(".skip").FocusAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.GetByText("Svenska").ClickAsync();

        await Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "sv");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Körningar");
    }

    internal static async Task Open(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Ready(page);
    }

    /// <summary>Interactive once the connection stands: the theme is asked for then.</summary>
    internal static Task Ready(IPage page) =>
        page.Locator("html[data-ready=yes]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
}
