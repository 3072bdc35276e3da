using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What a comparison keeps of one run; everything else goes straight to the writers.</summary>
/// <param name="since">First month that counts in the figures.</param>
/// <param name="writers">Those who store the run while it goes on.</param>
public sealed class ComparedRun(Month from, Month since, params IReadOnlyList<IRunObserver> writers) : IRunObserver
{
    private readonly SustainedObserver fates = new(from);

    public Trace Trace { get; } = new(from);

    public PeriodFigures Figures { get; } = new(since);

    public IReadOnlyList<Sustained> Fates => fates.Fates;

    /// <summary>Share of the run's cooperations that were kept to the end.</summary>
    public double KeptShare => (double)Fates.Count(one => one.Fate == Fate.Kept) / Fates.Count;

    public void Observe(MonthResult month)
    {
        foreach (var observer in Observers())
            observer.Observe(month);
    }

    public void Finish()
    {
        foreach (var observer in Observers())
            observer.Finish();
    }

    private IEnumerable<IRunObserver> Observers() => [Trace, Figures, fates, .. writers];
}
