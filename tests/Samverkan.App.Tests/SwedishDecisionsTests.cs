using Samverkan.Model;
using Samverkan.Runs.Tests.Execution;
using Samverkan.Runs.Tests.Results;
using Xunit;

namespace Samverkan.App.Tests;

/// <summary>What a Swedish reader sees of a decision holds no English; what it keeps holds no Swedish.</summary>
public sealed class SwedishDecisionsTests
{
    [Theory]
    [InlineData("goal baseline funding-cut --more-by 0.5 --draws 10")]
    [InlineData("goal baseline funding-cut --more-by 5 --known")]
    [InlineData("goal baseline funding-cut --above 0.2 --known")]
    [InlineData("changes baseline cut-and-rare-committee --draws 10")]
    [InlineData("why baseline funding-cut --draws 10")]
    [InlineData("robust baseline funding-cut committee-monthly --draws 10")]
    [InlineData("robust baseline funding-cut committee-monthly --above 0.6 --known")]
    [InlineData("portfolio baseline funding-cut committee-monthly --draws 10")]
    [InlineData("portfolio baseline committee-monthly --known")]
    public void A_decision_is_told_in_Swedish_and_kept_in_English(string line)
    {
        using var place = new TemporaryFolder();
        var world = new FakeWorld().Differs("funding-cut", Month.Of(2003)).Differs("committee-monthly", Month.Of(2003))
            .Differs("cut-and-rare-committee", Month.Of(2003));
        var (output, errors) = (new StringWriter(), new StringWriter());
        string[] words = ["decide", .. line.Split(' ')];

        var code = CommandLine.Run(
            [.. words.Select(word => File.Exists(Scenarios.Named(word)) ? Scenarios.Named(word) : word), "--outcome",
                "cooperation.trust", "--replications", "3", "--language", "sv", "--out", place["told"]],
            output, errors, world.Start);

        Assert.True(code == ExitCode.Done, errors.ToString());
        var page = SwedishTests.Page(place["told/report.html"]);
        Assert.Equal("sv", (string?)page.Attribute("lang"));
        SwedishTests.NothingOf(SwedishTests.Left(SwedishTests.Texts(page).Concat(output.ToString().Split('\n'))));
        var kept = File.ReadAllText(place["told/decision.md"]);
        Assert.Contains("## The answer", kept);
        Assert.DoesNotContain("medelvärde", kept, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("[åäö]", kept);
    }
}
