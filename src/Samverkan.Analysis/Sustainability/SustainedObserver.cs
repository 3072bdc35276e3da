using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Sustainability;

/// <summary>Judges every cooperation of a run at its end, one per municipality.</summary>
public sealed class SustainedObserver(Month from) : IRunObserver
{
    private readonly SortedDictionary<string, (List<double> Benefit, List<double> Cooperation)> series = new(StringComparer.Ordinal);

    /// <summary>By municipality, in the order of their codes; empty until the run is finished.</summary>
    public IReadOnlyList<Sustained> Fates { get; private set; } = [];

    public void Observe(MonthResult month)
    {
        foreach (var seen in month.Observations)
        {
            if (seen.Group is not null || seen.Actor.Kind != ActorKind.Municipality)
                continue;
            if (seen.Indicator == IndicatorCatalogue.Benefit)
                SeriesOf(seen.Actor.Code).Benefit.Add(seen.Value);
            else if (seen.Indicator == IndicatorCatalogue.CooperationIndex)
                SeriesOf(seen.Actor.Code).Cooperation.Add(seen.Value);
        }
    }

    public void Finish()
    {
        Fates = [.. series.Values.Select(one => Sustained.Judge(from, one.Benefit, one.Cooperation))];
        series.Clear();
    }

    private (List<double> Benefit, List<double> Cooperation) SeriesOf(string municipality) =>
        series.TryGetValue(municipality, out var known) ? known : series[municipality] = ([], []);
}
