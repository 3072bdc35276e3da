using System.CommandLine;
using Samverkan.Analysis.Deciding.Goals;
using Samverkan.App.Deciding;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>decide goal</c>: how much of a lever is enough.</summary>
internal static class GoalCommand
{
    private const double UsualCertainty = 90;

    public static Command Create(StartRun start)
    {
        var @base = ScenarioArguments.One("BASE");
        var other = new Argument<string?>("SCENARIO")
        {
            HelpName = "SCENARIO",
            Arity = ArgumentArity.ZeroOrOne,
            Description = "A scenario of which one change is given in doses; without it, the lever is a parameter",
        };
        var lever = new Option<string?>("--lever")
        {
            Description = "What is given in doses: a lever such as assertive.posts, or the id of a change of SCENARIO "
                + "[default: its only change]",
            HelpName = "ID",
        };
        var (below, above) = DecideCommand.Bounds("The outcome is to be below this level");
        var lessBy = new Option<double?>("--less-by")
        {
            Description = "The outcome is to fall by so much against no change",
            HelpName = "CHANGE",
        };
        var moreBy = new Option<double?>("--more-by")
        {
            Description = "The outcome is to rise by so much against no change",
            HelpName = "CHANGE",
        };
        var certainty = new Option<double>("--certainty")
        {
            Description = "Per cent of draws in which the expected level must reach the goal",
            HelpName = "PERCENT",
            DefaultValueFactory = _ => UsualCertainty,
        };
        var from = new Option<string?>("--from")
        {
            Description = "First month of a lever's dose [default: the second January of the scenario]",
            HelpName = "YYYY-MM",
        };
        var least = new Option<double?>("--least")
        {
            Description = "The least dose, in the lever's unit; of a change, as a share of what SCENARIO states",
            HelpName = "DOSE",
        };
        var most = new Option<double?>("--most") { Description = "The largest dose", HelpName = "DOSE" };
        var options = new DecisionOptions();
        var command = new Command("goal", "Tell how much of a lever brings an outcome to a level with a stated certainty, and "
            + "what that costs")
        {
            @base, other, lever, below, above, lessBy, moreBy, certainty, from, least, most,
        };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            string[] named = parsed.GetValue(other) is { } second ? [parsed.GetValue(@base)!, second] : [parsed.GetValue(@base)!];
            var scenarios = ScenarioReader.ReadAll(named, options.Sets(parsed));
            var goal = GoalOf(parsed, below, above, lessBy, moreBy);
            var sure = parsed.GetValue(certainty);
            if (!(sure is > 0 and <= 100))
                throw new BadRequest("--certainty is a number of per cent, more than 0 and at most 100, such as 90.");
            if (scenarios.Count > 1 && parsed.GetValue(from) is not null)
                throw new BadRequest("--from is for a lever. A change of a scenario begins when the scenario says.");
            var (id, month) = (parsed.GetValue(lever), scenarios.Count > 1 ? (Month?)null
                : FromOf(parsed.GetValue(from), scenarios[0].Blueprint));
            var outcome = options.Outcome(parsed, directed: true);
            var request = options.Request(parsed, "goal", scenarios,
            [
                .. Said("--lever", id), goal.Option, DecisionOptions.Number(Math.Abs(goal.Level)),
                .. sure == UsualCertainty ? [] : new[] { "--certainty", DecisionOptions.Number(sure) },
                    .. Said("--from", parsed.GetValue(from)),
                .. Said("--least", parsed.GetValue(least)), .. Said("--most", parsed.GetValue(most)),
            ]) with
            { FirstChange = month };
            var doses = DecisionOptions.Asked(() => LeverOf(scenarios, id, month, parsed.GetValue(least), parsed.GetValue(most)));
            return options.Carry(parsed, terminal, request,
                new GoalMaker(doses, new(outcome, goal.Level, goal.Below, goal.IsChange, sure / 100)), start, cancel);
        });
    }

    private static (string Option, double Level, bool Below, bool IsChange) GoalOf(
        ParseResult parsed, Option<double?> below, Option<double?> above, Option<double?> lessBy, Option<double?> moreBy)
    {
        var said = new[] { below, above, lessBy, moreBy }.Where(option => parsed.GetValue(option) is not null).ToList();
        if (said is not [var one])
            throw new BadRequest(said.Count == 0
                ? "What is to be reached? Say --below LEVEL or --above LEVEL of the outcome, or --less-by CHANGE or --more-by "
                    + "CHANGE."
                : $"{string.Join(" and ", said.Select(option => option.Name))} all say what is to be reached. Keep one.");
        var level = parsed.GetValue(one)!.Value;
        if ((one == lessBy || one == moreBy) && !(level > 0))
            throw new BadRequest($"{one.Name} is how much more or less it is to be: a number above 0.");
        return (one.Name, one == lessBy ? -level : level, one == below || one == lessBy, one == lessBy || one == moreBy);
    }

    private static GoalLever LeverOf(IReadOnlyList<Scenario> scenarios, string? id, Month? from, double? least, double? most)
    {
        if (scenarios is [var alone])
        {
            if (id is null)
                throw new BadRequest("Of what? Name a lever with --lever, such as --lever assertive.posts; 'explain' lists all.");
            var parameter = Catalogue.Find(id) is { Role: Role.Lever } found ? found : throw new BadRequest(
                $"--lever: '{id}' is no lever.{DidYouMean.Of(id, Levers.All.Select(one => one.Id))} 'explain' lists all.");
            return GoalLever.OfParameter(alone, parameter, from!.Value, least, most);
        }
        var changes = ScenarioDiff.Changes(scenarios[0], scenarios[1]);
        if (id is null && changes.Length > 1)
            throw new BadRequest($"'{scenarios[1].Id}' makes {changes.Length} changes: say which with --lever. It can be "
                + $"{string.Join(", ", changes.Select(one => one.Id))}.");
        var change = id is null ? changes[0] : changes.FirstOrDefault(one => one.Id == id) ?? throw new BadRequest(
            $"--lever: '{scenarios[1].Id}' has no change '{id}' against '{scenarios[0].Id}'."
                + DidYouMean.Of(id, changes.Select(one => one.Id)));
        return GoalLever.OfChange(scenarios[0], scenarios[1], change, least, most);
    }

    private static Month FromOf(string? text, Blueprint world)
    {
        var from = text is null ? Month.Of(world.From.Year + 1) : CommonOptions.MonthOf(text, "--from");
        return from >= world.From && from <= world.To ? from : throw new BadRequest($"--from {from} is outside the scenario's "
            + $"{world.From} to {world.To}.");
    }

    private static IEnumerable<string> Said(string option, string? value) => value is null ? [] : [option, value];

    private static IEnumerable<string> Said(string option, double? value) => value is { } number
        ? [option, DecisionOptions.Number(number)] : [];
}
