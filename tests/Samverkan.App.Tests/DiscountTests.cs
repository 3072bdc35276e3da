using System.Net;
using Samverkan.Analysis.Results;
using Samverkan.Model;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>Net effects of later years count less, at a rate of one's own.</summary>
public sealed class DiscountTests : IDisposable
{
    private readonly TemporaryFolder place = new();
    private readonly FakeWorld world = new FakeWorld().Differs("funding-cut", Month.Of(2003));

    public void Dispose() => place.Dispose();

    [Fact]
    public void Every_year_after_the_first_counts_less_by_the_rate_and_each_sector_for_itself()
    {
        static BudgetLine Line(int year, string sector, double effect) => new(year, sector, 0, 0, 0, 0, 0, 0, effect, 0, 0);
        static BudgetTotal Total(string sector, double net) => new(sector, net, 0, 0, double.NaN);
        var budget = new BudgetResult(1,
            [Line(2003, "county", 10), Line(2004, "county", 22), Line(2003, "both", -4), Line(2005, "both", -12.1)],
            [Total("county", 32), Total("both", -16.1)]);

        IEnumerable<double> Discounted(double rate) =>
            budget.DiscountedAt(rate, 2003).Totals.Select(total => Math.Round(total.Discounted, 9));
        Assert.Equal([32, -16.1], Discounted(0));
        Assert.Equal([10 + 20, -4 - 10], Discounted(.1));
    }

    [Fact]
    public void A_comparison_keeps_its_rate_says_it_and_is_made_again_with_it()
    {
        Compare("result", "--discount", "5 %");

        var result = ComparisonResult.Read(place["result"])!;
        Assert.Equal(.05, result.DiscountRate);
        Assert.Contains("--discount '5 %'", result.Command);
        Assert.Contains("discounted at 5 % a year", File.ReadAllText(place["result/report.html"]));
        Assert.Contains("discounted at 5 % a year", File.ReadAllText(place["result/comparison.md"]));

        Run("reproduce", place["result"], "--out", place["again"]);
        Assert.Equal(File.ReadAllText(place["result/manifest.json"]), File.ReadAllText(place["again/manifest.json"]));
        Assert.Equal(.05, ComparisonResult.Read(place["again"])!.DiscountRate);
    }

    [Fact]
    public void The_usual_rate_is_the_same_request_however_it_is_said_and_another_rate_is_another_one()
    {
        foreach (var (folder, said) in new[] { ("three", "3 %"), ("share", "0.03"), ("four", "4%") })
            Compare(folder, "--no-report", "--discount", said);
        Compare("unsaid", "--no-report");

        string Inputs(string folder) => ComparisonResult.Read(place[folder])!.Inputs;
        Assert.Equal([Inputs("unsaid"), Inputs("unsaid")], [Inputs("three"), Inputs("share")]);
        Assert.NotEqual(Inputs("unsaid"), Inputs("four"));
        Assert.DoesNotContain("--discount", ComparisonResult.Read(place["three"])!.Command);
    }

    [Fact]
    public void A_report_tells_a_result_at_another_rate_and_leaves_the_result_as_it_is()
    {
        Compare("result", "--discount", "5 %");
        var kept = File.ReadAllText(place["result/comparison.json"]);

        Run("report", place["result"], "--discount", "1.5 %", "--language", "sv");

        var page = WebUtility.HtmlDecode(File.ReadAllText(place["result/report.html"]));
        Assert.Contains("diskonterat med 1,5 % per år", page);
        Assert.DoesNotContain("5 % per år", page.Replace("1,5 % per år", "", StringComparison.Ordinal));
        Assert.Contains("--discount '1.5 %'", page);
        Assert.DoesNotContain("--discount '5 %'", page);
        Assert.Equal(kept, File.ReadAllText(place["result/comparison.json"]));
    }

    [Theory]
    [InlineData("3", "'3' is 300 %; it must be 0 .. 20 %. Did you mean '3 %'?")]
    [InlineData("-1 %", "'-1 %' is -1 %; it must be 0 .. 20 %.")]
    [InlineData("21 %", "'21 %' is 21 %; it must be 0 .. 20 %.")]
    [InlineData("3,5 %", "Did you mean '3.5 %'?")]
    [InlineData("much", "'much'")]
    [InlineData("3 SEK", "SEK")]
    public void What_is_no_rate_is_refused_in_words_before_anything_is_run(string said, string why)
    {
        foreach (var command in (string[][])[["compare", Scenarios.Named("baseline"), Scenarios.Named("funding-cut")],
            ["report", place[""]]])
        {
            var errors = new StringWriter();
            Assert.Equal(ExitCode.BadInput, CommandLine.Run([.. command, $"--discount={said}"], new StringWriter(), errors,
                world.Start));
            Assert.Contains("--discount: ", errors.ToString());
            Assert.Contains(why, errors.ToString());
        }
    }

    private void Compare(string folder, params string[] more) => Run(["compare", Scenarios.Named("baseline"),
        Scenarios.Named("funding-cut"), "--replications", "2", "--known", "--out", place[folder], .. more]);

    private void Run(params string[] args)
    {
        var errors = new StringWriter();
        Assert.True(CommandLine.Run(args, new StringWriter(), errors, world.Start) == ExitCode.Done, errors.ToString());
    }
}
