namespace Samverkan.Grains.Driving;

/// <summary>Where a run is in its life, as the grain knows it that stands for it.</summary>
internal enum RunPhase
{
    /// <summary>Nobody knows the run: it was never started, or it was forgotten.</summary>
    Absent,

    /// <summary>Storage keeps a run of this id that another build of the program made.</summary>
    Foreign,

    /// <summary>Its order is being written to storage. Until that is done nothing is driven, and nobody is told of it.</summary>
    Starting,

    /// <summary>Simulates one month after the other, or is paused between two of them.</summary>
    Driving,

    /// <summary>Was told to end: it ends after the months that it is in.</summary>
    Stopping,

    /// <summary>Was told to be forgotten: it ends as when stopping, but nothing more is written about it.</summary>
    Forgetting,

    /// <summary>Nobody has read it for long and it has no checkpoints: it ends, and starts again if its reader returns.</summary>
    Abandoned,

    /// <summary>All months are simulated, and its one reader has yet to say that it has them.</summary>
    Unread,

    /// <summary>Done, stopped, or given up.</summary>
    Ended,

    /// <summary>The grain leaves this silo: whoever drives lets go, and the run goes on where it is activated next.</summary>
    Gone,
}

/// <summary>The phases of a run's life, and which may follow which.</summary>
internal sealed class RunLife
{
    private static readonly Dictionary<RunPhase, RunPhase[]> After = new()
    {
        [RunPhase.Absent] = [RunPhase.Foreign, RunPhase.Starting, RunPhase.Driving, RunPhase.Ended],
        [RunPhase.Foreign] = [RunPhase.Absent],
        [RunPhase.Starting] = [RunPhase.Driving, RunPhase.Absent],
        [RunPhase.Driving] = [RunPhase.Stopping, RunPhase.Forgetting, RunPhase.Abandoned, RunPhase.Unread, RunPhase.Ended],
        [RunPhase.Stopping] = [RunPhase.Forgetting, RunPhase.Ended],
        [RunPhase.Forgetting] = [RunPhase.Ended, RunPhase.Absent],
        [RunPhase.Abandoned] = [RunPhase.Absent],
        [RunPhase.Unread] = [RunPhase.Forgetting, RunPhase.Ended, RunPhase.Absent],
        [RunPhase.Ended] = [RunPhase.Driving, RunPhase.Forgetting, RunPhase.Absent],
        [RunPhase.Gone] = [],
    };

    public RunPhase Phase { get; private set; }

    /// <summary>Whether months are to be lived.</summary>
    public bool GoesOn => Phase == RunPhase.Driving;

    /// <summary>Whether its driver is still at work, or should be.</summary>
    public bool IsDriven => Phase is RunPhase.Driving or RunPhase.Stopping or RunPhase.Abandoned or RunPhase.Unread;

    public bool IsGone => Phase == RunPhase.Gone;

    /// <exception cref="InvalidOperationException">That does not follow: a mistake in the program.</exception>
    public void Become(RunPhase next)
    {
        if (!MayBecome(next)) throw new InvalidOperationException($"A run that is {Phase} cannot become {next}.");
        Phase = next;
    }

    /// <summary>Becomes that where it follows; else stays what it is.</summary>
    public bool TryBecome(RunPhase next)
    {
        var may = MayBecome(next);
        if (may) Phase = next;
        return may;
    }

    private bool MayBecome(RunPhase next) => next == RunPhase.Gone || After[Phase].Contains(next);
}
