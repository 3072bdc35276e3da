using System.Runtime.ExceptionServices;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Runs.Execution;

/// <summary>
/// Runs many jobs on some threads, one run per job; the past that scenarios share with the base of their replication is
/// simulated once, where a thread has enough to do with it (<see cref="SharedPast"/>). What comes out depends on the jobs alone:
/// observers are handed on in the order of the jobs, however many threads there are and whichever run ends first.
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
        where T : class, IRunObserver => RunAsync(jobs, watch, reduce, progress, cancel).GetAwaiter().GetResult();

    /// <summary>The same, for who has something else to do meanwhile: runs elsewhere keep no thread waiting.</summary>
    public async Task RunAsync<T>(
        IReadOnlyList<Job> jobs, Func<Job, T> watch, Action<Job, T> reduce, EnsembleProgress progress, CancellationToken cancel)
        where T : class, IRunObserver
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var inOrder = new InOrder<T>(jobs, reduce);
        var tasks = Together(jobs);
        var taken = -1;
        ExceptionDispatchInfo? failure = null;

        async Task Work()
        {
            try
            {
                for (int next; !stop.IsCancellationRequested && (next = Interlocked.Increment(ref taken)) < tasks.Count;)
                {
                    foreach (var (job, run, observer) in await Begin(tasks[next], watch, progress, stop.Token))
                    {
                        await RunThrough(job, run, observer, progress, stop.Token);
                        inOrder.Done(job, observer);
                        progress.RunDone();
                    }
                }
            }
            catch (Exception exception)
            {
                Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                stop.Cancel();
            }
        }

        // Runs in this process keep the thread on which they begin; it is one of their own.
        await Task.WhenAll(Enumerable.Range(0, Math.Min(threads, tasks.Count))
            .Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning,
                TaskScheduler.Default).Unwrap())).ConfigureAwait(false);

        cancel.ThrowIfCancellationRequested();
        failure?.Throw();
    }

    // What one thread does in one go: a job, and those that branch off from it. With fewer replications than threads
    // every job is for itself, so that no thread is idle.
    private List<List<Job>> Together(IReadOnlyList<Job> jobs)
    {
        var families = new List<List<Job>>();
        List<Job>? ofBase = null;
        foreach (var job in jobs)
        {
            if (ofBase is not null && job.BranchesOff(ofBase[0]))
            {
                ofBase.Add(job);
                continue;
            }
            families.Add([job]);
            if (job.Scenario == 0) ofBase = families[^1];
        }
        return families.Count(family => family[0].Scenario == 0) >= threads ? families
            : [.. jobs.Select(job => new List<Job> { job })];
    }

    // Jobs in their order, each with its run if that has months behind it, in common with the first. Whose failure it is must
    // be told where failure is tolerated: if the common past fails, each lives its own.
    private async ValueTask<List<(Job Job, IRun? Run, T Observer)>> Begin<T>(
        IReadOnlyList<Job> jobs, Func<Job, T> watch, EnsembleProgress progress, CancellationToken cancel)
        where T : class, IRunObserver
    {
        List<(Job Job, IRun? Run, T Observer)> lives = [.. jobs.Select(job => (job, (IRun?)null, watch(job)))];
        if (jobs.Count == 1) return lives;
        try
        {
            await LiveCommonPast(lives, progress, cancel);
            return lives;
        }
        catch (Exception failure) when (lives[0].Observer is IToleratesFailure && failure is not OperationCanceledException)
        {
            return [.. jobs.Select(job => (job, (IRun?)null, watch(job)))];
        }
    }

    private async ValueTask LiveCommonPast<T>(List<(Job Job, IRun? Run, T Observer)> lives, EnsembleProgress progress,
        CancellationToken cancel)
        where T : class, IRunObserver
    {
        lives[0] = lives[0] with { Run = Start(lives[0].Job) };
        if (lives[0].Run is not IBranchingRun trunk) return;
        foreach (var at in lives.Skip(1).Select(life => life.Job.SharedUntil!.Value).Distinct().Order())
        {
            await GoOn(trunk, [.. lives.Where(life => life.Run is null || life.Run == trunk)
                .Select(life => (life.Job, life.Observer))], progress, cancel, at);
            for (var i = 1; i < lives.Count; i++)
                if (lives[i].Job.SharedUntil == at)
                    lives[i] = lives[i] with { Run = trunk.Branch(lives[i].Job.Blueprint) };
        }
    }

    private async ValueTask RunThrough<T>(Job job, IRun? run, T observer, EnsembleProgress progress, CancellationToken cancel)
        where T : class, IRunObserver
    {
        try
        {
            await GoOn(run ?? Start(job), [(job, observer)], progress, cancel);
            observer.Finish();
        }
        catch (Exception failure) when (observer is IToleratesFailure tolerant && failure is not OperationCanceledException)
        {
            tolerant.Fail(failure);
        }
    }

    private IRun Start(Job job) => start(job.Blueprint, job.Seed, job.Replication, job.Detail);

    // Up to a month, or to the end; all who watch see the same months.
    private static async ValueTask GoOn<T>(IRun run, IReadOnlyList<(Job Job, T Observer)> watching, EnsembleProgress progress,
        CancellationToken cancel, Month? until = null)
        where T : IRunObserver
    {
        while (!run.Finished && !(run.Next >= until))
        {
            cancel.ThrowIfCancellationRequested();
            var month = await run.Advance(cancel);
            foreach (var (job, observer) in watching)
            {
                if (month.Unbalanced != 0)
                    throw new ModelCheckFailed(
                        $"'{job.Blueprint.Name}', replication {job.Replication}: the accounts of {month.Month} are "
                            + $"{month.Unbalanced} SEK out of balance");
                observer.Observe(month);
                progress.MonthDone(month.Month.Year);
            }
            if (watching.Any(one => one.Observer.SeesPersons))
                Show(month.Month, await run.Persons(), watching.Select(one => one.Observer));
        }
    }

    private static void Show<T>(Month month, IEnumerable<KeptPerson> persons, IEnumerable<T> watching)
        where T : IRunObserver
    {
        foreach (var observer in watching.Where(observer => observer.SeesPersons))
            observer.See(month, persons);
    }

    /// <summary>Holds back what is done early, so that the reduction sees the order of the jobs.</summary>
    private sealed class InOrder<T>(IReadOnlyList<Job> jobs, Action<Job, T> reduce) where T : class
    {
        private readonly Dictionary<Job, T> early = new(ReferenceEqualityComparer.Instance);
        private int next;

        public void Done(Job job, T observer)
        {
            lock (early)
            {
                early.Add(job, observer);
                while (next < jobs.Count && early.Remove(jobs[next], out var ready))
                    reduce(jobs[next++], ready);
            }
        }
    }
}
