using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Ledgers;
using Samverkan.Analysis.Results;
using Samverkan.Model.Indicators;
using Xunit;

namespace Samverkan.Analysis.Tests;

/// <summary>What the answer says of all that is not known.</summary>
public sealed class UnknownTextTests
{
    [Fact]
    public void A_sign_that_survives_is_said_to()
    {
        Assert.StartsWith(
            " It is worse for people whatever we do not know: +100 to +900 person-years in nine in ten of 25 draws",
            Said(new(100, 900, 500, 25)));
        Assert.StartsWith(" It is better for people whatever we do not know: -900 to -100", Said(new(-900, -100, -500, 25)));
    }

    [Fact]
    public void A_sign_that_hangs_on_what_is_not_known_is_said_to_and_by_what()
    {
        UnknownResult open = new(-100, 900, 400, 25);

        Assert.StartsWith(" Whether it is better or worse for people hangs on what is not known: -100 to +900 person-years",
            Said(open));
        Assert.Contains("no shipped study asks which of it matters here", Said(open));
        Assert.Contains("; better knowledge of needs.any, care.informalCare would settle most of it",
            Said(open, Ledger(same: true)));
        Assert.DoesNotContain("would settle", Said(open, Ledger(same: false)));
        Assert.Contains(", up with one and down with the other rule of cooperation.trustCompounds",
            Said(open, Ledger(same: true), "cooperation.trustCompounds"));
    }

    [Fact]
    public void Draws_that_say_the_reverse_of_the_models_own_values_are_told() =>
        Assert.Contains(", against what the model's own values say", Said(new(-900, -100, -500, 25), difference: 300));

    [Fact]
    public void Money_has_a_sentence_of_its_own()
    {
        Assert.Contains("; both sectors together spend less whatever we do not know (-5.0 to -1.0 MSEK)",
            Said(new(1, 2, 1.5, 25), spent: new(-5, -1, -3, 25)));
        Assert.Contains(
            "; whether both sectors together spend more or less hangs on what is not known (-5.0 to +1.0 MSEK)",
            Said(new(1, 2, 1.5, 25), spent: new(-5, 1, -3, 25)));
        Assert.Contains(
            "; whether both sectors together spend more or less hangs on it too (-5.0 to +1.0 MSEK)",
            Said(new(-1, 2, .5, 25), spent: new(-5, 1, -3, 25)));
    }

    [Fact]
    public void Nothing_is_said_where_chance_alone_was_asked_for() => Assert.Equal("", Said(null));

    /// <summary>Reference: R 4.2, t.test of its data set "sleep", unpaired: p = 0.07939.</summary>
    [Fact]
    public void Two_rules_are_told_apart_by_Welchs_test() =>
        Assert.Equal(.07939414,
            HangsOn.Welch([.7, -1.6, -.2, -1.2, -.1, 3.4, 3.7, .8, 0, 2], [1.9, .8, 1.1, .1, -.1, 4.4, 5.5, 1.6, 4.6, 3.4]), 8);

    [Fact]
    public void A_table_tells_of_many_scenarios_which_findings_keep_their_direction()
    {
        ScenarioResult Told(string id, UnknownResult? years, UnknownResult? spent, bool idle = false) => Scenario(id) with
        {
            Effect = Effect(years, null, spent, 300) with { ChangesNothing = idle },
        };
        UnknownResult up = new(100, 900, 500, 10), down = new(-900, -100, -500, 10), open = new(-100, 900, 400, 10);

        var table = SignsTable.Markdown(
        [
            Told("harm", up, down), Told("help", down, up), Told("unclear", open, open), Told("idle", up, up, idle: true),
            Told("alone", null, null), Scenario("base"),
        ]);

        Assert.StartsWith("Which findings keep their direction? In 95 % of 10 draws of all that is not known, 2 of 3 do for "
            + "people, and 2 for money.", table);
        Assert.Equal(
            [
                "| `harm` | +300 | +299 .. +301 | +100 .. +900 | worse | less |",
                "| `help` | +300 | +299 .. +301 | -900 .. -100 | better | more |",
                "| `unclear` | +300 | +299 .. +301 | -100 .. +900 | open | open |",
            ],
            table.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)));
        Assert.Equal("", SignsTable.Markdown([Told("alone", null, null)]));
    }

    private static string Said(UnknownResult? years, QuotedLedger? ledger = null, string? rule = null,
        UnknownResult? spent = null, double difference = 0) =>
        UnknownText.Of(Scenario("a") with { Ledger = ledger }, Effect(years, rule, spent, difference));

    private static ScenarioResult Scenario(string id) =>
        new(id, "A", "", "", "", "1995-01", "2015-12", [], [], 0, null, []);

    private static EffectResult Effect(UnknownResult? years, string? rule, UnknownResult? spent, double difference)
    {
        ResultRow Row(string id, double by, UnknownResult? unknown) =>
            new(id, id, "", 0, false, Better.Lower, 0, by, by, by - 1, by + 1, null, null, 50, 1, by != 0) { Unknown = unknown };
        return new EffectResult(false, new(50, 50, Standing.All, new(0, 0, false), new(0, 0, false)),
            [Row(Outcome.UnmetNeedYears, difference, years), Row(Outcome.Spent, 0, spent)])
        {
            HangsOn = rule is null ? [] : [rule],
        };
    }

    private static QuotedLedger Ledger(bool same) => new(
        "assumptions", "hash", same, "A", "B",
            [new("needs", "needs", .1, .8, .1, [new("needs.any", "", .3), new("care.informalCare", "", .2)])]);
}
