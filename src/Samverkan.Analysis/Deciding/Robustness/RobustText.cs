using Samverkan.Analysis.Studies.Answers;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding.Robustness;

/// <summary>What holds in most futures, in words, a table and dots.</summary>
internal static class RobustText
{
    public static DecisionText Of(RobustResult result) => new(
        "Which policy holds whatever we do not know?",
        [DecisionText.Section("The answer", Answer(result), [], []), Table(result), Losing(result)]);

    private static string Answer(RobustResult result)
    {
        var figures = new DecisionFigures(result.Outcome);
        var (safest, futures) = (result.Policies.MinBy(policy => policy.HighRegret)!, DecisionFigures.Futures(result.Head));
        var most = result.Policies.MaxBy(policy => policy.BestInDraws)!;
        var good = result.Policies.Where(policy => policy.GoodEnough is not null).MaxBy(policy => policy.GoodEnough);
        // Which of those that do alike comes first is no answer.
        var alike = result.Policies.Where(policy => policy != safest && policy.MeanRegret == safest.MeanRegret
            && policy.HighRegret == safest.HighRegret && policy.BestInDraws == safest.BestInDraws).ToList();
        if (alike.Count == result.Policies.Count - 1)
            return Localized.Of($"The policies do not differ in {result.Outcome.Label} in any of {futures}: none is "
                + $"the best.");
        return Localized.Of($"{safest.Scenario.Title} stays closest to the best: in 95 % of {futures} it is within "
            + $"{figures.Size(safest.HighRegret)} of the best policy there "
            + $"({figures.Size(safest.MeanRegret)} in the mean; {result.Outcome.Label}). ")
            + (alike.Count == 0 ? "" : Localized.Of(
                $"So does every one of these: {string.Join(", ", alike.Select(policy => policy.Scenario.Title))}. "))
            + (most == safest ? Localized.Of($"It is also the best most often, in {DecisionFigures.Share(most.BestInDraws)}. ")
                : Localized.Of($"{most.Scenario.Title} is the best most often, in {DecisionFigures.Share(most.BestInDraws)}, but "
                    + $"in the worst draw of twenty it stays {figures.Size(most.HighRegret)} behind. "))
            + (good is null ? "" : good.GoodEnough == 0 ? Localized.Of($"None is {Enough(result)} in any.")
                : Localized.Of($"{good.Scenario.Title} is {Enough(result)} in "
                    + $"{DecisionFigures.Share(good.GoodEnough!.Value)}, the most of all."));
    }

    private static string Enough(RobustResult result) => result.Goal is { } goal
        ? Localized.Of($"good enough ({DecisionText.Side(result.Below, new DecisionFigures(result.Outcome).Level(goal))})")
            : Localized.Of($"better than {result.Head.Base.Title}");

    private static StudySection Table(RobustResult result)
    {
        var (figures, drawn) = (new DecisionFigures(result.Outcome), result.Head.Draws is not null);
        return DecisionText.Section(
            "The policies over all that is not known",
            Localized.Of($"{Localized.Capital(result.Outcome.Label)} of each, and how far it "
                + $"stays behind the best policy of the same draw (regret)."),
            ["", result.Outcome.Label, "better in 95 %", .. DecisionFigures.Heads("difference", drawn), "mean regret",
                "regret, worst of twenty", "best in",
                Localized.Of($"{Enough(result)} in"),
                    "both sectors spend (MSEK a year)"],
            result.Policies.Select(policy => (IReadOnlyList<string>)
            [
                policy.Scenario.Title, figures.Level(policy.Level), figures.Level(policy.Worst),
                    .. figures.Cells(policy.Effect, drawn),
                figures.Size(policy.MeanRegret), figures.Size(policy.HighRegret), DecisionFigures.Share(policy.BestInDraws),
                policy.GoodEnough is { } share ? DecisionFigures.Share(share) : "–",
                    DecisionFigures.Money.Change(policy.Cost.Difference),
            ])) with
        {
            Picture = new Dots(
                Localized.Of($"regret: {result.Outcome.Label}, behind the best policy of each draw"), result.Outcome.Unit,
                    [.. result.Policies.Select(policy => policy.Scenario.Title)],
                ["in the mean", "in the worst draw of twenty"],
                [.. result.Policies.SelectMany((policy, row) => new[]
                {
                    new Dot(0, row, policy.MeanRegret, double.NaN, double.NaN),
                        new Dot(1, row, policy.HighRegret, double.NaN, double.NaN),
                })], Zero: true),
        };
    }

    private static StudySection Losing(RobustResult result)
    {
        var count = result.Head.Draws?.Pairs ?? result.Head.Replications;
        var losers = result.Policies.Where(policy => policy.GoodEnough is not null).ToList();
        return DecisionText.Section(
            "Where a policy loses", losers.All(policy => policy.Loses == 0)
                ? Localized.Of($"None loses in any of {DecisionFigures.Futures(result.Head)}.")
                : Localized.Of($"It loses where it is not {Enough(result)}."), [], []) with
        {
            Points = [.. losers.Where(policy => policy.Loses > 0).Select(policy =>
                Localized.Of($"{policy.Scenario.Title} loses in {policy.Loses} of {count}. ") + Where(policy, count))],
        };
    }

    private static string Where(RobustPolicy policy, int count) => policy.Loses == count ? Localized.Of("That is all.")
        : policy.Where.Count == 0 ? Localized.Of("Nothing tells these from the others beyond chance.")
        : string.Join(" ", policy.Where.Select(box => Localized.Of($"It does so in {DecisionFigures.Share(box.Density)} of the "
            + $"{box.Draws} draws where {DecisionText.Listed([.. box.Conditions.Select(InWords)])}; these hold "
            + $"{DecisionFigures.Share(box.Coverage)} of its losses.")));

    private static string InWords(LosingCondition condition)
    {
        var parameter = Catalogue.Find(condition.Parameter);
        var name = parameter is null ? condition.Parameter : $"{condition.Parameter} ({Localized.Of(parameter.Meaning)})";
        string Value(double value) => parameter is null ? $"{value:G3}" : ParameterText.Of(parameter, value);
        return condition switch
        {
            { IsOn: { } on } => on ? Localized.Of($"{name} holds") : Localized.Of($"{name} does not hold"),
            { Low: { } low, High: { } high } => Localized.Of($"{name} is from {Value(low)} to {Value(high)}"),
            { Low: { } low } => Localized.Of($"{name} is {Value(low)} or more"),
            { High: { } high } => Localized.Of($"{name} is {Value(high)} or less"),
            _ => name,
        };
    }
}
