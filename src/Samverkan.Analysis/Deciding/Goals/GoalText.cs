using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding.Goals;

/// <summary>How much is enough, in words, a table and a curve.</summary>
internal static class GoalText
{
    public static DecisionText Of(GoalResult result)
    {
        var figures = new DecisionFigures(result.Outcome);
        var drawn = result.Head.Draws is not null;
        var table = DecisionText.Section(
            "Dose by dose", Shape(result),
            ["dose", result.Outcome.Label, .. drawn ? ["all that is not known (90 %)", "reached in draws",
                "in single futures"] : new[] { "reached in" },
                .. DecisionFigures.Heads("difference", drawn), .. DecisionFigures.Heads("both sectors spend (MSEK a "
                    + "year)", drawn)],
            result.Doses.Select(dose => (IReadOnlyList<string>)
            [
                dose.Words, figures.Level(dose.Level),
                .. drawn ? [figures.Levels(dose.DrawnLow, dose.DrawnHigh), DecisionFigures.Share(dose.Holds),
                    DecisionFigures.Share(dose.HoldsInFutures)]
                    : new[] { DecisionFigures.Share(dose.Holds) },
                .. figures.Cells(dose.Effect, drawn), .. DecisionFigures.Money.Cells(dose.Cost, drawn),
            ]),
            "A draw reaches the goal if the expected level under it does; a single future has its luck besides.");
        return new(
            Localized.Of($"How much of {Lever(result)} {Brings(result)}?"),
            [
                DecisionText.Section("The answer", Answer(result), [], []),
                table with { Picture = Picture(result, drawn) },
            ]);
    }

    private static string Answer(GoalResult result)
    {
        var (futures, figures) = (DecisionFigures.Futures(result.Head), new DecisionFigures(result.Outcome));
        if (result.Enough is not { } enough)
        {
            var best = result.Doses.MaxBy(dose => dose.Holds)!;
            return Localized.Of($"No dose from {result.Doses[0].Words} to {result.Doses[^1].Words} {Brings(result)} with "
                + $"{DecisionFigures.Share(result.Certainty)} certainty. ")
                + (best.Holds == 0 ? Localized.Of($"None does so in any of {futures}.")
                    : Localized.Of($"Nearest comes {best.Words}: in {DecisionFigures.Share(best.Holds)} of {futures}."))
                + OtherWay(result) + Unknown(result, figures);
        }
        var dose = result.Doses[enough];
        if (enough == result.Nothing)
            return Localized.Of($"Nothing need be done: without any change {result.Outcome.Label} is {Side(result)} in "
                + $"{DecisionFigures.Share(dose.Holds)} of {futures}.");
        var before = result.Doses[enough + Math.Sign(result.Nothing - enough)];
        var inFutures = result.Head.Draws is null ? ""
            : Localized.Of($", and in {DecisionFigures.Share(dose.HoldsInFutures)} of single futures, luck and all");
        return $"{Localized.Capital(Localized.Of(dose.Words))}{From(result)} {Brings(result)} "
            + Localized.Of($"in {DecisionFigures.Share(dose.Holds)} of {futures}{inFutures}. ")
            + Localized.Of($"With {before.Words} it is {DecisionFigures.Share(before.Holds)}. ")
            + Localized.Of($"It costs: both sectors together spend {DecisionFigures.Spent(dose.Cost)}, ")
            + Localized.Of($"the county {DecisionFigures.Money.Change(dose.CountyCost.Difference)}, the municipality "
                + $"{DecisionFigures.Money.Change(dose.MunicipalCost.Difference)}.");
    }

    // What more of it does.
    private static string Shape(GoalResult result)
    {
        var turns = result.Turns is { } at
            ? Localized.Of($"The response turns at {result.Doses[at].Words}: beyond it, more of the lever undoes what less "
                + $"of it did. ")
            : Localized.Of("More of the lever never clearly undoes what less of it did. ");
        if (result.Enough is not { } enough || enough == result.Nothing)
            return turns.TrimEnd();
        var further = enough > result.Nothing ? result.Doses.Skip(enough + 1) : result.Doses.Take(enough).Reverse();
        return (turns + (further.FirstOrDefault(dose => dose.Holds < result.Certainty) is { } less
            ? Localized.Of($"More is not safer: with {less.Words} the goal is reached in {DecisionFigures.Share(less.Holds)} "
                + $"alone.") : ""))
                .TrimEnd();
    }

    private static Picture Picture(GoalResult result, bool drawn) => new Curve(
        result.Outcome.Label, result.Outcome.Unit,
        result.Lever.Unit.Length > 0 ? $"{Localized.Of(result.Lever.Name)} ({Localized.Of(result.Lever.Unit)})"
            : Localized.Of($"share of: {result.Lever.Name}"),
        [new(1, result.Lever.Name, [.. result.Doses.Select(dose => new CurvePoint(
            dose.Dose, dose.Level, dose.LevelLow, dose.LevelHigh, drawn ? dose.DrawnLow : dose.LevelLow, drawn
                ? dose.DrawnHigh : dose.LevelHigh))])]);

    private static string Lever(GoalResult result) => result.Lever.Scenario is { } scenario
        ? Localized.Of($"'{result.Lever.Id}' of {scenario.Title}") : Localized.Of(result.Lever.Name);

    private static string From(GoalResult result) => result.Lever.From is { } month
        ? Localized.Of($" ({result.Lever.Name}) from {month}") : "";

    // A lever that works, but the other way.
    private static string OtherWay(GoalResult result) => !result.IsChange || result.Doses.Count < 2
        || !result.Doses.Where(dose => dose != result.Doses[result.Nothing])
            .All(dose => result.Below ? dose.Effect.Difference > 0 : dose.Effect.Difference < 0) ? ""
        : " " + (result.Below ? Localized.Of("Every dose raises it: --more-by asks for that.")
            : Localized.Of("Every dose lowers it: --less-by asks for that."));

    // A level that is not known well cannot be reached with certainty by whatever is done.
    private static string Unknown(GoalResult result, DecisionFigures figures)
    {
        var nothing = result.Doses[result.Nothing];
        return result.IsChange || double.IsNaN(nothing.DrawnLow)
            || !(nothing.DrawnLow < result.Goal && result.Goal < nothing.DrawnHigh) ? ""
            : " " + Localized.Of($"How high the level is without any change is not known well "
                + $"({figures.Levels(nothing.DrawnLow, nothing.DrawnHigh)} in nine in ten draws): what a dose changes is "
                + $"surer than where that leads. --less-by and --more-by ask for the change.");
    }

    private static string Brings(GoalResult result)
    {
        var figures = new DecisionFigures(result.Outcome);
        return !result.IsChange ? Localized.Of($"brings {result.Outcome.Label} {Side(result)}")
            : result.Below ? Localized.Of($"lowers {result.Outcome.Label} by {figures.Size(result.Goal)} or more")
            : Localized.Of($"raises {result.Outcome.Label} by {figures.Size(result.Goal)} or more");
    }

    private static string Side(GoalResult result) =>
        DecisionText.Side(result.Below, new DecisionFigures(result.Outcome).Level(result.Goal));
}
