using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.App.Commands.Deciding;
using Samverkan.App.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Web.Deciding;

/// <summary>What the page of a comparison asks of the comparison's own scenarios.</summary>
internal static class DecisionOrder
{
    private const int FewDraws = 20;
    private const int ManyDraws = 100;

    /// <summary>The scenarios of a comparison, as its folder keeps them.</summary>
    /// <exception cref="BadRequest">It keeps none.</exception>
    public static IReadOnlyList<Scenario> ScenariosOf(ResultEntry entry) => entry.Recipe is { } recipe
        ? KeptInputs.Read(entry.Path, recipe,
            () => ScenarioReader.ReadAll(recipe.Read.Select(file => Path.Combine(entry.Path, file)), recipe.Sets))
        : throw new BadRequest("This result keeps no files of what it was made from. Compare the scenarios again.");

    /// <summary>Why the second scenario does what it does.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Why(ResultEntry entry, int place)
    {
        var request = Request(entry, "why", place) with { Draws = FewDraws };
        return (request, new WhyMaker(
            new CausalChain(request.Scenarios[0], request.Scenarios[1], request.Futures.Since), DecisionOutcome.Usual));
    }

    /// <summary>Which of its changes did it.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Changes(ResultEntry entry, int place)
    {
        var request = Request(entry, "changes", place);
        var apart = DecisionOptions.Asked(() => new ChangesApart(request.Scenarios[0], request.Scenarios[1]));
        return (request, new ChangesMaker(apart, [DecisionOutcome.Usual, DecisionOutcome.Spent]));
    }

    /// <summary>Which policy holds.</summary>
    public static (DecisionRequest Request, IDecisionMaker Maker) Robust(ResultEntry entry)
    {
        var request = Request(entry, "robust") with { Draws = ManyDraws };
        return (request, new RobustMaker(request.Scenarios, new(DecisionOutcome.Usual, null, Below: true)));
    }

    /// <summary>Which of the compared scenarios to pay for.</summary>
    /// <param name="budget">MSEK a year; null: no limit.</param>
    public static (DecisionRequest Request, IDecisionMaker Maker) Measures(ResultEntry entry, double? budget)
    {
        var request = Request(entry, "portfolio", said: budget is { } most ? ["--budget", DecisionOptions.Number(most)] : []);
        if (request.Scenarios.Count - 1 > Portfolio.MostMeasures)
            throw new BadRequest($"{request.Scenarios.Count - 1} measures have too many combinations: compare "
                + $"{Portfolio.MostMeasures} at most.");
        var portfolio = DecisionOptions.Asked(() => new Portfolio(request.Scenarios[0], [.. request.Scenarios.Skip(1)]));
        return (request, new PortfolioMaker(portfolio, new(DecisionOutcome.Usual, null, budget)));
    }

    /// <summary>How much of a scenario's only change is enough.</summary>
    /// <param name="by">How much lower, or with a minus higher, unmet needs per eligible person are to be.</param>
    public static (DecisionRequest Request, IDecisionMaker Maker) Goal(ResultEntry entry, int place, double by)
    {
        if (!double.IsFinite(by) || by == 0)
            throw new BadRequest("Say by how much unmet needs are to fall, such as 0.05.");
        string[] said = [by > 0 ? "--less-by" : "--more-by", DecisionOptions.Number(Math.Abs(by))];
        var request = Request(entry, "goal", place, said);
        var changes = ScenarioDiff.Changes(request.Scenarios[0], request.Scenarios[1]);
        if (changes.Length != 1)
            throw new BadRequest($"'{request.Scenarios[1].Title}' makes {changes.Length} changes: which of them is asked on "
                + $"the command line, with 'decide goal'.");
        var lever = DecisionOptions.Asked(() => GoalLever.OfChange(request.Scenarios[0], request.Scenarios[1], changes[0],
            null, null));
        return (request, new GoalMaker(lever, new(DecisionOutcome.Usual, -by, Below: by > 0, IsChange: true, .9)));
    }

    private static DecisionRequest Request(ResultEntry entry, string kind, int? place = null, IReadOnlyList<string>? said = null)
    {
        var all = ScenariosOf(entry);
        var request = new DecisionRequest(
            kind, place is { } one ? [all[0], all[one]] : all, entry.Recipe!.Sets, said ?? [],
                DecisionRequest.UsualReplications, entry.Seed);
        request.RefuseWhatCannotBePaired();
        return request;
    }
}
