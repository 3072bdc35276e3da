using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using static Samverkan.Model.Indicators.IndicatorCatalogue;

namespace Samverkan.Analysis.Sustainability;

/// <summary>Judges every cooperation of a run at its end, one per municipality.</summary>
public sealed class FateObserver(Month from) : IRunObserver
{
    private readonly SortedDictionary<string, List<CooperationMonth>> series = new(StringComparer.Ordinal);

    /// <summary>By municipality, in the order of their codes; empty until the run is finished.</summary>
    public IReadOnlyList<CooperationFate> Fates { get; private set; } = [];

    public void Observe(MonthResult month)
    {
        foreach (var one in month.Observations.Where(seen => seen.Group is null && seen.Actor.Kind == ActorKind.Municipality)
            .GroupBy(seen => seen.Actor.Code))
        {
            double Of(Indicator indicator) =>
                one.Where(seen => seen.Indicator == indicator).Select(seen => seen.Value).FirstOrDefault();
            if (!series.TryGetValue(one.Key, out var months))
                series[one.Key] = months = [];
            months.Add(new(
                Of(CooperationIndex), Of(Trust), Of(JointReach), Of(BenefitInService),
                Of(JointUnits) > 0 || Of(AgreementStrength) > 0));
        }
    }

    public void Finish()
    {
        Fates = [.. series.Values.Select(months => CooperationSeries.Judge(from, months))];
        series.Clear();
    }
}
