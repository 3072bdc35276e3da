using System.Runtime.ExceptionServices;

namespace Samverkan.Runs.Execution;

/// <summary>
/// Runs many jobs on some threads, one run per job. What comes out depends on the jobs alone: observers are handed on
/// in the order of the jobs, however many threads there are and whichever run ends first.
/// </summary>
/// <param name="threads">How many runs go on at a time; at least 1.</param>
public sealed class Ensemble(StartRun start, int threads)
{
    /// <param name="watch">Makes the observer of a run, on the thread that will run it.</param>
    /// <param name="reduce">Takes each run's observer when all before it have been taken; never called twice at a time.</param>
    /// <exception cref="ModelCheckFailed">Money came from nowhere or was lost.</exception>
    /// <exception cref="OperationCanceledException">Cancelled between two months.</exception>
    /// <remarks>
    /// The first exception of a run or of <paramref name="reduce"/> stops all runs and is thrown, unless the run's observer
    /// tolerates failure.
    /// </remarks>
    public void Run<T>(
        IReadOnlyList<Job> jobs, Func<Job, T> watch, Action<Job, T> reduce, EnsembleProgress progress, CancellationToken cancel)
        where T : class, IRunObserver
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var inOrder = new InOrder<T>(jobs, reduce);
        var taken = -1;
        ExceptionDispatchInfo? failure = null;

        void Work()
        {
            try
            {
                for (int next; !stop.IsCancellationRequested && (next = Interlocked.Increment(ref taken)) < jobs.Count;)
                {
                    var observer = watch(jobs[next]);
                    RunThrough(jobs[next], observer, progress, stop.Token);
                    inOrder.Done(next, observer);
                    progress.RunDone();
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                stop.Cancel();
            }
        }

        var workers = Enumerable.Range(0, Math.Min(threads, jobs.Count)).Select(_ => new Thread(Work)).ToArray();
        foreach (var worker in workers)
            worker.Start();
        foreach (var worker in workers)
            worker.Join();

        cancel.ThrowIfCancellationRequested();
        failure?.Throw();
    }

    private void RunThrough(Job job, IRunObserver observer, EnsembleProgress progress, CancellationToken cancel)
    {
        try
        {
            Watch(job, observer, progress, cancel);
        }
        catch (Exception failure) when (observer is IToleratesFailure tolerant && failure is not OperationCanceledException)
        {
            tolerant.Fail(failure);
        }
    }

    private void Watch(Job job, IRunObserver observer, EnsembleProgress progress, CancellationToken cancel)
    {
        var run = start(job.Blueprint, job.Seed, job.Replication, job.Detail);
        while (!run.Finished)
        {
            cancel.ThrowIfCancellationRequested();
            var month = run.Advance();
            if (month.Unbalanced != 0)
                throw new ModelCheckFailed($"'{job.Blueprint.Name}', replication {job.Replication}: the accounts of {month.Month} are {month.Unbalanced} SEK out of balance");
            observer.Observe(month);
            progress.MonthDone(month.Month.Year);
        }
        observer.Finish();
    }

    /// <summary>Holds back what is done early, so that the reduction sees the order of the jobs.</summary>
    private sealed class InOrder<T>(IReadOnlyList<Job> jobs, Action<Job, T> reduce) where T : class
    {
        private readonly Dictionary<int, T> early = [];
        private int next;

        public void Done(int index, T observer)
        {
            lock (early)
            {
                early.Add(index, observer);
                while (early.Remove(next, out var ready))
                    reduce(jobs[next++], ready);
            }
        }
    }
}
