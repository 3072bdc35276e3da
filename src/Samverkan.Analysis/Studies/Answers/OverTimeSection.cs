using Samverkan.Analysis.Comparisons;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Studies;

namespace Samverkan.Analysis.Studies.Answers;

/// <summary>The scenarios of a study without samples and levers, year by year.</summary>
internal static class OverTimeSection
{
    private const int MostDrawn = 8;
    private const double Million = 1e6;

    public static StudySection? Of(IReadOnlyList<YearBand> bands, Study study)
    {
        // What is asked for comes first, then what a comparison draws.
        var drawn = study.Outcomes.Where(outcome => outcome.Group is null).Select(outcome => outcome.Indicator)
            .OfType<Indicator>().Concat(Bands.Drawn)
            .Distinct().Where(indicator => bands.Any(band => band.Indicator == indicator)).Take(MostDrawn).ToList();
        return drawn.Count == 0 ? null : new(
            StudyPart.OverTime, "Year by year",
            (bands.Max(band => band.Runs) is > 1 and var runs
                ? $"Lines are means of {runs:N0} runs, year by year; bands hold the middle eight of ten."
                : "Lines are of one run, year by year.")
                + " The table bands has all headline indicators.", [""], [])
        {
            Picture = new Panels("Year by year",
                    [.. drawn.Select(indicator =>
                        Drawn(indicator, bands.ToLookup(band => (band.Indicator, band.Policy)), study))]),
        };
    }

    private static OverYears Drawn(Indicator indicator, ILookup<(Indicator, int), YearBand> bands, Study study)
    {
        var inMillions = indicator.Unit == "SEK";
        int[] years =
            [.. Enumerable.Range(study.Policies[0].Blueprint.From.Year,
                study.Policies[0].Blueprint.To.Year - study.Policies[0].Blueprint.From.Year + 1)];
        return new(
            $"time-{indicator.Id.Replace('.', '-')}", indicator.Title, inMillions ? "MSEK per year" : indicator.Unit, years,
            [.. study.Policies.Select((policy, place) =>
                new YearsLine(place, policy.Title, Of(place, band => band.Mean), Of(place, band => band.P10),
                    Of(place, band => band.P90)))]);

        double[] Of(int policy, Func<YearBand, double> value)
        {
            var ofYear = bands[(indicator, policy)].ToDictionary(band => band.Year, value);
            return [.. years.Select(year => ofYear.GetValueOrDefault(year, double.NaN) / (inMillions ? Million : 1))];
        }
    }
}
