namespace Samverkan.Analysis.Deciding.Changes;

/// <summary>Which of a scenario's changes did it.</summary>
/// <param name="Outcomes">What is told of each change, the foremost first.</param>
/// <param name="Whole">What all changes do together, by outcome.</param>
/// <param name="Changes">One by one.</param>
/// <param name="Together">What two changes do together more than each alone; empty where they are too many.</param>
public sealed record ChangesResult(
    DecisionHead Head, ScenarioName Scenario, IReadOnlyList<OutcomeName> Outcomes, IReadOnlyList<EffectRow> Whole,
    IReadOnlyList<OneChange> Changes, IReadOnlyList<TwoChanges> Together) : DecisionResult(Head);

/// <summary>One change of several.</summary>
/// <param name="Alone">What it does without the others, by outcome.</param>
/// <param name="Last">What goes away when it alone is left out, by outcome.</param>
/// <param name="Share">Its part of the whole: the mean over all orders in which the changes could be made (Shapley); null where
/// they are too many.</param>
public sealed record OneChange(
    string Id, string Words, IReadOnlyList<EffectRow> Alone, IReadOnlyList<EffectRow> Last, IReadOnlyList<EffectRow>? Share);

/// <summary>Two changes by their places.</summary>
/// <param name="More">What both do together less what each does alone, by outcome.</param>
public sealed record TwoChanges(int One, int Other, IReadOnlyList<EffectRow> More);
