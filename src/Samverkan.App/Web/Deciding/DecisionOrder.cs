using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.App.Commands;
using Samverkan.App.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Web.Deciding;

/// <summary>What the page of a comparison asks of the comparison's own scenarios.</summary>
internal static class DecisionOrder
{
    private const int FewDraws = 20;
    private const int ManyDraws = 100;

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

    /// <summary>Why the second scenario does what it does.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Why(ResultEntry entry, int place, DecisionOutcome outcome)
    {
        var request = Request(entry, "why", outcome, place) with { Draws = FewDraws };
        return (request, new WhyMaker(
            new CausalChain(request.Scenarios[0], request.Scenarios[1], request.Futures.Since), outcome));
    }

    /// <summary>Which of its changes did it.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Changes(ResultEntry entry, int place, DecisionOutcome outcome)
    {
        var request = Request(entry, "changes", outcome, place);
        var apart = DecisionOptions.Asked(() => new ChangesApart(request.Scenarios[0], request.Scenarios[1]));
        return (request, new ChangesMaker(apart, [outcome, DecisionOutcome.Spent]));
    }

    /// <summary>Which policy holds.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Robust(ResultEntry entry, DecisionOutcome outcome)
    {
        var request = Request(entry, "robust", outcome) with { Draws = ManyDraws };
        return (request, new RobustMaker(request.Scenarios, new(outcome, null, Below: true)));
    }

    /// <summary>Which of the compared scenarios to pay for.</summary>
    /// <param name="budget">MSEK a year; null: no limit.</param>
    public static (DecisionRequest Request, IDecisionMaker Maker) Measures(
        ResultEntry entry, double? budget, DecisionOutcome outcome)
    {
        var request = Request(entry, "portfolio", outcome,
            said: budget is { } most ? ["--budget", DecisionOptions.Number(most)] : []);
        if (request.Scenarios.Count - 1 > Portfolio.MostMeasures)
            throw new BadRequest($"{request.Scenarios.Count - 1} measures have too many combinations: compare "
                + $"{Portfolio.MostMeasures} at most.");
        var portfolio = DecisionOptions.Asked(() => new Portfolio(request.Scenarios[0], [.. request.Scenarios.Skip(1)]));
        return (request, new PortfolioMaker(portfolio, new(outcome, null, budget)));
    }

    /// <summary>How much of one change of a scenario is enough.</summary>
    /// <param name="by">How much lower, or with a minus higher, the outcome is to be.</param>
    /// <param name="changeId">Which change; null: the only one.</param>
    public static (DecisionRequest Request, IDecisionMaker Maker) Goal(
        ResultEntry entry, int place, double by, DecisionOutcome outcome, string? changeId = null)
    {
        if (!double.IsFinite(by) || by == 0)
            throw new BadRequest("Say by how much the outcome is to change, such as 0.05.");
        var changes = ChangesOf(entry, place);
        var change = changes.FirstOrDefault(one => one.Id == changeId) ?? (changes.Count == 1 ? changes[0] : null);
        string[] said =
        [
            .. change is not null && changes.Count > 1 ? ["--lever", change.Id] : Array.Empty<string>(),
            by > 0 ? "--less-by" : "--more-by", DecisionOptions.Number(Math.Abs(by)),
        ];
        var request = Request(entry, "goal", outcome, place, said);
        if (change is null)
            throw new BadRequest($"'{request.Scenarios[1].Title}' makes {changes.Count} changes: choose of which you ask.");
        var lever = DecisionOptions.Asked(() => GoalLever.OfChange(request.Scenarios[0], request.Scenarios[1], change,
            null, null));
        return (request, new GoalMaker(lever, new(outcome, -by, Below: by > 0, IsChange: true, .9)));
    }

    /// <summary>By what a decision decides.</summary>
    public static DecisionOutcome OutcomeOf(DecisionRequest request) =>
        request.Said.SkipWhile(word => word != "--outcome").Skip(1).FirstOrDefault() is { } id
            && DecisionOutcome.Find(id) is { } outcome ? outcome : DecisionOutcome.Usual;

    // With the same draws of all that is not known as the comparison, or with none.
    private static DecisionRequest Request(
        ResultEntry entry, string kind, DecisionOutcome outcome, int? place = null, IReadOnlyList<string>? said = null)
    {
        var (all, recipe) = (ScenariosOf(entry), entry.Recipe!);
        var region = recipe.Region is not { } kept ? null
            : KeptInputs.Read(entry.Path, recipe, () => RegionFile.ReadKept(Path.Combine(entry.Path, kept)));
        var request = new DecisionRequest(
            kind, place is { } one ? [all[0], all[one]] : all, recipe.Sets,
            [.. said ?? [], .. outcome == DecisionOutcome.Usual ? [] : new[] { "--outcome", outcome.Id }],
            DecisionRequest.UsualReplications, entry.Seed)
        {
            Known = region is null,
            OwnRegion = region?.Hash == RegionFile.Usual?.Hash ? null : region,
        };
        request.RefuseWhatCannotBePaired();
        return request;
    }
}
