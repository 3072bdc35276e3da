using System.Globalization;
using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.App.Commands;
using Samverkan.Model;
using Samverkan.Model.Economy;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.App.Deciding;

/// <summary>A planner's question as it was asked, on the command line, on a page or by a program. What was not said is
/// null.</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Scenarios">The base first.</param>
public sealed record DecisionQuestion(string Kind, IReadOnlyList<Scenario> Scenarios)
{
    public const string Goal = "goal", Changes = "changes", Why = "why", Robust = "robust", Portfolio = "portfolio";

    /// <summary>Per cent of draws in which a dose must be enough, where nobody says.</summary>
    public const double UsualCertainty = 90;

    public static IReadOnlyList<string> Kinds { get; } = [Goal, Changes, Why, Robust, Portfolio];

    /// <summary>How who asks calls an option whose name on the command line is, say, less-by.</summary>
    public Func<string, string> Called { get; init; } = name => $"--{name}";

    /// <summary>The <c>id=value</c> that all scenarios were read with.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    public string? OutcomeId { get; init; }

    public int Replications { get; init; } = DecisionRequest.UsualReplications;

    public int? Draws { get; init; }

    public ulong Seed { get; init; } = 1;

    public bool Known { get; init; }

    /// <summary>Draws of one's own; null: those of the base's place, else the shipped ones.</summary>
    public Region? OwnRegion { get; init; }

    public Month? Since { get; init; }

    public double? Below { get; init; }

    public double? Above { get; init; }

    public double? LessBy { get; init; }

    public double? MoreBy { get; init; }

    /// <summary>Per cent.</summary>
    public double Certainty { get; init; } = UsualCertainty;

    /// <summary>A lever, or the id of a change.</summary>
    public string? Lever { get; init; }

    /// <summary>First month of a lever's dose, as it was typed.</summary>
    public string? From { get; init; }

    public double? Least { get; init; }

    public double? Most { get; init; }

    /// <summary>MSEK a year.</summary>
    public double? Budget { get; init; }

    /// <summary>county or municipality; null: both together.</summary>
    public string? Payer { get; init; }

    /// <summary>Draws that each choice is lived under where nobody says: a losing future of a policy must be told from the
    /// others by its parameters, and why lives twelve choices.</summary>
    public static int UsualDrawsOf(string kind) => kind switch
    {
        Robust => 100,
        Why => 20,
        _ => DecisionRequest.UsualDraws,
    };

    /// <summary>What is to be lived for it.</summary>
    /// <exception cref="BadRequest">It cannot be asked.</exception>
    public (DecisionRequest Request, IDecisionMaker Maker) Understand() => Kind switch
    {
        Goal => UnderstandGoal(),
        Changes => UnderstandChanges(),
        Why => UnderstandWhy(),
        Robust => UnderstandRobust(),
        Portfolio => UnderstandPortfolio(),
        _ => throw new BadRequest($"There is no decision '{Kind}'. It is one of {string.Join(", ", Kinds)}."),
    };

    private (DecisionRequest, IDecisionMaker) UnderstandChanges()
    {
        var outcome = Outcome();
        var request = Request([]);
        var apart = Asked(() => new ChangesApart(Scenarios[0], Scenarios[1]));
        return (request, new ChangesMaker(apart, [outcome, DecisionOutcome.Spent]));
    }

    private (DecisionRequest, IDecisionMaker) UnderstandWhy()
    {
        var outcome = Outcome(directed: true);
        var request = Request([]);
        return (request, new WhyMaker(new CausalChain(Scenarios[0], Scenarios[1], request.Futures.Since), outcome));
    }

    private (DecisionRequest, IDecisionMaker) UnderstandRobust()
    {
        if (Below is not null && Above is not null)
            throw new BadRequest($"{Called("below")} and {Called("above")} both say what is good enough. Keep one.");
        var (goal, isBelow) = (Below ?? Above, Above is null);
        var outcome = Outcome(directed: goal is not null);
        var request = Request(goal is { } level ? [isBelow ? "--below" : "--above", Number(level)] : []);
        return (request, new RobustMaker(Scenarios, new(outcome, goal, isBelow)));
    }

    private (DecisionRequest, IDecisionMaker) UnderstandPortfolio()
    {
        var measures = Scenarios.Count - 1;
        if (measures > Analysis.Deciding.Portfolios.Portfolio.MostMeasures)
            throw TooMany(measures);
        var outcome = Outcome();
        if (Budget is { } limit && !double.IsFinite(limit))
            throw new BadRequest($"{Called("budget")} is a number of million SEK a year, such as 10.");
        Account? who = Payer switch
        {
            null => null,
            "county" => Account.County,
            "municipality" => Account.Municipality,
            _ => throw new BadRequest($"{Called("payer")} is county or municipality; both together if it is not said."),
        };
        var request = Request([.. Said("--budget", Budget), .. Said("--payer", Payer)]);
        var portfolio = Asked(() => new Portfolio(Scenarios[0], [.. Scenarios.Skip(1)]));
        return (request, new PortfolioMaker(portfolio, new(outcome, who, Budget)));
    }

    /// <summary>More measures than can be combined.</summary>
    internal static BadRequest TooMany(int measures) => new($"{measures} measures have {1L << measures:#,0} combinations: name "
        + $"{Analysis.Deciding.Portfolios.Portfolio.MostMeasures} at most.");

    private (DecisionRequest, IDecisionMaker) UnderstandGoal()
    {
        var goal = GoalAsked();
        if (!(Certainty is > 0 and <= 100))
            throw new BadRequest($"{Called("certainty")} is a number of per cent, more than 0 and at most 100, such as 90.");
        if (Scenarios.Count > 1 && From is not null)
            throw new BadRequest($"{Called("from")} is for a lever. A change of a scenario begins when the scenario says.");
        var month = Scenarios.Count > 1 ? (Month?)null : FromOf(Scenarios[0].Blueprint);
        var outcome = Outcome(directed: true);
        var request = Request(
        [
            .. Said("--lever", Lever), goal.Option, Number(Math.Abs(goal.Level)),
            .. Certainty == UsualCertainty ? [] : Said("--certainty", Certainty),
            .. Said("--from", From), .. Said("--least", Least), .. Said("--most", Most),
        ]) with
        { FirstChange = month };
        var doses = Asked(() => LeverOf(month));
        return (request, new GoalMaker(doses, new(outcome, goal.Level, goal.Below, goal.IsChange, Certainty / 100)));
    }

    private (string Option, double Level, bool Below, bool IsChange) GoalAsked()
    {
        var said = new (string Name, double? Level, double Sign)[]
            { ("below", Below, 1), ("above", Above, 1), ("less-by", LessBy, -1), ("more-by", MoreBy, 1) }
            .Where(option => option.Level is not null).ToList();
        if (said is not [var one])
            throw new BadRequest(said.Count == 0
                ? $"What is to be reached? Say {Called("below")} LEVEL or {Called("above")} LEVEL of the outcome, or "
                    + $"{Called("less-by")} CHANGE or {Called("more-by")} CHANGE."
                : $"{string.Join(" and ", said.Select(option => Called(option.Name)))} all say what is to be reached. Keep one.");
        var (name, level) = (one.Name, one.Level!.Value);
        var isChange = name.EndsWith("-by", StringComparison.Ordinal);
        if (isChange && !(level > 0))
            throw new BadRequest($"{Called(name)} is how much more or less it is to be: a number above 0.");
        return ($"--{name}", one.Sign * level, name is "below" or "less-by", isChange);
    }

    private GoalLever LeverOf(Month? from)
    {
        if (Scenarios is [var alone])
        {
            if (Lever is null)
                throw new BadRequest($"Of what? Name a lever with {Called("lever")}, such as {Called("lever")} assertive.posts; "
                    + "'explain' lists all.");
            var parameter = Catalogue.Find(Lever) is { Role: Role.Lever } found ? found : throw new BadRequest(
                $"{Called("lever")}: '{Lever}' is no lever.{DidYouMean.Of(Lever, Levers.All.Select(one => one.Id))} 'explain' "
                    + "lists all.");
            return GoalLever.OfParameter(alone, parameter, from!.Value, Least, Most);
        }
        var changes = ScenarioDiff.Changes(Scenarios[0], Scenarios[1]);
        if (Lever is null && changes.Length > 1)
            throw new BadRequest($"'{Scenarios[1].Id}' makes {changes.Length} changes: say which with {Called("lever")}. It can "
                + $"be {string.Join(", ", changes.Select(one => one.Id))}.");
        var change = Lever is null ? changes[0] : changes.FirstOrDefault(one => one.Id == Lever) ?? throw new BadRequest(
            $"{Called("lever")}: '{Scenarios[1].Id}' has no change '{Lever}' against '{Scenarios[0].Id}'."
                + DidYouMean.Of(Lever, changes.Select(one => one.Id)));
        return GoalLever.OfChange(Scenarios[0], Scenarios[1], change, Least, Most);
    }

    private Month FromOf(Blueprint world)
    {
        var from = From is null ? Month.Of(world.From.Year + 1) : CommonOptions.MonthOf(From, Called("from"));
        return from >= world.From && from <= world.To ? from : throw new BadRequest($"{Called("from")} {from} is outside the "
            + $"scenario's {world.From} to {world.To}.");
    }

    /// <param name="directed">Whether a direction was said, so that it need not have a good one.</param>
    private DecisionOutcome Outcome(bool directed = false)
    {
        var id = OutcomeId ?? DecisionOutcome.Usual.Id;
        var found = DecisionOutcome.Find(id) ?? throw new BadRequest(
            $"{Called("outcome")}: there is no outcome '{id}'.{DidYouMean.Of(id, DecisionOutcome.All.Select(one => one.Id))} It "
                + $"is one of {string.Join(", ", DecisionOutcome.All.Select(one => one.Id))}.");
        return directed || found.Better != Model.Indicators.Better.Neither ? found : throw new BadRequest(
            $"{Called("outcome")} {id}: neither more nor less of it is better, so that nothing can be decided by it.");
    }

    private DecisionRequest Request(IReadOnlyList<string> said)
    {
        var request = new DecisionRequest(
            Kind, Scenarios, Sets, [.. said, .. OutcomeId == DecisionOutcome.Usual.Id ? [] : Said("--outcome", OutcomeId)],
            Replications, Seed)
        {
            Draws = Draws ?? UsualDrawsOf(Kind),
            Known = Known,
            OwnRegion = Known ? null : OwnRegion ?? FitCommand.RegionOf(Scenarios[0]),
            SinceAsked = Since,
        };
        request.RefuseWhatCannotBePaired();
        return request;
    }

    /// <summary>What has no good dose or combination is bad input.</summary>
    private static T Asked<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is NotCombinable or NoDose)
        {
            throw new BadRequest(e.Message);
        }
    }

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static IReadOnlyList<string> Said(string option, string? value) => value is null ? [] : [option, value];

    private static IReadOnlyList<string> Said(string option, double? value) => value is { } number ? [option, Number(number)]
        : [];
}
