using Samverkan.Analysis.Deciding;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Tests.Results;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Analysis.Tests.Deciding;

/// <summary>
/// A world whose answers are known: unmet needs and spending follow from the parameters in force by a stated formula, and each
/// replication has its own luck. Draws give <c>care.otherSector</c> values that are spread evenly.
/// </summary>
internal sealed class KnownWorld(Func<Func<string, double>, double> needs, Func<Func<string, double>, double> millions,
    double luck = .05) : IDisposable
{
    public static readonly Month Start = Month.Of(1995), End = Month.Of(2000, 12), Policy = Month.Of(1997);

    /// <summary>Uncertain, so that draws can say it; formulas see it from 0 to 1.</summary>
    public const string Unknown = "care.otherSector";

    private const double Least = .6, Most = .9;

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    public Scenario Base => Read("base", "");

    /// <summary>A scenario that sets levers from 1997 on.</summary>
    public Scenario Setting(string id, params (string Lever, string Value)[] levers) => Read(id,
        "interventions:\n" + string.Concat(levers.Select((one, i) =>
            $"  - {{ id: {id}-{i + 1}, lever: {one.Lever}, change: {{ set: {one.Value} }}, at: 1997-01 }}\n")));

    /// <param name="draws">How many there are; each is lived under.</param>
    public Region Region(int draws)
    {
        File.WriteAllText(place["draws.csv"], $"draw,{Unknown}\n" + string.Concat(Enumerable.Range(1, draws)
            .Select(draw => FormattableString.Invariant($"{draw},{Least + (Most - Least) * (draw - .5) / draws}\n"))));
        return RegionFile.Read(place["draws.csv"]);
    }

    /// <summary>What lives choices of this world.</summary>
    public Futures Futures(Choice @base, int replications, int draws, ulong seed = 1)
    {
        var asked = new FuturesAsked(seed, replications, draws == 0 ? null : Region(draws), draws, Policy);
        Directory.CreateDirectory(place["result"]);
        return new(@base, asked, new Ensemble(Live, 2), Live, FutureJournal.Open(place["result"], $"{seed} {replications} "
            + $"{draws}"),
            Deciding(asked), CancellationToken.None);
    }

    public static DecisionHead Head(Futures futures) => new(
        DecisionResult.Current, "test", "decide", "inputs", Fold.InGroups(futures.Hash), futures.Asked.Seed,
            futures.Asked.Replications,
        futures.Asked.Region is null ? null : new("draws.csv", "hash", futures.Asked.Draws, "hash", 0), Start.ToString(),
            End.ToString(),
        Policy.ToString(), 1, futures.All.Count * futures.Asked.Each, new("base", "Base", "base.yaml", "", []));

    public IRun Live(Blueprint blueprint, ulong seed, int replication, Detail detail) =>
        new Run(this, blueprint, seed, replication);

    private static EnsembleProgress Deciding(FuturesAsked asked) =>
        Analysis.Deciding.Futures.ProgressOf(Blueprint.Case, asked, 10);

    private Scenario Read(string id, string rest)
    {
        File.WriteAllText(place[$"{id}.yaml"], $"id: {id}\ntitle: {char.ToUpperInvariant(id[0])}{id[1..]}\nquestion: "
            + $"Q?\nhorizon: {{ from: 1995-01, to: 2000-12 }}\n{rest}");
        return ScenarioReader.Read(place[$"{id}.yaml"]);
    }

    private sealed class Run(KnownWorld world, Blueprint blueprint, ulong seed, int replication) : IRun
    {
        private readonly double chance = world.Luck(seed, replication);

        public Month Next { get; private set; } = blueprint.From;

        public bool Finished => Next > blueprint.To;

        public ValueTask<MonthResult> Advance(CancellationToken cancel = default)
        {
            var now = Next;
            Next += 1;
            double InForce(string id) => blueprint.Interventions.Where(one => one.Parameter == id && one.At <= now)
                .Aggregate(Catalogue.Get(id).Get(blueprint.Parameters), (value, one) => one.Operation switch
                {
                    Operation.Set => one.Value,
                    Operation.Add => value + one.Value,
                    _ => value * one.Value,
                });
            double Seen(string id) => id == Unknown ? (InForce(id) - Least) / (Most - Least) : InForce(id);
            var (unmet, spent) = (world.Needs(Seen) + chance, world.Millions(Seen));
            return new(new MonthResult(now,
            [
                new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.UnmetPerEligible, unmet),
                new(ActorPath.Municipality("0001"), null, IndicatorCatalogue.Payments[(int)Flow.CountyUnits], spent * 1e6 / 12),
            ], [BitConverter.DoubleToUInt64Bits(unmet)], [], People: 500, 0));
        }

        public ValueTask<IEnumerable<(string Actor, string Field, string Value)>> DescribeState() => new([]);

        public ValueTask<IEnumerable<KeptPerson>> Persons() => new([]);

        public ValueTask<(IEnumerable<KeptPerson> Persons, IEnumerable<PersonEvent> Events)> PersonsAndEvents() => new(([], []));
    }

    private double Needs(Func<string, double> inForce) => needs(inForce);

    private double Millions(Func<string, double> inForce) => millions(inForce);

    private double Luck(ulong seed, int replication) => luck * MathNet.Numerics.Distributions.Normal.InvCDF(0, 1,
        Math.Clamp(RandomStreams.Of(seed, replication).Unit(1, default, Purpose.PlaceOfDraw), 1e-6, 1 - 1e-6));
}
