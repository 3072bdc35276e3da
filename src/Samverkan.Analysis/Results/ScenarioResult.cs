using System.Text.Json.Serialization;
using Samverkan.Analysis.Ledgers;

namespace Samverkan.Analysis.Results;

/// <summary>One scenario of a comparison. All differences are to the base; the base itself has none.</summary>
/// <param name="Path">The file that it was read from.</param>
/// <param name="Inputs">Hash of what it says.</param>
/// <param name="From">First month of the horizon.</param>
/// <param name="To">Last month of the horizon.</param>
/// <param name="Changes">What it does otherwise than the base, in English.</param>
/// <param name="Dated">Those of the changes that begin in a certain month.</param>
/// <param name="UnchangedParameters">How many parameters have the base's values.</param>
/// <param name="Answer">What that does, in English sentences; null for the base.</param>
/// <param name="Rows">The table of the headline: means from the policy's first month to the end of the horizon.</param>
public sealed record ScenarioResult(
    [property: JsonPropertyName("scenario")] string Id, string Title, string Question, string Path, string Inputs, string From,
        string To,
    IReadOnlyList<string> Changes, IReadOnlyList<DatedWords> Dated, int UnchangedParameters, string? Answer,
        IReadOnlyList<ResultRow> Rows)
{
    /// <summary>First month of the policy, from which the headline's means count; null in results of 0.1.0.</summary>
    public string? Start { get; init; }

    /// <summary>What the answer is made from; null for the base and in results of 0.1.0.</summary>
    public EffectResult? Effect { get; init; }

    /// <summary>What was expected before the run, and whether it held.</summary>
    public IReadOnlyList<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>Cooperations of all replications that are dissolved or hollow; in results of 0.1.0, that are lost.</summary>
    public int Lost { get; init; }

    /// <summary>Cooperations of all replications that never begin.</summary>
    public int NeverBegan { get; init; }

    /// <summary>For every replication and cooperation: the month from which it was dissolved or hollow; null: neither, or it
    /// never began.</summary>
    public IReadOnlyList<string?> LostAt { get; init; } = [];

    /// <summary>For every replication and cooperation: the first month without joint structures; null: it stands, or never
    /// began.</summary>
    public IReadOnlyList<string?>? DissolvedAt { get; init; }

    /// <summary>For every replication and cooperation: the first month in which it was hollow.</summary>
    public IReadOnlyList<string?>? HollowAt { get; init; }

    /// <summary>For every replication and cooperation: the first month in which its benefit was not kept.</summary>
    public IReadOnlyList<string?>? BenefitLostAt { get; init; }

    /// <summary>Figures over time, people first.</summary>
    public IReadOnlyList<BandResult> Bands { get; init; } = [];

    /// <summary>How its cooperations last; null where nobody asked.</summary>
    public LastingResult? Lasting { get; init; }

    /// <summary>What it changes for each target group, from the month that tables count from.</summary>
    public IReadOnlyList<GroupResult> Groups { get; init; } = [];

    /// <summary>What it changes in each sector's money a year, from the month that tables count from.</summary>
    public IReadOnlyList<GroupResult> Sectors { get; init; } = [];

    /// <summary>Every kind of payment a year, from the month that tables count from.</summary>
    public IReadOnlyList<PaymentResult> Payments { get; init; } = [];

    /// <summary>The budget by year and sector; null in results of 0.1.0.</summary>
    public BudgetResult? Budget { get; init; }

    /// <summary>What a shipped study says of how far the answer rests on assumptions; null for the base, or if none is
    /// shipped.</summary>
    public QuotedLedger? Ledger { get; init; }
}

/// <summary>What was expected, and whether it held.</summary>
/// <param name="Expectation">In English.</param>
/// <param name="Held">null: it could not be judged, for the reason given.</param>
/// <param name="Own">Mean over replications in this scenario, over the expectation's period.</param>
/// <param name="Other">The same in the scenario that it was compared with.</param>
/// <param name="Share">Share of single replications in which it held.</param>
/// <param name="Reason">Why it could not be judged, in English.</param>
public sealed record ExpectationResult(string Expectation, bool? Held, double Own, double Other, double Share, string? Reason)
{
    /// <summary>What was seen, in English, such as "difference +0.31; true in 94 % of replications"; null in results of
    /// 0.1.0.</summary>
    public string? Seen { get; init; }
}

/// <summary>What the sentence of the answer is made from.</summary>
/// <param name="ChangesNothing">Every run is equal to its pair to the bit.</param>
/// <param name="Totals">Totals over the whole horizon, whatever the months that tables count; see <see cref="Outcome"/>.</param>
public sealed record EffectResult(bool ChangesNothing, SurvivalResult Survival, IReadOnlyList<ResultRow> Totals)
{
    /// <summary>
    /// Rules that have a rival and turn the sign of the change in person-years of unmet need; empty where none does, or nobody
    /// asked.
    /// </summary>
    public IReadOnlyList<string> HangsOn { get; init; } = [];

    public ResultRow Total(string id) => Totals.Single(row => row.Id == id);
}

/// <summary>Whether cooperations stand at the end of the horizon, over all replications.</summary>
/// <param name="All">Cooperations, of all replications together.</param>
/// <param name="Began">Those of them that began.</param>
/// <param name="Standing">How many stand, as far as so many replications can tell.</param>
public sealed record SurvivalResult(int All, int Began, Standing Standing, EndingCount Dissolved, EndingCount Hollow)
{
    /// <summary>Cooperations of the pairs under draws of all that is not known; 0 where chance alone was asked for.</summary>
    public int DrawnAll { get; init; }

    /// <summary>Those of them that are dissolved; null where chance alone was asked for.</summary>
    public EndingCount? DrawnDissolved { get; init; }
}

/// <summary>How many cooperations are not dissolved.</summary>
public enum Standing { All, Most, Unclear, Few, None }

/// <summary>How many cooperations ended so.</summary>
/// <param name="Before">In the base.</param>
/// <param name="MayBeChance">The numbers differ, and the interval of the difference covers 0.</param>
public sealed record EndingCount(int Before, int After, bool MayBeChance);
