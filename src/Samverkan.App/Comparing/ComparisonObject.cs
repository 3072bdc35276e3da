using System.Text.Json;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Ledgers;
using Samverkan.Analysis.Sustainability;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Comparing;

/// <summary>A comparison as programs read it, and as pages show it again later.</summary>
public sealed record ComparisonObject(
    string Base, ulong Seed, int Replications, string Since, string ResultHash, IReadOnlyList<ScenarioObject> Scenarios)
{
    public const string File = "comparison.json";

    public static ComparisonObject Of(PairedComparison comparison, ExpectationWatch expected) => new(
        comparison.Base.Id, comparison.Seed, comparison.Replications, comparison.Since.ToString(), Fold.InGroups(comparison.Hash),
        [.. comparison.Scenarios.Select((_, place) => ScenarioObject.Of(comparison, place, expected))]);

    public static string Text(PairedComparison comparison, ExpectationWatch expected) =>
        JsonSerializer.Serialize(Of(comparison, expected), Terminal.Format) + "\n";

    /// <returns>null if the text is no comparison.</returns>
    public static ComparisonObject? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ComparisonObject>(text, Terminal.Format) is { Scenarios: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>One scenario of a comparison.</summary>
/// <param name="Changes">What it does otherwise than the base, in words; none for the base.</param>
/// <param name="Answer">What that does, in a sentence; null for the base.</param>
/// <param name="LostAt">For every replication and cooperation: the month from which it was dissolved or hollow; null: neither, or it never began.</param>
/// <param name="Ledger">What a shipped study says of how far the answer rests on assumptions; null for the base, or if none is shipped.</param>
/// <param name="Rows">The table against the base; none for the base.</param>
public sealed record ScenarioObject(
    string Scenario, string Title, string Question, string From, string To, IReadOnlyList<string> Changes, int UnchangedParameters, string? Answer,
    int Lost, int NeverBegan, IReadOnlyList<string?> LostAt, IReadOnlyList<RowObject> Rows, IReadOnlyList<ExpectationObject> Expectations,
    QuotedLedger? Ledger = null)
{
    /// <summary>First month of the policy: means of the table count from it to the end; null in results of 0.1.0.</summary>
    public string? Start { get; init; }

    /// <summary>For every replication and cooperation: the first month without joint structures; null: it stands, or never began.</summary>
    public IReadOnlyList<string?>? DissolvedAt { get; init; }

    /// <summary>For every replication and cooperation: the first month in which it was hollow.</summary>
    public IReadOnlyList<string?>? HollowAt { get; init; }

    /// <summary>For every replication and cooperation: the first month in which its benefit was not kept.</summary>
    public IReadOnlyList<string?>? BenefitLostAt { get; init; }

    internal static ScenarioObject Of(PairedComparison comparison, int place, ExpectationWatch expected)
    {
        var scenario = comparison.Scenarios[place];
        var changes = ScenarioDiff.InWords(comparison.Base, scenario);
        return new(
            scenario.Id, scenario.Title, scenario.Question, scenario.Blueprint.From.ToString(), scenario.Blueprint.To.ToString(),
            changes.Lines, changes.UnchangedParameters, place == 0 ? null : Analysis.Comparisons.Answer.To(comparison, place),
            comparison.Count(place, Ending.NotSustained), comparison.Count(place, one => !one.Began), At(comparison, place, Ending.NotSustained),
            place == 0 ? [] : [.. HeadlineTable.Of(comparison, place).Select(row => RowObject.Of(row))],
            [.. expected.On(place).Select(ExpectationObject.Of)], place == 0 ? null : QuotedLedger.Of(comparison.Base, scenario))
        {
            Start = comparison.Starts[place].ToString(),
            DissolvedAt = At(comparison, place, Ending.Dissolved),
            HollowAt = At(comparison, place, Ending.Hollow),
            BenefitLostAt = At(comparison, place, Ending.BenefitLost),
        };
    }

    private static IReadOnlyList<string?> At(PairedComparison comparison, int place, Ending ending) =>
        [.. comparison.Outcomes[place].SelectMany(run => run.Fates).Select(one => one.At(ending)?.ToString())];
}

/// <summary>One row of the table. Numbers are null where there are none.</summary>
public sealed record RowObject(
    string Indicator, string Label, string Unit, int Decimals, bool AsPercent, double? Base, double? Other, double? Difference, double? Low, double? High, double? BetterShare, int Pairs, double? ReplicationsSaved)
{
    internal static RowObject Of(HeadlineRow row) => new(
        row.Indicator, row.Label, row.Unit, row.Decimals, row.AsPercent, Number(row.Estimate.Base), Number(row.Estimate.Other), Number(row.Estimate.Difference),
        Number(row.Estimate.Low), Number(row.Estimate.High), row.Estimate.BetterShare, row.Estimate.Pairs, Number(row.Estimate.Saving));

    /// <summary>JSON has no word for what is not a number.</summary>
    internal static double? Number(double value) => double.IsFinite(value) ? value : null;
}

/// <summary>What was expected, and whether it held; null: it could not be judged, for the reason given.</summary>
public sealed record ExpectationObject(string Expectation, bool? Held, double? Own, double? Other, double? Share, string? Reason)
{
    internal static ExpectationObject Of(Verdict verdict) => new(
        verdict.Expectation.InWords, verdict.Held, RowObject.Number(verdict.Own), RowObject.Number(verdict.Other), RowObject.Number(verdict.Share), verdict.Reason);
}
