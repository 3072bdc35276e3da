using Samverkan.Analysis.Studies;
using Samverkan.Analysis.Sustainability;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Analysis.Comparisons;

/// <summary>What a comparison takes from one run; everything else goes straight to the writers.</summary>
public sealed class ComparedRun : IRunObserver
{
    private readonly FateObserver fates;
    private readonly IReadOnlyList<IRunObserver> observers;

    private readonly IReadOnlyList<OwnOutcome> outcomes;
    private readonly OwnFigureObserver own;

    /// <param name="since">First month that counts in the figures.</param>
    /// <param name="outcomes">Outcomes of one's own.</param>
    /// <param name="writers">Those who store the run while it goes on.</param>
    public ComparedRun(
        Blueprint blueprint, Month since, IReadOnlyList<OwnOutcome> outcomes, params IReadOnlyList<IRunObserver> writers)
    {
        (this.outcomes, own) = (outcomes, new(blueprint, outcomes));
        fates = new(blueprint.From);
        Trace = new(blueprint.From);
        Figures = new(since);
        Breakdown = new(since);
        Sustainability = new(blueprint, since, fates);
        Trajectory = new(blueprint);
        Horizon = new(blueprint);
        observers = [Trace, Figures, fates, Breakdown, Sustainability, Trajectory, Horizon, own, .. writers];
    }

    public Trace Trace { get; }

    public PeriodFigures Figures { get; }

    public BreakdownFigures Breakdown { get; }

    public SustainabilityFigures Sustainability { get; }

    public Trajectory Trajectory { get; }

    public HorizonFigures Horizon { get; }

    public IReadOnlyList<CooperationFate> Fates => fates.Fates;

    public void Observe(MonthResult month)
    {
        foreach (var observer in observers)
            observer.Observe(month);
    }

    /// <summary>What outlives the run.</summary>
    public RunOutcome Outcome(Recovery? recovery = null) =>
        new(Figures, Trace.Hash, Fates, Breakdown, new(Sustainability.Figures, recovery))
        {
            Horizon = Horizon,
            Own = [.. outcomes.Select(own.Figure)],
        };

    public bool SeesPersons => observers.Any(observer => observer.SeesPersons);

    public void See(Month month, IEnumerable<KeptPerson> persons)
    {
        foreach (var observer in observers.Where(observer => observer.SeesPersons))
            observer.See(month, persons);
    }

    public void Finish()
    {
        foreach (var observer in observers)
            observer.Finish();
    }
}
