using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>How a run stands.</summary>
public enum RunState : byte { Running, Done, Failed, Stopped, Paused }

/// <summary>What a reader of a run gets: the months that it asked for, as far as there are any, and how the run stands.</summary>
/// <param name="Next">The month that will be simulated next.</param>
/// <param name="Attempt">1, and one more for every time that the run went back to a checkpoint.</param>
/// <param name="MonthsReplayed">Months that were simulated again after a failure.</param>
/// <param name="Error">The last error, if there was one.</param>
public sealed record RunProgress(
    ImmutableArray<MonthResult> Months, RunState State, Month Next, int Attempt, int MonthsReplayed, string? Error);
