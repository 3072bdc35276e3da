using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Deciding.Portfolios;

/// <summary>What is asked of a portfolio.</summary>
/// <param name="Payer">Whose spending the budget limits; null: both sectors together.</param>
/// <param name="Budget">MSEK a year at most; null: no limit.</param>
public sealed record PortfolioQuestion(DecisionOutcome Outcome, Account? Payer, double? Budget);

/// <summary>All combinations of some measures, each lived under the same luck and the same draws.</summary>
public sealed class Portfolio
{
    /// <summary>More measures have too many combinations to read.</summary>
    public const int MostMeasures = 5;

    private readonly Choice @base;
    private readonly IReadOnlyList<ScenarioName> measures;
    private readonly IReadOnlyList<IReadOnlyList<int>> combinations;

    /// <param name="others">A measure each: what it does otherwise than the base.</param>
    /// <exception cref="NotCombinable">Two measures want the same thing differently.</exception>
    public Portfolio(Scenario @base, IReadOnlyList<Scenario> others)
    {
        this.@base = Choice.Of(@base);
        measures = [.. others.Select(other => Names.Of(@base, other))];
        var changes = others.Select(other => ScenarioDiff.Changes(@base, other)).ToList();
        NotCombinable.Refuse(others, changes);
        combinations =
        [
            .. Enumerable.Range(0, 1 << others.Count)
                .Select(bits => (IReadOnlyList<int>)[.. Enumerable.Range(0, others.Count)
                    .Where(place => (bits >> place & 1) == 1)])
                .OrderBy(places => places.Count).ThenBy(places => string.Join(',', places), StringComparer.Ordinal),
        ];
        Choices = [.. combinations.Select(places => places.Count == 0 ? this.@base : places is [var one]
            ? Choice.Of(others[one])
            : this.@base.With(string.Join('+', places.Select(place => others[place].Id)),
                string.Join(" + ", places.Select(place => others[place].Title)),
                [.. places.SelectMany(place => changes[place])]))];
        if (Choices.Select(choice => Levers.OutOfRange(choice.World)).FirstOrDefault(why => why is not null) is { } outside)
            throw new NotCombinable($"Not all combinations can be lived. {outside}");
    }

    /// <summary>One for each combination, the base first.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    public PortfolioResult Result(DecisionHead head, IReadOnlyList<LivedChoice> lived, PortfolioQuestion asked)
    {
        var cost = asked.Payer is { } payer ? DecisionOutcome.SpentBy(payer) : DecisionOutcome.Spent;
        var sign = asked.Outcome.Better == Better.Higher ? -1 : 1;
        // To be made small: the outcome, and the money, draw by draw.
        var harm = lived.Select(one => Reckoning.Effects(lived[0], one, asked.Outcome).Select(value => sign * value).ToArray())
            .ToList();
        var spent = lived.Select(one => Reckoning.Effects(lived[0], one, cost)).ToList();
        var effects = lived.Select(one => Reckoning.Effect(lived[0], one, asked.Outcome)).ToList();
        var costs = lived.Select(one => Reckoning.Effect(lived[0], one, cost)).ToList();
        var isWithin = costs.Select(one => !(one.Difference > asked.Budget)).ToList();
        var best = Enumerable.Range(0, harm[0].Length).Select(draw => BestUnder(draw, harm, spent, asked.Budget)).ToList();
        var all = combinations.Select((places, at) => new Combination(
            places, effects[at].Other, EffectRow.Of(effects[at]), EffectRow.Of(costs[at]),
            EffectRow.Of(Reckoning.Effect(lived[0], lived[at], DecisionOutcome.SpentBy(Account.County))),
            EffectRow.Of(Reckoning.Effect(lived[0], lived[at], DecisionOutcome.SpentBy(Account.Municipality))),
            isWithin[at], Reckoning.Share(spent[at], value => !(value > asked.Budget)),
            Reckoning.Share(best, value => value == at), IsOnFront(at, effects, costs, sign))).ToList();
        int[] affordable = [.. Enumerable.Range(1, all.Count - 1).Where(at => all[at].WithinBudget)];
        return new(head, measures, OutcomeName.Of(asked.Outcome), asked.Payer?.ToString().ToLowerInvariant(), asked.Budget, all,
            affordable.Length == 0 ? null : affordable.MinBy(at => sign * all[at].Effect.Difference));
    }

    private static int BestUnder(int draw, List<double[]> harm, List<double[]> spent, double? budget) =>
        Enumerable.Range(0, harm.Count).Where(at => !(spent[at][draw] > budget)).DefaultIfEmpty(0).MinBy(at => harm[at][draw]);

    // No other is as good and as cheap, and better in one of the two.
    private static bool IsOnFront(int at, List<Comparisons.PairedEstimate> effects, List<Comparisons.PairedEstimate> costs,
        int sign) =>
        !Enumerable.Range(0, effects.Count).Any(other =>
            sign * effects[other].Difference <= sign * effects[at].Difference && costs[other].Difference <= costs[at].Difference
            && (effects[other].Difference != effects[at].Difference || costs[other].Difference != costs[at].Difference));
}
