namespace Samverkan.Analysis.Deciding.Portfolios;

/// <summary>Which combination of measures does best within a budget, and what more money would buy.</summary>
/// <param name="Measures">What was combined.</param>
/// <param name="Outcome">By what combinations are judged.</param>
/// <param name="Payer">Whose spending the budget limits: county or municipality; null: both sectors together.</param>
/// <param name="Budget">MSEK a year at most; null: no limit.</param>
/// <param name="Combinations">All, the empty one first.</param>
/// <param name="Best">Place of the best combination within the budget; null: none but the empty one is within it.</param>
public sealed record PortfolioResult(
    DecisionHead Head, IReadOnlyList<ScenarioName> Measures, OutcomeName Outcome, string? Payer, double? Budget,
    IReadOnlyList<Combination> Combinations, int? Best) : DecisionResult(Head);

/// <summary>Some of the measures together.</summary>
/// <param name="Measures">Their places.</param>
/// <param name="Level">Mean of the outcome.</param>
/// <param name="Effect">What it changes in the outcome.</param>
/// <param name="Cost">What it changes in what the payer spends, MSEK a year.</param>
/// <param name="WithinBudget">Whether the mean cost is within the budget.</param>
/// <param name="WithinInDraws">Share of draws under which it is; without draws, of replications.</param>
/// <param name="BestInDraws">Share of draws under which it is the best of those that are within the budget there.</param>
/// <param name="OnFront">Whether no other combination is better for as little money.</param>
public sealed record Combination(
    IReadOnlyList<int> Measures, double Level, EffectRow Effect, EffectRow Cost, EffectRow CountyCost, EffectRow MunicipalCost,
    bool WithinBudget, double WithinInDraws, double BestInDraws, bool OnFront);
