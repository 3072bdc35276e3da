namespace Samverkan.Grains.Driving;

/// <summary>Tells those who wait that something has changed. Used on one grain's scheduler.</summary>
internal sealed class AsyncSignal
{
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the signal is next given.</summary>
    public Task Rung => next.Task;

    /// <summary>Waits for the signal, at most for this long.</summary>
    /// <returns>Whether it was given.</returns>
    public async Task<bool> RungWithin(TimeSpan time)
    {
        var rung = Rung;
        await Task.WhenAny(rung, Task.Delay(time));
        return rung.IsCompleted;
    }

    public void Ring()
    {
        var rung = next;
        next = new(TaskCreationOptions.RunContinuationsAsynchronously);
        rung.SetResult();
    }
}
