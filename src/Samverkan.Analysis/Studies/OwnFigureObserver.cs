using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Keeps what expressions read of one run, by month and municipality and by person, and makes their figures at its end.
/// </summary>
public sealed class OwnFigureObserver : IRunObserver
{
    private readonly Blueprint world;
    private readonly IReadOnlyList<OwnOutcome> outcomes;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<Kept>[] asking = [.. IndicatorCatalogue.All.Select(_ => new List<Kept>())];
    private readonly Dictionary<(Month From, Month To), PersonMeans> persons = [];
    private readonly Dictionary<OwnOutcome, double> figures = new(ReferenceEqualityComparer.Instance);
    private readonly bool asks;
    private Month now;

    public OwnFigureObserver(Blueprint world, IReadOnlyList<OwnOutcome> outcomes)
    {
        (this.world, this.outcomes) = (world, outcomes);
        foreach (var municipality in world.Counties.SelectMany(county => county.Municipalities))
            places.Add(municipality.Code, places.Count);
        foreach (var need in outcomes.SelectMany(outcome => outcome.Figure.Needs).OfType<Measured>().Distinct())
            asking[need.Indicator.Index].Add(new(need, Empty()));
        asks = asking.Any(some => some.Count > 0);
        foreach (var period in outcomes.Where(one => one.Figure.NeedsPersons).GroupBy(one => (one.From, one.To)))
            persons[period.Key] = new(
                period.Key.From, period.Key.To,
                [.. period.SelectMany(outcome => outcome.Figure.Needs).OfType<PersonMeasure>().Distinct()]);
    }

    public void Observe(MonthResult month)
    {
        now = month.Month;
        if (!asks || month.Month < world.From) return;
        foreach (var seen in month.Observations)
            foreach (var kept in asking[seen.Indicator.Index])
                if (seen.Actor.Kind == ActorKind.Municipality && seen.Group == kept.What.Group)
                    kept.Months[month.Month - world.From][places[seen.Actor.Code]] = seen.Value;
    }

    /// <summary>Only in months that count in what is asked of persons.</summary>
    public bool SeesPersons => persons.Values.Any(period => period.Counts(now));

    public void See(Month month, IEnumerable<KeptPerson> persons)
    {
        PersonMeans[] counting = [.. this.persons.Values.Where(period => period.Counts(month))];
        foreach (var person in persons)
            foreach (var period in counting)
                period.See(person, month);
    }

    /// <summary>Makes the figures, and forgets what they were made from.</summary>
    public void Finish()
    {
        foreach (var outcome in outcomes)
            figures[outcome] = outcome.Figure.Of(new Period(this, outcome));
        foreach (var some in asking)
            some.Clear();
        persons.Clear();
    }

    /// <summary>The figure of one of the outcomes, after the run.</summary>
    public double Figure(OwnOutcome outcome) => figures[outcome];

    private double[][] Empty() =>
        [.. Enumerable.Range(0, world.To - world.From + 1).Select(_ => Enumerable.Repeat(double.NaN, places.Count).ToArray())];

    private sealed record Kept(Measured What, double[][] Months);

    // The months, municipalities and persons that count in an outcome.
    private sealed class Period(OwnFigureObserver run, OwnOutcome outcome) : IRunMonths
    {
        private IPersonsOfPeriod? persons;

        public IReadOnlyList<double[]> Of(Measured what)
        {
            var kept = run.asking[what.Indicator.Index].First(one => one.What == what).Months;
            // A period may have been written before an outer file shortened the horizon.
            var from = Math.Clamp(outcome.From - run.world.From, 0, kept.Length);
            var months = kept[from..Math.Clamp(outcome.To - run.world.From + 1, from, kept.Length)];
            return outcome.Municipalities.IsEmpty ? months
                : [.. months.Select(month => outcome.Municipalities.Select(code => month[run.places[code]]).ToArray())];
        }

        public IPersonsOfPeriod Persons => persons ??= run.persons[(outcome.From, outcome.To)].In(
            outcome.Municipalities.IsEmpty ? run.places
                : outcome.Municipalities.Select((code, place) => (code, place)).ToDictionary(one => one.code, one => one.place));
    }
}
