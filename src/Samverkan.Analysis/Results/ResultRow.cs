using System.Text.Json.Serialization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Indicators;

namespace Samverkan.Analysis.Results;

/// <summary>
/// What a scenario changes in one outcome. Every interval and every statement about an outcome is a property of this record, so
/// that all
/// tables and pictures show the same.
/// </summary>
/// <param name="Id">Of the indicator, or of a figure of the whole horizon.</param>
/// <param name="Label">In English.</param>
/// <param name="Decimals">Digits after the point when it is printed.</param>
/// <param name="AsPercent">Printed in per cent; the numbers are shares.</param>
/// <param name="Better">Which way is an improvement.</param>
/// <param name="Base">Mean over the pairs in the base.</param>
/// <param name="Other">Mean over the pairs in this scenario.</param>
/// <param name="Difference">Mean of this scenario less the base.</param>
/// <param name="Low">Lower end of the 95 % interval of the difference: what chance may do.</param>
/// <param name="High">Upper end of that interval.</param>
/// <param name="BetterShare">Share of pairs in which it is better; null where neither way is an improvement, and with one
/// pair.</param>
/// <param name="WorseShare">
/// Share of pairs in which it is worse; null where neither way is an improvement, with one pair, and in results of 0.1.0.
/// </param>
/// <param name="Pairs">Pairs in which both figures are defined.</param>
/// <param name="ReplicationsSaved">How many times the replications unpaired runs would need for the same interval.</param>
/// <param name="IsClear">Whether the direction can be told from chance.</param>
public sealed record ResultRow(
    [property: JsonPropertyName("indicator")]
        string Id, string Label, string Unit, int Decimals, bool AsPercent, Better Better, double Base, double Other,
    double Difference, double Low, double High, double? BetterShare, double? WorseShare, int Pairs, double ReplicationsSaved,
    bool IsClear)
{
    /// <summary>
    /// The range of all that is not known; null where chance alone was asked for, too few pairs lived under draws, or nothing
    /// varies.
    /// </summary>
    public UnknownResult? Unknown { get; init; }

    /// <summary>"better" or "worse" where the direction can be told and one way is an improvement; else null.</summary>
    [JsonIgnore]
    public bool? IsBetter => !IsClear || Better == Better.Neither ? null : Difference > 0 == (Better == Better.Higher);

    public static ResultRow Of(string id, string label, string unit, PairedEstimate estimate, int decimals, Better better,
        bool asPercent = false) => new(
        id, label, unit, decimals, asPercent, better, estimate.Base, estimate.Other, estimate.Difference, estimate.Low,
        estimate.High, estimate.BetterShare,
        estimate.WorseShare, estimate.Pairs, estimate.Saving, estimate.IsClear)
        {
            Unknown = UnknownResult.Of(estimate.Unknown),
        };
}

/// <summary>A target group, or a sector.</summary>
public sealed record GroupResult(string Id, string Title, IReadOnlyList<ResultRow> Rows)
{
    public ResultRow Row(string id) => Rows.First(row => row.Id == id);
}

/// <summary>A kind of payment, SEK per year over the months that tables count.</summary>
/// <param name="From">Account that pays.</param>
/// <param name="To">Account that is paid.</param>
/// <param name="Demand">Whether it follows demand rather than decisions.</param>
/// <param name="Sek">In this scenario.</param>
/// <param name="Low">Lower end of the 95 % interval of the difference.</param>
public sealed record PaymentResult(string Id, string Title, string From, string To, bool Demand, double Sek, double Difference,
    double Low, double High);

/// <summary>An indicator over time, a number per quarter; money in MSEK per year.</summary>
/// <param name="Mean">Over all replications.</param>
/// <param name="Low">The tenth percentile of the replications.</param>
/// <param name="High">The ninetieth.</param>
/// <param name="Difference">Mean of the paired differences to the base; empty for the base itself.</param>
/// <param name="DifferenceLow">Lower end of the 95 % interval of that mean.</param>
public sealed record BandResult(
    string Id, string Title, string Unit, float[] Mean, float[] Low, float[] High, float[] Difference, float[] DifferenceLow,
        float[] DifferenceHigh)
{
    /// <summary>
    /// Lower end of the range of all that is not known, of the expected difference; empty for the base, and where chance alone
    /// was asked for.
    /// </summary>
    public float[] UnknownLow { get; init; } = [];

    /// <summary>Upper end of it.</summary>
    public float[] UnknownHigh { get; init; } = [];

    /// <summary>
    /// The tenth percentile of the runs under draws of all that is not known; empty where chance alone was asked for.
    /// </summary>
    public float[] DrawnLow { get; init; } = [];

    /// <summary>The ninetieth.</summary>
    public float[] DrawnHigh { get; init; } = [];
}
