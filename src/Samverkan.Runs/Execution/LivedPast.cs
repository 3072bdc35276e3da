using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Runs.Execution;

/// <summary>
/// The years that a scenario lives before those that it reports. Scenarios that do the same in these years have the same past,
/// which is lived once for each seed and history, and kept (<see cref="PastStore"/>). A replication goes on from a history. Where
/// a cooperation must be running at the end, histories without one are passed over: replication r is the r-th that is kept.
/// </summary>
public sealed class LivedPast
{
    // A past in which so many histories in a row have no cooperation is no place to begin from.
    private const int MostPassedOver = 40;

    private static readonly ConcurrentDictionary<string, LivedPast> Known = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<int, Lazy<PastEnd>> ends = new();
    private readonly Blueprint past;
    private readonly ulong seed;
    private readonly string key;

    private LivedPast(Blueprint past, ulong seed, string key) => (this.past, this.seed, this.key) = (past, seed, key);

    /// <summary>The past of a scenario that has one.</summary>
    public static LivedPast Of(Blueprint blueprint, ulong seed)
    {
        var past = WithoutFuture(blueprint);
        return Known.GetOrAdd($"{KeyOf(past)}-{seed:x}", key => new(past, seed, key));
    }

    /// <summary>The history that a replication goes on from: its own number unless histories are passed over.</summary>
    /// <exception cref="NoCooperation">Hardly any history has a cooperation at its end.</exception>
    public static int HistoryOf(Blueprint blueprint, ulong seed, int replication) =>
        blueprint is { HasPast: true, PastCooperation: PastCooperation.Running }
            ? Of(blueprint, seed).HistoryOf(replication)
            : replication;

    /// <summary>How many histories were lived for a number of replications, and how many of them had no cooperation and are
    /// left out.</summary>
    /// <returns>null where histories are not passed over.</returns>
    /// <exception cref="NoCooperation">Hardly any history has a cooperation at its end.</exception>
    public static (int Lived, int LeftOut)? PassedOver(Blueprint blueprint, ulong seed, int replications) =>
        blueprint is { HasPast: true, PastCooperation: PastCooperation.Running }
            && HistoryOf(blueprint, seed, replications) is var last ? (last, last - replications) : null;

    /// <summary>The end of a history.</summary>
    public PastEnd EndOf(int history) => ends.GetOrAdd(history, number => new(() => Live(number))).Value;

    private int HistoryOf(int replication)
    {
        // The one that is most likely its own is lived by this thread while others live theirs.
        EndOf(replication);
        var passedOver = 0;
        for (int history = 1, kept = 0; ; history++)
        {
            if (EndOf(history).HasCooperation)
            {
                passedOver = 0;
                if (++kept == replication) return history;
            }
            else if (++passedOver > MostPassedOver) throw new NoCooperation(past.Name, history);
        }
    }

    private PastEnd Live(int history)
    {
        if (PastStore.Read(key, history) is { } kept) return kept;
        var simulation = new Simulation(past, seed, history);
        simulation.LiveThePast();
        var municipalities = past.Counties.Sum(county => county.Municipalities.Length);
        var end = new PastEnd(2 * simulation.Cooperations >= municipalities, Snapshot.Of(simulation.Save()));
        return PastStore.Write(key, history, end) ? end with { State = null } : end;
    }

    /// <summary>What the scenario does and says until its first reported month.</summary>
    private static Blueprint WithoutFuture(Blueprint blueprint)
    {
        // Triggers are remembered by their place in the list.
        if (blueprint.Interventions.Any(i => i.When is not null)) return blueprint;
        var past = blueprint;
        foreach (var intervention in blueprint.Interventions)
            if (IsFuture(blueprint with { Interventions = blueprint.Interventions.Remove(intervention) }))
                past = past with { Interventions = past.Interventions.Remove(intervention) };
        foreach (var happening in blueprint.Events)
            if (IsFuture(blueprint with { Events = blueprint.Events.Remove(happening) }))
                past = past with { Events = past.Events.Remove(happening) };
        return past;

        bool IsFuture(Blueprint without) => !(ScenarioDiff.FirstDifference(blueprint, without) < blueprint.From);
    }

    private static string KeyOf(Blueprint past)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Snapshot.Of(past.Counties));
        hash.AppendData(Snapshot.Of(past.Interventions));
        hash.AppendData(Snapshot.Of(past.Events));
        hash.AppendData(Snapshot.Of(Catalogue.All.Select(parameter => parameter.Get(past.Parameters)).ToImmutableArray()));
        hash.AppendData(Snapshot.Of<ImmutableArray<int>>([past.Begins.Index, past.From.Index]));
        hash.AppendData(Encoding.UTF8.GetBytes(past.Rules.Hash));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    /// <summary>The state at the end of a history.</summary>
    internal WorldSnapshot StateOf(int history)
    {
        var end = EndOf(history);
        var bytes = end.State ?? PastStore.Read(key, history)?.State;
        if (bytes is null)
        {
            // Removed from the store meanwhile.
            ends.TryRemove(history, out _);
            bytes = EndOf(history).State ?? PastStore.Read(key, history)!.State;
        }
        return Snapshot.Read<WorldSnapshot>(bytes);
    }
}

/// <summary>How a lived past ended.</summary>
/// <param name="HasCooperation">Whether joint units are run in half of the municipalities at least.</param>
/// <param name="State">The whole world as bytes; null: it is in the store.</param>
public sealed record PastEnd(bool HasCooperation, byte[]? State);

/// <summary>Hardly any history of a lived past has a cooperation at its end.</summary>
public sealed class NoCooperation(string scenario, int histories) : Exception(
    $"Of {histories} lived pasts of '{scenario}' hardly any has a running cooperation at its end. "
    + "'horizon: { cooperation: any }' goes on from all of them.");
