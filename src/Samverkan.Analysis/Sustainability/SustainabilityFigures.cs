using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Sustainability;

/// <summary>Makes the figures of <see cref="SustainabilityFigure"/> of a run; of several municipalities their mean.</summary>
/// <param name="since">First month that counts in areas and profiles.</param>
/// <param name="fates">Watches the same run, and is finished before this is.</param>
public sealed class SustainabilityFigures(Blueprint blueprint, Month since, FateObserver fates) : IRunObserver
{
    private const int Year = 12;
    private const double BearableDeficit = 0.01;

    private readonly double[] now = new double[IndicatorCatalogue.All.Count];
    private readonly int[] municipalities = new int[IndicatorCatalogue.All.Count];
    private readonly List<double> benefit = [];
    private readonly List<double> perKrona = [];
    private readonly List<(double Drift, double Fit)> services = [];
    private readonly Mean lag = new();
    private readonly Mean[] profile = [.. SustainabilityFigure.Profile.Select(_ => new Mean())];
    private readonly double[] figures = new double[SustainabilityFigure.All.Count];

    /// <summary>Benefit, month by month.</summary>
    public IReadOnlyList<double> Benefit => benefit;

    /// <summary>In the order of <see cref="SustainabilityFigure.All"/>; not a number where it is undefined. Read after the
    /// run.</summary>
    public IReadOnlyList<double> Figures => figures;

    public void Observe(MonthResult month)
    {
        Means(month);
        benefit.Add(now[IndicatorCatalogue.Benefit.Index]);
        perKrona.Add(now[IndicatorCatalogue.Benefit.Index] / now[CostPerPerson.Index]);
        services.Add((now[IndicatorCatalogue.Drift.Index], now[IndicatorCatalogue.Fit.Index]));
        if (month.Month < since)
            return;
        lag.Add(now[AdaptationLag.Index]);
        double[] of =
        [
            now[PrimaryCare.Index],
            now[CountyDeficit.Index] <= BearableDeficit && now[MunicipalDeficit.Index] <= BearableDeficit
            && now[Shifted.Index] == 0 ? 1 : 0,
            now[Trust.Index],
            (1 - now[Vacancy.Index]) / Math.Max(1, now[Strain.Index]),
            double.NaN,
            now[Match.Index],
            now[Understanding.Index],
            now[AgreementStrength.Index],
        ];
        for (var i = 0; i < of.Length; i++)
            profile[i].Add(of[i]);
    }

    public void Finish()
    {
        Set(SustainabilityFigure.YearsStanding, YearsUntil(Ending.Dissolved));
        Set(SustainabilityFigure.YearsSustained, YearsUntil(Ending.NotSustained));
        Set(SustainabilityFigure.BenefitYears, benefit.Skip(since - blueprint.From).Sum() / Year);
        Set(SustainabilityFigure.Lag, lag.Value);
        Set(SustainabilityFigure.VoltageDrop, Drop(perKrona));
        Set(SustainabilityFigure.Drift, services.TakeLast(Year).Average(one => one.Drift));
        Set(SustainabilityFigure.Fit, services.TakeLast(Year).Average(one => one.Fit));
        for (var i = 0; i < profile.Length; i++)
            Set(SustainabilityFigure.Profile[i], SustainabilityFigure.Profile[i].Id == "profile.evaluation"
                ? Year / (Year + lag.Value) : profile[i].Value);
    }

    /// <summary>Mean over all cooperations of the run; one that never began lasted not at all.</summary>
    private double YearsUntil(Ending ending) => fates.Fates.Count == 0
        ? double.NaN
        : fates.Fates.Average(one => one.Began ? Lifetime.Until(one.At(ending), blueprint).Time : 0) / Year;

    /// <summary>How much of the best year is gone in the last: both are twelve-month means.</summary>
    private static double Drop(List<double> series)
    {
        if (series.Count < Year)
            return double.NaN;
        var years = Enumerable.Range(Year, series.Count - Year + 1).Select(end => series[(end - Year)..end].Average()).ToList();
        return years.Max() > 0 ? 1 - years[^1] / years.Max() : double.NaN;
    }

    private void Means(MonthResult month)
    {
        Array.Clear(now);
        Array.Clear(municipalities);
        foreach (var seen in month.Observations)
            if (seen.Group is null && seen.Indicator.Headline && seen.Actor.Kind == ActorKind.Municipality)
            {
                now[seen.Indicator.Index] += seen.Value;
                municipalities[seen.Indicator.Index]++;
            }
        for (var i = 0; i < now.Length; i++)
            now[i] = municipalities[i] == 0 ? double.NaN : now[i] / municipalities[i];
    }

    private void Set(SustainabilityFigure figure, double value) => figures[PlaceOf(figure)] = value;

    internal static int PlaceOf(SustainabilityFigure figure)
    {
        for (var i = 0; i < SustainabilityFigure.All.Count; i++)
            if (SustainabilityFigure.All[i] == figure)
                return i;
        throw new ArgumentException($"'{figure.Id}' is not listed.", nameof(figure));
    }

    /// <summary>A mean of what is defined.</summary>
    private sealed class Mean
    {
        private double sum;
        private int count;

        public double Value => count == 0 ? double.NaN : sum / count;

        public void Add(double value)
        {
            if (!double.IsNaN(value))
                (sum, count) = (sum + value, count + 1);
        }
    }
}
