using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Studies;
using Samverkan.Runs.Studies.Own;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Keeps what expressions read of one run, by month and municipality and by person, and makes their figures at its end.
/// </summary>
public sealed class OwnFigureObserver : IRunObserver
{
    private readonly Blueprint world;
    private readonly Outcome[] outcomes;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<Kept>[] asking = [.. IndicatorCatalogue.All.Select(_ => new List<Kept>())];
    private readonly Dictionary<(Month From, Month To), PersonMeans> persons = [];
    private readonly Dictionary<string, double> figures = new(StringComparer.Ordinal);
    private readonly bool asks;
    private Month now;

    /// <param name="outcomes">Those that are no expressions are left to others.</param>
    public OwnFigureObserver(Blueprint world, IEnumerable<Outcome> outcomes)
    {
        this.world = world;
        this.outcomes = [.. outcomes.Where(outcome => outcome.Own is not null)];
        foreach (var municipality in world.Counties.SelectMany(county => county.Municipalities))
            places.Add(municipality.Code, places.Count);
        foreach (var need in this.outcomes.SelectMany(outcome => outcome.Own!.Needs).OfType<Measured>().Distinct())
            asking[need.Indicator.Index].Add(new(need, Empty()));
        asks = asking.Any(some => some.Count > 0);
        foreach (var period in this.outcomes.Where(one => one.Own!.NeedsPersons).GroupBy(one => (one.From, one.To)))
            persons[period.Key] = new(
                period.Key.From, period.Key.To,
                [.. period.SelectMany(outcome => outcome.Own!.Needs).OfType<PersonMeasure>().Distinct()]);
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
                period.See(person);
    }

    /// <summary>Makes the figures, and forgets what they were made from.</summary>
    public void Finish()
    {
        foreach (var outcome in outcomes)
            figures[outcome.Id] = outcome.Own!.Of(new Period(this, outcome));
        foreach (var some in asking)
            some.Clear();
        persons.Clear();
    }

    /// <summary>The figure of an outcome that is an expression, after the run.</summary>
    public double Figure(Outcome outcome) => figures[outcome.Id];

    private double[][] Empty() =>
        [.. Enumerable.Range(0, world.To - world.From + 1).Select(_ => Enumerable.Repeat(double.NaN, places.Count).ToArray())];

    private sealed record Kept(Measured What, double[][] Months);

    // The months, municipalities and persons that count in an outcome.
    private sealed class Period(OwnFigureObserver run, Outcome outcome) : IRunMonths
    {
        private IPersonsOfPeriod? persons;

        public IReadOnlyList<double[]> Of(Measured what)
        {
            var kept = run.asking[what.Indicator.Index].First(one => one.What == what).Months;
            var months = kept[(outcome.From - run.world.From)..(outcome.To - run.world.From + 1)];
            return outcome.Municipalities.IsEmpty ? months
                : [.. months.Select(month => outcome.Municipalities.Select(code => month[run.places[code]]).ToArray())];
        }

        public IPersonsOfPeriod Persons => persons ??= run.persons[(outcome.From, outcome.To)].In(
            outcome.Municipalities.IsEmpty ? run.places
                : outcome.Municipalities.Select((code, place) => (code, place)).ToDictionary(one => one.code, one => one.place));
    }
}
