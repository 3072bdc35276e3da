using Orleans.Runtime;

namespace Samverkan.Grains.Clusters;

/// <summary>Why a cluster has no place for a silo any more.</summary>
public enum Eviction
{
    /// <summary>The other silos heard nothing of it for some seconds, as after a network that was away, and go on without
    /// it.</summary>
    GivenUp,

    /// <summary>Redis does not know it: it was emptied, or restarted without its file.</summary>
    Forgotten,
}

/// <summary>
/// Hears that the cluster has no place for this silo. What it held goes on elsewhere or is lost, so that it can do nothing but
/// end; whoever started it is told, instead of a process that breaks down or lives on for nobody.
/// </summary>
internal sealed class EvictionHandler : IFatalErrorHandler
{
    private readonly TaskCompletionSource<(Eviction, string)> why = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<(Eviction Kind, string Words)> Why => why.Task;

    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null) =>
        why.TrySetResult((Eviction.GivenUp, $"{context} {exception?.Message}".Trim()));

    public void Forgotten() => why.TrySetResult((Eviction.Forgotten, "Redis has no entry of this silo."));
}
