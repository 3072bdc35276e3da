using Samverkan.Analysis.Deciding;
using Samverkan.App.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.Model;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Web.Deciding;

/// <summary>What the page of a comparison asks of the comparison's own scenarios.</summary>
internal static class DecisionOrder
{
    /// <summary>The scenarios of a comparison, as its folder keeps them.</summary>
    /// <exception cref="BadRequest">It keeps none, or it was made by rules of its own, which decisions do not have.</exception>
    public static IReadOnlyList<Scenario> ScenariosOf(ResultEntry entry) => entry.Rules is { } rules
        ? throw new BadRequest($"This comparison was made by rules of its own, {rules}. Decisions are made by the usual rules "
            + "alone: compare the scenarios without --rules.")
        : entry.Recipe is { } recipe
        ? KeptInputs.Read(entry.Path, recipe, () =>
            ScenarioReader.ReadAll(recipe.Read.Select(file => Path.Combine(entry.Path, file)), recipe.Sets))
        : throw new BadRequest("This result keeps no files of what it was made from. Compare the scenarios again.");

    /// <summary>By what one can decide: all outcomes of which more or less is better.</summary>
    public static IReadOnlyList<DecisionOutcome> Outcomes { get; } =
        [.. DecisionOutcome.All.Where(one => one.Better != Model.Indicators.Better.Neither)];

    /// <summary>What a scenario of a comparison does otherwise than the base, change by change.</summary>
    /// <exception cref="BadRequest">The comparison keeps no files.</exception>
    public static IReadOnlyList<ScenarioChange> ChangesOf(ResultEntry entry, int place)
    {
        var all = ScenariosOf(entry);
        return ScenarioDiff.Changes(all[0], all[place]);
    }

    /// <summary>Why a scenario does what it does.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Why(ResultEntry entry, int place, DecisionOutcome outcome) =>
        Question(entry, DecisionQuestion.Why, outcome, place).Understand();

    /// <summary>Which of its changes did it.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Changes(
        ResultEntry entry, int place, DecisionOutcome outcome) =>
        Question(entry, DecisionQuestion.Changes, outcome, place).Understand();

    /// <summary>Which policy holds.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Robust(ResultEntry entry, DecisionOutcome outcome) =>
        Question(entry, DecisionQuestion.Robust, outcome).Understand();

    /// <summary>Which of the compared scenarios to pay for.</summary>
    /// <param name="budget">MSEK a year; null: no limit.</param>
    public static (DecisionRequest Request, IDecisionMaker Maker) Measures(
        ResultEntry entry, double? budget, DecisionOutcome outcome) =>
        (Question(entry, DecisionQuestion.Portfolio, outcome) with { Budget = budget }).Understand();

    /// <summary>How much of one change of a scenario is enough.</summary>
    /// <param name="by">How much lower, or with a minus higher, the outcome is to be.</param>
    /// <param name="changeId">Which change; null: the only one.</param>
    public static (DecisionRequest Request, IDecisionMaker Maker) Goal(
        ResultEntry entry, int place, double by, DecisionOutcome outcome, string? changeId = null)
    {
        if (!double.IsFinite(by) || by == 0)
            throw new BadRequest("Say by how much the outcome is to change, such as 0.05.");
        var question = Question(entry, DecisionQuestion.Goal, outcome, place);
        var changes = ScenarioDiff.Changes(question.Scenarios[0], question.Scenarios[1]);
        if (changes.Length > 1 && changeId is null)
            throw new BadRequest($"'{question.Scenarios[1].Title}' makes {changes.Length} changes: choose of which you ask.");
        return (question with
        {
            Lever = changes.Length > 1 ? changeId : null,
            LessBy = by > 0 ? by : null,
            MoreBy = by < 0 ? -by : null,
        }).Understand();
    }

    /// <summary>By what a decision decides.</summary>
    public static DecisionOutcome OutcomeOf(DecisionRequest request) =>
        request.Said.SkipWhile(word => word != "--outcome").Skip(1).FirstOrDefault() is { } id
            && DecisionOutcome.Find(id) is { } outcome ? outcome : DecisionOutcome.Usual;

    // With the same months and the same draws of all that is not known as the comparison, or with none.
    private static DecisionQuestion Question(ResultEntry entry, string kind, DecisionOutcome outcome, int? place = null)
    {
        var (all, recipe) = (ScenariosOf(entry), entry.Recipe!);
        var region = recipe.Region is not { } kept ? null
            : KeptInputs.Read(entry.Path, recipe, () => RegionFile.ReadKept(Path.Combine(entry.Path, kept)));
        return new(kind, place is { } one ? [all[0], all[one]] : all)
        {
            Sets = recipe.Sets,
            OutcomeId = outcome.Id,
            Seed = entry.Seed,
            Since = recipe.Since is { } since && Month.TryParse(since, out var month) ? month : null,
            Known = region is null,
            OwnRegion = region?.Hash == RegionFile.Usual?.Hash ? null : region,
        };
    }
}
