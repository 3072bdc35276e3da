using System.Text.Json;
using System.Text.Json.Serialization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.Analysis.Deciding.Robustness;
using Samverkan.Analysis.Results;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Deciding;

/// <summary>What all results of decisions have in common.</summary>
/// <param name="Schema">The number of the form.</param>
/// <param name="Command">What makes the result again.</param>
/// <param name="Inputs">Hash of all that determines it.</param>
/// <param name="ResultHash">Fold of the hashes of all futures.</param>
/// <param name="Draws">The draws of all that is not known; null where the shipped values are taken for known.</param>
/// <param name="Since">First month that counts in means.</param>
/// <param name="Futures">How many were lived.</param>
public sealed record DecisionHead(
    int Schema, string Version, string Command, string Inputs, string ResultHash, ulong Seed, int Replications,
        DrawsResult? Draws,
    string From, string To, string Since, int Municipalities, int Futures, ScenarioName Base)
{
    /// <summary>The year in whose prices sums are; null: of no year of the price index.</summary>
    public int? PriceYear { get; init; }

    /// <summary>What was asked, word by word, without the scenarios.</summary>
    public IReadOnlyList<string> Asked { get; init; } = [];
}

/// <summary>A scenario as results name it.</summary>
/// <param name="Changes">What it does otherwise than the base, in words; none for the base.</param>
public sealed record ScenarioName(string Id, string Title, string Path, string Inputs, IReadOnlyList<string> Changes);

/// <summary>An outcome as results name it.</summary>
public sealed record OutcomeName(string Id, string Label, string Unit, int Decimals, bool AsPercent,
    Model.Indicators.Better Better)
{
    public static OutcomeName Of(DecisionOutcome one) => new(one.Id, one.Label, one.Unit, one.Decimals, one.AsPercent,
        one.Better);
}

/// <summary>
/// The answer to a question of a decision: typed, the same for the terminal, the report, the pages and programs. Sentences are
/// made
/// when it is read.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(GoalResult), "goal")]
[JsonDerivedType(typeof(ChangesResult), "changes")]
[JsonDerivedType(typeof(RobustResult), "robust")]
[JsonDerivedType(typeof(PortfolioResult), "portfolio")]
[JsonDerivedType(typeof(WhyResult), "why")]
public abstract record DecisionResult(DecisionHead Head)
{
    /// <summary>The number of the form that this version writes.</summary>
    public const int Current = 1;

    public const string File = "decision.json";

    public void Write(string folder) =>
        System.IO.File.WriteAllText(Path.Combine(folder, File), JsonSerializer.Serialize(this, ComparisonResult.Format) + "\n");

    /// <returns>null if the folder holds no result of a decision.</returns>
    /// <exception cref="InvalidDataException">It holds one that this version cannot read.</exception>
    public static DecisionResult? Read(string folder)
    {
        var path = Path.Combine(folder, File);
        try
        {
            return System.IO.File.Exists(path)
                ? JsonSerializer.Deserialize<DecisionResult>(ResultText.ReadJson(path), ComparisonResult.Format) : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new InvalidDataException($"The decision in '{folder}' cannot be read by this version: {e.Message}", e);
        }
    }
}

/// <summary>What one figure differs by, with what chance may do and the range of all that is not known.</summary>
/// <param name="Low">Lower end of the 95 % interval of chance alone.</param>
public sealed record EffectRow(double Difference, double Low, double High, bool IsClear)
{
    public UnknownResult? Unknown { get; init; }

    public static EffectRow Of(PairedEstimate estimate) => new(estimate.Difference, estimate.Low, estimate.High, estimate.IsClear)
    {
        Unknown = UnknownResult.Of(estimate.Unknown),
    };
}
