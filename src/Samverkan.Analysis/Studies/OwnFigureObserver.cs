using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Studies.Own;

namespace Samverkan.Analysis.Studies;

/// <summary>Keeps what the expressions of a study read of one run, by month and municipality, and makes their figures.</summary>
internal sealed class OwnFigureObserver : IRunObserver
{
    private readonly Blueprint world;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<Kept>[] asking = [.. IndicatorCatalogue.All.Select(_ => new List<Kept>())];
    private readonly bool asks;

    public OwnFigureObserver(Blueprint world, IReadOnlyList<Outcome> outcomes)
    {
        this.world = world;
        foreach (var municipality in world.Counties.SelectMany(county => county.Municipalities))
            places.Add(municipality.Code, places.Count);
        foreach (var need in outcomes.Select(outcome => outcome.Own).OfType<OwnNumber>().SelectMany(own => own.Needs).Distinct())
            asking[need.Indicator.Index].Add(new(need, Empty()));
        asks = asking.Any(some => some.Count > 0);
    }

    public void Observe(MonthResult month)
    {
        if (!asks || month.Month < world.From) return;
        foreach (var seen in month.Observations)
            foreach (var kept in asking[seen.Indicator.Index])
                if (seen.Actor.Kind == ActorKind.Municipality && seen.Group == kept.What.Group)
                    kept.Months[month.Month - world.From][places[seen.Actor.Code]] = seen.Value;
    }

    public void Finish() { }

    /// <summary>The figure of an outcome that is an expression, after the run.</summary>
    public double Figure(Outcome outcome) => outcome.Own!.Of(new Period(this, outcome));

    private double[][] Empty() =>
        [.. Enumerable.Range(0, world.To - world.From + 1).Select(_ => Enumerable.Repeat(double.NaN, places.Count).ToArray())];

    private sealed record Kept(Measured What, double[][] Months);

    // The months and municipalities that count in an outcome.
    private sealed class Period(OwnFigureObserver run, Outcome outcome) : IRunMonths
    {
        public IReadOnlyList<double[]> Of(Measured what)
        {
            var kept = run.asking[what.Indicator.Index].First(one => one.What == what).Months;
            var months = kept[(outcome.From - run.world.From)..(outcome.To - run.world.From + 1)];
            return outcome.Municipalities.IsEmpty ? months
                : [.. months.Select(month => outcome.Municipalities.Select(code => month[run.places[code]]).ToArray())];
        }
    }
}
