using System.Globalization;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Reports;

/// <summary>How the cooperations of a scenario last, and how that compares to the base.</summary>
internal static class LastingOf
{
    private const double MonthsOfAYear = 12;

    public static LastingFacts Scenario(PairedComparison comparison, int place)
    {
        var lifetimes = Lifetimes(comparison, place);
        var curve = KaplanMeier.Of(lifetimes);
        var from = comparison.Base.Blueprint.From;
        return new(
            comparison.Outcomes[place].Sum(run => run.Fates.Count), lifetimes.Count, comparison.Count(place, Fate.Lost),
            [.. curve.Select(step => new StepFacts((from + (int)step.Time).ToString(), step.AtRisk, step.Share, step.Low, step.High))],
            KaplanMeier.Median(curve) / MonthsOfAYear,
            place == 0 ? null : Test(comparison, place), place == 0 ? null : RecoveryInWords(comparison, place),
            place == 0 ? [] : Rows(comparison, place, SustainabilityFigure.Course), place == 0 ? [] : Rows(comparison, place, SustainabilityFigure.Profile));
    }

    private static IReadOnlyList<RowFacts> Rows(PairedComparison comparison, int place, IReadOnlyList<SustainabilityFigure> figures) =>
    [
        .. figures.Select(figure => FactsOfComparison.Row(
            new(figure.Id, figure.Label, figure.Unit, comparison.Estimate(place, figure), figure.Decimals), figure.Better)),
    ];

    private static IReadOnlyList<Lifetime> Lifetimes(PairedComparison comparison, int place) =>
        [.. comparison.Outcomes[place].SelectMany(run => run.Sustainability!.Lifetimes)];

    private static string? Test(PairedComparison comparison, int place) => SurvivalText.Test(ByReplication(comparison, 0), ByReplication(comparison, place));

    private static IReadOnlyList<IReadOnlyList<Lifetime>> ByReplication(PairedComparison comparison, int place) =>
        [.. comparison.Outcomes[place].Select(run => run.Sustainability!.Lifetimes)];

    private static string? RecoveryInWords(PairedComparison comparison, int place)
    {
        var all = comparison.Outcomes[place].Select(run => run.Sustainability!.Recovery).OfType<Recovery>().ToList();
        if (all.Count == 0)
            return null;
        var felt = all.Where(one => one.Felt).Select(one => one.Time).ToList();
        if (felt.Count == 0)
            return $"Benefit never falls more than 5 % below what it is without the change, in any of {all.Count} replications: there is nothing to recover from.";
        var over = felt.Count(time => time.Ended);
        var median = KaplanMeier.Median(KaplanMeier.Of(felt));
        var half = median is { } months
            ? string.Create(CultureInfo.InvariantCulture, $"half of these are back within {months / MonthsOfAYear:0.0} years")
            : "fewer than half of these come back before the run ends";
        return $"Benefit falls more than 5 % below what it is without the change in {felt.Count} of {all.Count} replications; {half}, {over} in all.";
    }
}
