using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>What storage knows of a run. Writing it commits a checkpoint.</summary>
/// <param name="Checkpoint">The last complete checkpoint, if there is one.</param>
/// <param name="Next">The month that comes after the checkpoint.</param>
/// <param name="Frames">First months of the stretches of results that are in the vault.</param>
internal sealed record RunRecord(
    RunOrder Order, RunState State, int Attempt, string? Checkpoint, Month Next, System.Collections.Immutable.ImmutableArray<Month> Frames, int MonthsReplayed, string? Error);
