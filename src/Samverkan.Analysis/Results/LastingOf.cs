using System.Globalization;
using System.Text.Json;
using Samverkan.Analysis.Comparisons;
using Samverkan.Analysis.Sustainability;

namespace Samverkan.Analysis.Results;

/// <summary>How the cooperations of a scenario last, and how that compares to the base.</summary>
internal static class LastingOf
{
    private const double MonthsOfAYear = 12;

    public static LastingResult Scenario(PairedComparison comparison, int place) => new(
        comparison.Count(place, _ => true), comparison.Count(place, one => one.Began),
        [Of(comparison, place, Ending.Dissolved), Of(comparison, place, Ending.Hollow),
            Of(comparison, place, Ending.BenefitLost)],
        place == 0 ? null : RecoveryInWords(comparison, place), Rows(comparison, place, SustainabilityFigure.Course),
        Rows(comparison, place, SustainabilityFigure.Profile));

    private static EndingResult Of(PairedComparison comparison, int place, Ending ending)
    {
        var lifetimes = comparison.Lifetimes(place, ending);
        var curve = KaplanMeier.Of([.. lifetimes.SelectMany(run => run)]);
        var from = comparison.Base.Blueprint.From;
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(ending.ToString()), comparison.Count(place, ending),
            [.. curve.Select(step => new CurveStep((from + (int)step.Time).ToString(), step.AtRisk, step.Share, step.Low,
                step.High))],
            KaplanMeier.Median(curve) / MonthsOfAYear,
            place == 0 ? null : SurvivalText.Test(comparison.Lifetimes(0, ending), lifetimes, EndingText.Of(ending)));
    }

    private static IReadOnlyList<ResultRow> Rows(PairedComparison comparison, int place,
        IReadOnlyList<SustainabilityFigure> figures) => place == 0 ? [] :
    [
        .. figures.Select(figure => ResultRow.Of(
            figure.Id, figure.Label, figure.Unit, comparison.Estimate(place, figure), figure.Decimals, figure.Better)),
    ];

    private static string? RecoveryInWords(PairedComparison comparison, int place)
    {
        var all = comparison.Outcomes[place].Select(run => run.Sustainability!.Recovery).OfType<Recovery>().ToList();
        if (all.Count == 0)
            return null;
        var felt = all.Where(one => one.Felt).Select(one => one.Time).ToList();
        if (felt.Count == 0)
            return $"Benefit never falls more than 5 % below what it is without the change, in any of {all.Count} replications: "
                + "there is nothing to recover from.";
        var over = felt.Count(time => time.Ended);
        var median = KaplanMeier.Median(KaplanMeier.Of(felt));
        var half = median is { } months
            ? string.Create(CultureInfo.InvariantCulture, $"half of these are back within {months / MonthsOfAYear:0.0} years")
            : "fewer than half of these come back before the run ends";
        return $"Benefit falls more than 5 % below what it is without the change in {felt.Count} of {all.Count} replications; "
            + $"{half}, {over} in all.";
    }
}
