namespace Samverkan.Analysis.Deciding.Causes;

/// <summary>Why a scenario does what it does: the chain from cause to effect in the model's own quantities.</summary>
/// <param name="Outcome">What is to be explained.</param>
/// <param name="Whole">What the scenario changes in it.</param>
/// <param name="Links">Quantities that differ clearly, causes first.</param>
/// <param name="Switched">Links that were switched off in both worlds, and what is left of the difference then.</param>
public sealed record WhyResult(
    DecisionHead Head, ScenarioName Scenario, OutcomeName Outcome, EffectRow Whole, IReadOnlyList<ChainLink> Links,
    IReadOnlyList<SwitchedLink> Switched) : DecisionResult(Head);

/// <summary>One quantity of the chain.</summary>
/// <param name="Id">Of its indicator.</param>
/// <param name="Unit">As it is written: "posts", "MSEK a year".</param>
/// <param name="First">First month of the first three in which it differs clearly, and goes on to for a year; null: of
/// none.</param>
/// <param name="Half">First month of the first twelve in which half of the mean difference is there; null: of none.</param>
/// <param name="Size">Mean difference from the policy's first month to the end, by chance alone and over all that is not
/// known.</param>
public sealed record ChainLink(string Id, string Title, string Unit, int Decimals, bool AsPercent, string? First,
    string? Half, EffectRow Size);

/// <summary>A link that was switched off.</summary>
/// <param name="Words">What holds no more: "posts are cut when money is short".</param>
/// <param name="Set">The parameters that switched it off, in both worlds, from the policy's first month on.</param>
/// <param name="Left">The difference in the outcome without it.</param>
/// <param name="Carried">What of the difference goes away without it.</param>
public sealed record SwitchedLink(string Id, string Words, IReadOnlyDictionary<string, double> Set, EffectRow Left,
    EffectRow Carried);
