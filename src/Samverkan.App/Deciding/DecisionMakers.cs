using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.Analysis.Deciding.Robustness;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Deciding;

/// <summary>Lives the choices of one kind of decision, and makes its result.</summary>
public interface IDecisionMaker
{
    /// <summary>What all choices are set against.</summary>
    Choice Base { get; }

    /// <summary>How many choices are lived at most, the base among them.</summary>
    int MostChoices { get; }

    DecisionResult Decide(Futures futures, Func<Futures, DecisionHead> head);
}

/// <summary>How much of a lever is enough.</summary>
internal sealed class GoalMaker(GoalLever lever, GoalQuestion question) : IDecisionMaker
{
    public Choice Base { get; } = lever.Given(lever.Nothing);

    public int MostChoices => GoalSeek.MostChoices(lever);

    public DecisionResult Decide(Futures futures, Func<Futures, DecisionHead> head) =>
        GoalSeek.Run(head, lever, question, futures);
}

/// <summary>Which change of a scenario did it.</summary>
internal sealed class ChangesMaker(ChangesApart apart, IReadOnlyList<DecisionOutcome> outcomes) : IDecisionMaker
{
    public Choice Base => apart.Choices[0];

    public int MostChoices => apart.Choices.Count;

    public DecisionResult Decide(Futures futures, Func<Futures, DecisionHead> head)
    {
        var lived = futures.Live(apart.Choices);
        return apart.Result(head(futures), lived, outcomes);
    }
}

/// <summary>Why a scenario does what it does.</summary>
internal sealed class WhyMaker(CausalChain chain, DecisionOutcome outcome) : IDecisionMaker
{
    // The two worlds are lived once more, to be seen month by month.
    private const int Seen = 2;

    public Choice Base => chain.Choices[0];

    public int MostChoices => chain.Choices.Count + Seen;

    public DecisionResult Decide(Futures futures, Func<Futures, DecisionHead> head) => chain.Result(head, futures, outcome);
}

/// <summary>Which combination of measures to pay for.</summary>
internal sealed class PortfolioMaker(Portfolio portfolio, PortfolioQuestion question) : IDecisionMaker
{
    public Choice Base => portfolio.Choices[0];

    public int MostChoices => portfolio.Choices.Count;

    public DecisionResult Decide(Futures futures, Func<Futures, DecisionHead> head)
    {
        var lived = futures.Live(portfolio.Choices);
        return portfolio.Result(head(futures), lived, question);
    }
}

/// <summary>Which policy holds whatever is not known.</summary>
internal sealed class RobustMaker(IReadOnlyList<Scenario> scenarios, RobustQuestion question) : IDecisionMaker
{
    private readonly IReadOnlyList<Choice> choices = [.. scenarios.Select(Choice.Of)];

    public Choice Base => choices[0];

    public int MostChoices => choices.Count;

    public DecisionResult Decide(Futures futures, Func<Futures, DecisionHead> head)
    {
        var lived = futures.Live(choices);
        return Robust.Result(head(futures), scenarios, lived, futures.Asked, question);
    }
}
