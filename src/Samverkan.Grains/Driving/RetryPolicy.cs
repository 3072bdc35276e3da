using System.Diagnostics;
using Orleans.Runtime;

namespace Samverkan.Grains.Driving;

/// <summary>While a silo's death is being noticed, calls to what it held fail; the run itself is safe in storage.</summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Asks until there is an answer. Only for what may be asked twice.</summary>
    public static async Task<T> With<T>(Func<Task<T>> ask)
    {
        for (var since = Stopwatch.GetTimestamp(); ;)
            try
            {
                return await ask().ConfigureAwait(false);
            }
            catch (Exception e) when (e is OrleansException or TimeoutException && Stopwatch.GetElapsedTime(since) < Longest)
            {
                await Task.Delay(100).ConfigureAwait(false);
            }
    }

    public static Task With(Func<Task> tell) => With(async () =>
    {
        await tell().ConfigureAwait(false);
        return true;
    });
}
