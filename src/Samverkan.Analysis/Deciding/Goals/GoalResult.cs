namespace Samverkan.Analysis.Deciding.Goals;

/// <summary>How much of a lever is enough, and what that costs.</summary>
/// <param name="Lever">What is given in doses.</param>
/// <param name="Outcome">What is to reach the goal.</param>
/// <param name="Goal">The level to be reached, or the change of it.</param>
/// <param name="Below">Whether the outcome is to be below it.</param>
/// <param name="IsChange">Whether the goal is a difference to no change.</param>
/// <param name="Certainty">Share of draws in which it must be reached; without draws, of replications.</param>
/// <param name="Doses">From the least to the largest.</param>
/// <param name="Nothing">Place of the dose that changes nothing.</param>
/// <param name="Enough">Place of the dose nearest to it that is enough; null: none is.</param>
/// <param name="Turns">Place of the dose at which the outcome clearly turns: more of the lever then undoes what less of it did;
/// null: it never turns.</param>
public sealed record GoalResult(
    DecisionHead Head, LeverName Lever, OutcomeName Outcome, double Goal, bool Below, bool IsChange, double Certainty,
    IReadOnlyList<GoalDose> Doses, int Nothing, int? Enough, int? Turns) : DecisionResult(Head);

/// <summary>A lever as a result names it.</summary>
/// <param name="Id">Of the parameter, or of the change of a scenario.</param>
/// <param name="Name">In plain words.</param>
/// <param name="Unit">Of the doses; empty where they are shares of a stated change.</param>
/// <param name="From">First month of the dose; null: the scenario says it.</param>
/// <param name="Scenario">The scenario whose change is given in doses; null: the lever is a parameter.</param>
public sealed record LeverName(string Id, string Name, string Unit, string? From, ScenarioName? Scenario);

/// <summary>One dose.</summary>
/// <param name="Dose">In the place's own figures; of a change, the share of what the scenario states.</param>
/// <param name="Words">"8 posts", "the county's frame -10 % from January 2027"</param>
/// <param name="Level">The mean at the shipped values.</param>
/// <param name="LevelLow">Lower end of the 95 % interval of that mean.</param>
/// <param name="DrawnLow">Below this expected level lie 5 % of draws; not a number without draws.</param>
/// <param name="Holds">Share of draws in which the goal is reached by the expected level; without draws, of replications.</param>
/// <param name="HoldsInFutures">Share of single futures in which it is reached, luck and all.</param>
/// <param name="Effect">What it changes in the outcome.</param>
/// <param name="Cost">What it changes in what both sectors spend, MSEK a year.</param>
public sealed record GoalDose(
    double Dose, string Words, double Level, double LevelLow, double LevelHigh, double DrawnLow, double DrawnHigh, double Holds,
    double HoldsInFutures, EffectRow Effect, EffectRow Cost, EffectRow CountyCost, EffectRow MunicipalCost);
