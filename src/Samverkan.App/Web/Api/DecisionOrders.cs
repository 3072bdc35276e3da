using Samverkan.App.Commands;
using Samverkan.App.Deciding;
using Samverkan.App.Web.Scenarios;

namespace Samverkan.App.Web.Api;

/// <summary>A decision to be made. What a kind does not ask for is refused.</summary>
/// <param name="Kind">goal, changes, why, robust or portfolio.</param>
/// <param name="Base">Name of a scenario.</param>
/// <param name="Others">Names of scenarios: one for changes and why, one or more for robust, one to five for portfolio; none for
/// a goal that is sought of a lever, one for a goal that is sought of a change of it.</param>
/// <param name="Outcome">The outcome that decides; needs.unmetPerEligible if not said.</param>
/// <param name="Replications">2 to 1000; 20 if not said.</param>
/// <param name="Draws">Draws of all that is not known, 10 to 1000; 40 if not said, 100 for robust, 20 for why.</param>
/// <param name="Seed">0 or more.</param>
/// <param name="Since">First month that counts in means; that of the first change if not said.</param>
/// <param name="Known">Whether the shipped values are taken for known, so that nothing is drawn.</param>
/// <param name="Below">Goal: the outcome is to be below this. Robust: good enough is below this.</param>
/// <param name="Above">The same, above this.</param>
/// <param name="LessBy">Goal: the outcome is to fall by so much against no change.</param>
/// <param name="MoreBy">Goal: the outcome is to rise by so much against no change.</param>
/// <param name="Certainty">Goal: per cent of draws in which a dose must be enough; 90 if not said.</param>
/// <param name="Lever">Goal: a lever such as assertive.posts, or the id of a change of the other scenario.</param>
/// <param name="From">Goal: first month of a lever's dose.</param>
/// <param name="Least">Goal: the least dose.</param>
/// <param name="Most">Goal: the largest dose.</param>
/// <param name="Budget">Portfolio: million SEK a year at most.</param>
/// <param name="Payer">Portfolio: county or municipality, whose spending the budget limits; both together if not said.</param>
/// <param name="Replace">Whether an older result of the same name, made from other inputs, may go.</param>
public sealed record DecisionOrderView(
    string Kind, string Base, string[]? Others = null, string? Outcome = null, int? Replications = null, int? Draws = null,
    long? Seed = null, string? Since = null, bool? Known = null, double? Below = null, double? Above = null,
    double? LessBy = null, double? MoreBy = null, double? Certainty = null, string? Lever = null, string? From = null,
    double? Least = null, double? Most = null, double? Budget = null, string? Payer = null, bool? Replace = null);

/// <summary>Orders of decisions, understood.</summary>
internal static class DecisionOrders
{
    private const int MostOthers = 8;
    private const int MostFutures = 1000;
    private const int FewestReplications = 2;

    private static readonly string[] OfGoal = ["above", "below", "certainty", "from", "least", "less-by", "lever", "more-by",
        "most"];

    /// <summary>What a kind asks for besides what all do.</summary>
    private static IReadOnlyList<string> AskedBy(string kind) => kind switch
    {
        DecisionQuestion.Goal => OfGoal,
        DecisionQuestion.Robust => ["above", "below"],
        DecisionQuestion.Portfolio => ["budget", "payer"],
        _ => [],
    };

    /// <exception cref="BadRequest">It cannot be asked.</exception>
    public static (DecisionRequest Request, IDecisionMaker Maker) Understand(ScenarioStore store, DecisionOrderView order)
    {
        if (!DecisionQuestion.Kinds.Contains(order.Kind))
            throw new BadRequest($"'kind' is one of {string.Join(", ", DecisionQuestion.Kinds)}, not '{order.Kind}'.");
        var others = order.Others ?? [];
        var (least, most) = OthersOf(order.Kind);
        if (others.Length < least || others.Length > most)
            throw new BadRequest($"'others' names {(least == most ? $"{least}" : $"{least} to {most}")} "
                + $"{(most == 1 ? "scenario" : "scenarios")} for a decision of kind '{order.Kind}'.");
        if (order.Replications is < FewestReplications or > MostFutures)
            throw new BadRequest($"'replications' is {FewestReplications} to {MostFutures}.");
        if (order.Draws is < DecisionRequest.FewestDraws or > MostFutures)
            throw new BadRequest($"'draws' is {DecisionRequest.FewestDraws} to {MostFutures}.");
        if (order.Seed is < 0) throw new BadRequest("'seed' is 0 or more.");
        if (Stated(order).Except(AskedBy(order.Kind)).ToList() is { Count: > 0 } idle)
            throw new BadRequest(
                $"{string.Join(", ", idle.Select(Called))}: a decision of kind '{order.Kind}' does not ask for it.");
        return new DecisionQuestion(order.Kind, [store.Read(order.Base), .. others.Select(store.Read)])
        {
            Called = Called,
            OutcomeId = order.Outcome,
            Replications = order.Replications ?? DecisionRequest.UsualReplications,
            Draws = order.Draws,
            Seed = (ulong)(order.Seed ?? 1),
            Since = order.Since is { } since ? CommonOptions.MonthOf(since, Called("since")) : null,
            Known = order.Known ?? false,
            Below = order.Below,
            Above = order.Above,
            LessBy = order.LessBy,
            MoreBy = order.MoreBy,
            Certainty = order.Certainty ?? DecisionQuestion.UsualCertainty,
            Lever = order.Lever,
            From = order.From,
            Least = order.Least,
            Most = order.Most,
            Budget = order.Budget,
            Payer = order.Payer,
        }.Understand();
    }

    private static (int Least, int Most) OthersOf(string kind) => kind switch
    {
        DecisionQuestion.Goal => (0, 1),
        DecisionQuestion.Robust => (1, MostOthers),
        DecisionQuestion.Portfolio => (1, Analysis.Deciding.Portfolios.Portfolio.MostMeasures),
        _ => (1, 1),
    };

    private static IEnumerable<string> Stated(DecisionOrderView order) =>
        new (string Name, object? Value)[]
        {
            ("above", order.Above), ("below", order.Below), ("budget", order.Budget), ("certainty", order.Certainty),
            ("from", order.From), ("least", order.Least), ("less-by", order.LessBy), ("lever", order.Lever),
            ("more-by", order.MoreBy), ("most", order.Most), ("payer", order.Payer),
        }.Where(one => one.Value is not null).Select(one => one.Name);

    /// <summary>less-by is 'lessBy' in an order.</summary>
    private static string Called(string name)
    {
        var words = name.Split('-');
        return $"'{words[0]}{string.Concat(words.Skip(1).Select(word => char.ToUpperInvariant(word[0]) + word[1..]))}'";
    }
}
