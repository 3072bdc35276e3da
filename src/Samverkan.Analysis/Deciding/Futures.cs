using Samverkan.Model;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Analysis.Deciding;

/// <summary>How many futures a decision rests on, and what they count.</summary>
/// <param name="Region">What draws come from; null: the shipped values are taken for known.</param>
/// <param name="Draws">Draws of all that is not known; 0 without a region.</param>
/// <param name="Since">First month that counts in means: that of the first change.</param>
public sealed record FuturesAsked(ulong Seed, int Replications, Region? Region, int Draws, Month Since)
{
    /// <summary>Futures of one choice.</summary>
    public int Each => Replications + Draws;
}

/// <summary>
/// Lives the futures of choices with common random numbers: a replication has the same people and the same luck in all of them, a
/// draw the same values of all that is not known. Every pair is checked against the base. What a journal has is not lived again.
/// </summary>
public sealed class Futures
{
    private readonly FuturesAsked asked;
    private readonly Ensemble ensemble;
    private readonly StartRun again;
    private readonly FutureJournal journal;
    private readonly EnsembleProgress progress;
    private readonly CancellationToken cancel;
    private readonly Choice @base;
    private readonly Dictionary<(bool Drawn, int Number), Trace> traces = [];
    private readonly List<LivedChoice> lived = [];

    /// <param name="again">What runs once more in this process a pair that came apart without a reason.</param>
    public Futures(
        Choice @base, FuturesAsked asked, Ensemble ensemble, StartRun again, FutureJournal journal, EnsembleProgress progress,
        CancellationToken cancel) =>
        (this.@base, this.asked, this.ensemble, this.again, this.journal, this.progress, this.cancel) =
        (@base, asked, ensemble, again, journal, progress, cancel);

    public FuturesAsked Asked => asked;

    /// <summary>Every choice that was lived, in order.</summary>
    public IReadOnlyList<LivedChoice> All => lived;

    /// <summary>Fold of the hashes of all futures, choice by choice.</summary>
    public ulong Hash => lived.Select(choice => choice.Hash).Aggregate(Fold.Start, Fold.Into);

    /// <summary>Progress of a decision of so many choices at most.</summary>
    public static EnsembleProgress ProgressOf(Blueprint world, FuturesAsked asked, int choices) =>
        new((long)choices * asked.Each * (world.To - world.From + 1), choices * asked.Each, 1);

    /// <summary>The futures of the base.</summary>
    public LivedChoice LiveBase() => Live([@base])[0];

    /// <summary>The futures of choices that were not lived yet.</summary>
    /// <exception cref="ModelCheckFailed">A choice differs from the base before it may.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what is lived is in the journal.</exception>
    public IReadOnlyList<LivedChoice> Live(IReadOnlyList<Choice> choices)
    {
        var jobs = choices.SelectMany((choice, place) => JobsOf(choice, place)).ToList();
        var missing = jobs.Where(job => journal.Find(KeyOf(choices[job.Scenario], job)) is null)
            .OrderBy(job => (job.Draw is not null, job.Replication, job.Scenario))
            .Select((job, index) => job with { Index = index }).ToList();
        progress.Skip((jobs.Count - missing.Count) * (long)(@base.World.To - @base.World.From + 1), jobs.Count - missing.Count);
        ensemble.Run(missing, job => new FutureObserver(job.Blueprint), (job, future) =>
        {
            Check(choices[job.Scenario], job, future.Trace);
            journal.Add(KeyOf(choices[job.Scenario], job), future.Future(asked.Since));
        }, progress, cancel);
        var now = choices.Select(choice => new LivedChoice(choice, FuturesOf(choice, drawn: false),
            FuturesOf(choice, drawn: true))).ToList();
        lived.AddRange(now);
        return now;
    }

    /// <summary>Lives the futures of a choice for who wants to see them month by month; of this nothing is kept.</summary>
    /// <returns>By replication, and by draw.</returns>
    public (IReadOnlyList<T> Known, IReadOnlyList<T> Drawn) Watch<T>(Choice choice, Func<Blueprint, T> watch)
        where T : class, IRunObserver
    {
        List<T> known = [], drawn = [];
        Job[] jobs = [.. JobsOf(choice, 0).Select((job, index) => job with { Index = index })];
        ensemble.Run(jobs, job => watch(job.Blueprint), (job, seen) => (job.Draw is null ? known : drawn).Add(seen), progress,
            cancel);
        return (known, drawn);
    }

    private IEnumerable<Job> JobsOf(Choice choice, int place) =>
    [
        .. Enumerable.Range(1, asked.Replications).Select(replication =>
            new Job(0, place, choice.World, asked.Seed, replication, Detail.Breakdown)),
        .. Enumerable.Range(1, asked.Draws).Select(number =>
            DrawnJob(choice, place, number, asked.Region!.DrawOf(asked.Seed, number))),
    ];

    private Job DrawnJob(Choice choice, int place, int number, int draw) =>
        new(0, place, choice.Under(asked.Region!, draw), asked.Seed, number, Detail.Breakdown) { Draw = draw };

    private static string KeyOf(Choice choice, Job job) => $"{choice.Id}/{(job.Draw is null ? "r" : "d")}{job.Replication}";

    private List<Future> FuturesOf(Choice choice, bool drawn) =>
    [
        .. Enumerable.Range(1, drawn ? asked.Draws : asked.Replications)
            .Select(number => journal.Find($"{choice.Id}/{(drawn ? "d" : "r")}{number}")!),
    ];

    // The bits before the first difference must be the base's.
    private void Check(Choice choice, Job job, Trace trace)
    {
        var at = (job.Draw is not null, job.Replication);
        if (choice == @base)
            traces[at] = trace;
        else if (traces.TryGetValue(at, out var ofBase))
        {
            var baseWorld = job.Draw is { } draw ? @base.Under(asked.Region!, draw) : @base.World;
            var check = new PairCheck(again, [null, ScenarioDiff.FirstDifference(baseWorld, job.Blueprint)], cancel);
            check.Take(job with { Scenario = 0, Blueprint = baseWorld }, ofBase);
            check.Take(job with { Scenario = 1 }, trace);
        }
    }
}
