using System.CommandLine;
using System.Globalization;
using Samverkan.Analysis.Deciding;
using Samverkan.Analysis.Deciding.Causes;
using Samverkan.Analysis.Deciding.Changes;
using Samverkan.Analysis.Deciding.Portfolios;
using Samverkan.Analysis.Deciding.Robustness;
using Samverkan.App.Deciding;
using Samverkan.Model.Economy;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;

namespace Samverkan.App.Commands;

/// <summary><c>decide</c>: what a planner asks who has to choose.</summary>
public static class DecideCommand
{
    // A losing future must be told from the others by its parameters.
    private const int DrawsOfRobust = 100;

    // Twelve choices are lived.
    private const int DrawsOfWhy = 20;

    public static Command Create(StartRun start) => new("decide", "Answer a planner's questions: how much is enough, which "
        + "change did it, what holds whatever is not known, what to pay for")
    {
        GoalCommand.Create(start), Changes(start), Why(start), Robust(start), PortfolioOf(start),
    };

    private static Command Changes(StartRun start)
    {
        var (@base, other) = (ScenarioArguments.One("BASE"), ScenarioArguments.One("SCENARIO"));
        var options = new DecisionOptions();
        var command = new Command("changes", "Tell which of a scenario's changes did it: each alone, each left out, and what "
            + "they do together") { @base, other };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            var scenarios = ScenarioReader.ReadAll([parsed.GetValue(@base)!, parsed.GetValue(other)!], options.Sets(parsed));
            var outcome = options.Outcome(parsed);
            var request = options.Request(parsed, "changes", scenarios, []);
            var apart = DecisionOptions.Asked(() => new ChangesApart(scenarios[0], scenarios[1]));
            return options.Carry(parsed, terminal, request, new ChangesMaker(apart, [outcome, DecisionOutcome.Spent]), start,
                cancel);
        });
    }

    private static Command Why(StartRun start)
    {
        var (@base, other) = (ScenarioArguments.One("BASE"), ScenarioArguments.One("SCENARIO"));
        var options = new DecisionOptions(DrawsOfWhy);
        var command = new Command(
            "why", "Tell why a scenario does what it does: the chain from cause to effect, with sizes and dates, checked by "
                + "switching links off")
        {
            @base, other,
        };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            var scenarios = ScenarioReader.ReadAll([parsed.GetValue(@base)!, parsed.GetValue(other)!], options.Sets(parsed));
            var outcome = options.Outcome(parsed, directed: true);
            var request = options.Request(parsed, "why", scenarios, []);
            var chain = new CausalChain(scenarios[0], scenarios[1], request.Futures.Since);
            return options.Carry(parsed, terminal, request, new WhyMaker(chain, outcome), start, cancel);
        });
    }

    private static Command Robust(StartRun start)
    {
        var (@base, others) = (ScenarioArguments.One("BASE"), ScenarioArguments.Several("POLICY"));
        var (below, above) = Bounds("Good enough is a level below this [default: better than the base]");
        var options = new DecisionOptions(DrawsOfRobust);
        var command = new Command("robust", "Tell which policy holds whatever is not known: regret, how often each is good "
            + "enough, and where it loses") { @base, others, below, above };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            var scenarios = ScenarioReader.ReadAll([parsed.GetValue(@base)!, .. parsed.GetValue(others)!], options.Sets(parsed));
            var (goal, isBelow) = (parsed.GetValue(below) ?? parsed.GetValue(above), parsed.GetValue(above) is null);
            if (parsed.GetValue(below) is not null && parsed.GetValue(above) is not null)
                throw new BadRequest("--below and --above both say what is good enough. Keep one.");
            var outcome = options.Outcome(parsed, directed: goal is not null);
            var request = options.Request(parsed, "robust", scenarios, goal is { } level
                ? [isBelow ? "--below" : "--above", DecisionOptions.Number(level)] : []);
            return options.Carry(parsed, terminal, request, new RobustMaker(scenarios, new(outcome, goal, isBelow)), start,
                cancel);
        });
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
        var options = new DecisionOptions();
        var command = new Command("portfolio", $"Tell which combination of up to {Portfolio.MostMeasures} measures does best "
            + $"within a budget, and what more money would buy") { @base, measures, budget, payer };
        return options.On(command, (parsed, terminal, cancel) =>
        {
            var named = parsed.GetValue(measures)!;
            if (named.Length > Portfolio.MostMeasures)
                throw new BadRequest($"{named.Length} measures have {1L << named.Length:#,0} combinations: name "
                    + $"{Portfolio.MostMeasures} at most.");
            var scenarios = ScenarioReader.ReadAll([parsed.GetValue(@base)!, .. named], options.Sets(parsed));
            var outcome = options.Outcome(parsed);
            var most = parsed.GetValue(budget);
            if (most is { } limit && !double.IsFinite(limit))
                throw new BadRequest("--budget is a number of million SEK a year, such as 10.");
            Account? who = parsed.GetValue(payer) switch
            {
                "county" => Account.County,
                "municipality" => Account.Municipality,
                _ => null,
            };
            var request = options.Request(parsed, "portfolio", scenarios,
            [
                .. most is { } amount ? ["--budget", DecisionOptions.Number(amount)] : Array.Empty<string>(),
                .. parsed.GetValue(payer) is { } said ? ["--payer", said] : Array.Empty<string>(),
            ]);
            var portfolio = DecisionOptions.Asked(() => new Portfolio(scenarios[0], [.. scenarios.Skip(1)]));
            return options.Carry(parsed, terminal, request, new PortfolioMaker(portfolio, new(outcome, who, most)), start,
                cancel);
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
