using Orleans.Runtime;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Hears that the other silos have given this one up, as after a network that was away. What it held goes on elsewhere, so that it
/// can do nothing but end; whoever started it is told, instead of a process that breaks down.
/// </summary>
internal sealed class EvictionHandler : IFatalErrorHandler
{
    private readonly TaskCompletionSource<string> why = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<string> Why => why.Task;

    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null) => why.TrySetResult($"{context} {exception?.Message}".Trim());
}
