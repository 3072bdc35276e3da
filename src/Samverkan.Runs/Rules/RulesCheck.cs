using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Rules;

/// <summary>What a check of rules of one's own found.</summary>
/// <param name="Promise">What the program promises of every run.</param>
/// <param name="Why">What breaks the promise; empty where it is kept.</param>
public sealed record CheckedPromise(string Promise, bool IsKept, string Why);

/// <summary>
/// Whether worlds under rules of one's own keep what the program promises: determinism, conservation and pairing.
/// </summary>
public static class RulesCheck
{
    private const ulong Seed = 1;
    private const int Replications = 4;

    /// <param name="read">Reads the rules anew, as another process would.</param>
    /// <param name="world">Lived under them.</param>
    public static IReadOnlyList<CheckedPromise> Of(Func<OwnRules> read, Blueprint world, CancellationToken cancel)
    {
        Lived alone, again, usual;
        IReadOnlyList<Lived> together;
        try
        {
            alone = Live(world with { Rules = read().Rules }, 1, threads: 1, cancel)[0];
            again = Live(world with { Rules = read().Rules }, 1, threads: 1, cancel)[0];
            together = Live(world with { Rules = read().Rules }, Replications, threads: Replications, cancel);
            usual = Live(world, 1, threads: 1, cancel)[0];
        }
        catch (ModelCheckFailed e)
        {
            return [new("every month can be lived, and its accounts balance", false, e.Message)];
        }
        return
        [
            new("every month can be lived, and its accounts balance", true, ""),
            Equal("the same seed gives the same bits", alone, again, "the second time"),
            Equal("what else runs at the same time changes no bit", alone, together[0], "beside other runs"),
            Paired(usual, alone),
            new("something differs from the usual rules", alone.Trace.Hash != usual.Trace.Hash,
                alone.Trace.Hash == usual.Trace.Hash ? "the run is the same to the bit: are the rules ever asked?" : ""),
        ];
    }

    private static CheckedPromise Equal(string promise, Lived one, Lived other, string when) =>
        one.Trace.FirstDifference(other.Trace) is { } month
            ? new(promise, false, $"{when}, {month} comes out otherwise: a rule keeps something, draws, or reads a clock")
            : new(promise, true, "");

    // Who comes does not hang on any rule: the same people, with the same luck.
    private static CheckedPromise Paired(Lived usual, Lived own)
    {
        const string promise = "the same persons come in the same months as under the usual rules";
        for (var month = 0; month < usual.Arrivals.Count; month++)
            if (usual.Arrivals[month] != own.Arrivals[month])
                return new(
                    promise, false,
                    $"in month {month + 1} {own.Arrivals[month]} persons come in place of {usual.Arrivals[month]}");
        return new(promise, true, "");
    }

    private static List<Lived> Live(Blueprint world, int replications, int threads, CancellationToken cancel)
    {
        var jobs = Job.Paired([world], replications, Seed, everything: true);
        var lives = new List<Lived>();
        new Ensemble(InProcessRun.Start, threads).Run(
            jobs, _ => new Lived(world.From), (_, lived) => lives.Add(lived), EnsembleProgress.Of(jobs), cancel);
        return lives;
    }

    private sealed class Lived(Month from) : IRunObserver
    {
        public Trace Trace { get; } = new(from);

        public List<double> Arrivals { get; } = [];

        public void Observe(MonthResult month)
        {
            Trace.Observe(month);
            Arrivals.Add(month.Observations.Where(seen =>
                seen.Indicator == IndicatorCatalogue.Arrivals && seen.Group is null && seen.Actor.Kind == ActorKind.Municipality)
                .Sum(seen => seen.Value));
        }
    }
}
