namespace Samverkan.Analysis.Deciding.Robustness;

/// <summary>How policies do over all that is not known: how far each may fall behind the best, how often it is good enough,
/// where it loses.</summary>
/// <param name="Outcome">By what policies are judged.</param>
/// <param name="Goal">What is good enough: a level of the outcome; null: better than the base.</param>
/// <param name="Below">Whether good enough lies below it.</param>
/// <param name="Policies">The base first: to change nothing is a policy, too.</param>
public sealed record RobustResult(
    DecisionHead Head, OutcomeName Outcome, double? Goal, bool Below, IReadOnlyList<RobustPolicy> Policies)
        : DecisionResult(Head);

/// <summary>A policy over draws. Effects are expected ones, the noise of chance taken off.</summary>
/// <param name="Level">Mean of the outcome at the shipped values.</param>
/// <param name="Worst">The level that is better in 95 % of draws.</param>
/// <param name="Effect">What it changes against the base.</param>
/// <param name="Cost">What it changes in what both sectors spend, MSEK a year.</param>
/// <param name="MeanRegret">How far it stays behind the best policy of each draw, in the mean.</param>
/// <param name="HighRegret">How far it stays behind in the worst draw of twenty.</param>
/// <param name="BestInDraws">Share of draws in which no policy is better.</param>
/// <param name="GoodEnough">Share of draws in which it is good enough; null for the base where good enough means better than the
/// base.</param>
/// <param name="Loses">Draws in which it is not good enough.</param>
/// <param name="Where">What tells these draws from the others; empty: nothing does, beyond chance.</param>
public sealed record RobustPolicy(
    ScenarioName Scenario, double Level, double Worst, EffectRow Effect, EffectRow Cost, double MeanRegret, double HighRegret,
    double BestInDraws, double? GoodEnough, int Loses, IReadOnlyList<LosingBox> Where);

/// <summary>Conditions under which a policy loses.</summary>
/// <param name="Draws">Draws in which they hold.</param>
/// <param name="Density">Share of these in which it loses.</param>
/// <param name="Coverage">Share of all draws in which it loses that they hold in.</param>
public sealed record LosingBox(IReadOnlyList<LosingCondition> Conditions, int Draws, double Density, double Coverage);

/// <summary>One condition: a parameter within bounds, or a rule on or off.</summary>
/// <param name="Parameter">Its id.</param>
/// <param name="Low">null: no lower bound.</param>
/// <param name="High">null: no upper bound.</param>
/// <param name="IsOn">Of a rule: whether it holds; null: it is no rule.</param>
public sealed record LosingCondition(string Parameter, double? Low, double? High, bool? IsOn);
