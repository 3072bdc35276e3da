using Samverkan.Model;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Scenarios.Own;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Means of every person over the person's months in a period. Memory grows with the persons that there were and with what is
/// read of them, not with the months.
/// </summary>
internal sealed class PersonMeans(Month from, Month to, IReadOnlyList<PersonMeasure> measures)
{
    private readonly Dictionary<ulong, int> rows = [];
    private readonly List<(ulong Id, TargetGroup Group, string Municipality, int Months)> persons = [];
    private readonly List<double>[] sums = [.. measures.Select(_ => new List<double>())];
    private int[]? order;

    public bool Counts(Month month) => month >= from && month <= to;

    public void See(in KeptPerson kept, Month month)
    {
        var id = kept.Person.Id;
        if (!rows.TryGetValue(id, out var row))
        {
            rows.Add(id, row = persons.Count);
            persons.Add((id, kept.Person.Group, "", 0));
            foreach (var sum in sums) sum.Add(0);
        }
        persons[row] = persons[row] with { Municipality = kept.Keeper.Code, Months = persons[row].Months + 1 };
        for (var what = 0; what < measures.Count; what++)
            sums[what][row] += measures[what].Of(kept, month);
    }

    /// <summary>The persons who were last in one of these municipalities.</summary>
    /// <param name="municipalities">Codes of those that count, with their places.</param>
    public IPersonsOfPeriod In(IReadOnlyDictionary<string, int> municipalities) => new Seen(this, municipalities);

    // By identity: in which order an executor shows persons does not matter.
    private int[] Order()
    {
        if (order is not null) return order;
        order = [.. Enumerable.Range(0, persons.Count)];
        Array.Sort(order, (a, b) => persons[a].Id.CompareTo(persons[b].Id));
        return order;
    }

    private sealed class Seen : IPersonsOfPeriod
    {
        private readonly PersonMeans all;
        private readonly int[] counted;

        public Seen(PersonMeans all, IReadOnlyDictionary<string, int> municipalities)
        {
            this.all = all;
            counted = [.. all.Order().Where(row => municipalities.ContainsKey(all.persons[row].Municipality))];
            Groups = [.. counted.Select(row => all.persons[row].Group)];
            Places = [.. counted.Select(row => municipalities[all.persons[row].Municipality])];
            Municipalities = municipalities.Count;
        }

        public IReadOnlyList<TargetGroup> Groups { get; }

        public IReadOnlyList<int> Places { get; }

        public int Municipalities { get; }

        public double[] Of(PersonMeasure what)
        {
            var sums = all.sums[all.Place(what)];
            return [.. counted.Select(row => sums[row] / all.persons[row].Months)];
        }
    }

    private int Place(PersonMeasure what)
    {
        for (var place = 0; place < measures.Count; place++)
            if (measures[place] == what) return place;
        throw new ArgumentException($"'{what.Id}' was not asked for.", nameof(what));
    }
}
