using System.Text.Json.Serialization;
using Samverkan.Analysis.Statistics;

namespace Samverkan.Analysis.Results;

/// <summary>
/// Where the expected effect lies over all that is not known, with the noise of chance taken off: the range of 90 % of draws.
/// </summary>
/// <param name="Low">Below it lie 5 % of draws.</param>
/// <param name="High">Above it lie 5 % of draws.</param>
/// <param name="Middle">Mean over draws.</param>
/// <param name="Draws">Draws under which both figures are defined.</param>
public sealed record UnknownResult(double Low, double High, double Middle, int Draws)
{
    /// <summary>Whether the effect has the same sign in 95 % of draws.</summary>
    [JsonIgnore]
    public bool SignSurvives => Low > 0 || High < 0;

    public static UnknownResult? Of(RangeOverDraws? range) =>
        range is null ? null : new(range.Low, range.High, range.Middle, range.Draws);
}

/// <summary>The draws of all that is not known that a comparison's further pairs lived under.</summary>
/// <param name="Region">File of the draws.</param>
/// <param name="Hash">Of that file.</param>
/// <param name="Pairs">How many pairs lived under a draw each.</param>
/// <param name="ResultHash">Fold of the hashes of all runs under draws.</param>
/// <param name="Missing">
/// Uncertain parameters of this build that the draws have no value for: the file was made for another, and they keep their
/// values.
/// </param>
public sealed record DrawsResult(string Region, string Hash, int Pairs, string ResultHash, int Missing);
