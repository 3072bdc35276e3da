using System.Text.Json;
using Samverkan.Analysis.Ledgers;
using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>The shipped study by which a comparison says how far it rests on assumptions.</summary>
public sealed class QuotedLedgerTests
{
    [Fact]
    public void The_shipped_ledger_is_of_the_scenarios_as_they_are_shipped()
    {
        var ledger = Of("baseline", "funding-cut");

        Assert.True(ledger.Same,
            "scenarios/studies/results/assumptions was made from other files. Make it anew: ./samverkan study run assumptions");
        Assert.Equal(("assumptions", ResultOf("assumptions")), (ledger.Study, ledger.Result));
        Assert.Contains($"(study 'assumptions' of version 0.1.0, {ledger.Result})", ledger.InWords());
    }

    [Fact]
    public void What_no_study_asked_quotes_one_of_its_kind_and_says_so()
    {
        var ledger = Of("baseline", "committee-abolished");

        Assert.False(ledger.Same);
        Assert.StartsWith(
            "No shipped study says how far this rests on assumptions. Of 'The county's funding cut' against 'Baseline':",
            ledger.InWords());
    }

    [Fact]
    public void Of_every_outcome_the_foremost_assumptions_are_named_first()
    {
        Assert.All(Of("baseline", "funding-cut").Outcomes, outcome =>
        {
            Assert.InRange(outcome.Chance, 0, 1);
            Assert.InRange(outcome.Assumed + outcome.Known, 0, 1 + 1e-9);
            Assert.Equal(outcome.Foremost.Select(one => one.Share).OrderDescending(), outcome.Foremost.Select(one => one.Share));
            Assert.All(outcome.Foremost, one => Assert.NotEmpty(one.Meaning));
        });
    }

    [Fact]
    public void A_share_that_rounds_to_nothing_has_no_sign() =>
        Assert.Equal(["0 %", "0 %", "-1 %"], new[] { -.004, 0, -.006 }.Select(StudySection.Percent));

    private static QuotedLedger Of(string @base, string other) => QuotedLedger.Of(Scenario(@base), Scenario(other))!;

    private static Scenario Scenario(string id) => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", id + ".yaml"));

    private static string? ResultOf(string study) =>
        JsonDocument.Parse(
            File.ReadAllText(Path.Combine(Repository.Root, "scenarios", "studies", "results", study, "manifest.json")))
            .RootElement.GetProperty("result").GetString();
}
