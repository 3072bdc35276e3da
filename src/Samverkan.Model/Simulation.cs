using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Model;

/// <summary>How much of a month is reported.</summary>
public enum Detail
{
    /// <summary>Headline indicators, per municipality.</summary>
    Headline,
    /// <summary>Every indicator of every actor, and by target group.</summary>
    All,
}

/// <summary>What one month of a run gave.</summary>
/// <param name="Hashes">One per municipality, in the order of the map: the state of its whole branch after the month.</param>
public sealed record MonthResult(
    Month Month, IReadOnlyList<Observation> Observations, IReadOnlyList<ulong> Hashes, IReadOnlyList<Minutes> Minutes);

/// <summary>
/// One run of one world in this process: same blueprint, seed and replication, same bits. Not thread-safe; independent
/// runs share nothing but their blueprint.
/// </summary>
public sealed class Simulation
{
    public Simulation(Blueprint blueprint, ulong seed, int replication, Detail detail = Detail.Headline)
    {
        Blueprint = blueprint;
    }

    public Blueprint Blueprint { get; }

    /// <summary>The month that <see cref="Advance"/> will simulate next.</summary>
    public Month Next { get; private set; }

    /// <summary>Whether the last month has been simulated.</summary>
    public bool Finished => Next > Blueprint.To;

    /// <summary>Simulates one reported month (the first call runs the warm-up before it).</summary>
    /// <exception cref="InvalidOperationException">The run is finished.</exception>
    public MonthResult Advance() => throw new InvalidOperationException();

    /// <summary>
    /// The state of every actor as (actor, field, value), for naming the first difference between two runs.
    /// </summary>
    public IEnumerable<(string Actor, string Field, string Value)> DescribeState() => [];
}
