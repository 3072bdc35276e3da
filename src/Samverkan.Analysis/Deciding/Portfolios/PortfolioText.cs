using Samverkan.Analysis.Studies.Answers;
using Samverkan.Runs.Wording;

namespace Samverkan.Analysis.Deciding.Portfolios;

/// <summary>What to do with the money, in words, a table and the trade-off front.</summary>
internal static class PortfolioText
{
    public static DecisionText Of(PortfolioResult result) => new(
        result.Budget is { } budget
            ? Localized.Of($"Which measures do best within {Million(budget)} MSEK a year?")
            : "Which measures do best, and for how much?",
        [
            DecisionText.Section("The answer", Answer(result), [], []),
            DecisionText.Section("What more money buys", Front(result), [], []) with { Picture = Picture(result) },
            Table(result),
        ]);

    private static string Answer(PortfolioResult result)
    {
        var figures = new DecisionFigures(result.Outcome);
        if (result.Best is not { } best)
        {
            var cheapest = result.Combinations.Skip(1).MinBy(one => one.Cost.Difference)!;
            return Localized.Of($"No combination of the {result.Measures.Count} measures is within "
                + $"{Million(result.Budget!.Value)} MSEK a year: the cheapest, {Name(result, cheapest)}, costs "
                + $"{DecisionFigures.Money.Change(cheapest.Cost.Difference)}.");
        }
        var one = result.Combinations[best];
        var within = result.Budget is { } budget ? Localized.Of($" within {Million(budget)} MSEK a year") : "";
        var affordable = result.Combinations.Skip(1).Count(combination => combination.WithinBudget);
        var isBetter = one.Effect.IsClear
            && one.Effect.Difference > 0 == (result.Outcome.Better == Model.Indicators.Better.Higher);
        var doubt = isBetter ? "" : " " + Localized.Of("That is not clearly better than no change.");
        var survives = one.Effect.Unknown is { } unknown && !unknown.SignSurvives
            ? " " + Localized.Of("Whether it helps hangs on what is not known.") : "";
        var among = affordable == 1 ? Localized.Of($"of 1 combination of {result.Measures.Count} measures: ")
            : Localized.Of($"of {affordable} combinations of {result.Measures.Count} measures: ");
        var share = DecisionFigures.Share(one.BestInDraws);
        var futures = DecisionFigures.Futures(result.Head);
        return Localized.Of($"{Name(result, one)} does best{within}, ") + among
            + $"{Localized.Of(result.Outcome.Label)} {Localized.Of(figures.InWords(one.Effect))}.{doubt}{survives} "
            + $"{Localized.Capital(Localized.Of(Payer(result)))} {Localized.Of(Spends(result))} {DecisionFigures.Spent(one.Cost)}"
            + (result.Budget is null ? "" : Localized.Of($"; that is within the budget in "
                + $"{DecisionFigures.Share(one.WithinInDraws)} of {futures}"))
            + ". " + Localized.Of($"In {share} of {(result.Budget is null ? futures : DecisionFigures.Those(result.Head))} "
                + $"no other combination that the budget allows there is better.")
            + Rival(result, best);
    }

    private static string Rival(PortfolioResult result, int best)
    {
        var rival = Enumerable.Range(0, result.Combinations.Count).Where(at => at != best)
            .MaxBy(at => result.Combinations[at].BestInDraws);
        return result.Combinations[rival].BestInDraws <= result.Combinations[best].BestInDraws / 2 ? ""
            : " " + Localized.Of($"{Localized.Capital(Name(result, result.Combinations[rival]))} is the best in "
                + $"{DecisionFigures.Share(result.Combinations[rival].BestInDraws)}.");
    }

    private static string Front(PortfolioResult result)
    {
        var figures = new DecisionFigures(result.Outcome);
        var front = result.Combinations.Where(one => one.OnFront).OrderBy(one => one.Cost.Difference).ToList();
        var gains = figures.Changes([.. front.Select(one => one.Effect.Difference)]);
        var steps = front.Zip(gains, (one, gain) => Localized.Of($"{Name(result, one)} "
            + $"({gain} for {DecisionFigures.Money.Change(one.Cost.Difference)} MSEK a year)"));
        var off = result.Combinations.Count - front.Count;
        return Localized.Of("Nothing better can be had for as little money, from the cheapest: ")
            + $"{string.Join("; ", steps)}. "
            + (off == 0 ? Localized.Of("Every combination is on this front.")
                : Localized.Of($"Each of the other {off} is beaten by one of these that costs no more."));
    }

    private static StudySection Table(PortfolioResult result)
    {
        var (figures, drawn) = (new DecisionFigures(result.Outcome), result.Head.Draws is not null);
        var where = drawn ? "draws" : "replications";
        return DecisionText.Section(
            "Every combination", Localized.Of($"Sorted by {result.Outcome.Label}; the difference is to "
                + $"{result.Head.Base.Title}."),
            ["", result.Outcome.Label, .. DecisionFigures.Heads("difference", drawn),
                .. DecisionFigures.Heads($"{Localized.Of(Payer(result))}, {Localized.Of("MSEK a year")}", drawn),
                "county", "municipality", .. result.Budget is null ? [] : new[] { $"within budget in {where}" },
                    $"best in {where}", "front"],
            result.Combinations.OrderBy(one => Sign(result) * one.Effect.Difference).Select(one => (IReadOnlyList<string>)
            [
                Localized.Capital(Name(result, one)), figures.Level(one.Level), .. figures.Cells(one.Effect, drawn),
                    .. DecisionFigures.Money.Cells(one.Cost, drawn),
                DecisionFigures.Money.Change(one.CountyCost.Difference),
                    DecisionFigures.Money.Change(one.MunicipalCost.Difference),
                .. result.Budget is null ? [] : new[] { DecisionFigures.Share(one.WithinInDraws) },
                    DecisionFigures.Share(one.BestInDraws), one.OnFront ? "yes" : "",
            ]),
            "Costs are net, of both what a measure costs and what it saves; amounts that one sector pays the other cancel out "
                + "over both. \"Best\" is among the combinations that the budget allows in the same draw.");
    }

    private static Picture Picture(PortfolioResult result) => new Plane(
        Localized.Of($"{result.Outcome.Label} and money"), Localized.Of($"{Payer(result)}: difference in MSEK a year"),
            Localized.Of($"difference in {result.Outcome.Label}"),
        [.. result.Combinations.Select((one, at) => new PlanePoint(
            Letters(one), one.Cost.Difference, one.Effect.Difference, one.OnFront, at == result.Best, Name(result, one)))],
        result.Budget, [.. result.Measures.Select((measure, at) => $"{Letter(at)}: {Localized.Of(measure.Title)}")]);

    private static string Letters(Combination one) => string.Concat(one.Measures.Select(Letter));

    private static string Letter(int measure) => ((char)('A' + measure)).ToString();

    private static string Name(PortfolioResult result, Combination one) =>
        one.Measures.Count == 0 ? Localized.Of("no change")
            : string.Join(" + ", one.Measures.Select(place => Localized.Of(result.Measures[place].Title)));

    private static string Payer(PortfolioResult result) => result.Payer is { } payer ? $"the {payer}" : "both sectors";

    private static string Spends(PortfolioResult result) => result.Payer is null ? "together spend" : "spends";

    private static int Sign(PortfolioResult result) => result.Outcome.Better == Model.Indicators.Better.Higher ? -1 : 1;

    private static string Million(double budget) => budget.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
