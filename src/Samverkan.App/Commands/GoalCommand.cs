using System.CommandLine;
using Samverkan.App.Deciding;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Commands;

/// <summary><c>decide goal</c>: how much of a lever is enough.</summary>
internal static class GoalCommand
{
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
            DefaultValueFactory = _ => DecisionQuestion.UsualCertainty,
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
        var options = new DecisionOptions(DecisionQuestion.Goal);
        var command = new Command("goal", "Tell how much of a lever brings an outcome to a level with a stated certainty, and "
            + "what that costs")
        {
            @base, other, lever, below, above, lessBy, moreBy, certainty, from, least, most,
        };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            IReadOnlyList<string> named = parsed.GetValue(other) is { } second ? [parsed.GetValue(@base)!, second]
                : [parsed.GetValue(@base)!];
            return options.Carry(parsed, terminal, options.Question(parsed, DecisionQuestion.Goal, named) with
            {
                Lever = parsed.GetValue(lever),
                Below = parsed.GetValue(below),
                Above = parsed.GetValue(above),
                LessBy = parsed.GetValue(lessBy),
                MoreBy = parsed.GetValue(moreBy),
                Certainty = parsed.GetValue(certainty),
                From = parsed.GetValue(from),
                Least = parsed.GetValue(least),
                Most = parsed.GetValue(most),
            }, start, cancel);
        });
    }
}
