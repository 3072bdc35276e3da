using Microsoft.Playwright;
using Samverkan.App.Web.Scenarios;
using Samverkan.Runs.Tests;
using Samverkan.Runs.Wording;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Samverkan.Web.Tests;

/// <summary>What the pages answer before anybody has started a comparison.</summary>
public sealed class FirstLookTests(ServedPages pages, Browser browser)
{
    [Fact]
    public void The_answers_that_the_start_shows_are_those_of_the_page_of_scenarios()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/scenarios.md"));

        Assert.True(ShippedAnswers.First.Count >= 4);
        Assert.All(ShippedAnswers.First, answer =>
        {
            Assert.Contains("> " + string.Join(' ', answer.Whole), page);
            Assert.Equal(3, answer.Short.Count);
            Assert.Contains("person-years of unmet need", answer.Short[0]);
            Assert.StartsWith("Money by", answer.Short[2]);
        });
    }

    [Fact]
    public void Their_sentences_are_told_in_Swedish()
    {
        using var language = Localized.In(Localized.Swedish);

        Assert.All(ShippedAnswers.First.SelectMany(answer => answer.Whole), sentence =>
            Assert.DoesNotMatch("\\b(the|of|and|with|which|that|from|are|is|not|was|than|by|more|fewer|less)\\b",
                Localized.Of(sentence)));
    }

    [Fact]
    public async Task The_start_shows_questions_with_their_answers()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await page.GotoAsync("/");
        await PagesTests.Ready(page);

        var first = page.Locator("#answered .answered").First;
        await Expect(first.Locator("h3")).ToContainTextAsync("?");
        await Expect(first).ToContainTextAsync("person-years of unmet need by 2045");
        await Expect(first).ToContainTextAsync("Money by 2045: both sectors together spend");
        await first.GetByText("The whole answer").ClickAsync();
        await Expect(first).ToContainTextAsync("Does the cooperation survive?");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_editor_shows_about_what_a_change_does_while_a_slider_moves()
    {
        var (page, complaints) = await browser.Page(pages.Url);
        await page.GotoAsync("/edit?from=funding-cut");
        await PagesTests.Ready(page);
        var (preview, words) = (page.Locator("#preview"), page.Locator("#words"));
        await Expect(preview).ToContainTextAsync("Move a slider");

        // Moved, and not let go: the draft is as it was.
        await page.Locator(".chosen-change input[type=range]").EvaluateAsync(
            "slider => { slider.value = 0.4; slider.dispatchEvent(new Event('input', { bubbles: true })); }");
        await Expect(preview).ToContainTextAsync("A preview: 4 pairs of runs");
        await Expect(preview.Locator("tbody tr").First).ToContainTextAsync("Person-years of unmet need");
        await Expect(words).ToContainTextAsync("-20 % from January 2003");

        var before = await preview.Locator("tbody").TextContentAsync();
        await page.Locator("#chosen-value").FillAsync("0.95");
        await page.Locator("#chosen-value").PressAsync("Tab");
        await Expect(preview.Locator("tbody")).Not.ToHaveTextAsync(before!);
        await Expect(words).ToContainTextAsync("-5 % from January 2003");
        Assert.Empty(complaints);
    }
}
