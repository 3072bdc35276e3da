using System.CommandLine;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.App.Deciding;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Commands;

/// <summary><c>decide</c>: what a planner asks who has to choose.</summary>
public static class DecideCommand
{
    public static Command Create(StartRun start) => new("decide", "Answer a planner's questions: how much is enough, which "
        + "change did it, what holds whatever is not known, what to pay for")
    {
        GoalCommand.Create(start), Changes(start), Why(start), Robust(start), PortfolioOf(start),
    };

    private static Command Changes(StartRun start)
    {
        var (@base, other) = (ScenarioArguments.One("BASE"), ScenarioArguments.One("SCENARIO"));
        var options = new DecisionOptions(DecisionQuestion.Changes);
        var command = new Command("changes", "Tell which of a scenario's changes did it: each alone, each left out, and what "
            + "they do together") { @base, other };
        return options.On(command, (parsed, terminal, cancel) => options.Carry(parsed, terminal,
            options.Question(parsed, DecisionQuestion.Changes, parsed.GetValue(@base)!, parsed.GetValue(other)!), start, cancel));
    }

    private static Command Why(StartRun start)
    {
        var (@base, other) = (ScenarioArguments.One("BASE"), ScenarioArguments.One("SCENARIO"));
        var options = new DecisionOptions(DecisionQuestion.Why);
        var command = new Command(
            "why", "Tell why a scenario does what it does: the chain from cause to effect, with sizes and dates, checked by "
                + "switching links off")
        {
            @base, other,
        };
        return options.On(command, (parsed, terminal, cancel) => options.Carry(parsed, terminal,
            options.Question(parsed, DecisionQuestion.Why, parsed.GetValue(@base)!, parsed.GetValue(other)!), start, cancel));
    }

    private static Command Robust(StartRun start)
    {
        var (@base, others) = (ScenarioArguments.One("BASE"), ScenarioArguments.Several("POLICY"));
        var (below, above) = Bounds("Good enough is a level below this [default: better than the base]");
        var options = new DecisionOptions(DecisionQuestion.Robust);
        var command = new Command("robust", "Tell which policy holds whatever is not known: regret, how often each is good "
            + "enough, and where it loses") { @base, others, below, above };
        return options.On(command, (parsed, terminal, cancel) => options.Carry(parsed, terminal,
            options.Question(parsed, DecisionQuestion.Robust, [parsed.GetValue(@base)!, .. parsed.GetValue(others)!]) with
            {
                Below = parsed.GetValue(below),
                Above = parsed.GetValue(above),
            }, start, cancel));
    }

    private static Command PortfolioOf(StartRun start)
    {
        var (@base, measures) = (ScenarioArguments.One("BASE"), ScenarioArguments.Several("MEASURE"));
        var budget = new Option<double?>("--budget")
        {
            Description = "Million SEK a year at most, in the mean [default: no limit]",
            HelpName = "MSEK",
        };
        var payer = new Option<string?>("--payer")
        {
            Description = "Whose spending the budget limits [default: both sectors together]",
        };
        payer.AcceptOnlyFromAmong("county", "municipality");
        var options = new DecisionOptions(DecisionQuestion.Portfolio);
        var command = new Command("portfolio", $"Tell which combination of up to {Portfolio.MostMeasures} measures does best "
            + $"within a budget, and what more money would buy") { @base, measures, budget, payer };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            var named = parsed.GetValue(measures)!;
            if (named.Length > Portfolio.MostMeasures)
                throw DecisionQuestion.TooMany(named.Length);
            var question = options.Question(parsed, DecisionQuestion.Portfolio, [parsed.GetValue(@base)!, .. named]);
            return options.Carry(parsed, terminal,
                question with { Budget = parsed.GetValue(budget), Payer = parsed.GetValue(payer) }, start, cancel);
        });
    }

    /// <summary>A level of the outcome from below or from above.</summary>
    internal static (Option<double?> Below, Option<double?> Above) Bounds(string meaning) => (
        new("--below") { Description = meaning, HelpName = "LEVEL" },
        new("--above") { Description = "The same, above this", HelpName = "LEVEL" });

    internal static Command On(this DecisionOptions options, Command command, Func<ParseResult, Terminal, CancellationToken,
        int> act)
    {
        foreach (var option in options.All)
            command.Add(option);
        command.Acts(act);
        return command;
    }
}
