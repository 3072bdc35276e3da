using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>The headline figures of a run, year by year.</summary>
public sealed class YearFigures : IRunObserver
{
    private readonly List<(int Year, PeriodFigures Figures)> years = [];

    public IReadOnlyList<(int Year, PeriodFigures Figures)> Years => years;

    public void Observe(MonthResult month)
    {
        if (years.Count == 0 || years[^1].Year != month.Month.Year)
            years.Add((month.Month.Year, new PeriodFigures()));
        years[^1].Figures.Observe(month);
    }

    public void Finish()
    {
        foreach (var (_, figures) in years)
            figures.Finish();
    }
}
