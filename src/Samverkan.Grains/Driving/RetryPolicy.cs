using System.Diagnostics;
using Orleans.Runtime;
using Orleans.Storage;
using Polly;
using Polly.Retry;
using Samverkan.Grains.Checkpoints;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Asks again, after growing pauses, while what is wrong may pass by itself. Only for what may be asked twice.
/// </summary>
public sealed class RetryPolicy
{
    private static readonly ResiliencePropertyKey<long> Since = new("since");

    private readonly ResiliencePipeline pipeline;

    private RetryPolicy(TimeSpan longest, Func<Exception, bool> passes, int tries = int.MaxValue)
    {
        Longest = longest;
        pipeline = new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = tries,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromMilliseconds(100),
            MaxDelay = TimeSpan.FromSeconds(2),
            ShouldHandle = tried => new(
                tried.Outcome.Exception is { } failure && passes(failure)
                && Stopwatch.GetElapsedTime(tried.Context.Properties.GetValue(Since, 0)) < longest),
        }).Build();
    }

    /// <summary>After so long nothing is tried again.</summary>
    public TimeSpan Longest { get; }

    /// <summary>For a person at a page: soon told that nobody answers.</summary>
    public static RetryPolicy Page { get; } = new(TimeSpan.FromSeconds(8), MayPass);

    /// <summary>For a command: while a silo's death is being noticed, calls to what it held fail; the run itself is safe in
    /// storage.</summary>
    public static RetryPolicy Command { get; } = new(TimeSpan.FromMinutes(1), MayPass);

    /// <summary>For who reads a run to its end, such as a comparison: a Redis that is away for some minutes costs no
    /// replication.</summary>
    public static RetryPolicy Reader { get; } = new(TimeSpan.FromMinutes(15), MayPass);

    /// <summary>For storage: shorter than a call between grains may take, so that who waits is told why.</summary>
    internal static RetryPolicy Storage { get; } = StorageFor(TimeSpan.FromSeconds(20));

    /// <summary>For a question between grains that was lost, or its answer.</summary>
    internal static RetryPolicy Message { get; } = new(TimeSpan.MaxValue, failure => failure is TimeoutException, tries: 2);

    internal static RetryPolicy StorageFor(TimeSpan longest) => new(longest, StorageTrouble.MayPass);

    public async Task<T> With<T>(Func<Task<T>> ask, CancellationToken cancel = default) =>
        await Asked(ask, onCaller: false, cancel).ConfigureAwait(false);

    public Task With(Func<Task> tell, CancellationToken cancel = default) => With(
        async () =>
        {
            await tell().ConfigureAwait(false);
            return true;
        }, cancel);

    /// <summary>The same, where what is asked again must be asked from the grain that asks.</summary>
    internal ValueTask<T> InGrain<T>(Func<Task<T>> ask) => Asked(ask, onCaller: true, CancellationToken.None);

    private async ValueTask<T> Asked<T>(Func<Task<T>> ask, bool onCaller, CancellationToken cancel)
    {
        var context = ResilienceContextPool.Shared.Get(onCaller, cancel);
        context.Properties.Set(Since, Stopwatch.GetTimestamp());
        try
        {
            return await pipeline.ExecuteAsync(static async (inner, question) => await question()
                .ConfigureAwait(inner.ContinueOnCapturedContext), context, ask)
                .ConfigureAwait(onCaller);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    // A cluster that is being put together again, or storage that does not answer.
    private static bool MayPass(Exception failure) => failure is OrleansException or TimeoutException or StorageUnavailable;
}
