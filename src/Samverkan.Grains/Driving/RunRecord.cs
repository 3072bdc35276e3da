using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>A checkpoint of a run: all actors between two months, in the vault.</summary>
/// <param name="Next">The month that comes after it.</param>
/// <param name="Bytes">How large it is.</param>
internal sealed record CheckpointName(string Name, Month Next, long Bytes = 0);

/// <summary>What storage knows of a run. Writing it commits a checkpoint.</summary>
/// <param name="Checkpoints">The complete ones, the oldest first; a run that keeps no history has one at most.</param>
/// <param name="Frames">First months of the stretches of results that are in the vault.</param>
/// <param name="Reached">The month that came next when the record was written.</param>
/// <param name="BytesOfResults">How large the results are that are in the vault.</param>
/// <param name="Ended">When the run ended, in seconds since 1970; 0: it has not.</param>
internal sealed record RunRecord(
    RunOrder Order, RunState State, int Attempt, ImmutableArray<CheckpointName> Checkpoints, ImmutableArray<Month> Frames,
    Month Reached,
    int Failures, int MonthsReplayed, string? Error, Month? PauseAt, double? Pace, long Ended = 0, long BytesOfResults = 0)
{
    public static RunRecord Of(RunOrder order) =>
        new(order, RunState.Running, 1, [], [], default, 0, 0, null, order.PauseAt, order.Pace);

    /// <summary>What the run takes of storage, in bytes.</summary>
    public long Bytes => BytesOfResults + Checkpoints.Sum(checkpoint => checkpoint.Bytes);

    /// <summary>Where the next attempt starts; null: at the beginning.</summary>
    public CheckpointName? Last => Checkpoints.IsEmpty ? null : Checkpoints[^1];
}
