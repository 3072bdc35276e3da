using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Tests.Execution;

/// <summary>
/// Stands in for the model: a world of one number that follows from seed, replication and month, and from the month in
/// which a scenario begins to differ.
/// </summary>
internal sealed class FakeWorld
{
    private readonly Dictionary<string, Month> differences = [];

    /// <summary>Called at the start of every month, for tests that want to interfere.</summary>
    public Action<Blueprint, int, Month>? BeforeMonth { get; set; }

    /// <summary>What the ledger of a month has too much.</summary>
    public Func<Month, long> Unbalanced { get; set; } = _ => 0;

    public static Blueprint Scenario(string name, int months = 24) =>
        Blueprint.Case with { Name = name, To = Blueprint.Case.From + (months - 1) };

    /// <summary>From that month on the scenario's world is another one.</summary>
    public FakeWorld Differs(string scenario, Month from)
    {
        differences[scenario] = from;
        return this;
    }

    public IRun Start(Blueprint blueprint, ulong seed, int replication, Detail detail) =>
        new Run(this, blueprint, seed, replication, detail, differences.TryGetValue(blueprint.Name, out var month) ? month
            : null);

    private sealed class Run(FakeWorld world, Blueprint blueprint, ulong seed, int replication, Detail detail, Month? differs)
        : IRun
    {
        private double trust;

        public Month Next { get; private set; } = blueprint.From;

        public bool Finished => Next > blueprint.To;

        public ValueTask<MonthResult> Advance(CancellationToken cancel = default)
        {
            world.BeforeMonth?.Invoke(blueprint, replication, Next);
            var now = Next;
            Next += 1;
            trust = Chance(now) + (differs <= now ? 1 : 0);
            return new(new MonthResult(now, [.. Observed()], [BitConverter.DoubleToUInt64Bits(trust)], [MinutesOf(now)],
                People: 500, world.Unbalanced(now)));
        }

        public ValueTask<IEnumerable<(string Actor, string Field, string Value)>> DescribeState() =>
            new([("municipality/0001", "population", "96000"), ("committee/0001", "trust", $"{trust:F3}")]);

        public ValueTask<IEnumerable<KeptPerson>> Persons() => new([]);

        public ValueTask<(IEnumerable<KeptPerson> Persons, IEnumerable<PersonEvent> Events)> PersonsAndEvents() => new(([], []));

        private IEnumerable<Observation> Observed()
        {
            yield return new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.Trust, trust);
            yield return new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.Meetings, 2);
            yield return new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.Benefit, 0.5);
            yield return new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.CooperationIndex, 0.5);
            if (detail == Detail.All)
                yield return new(ActorPath.Team("0001", new(1, 0)), "psychosis", IndicatorCatalogue.Engagement, double.NaN);
        }

        private double Chance(Month month) =>
            (Fold.Into(Fold.Into(Fold.Into(Fold.Start, seed), (ulong)replication), (ulong)month.Index) >> 11)
                * (1.0 / (1UL << 53));

        private Minutes MinutesOf(Month month) => new()
        {
            Municipality = "0001",
            Number = month - blueprint.From + 1,
            Month = month,
            Day = 12,
            Present = [new(Side.County, 2), new(Side.Municipality, 2)],
            Seen = new(null, month - 1, 0, 0),
            Items = [],
            Notes = [],
        };
    }
}
