using Orleans.Runtime;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Tells when a silo of the cluster is gone. What was asked of its grains may never be answered, and waiting for a time-out
/// would be waiting for nothing.
/// </summary>
internal sealed class SiloDeaths
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Happened() => Interlocked.Exchange(ref next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    /// <summary>The work's result, or a failure as soon as a silo dies, whichever comes first.</summary>
    /// <exception cref="OrleansException">A silo died meanwhile.</exception>
    public async Task<T> Unless<T>(Task<T> work)
    {
        if (await Task.WhenAny(work, Volatile.Read(ref next).Task) == work) return await work;
        _ = work.ContinueWith(lost => _ = lost.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
        throw new OrleansException("A silo of the cluster is gone.");
    }

    public Task Unless(Task work) => Unless(Done(work));

    private static async Task<bool> Done(Task work)
    {
        await work;
        return true;
    }
}
