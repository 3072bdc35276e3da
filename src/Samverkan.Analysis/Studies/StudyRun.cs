using Samverkan.Model;
using Samverkan.Runs;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// Carries out the runs of a study that are not done yet. Replication by replication, so that what is done at any time is
/// balanced; within one, the policies of a cell are neighbours. Each run is in the journal as soon as those before it are.
/// </summary>
/// <param name="again">What runs here: runs that are done once more, and all where outcomes are over persons.</param>
public sealed class StudyRun(Design design, StudyFolder folder, StartRun start, StartRun again, int threads)
{
    private const int RunsPerThread = 24;

    private readonly RecordShape shape = StudyResults.ShapeOf(design);
    private readonly Detail detail = StudyFigures.NeedEverything(design.Study) ? Detail.All : Detail.Headline;

    /// <param name="rounds">Asked for the next part of the study when the one before is done.</param>
    /// <param name="progress">Told how many runs there will be, then watched.</param>
    /// <exception cref="ModelCheckFailed">Scenarios differ before they may.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; what is done is kept.</exception>
    public void Run(IRounds rounds, EnsembleProgress progress, CancellationToken cancel)
    {
        using var journal = Journal.Append(folder.Journal, shape);
        while (rounds.Next(new StudyResults(design, folder.Journal)) is { } round)
            Run(round, journal, progress, cancel);
    }

    /// <summary>The keys of a round in the order in which they are run.</summary>
    public static IEnumerable<RunKey> Keys(Design design, Round round) =>
        from replication in Enumerable.Range(round.FirstReplication, round.LastReplication - round.FirstReplication + 1)
        from sample in Enumerable.Range(round.FirstSample, round.EndSample - round.FirstSample)
        from point in Enumerable.Range(0, design.Points.Length)
        where round.Part is not { } part
        || part.Has(((replication - 1L) * design.Samples + sample) * design.Points.Length + point)
        from policy in Enumerable.Range(0, design.Study.Policies.Length)
        select new RunKey(policy, point, sample, replication);

    /// <summary>One run once more, for itself; its record is kept nowhere.</summary>
    public StudyRecord Reproduction(RunKey key, CancellationToken cancel)
    {
        StudyRecord? record = null;
        Job[] jobs =
            [new(0, 0, design.BlueprintOf(key.Policy, key.Point, key.Sample), design.Study.Seed,
                design.Lived(key.Sample, key.Replication), detail)];
        new Ensemble(again, threads: 1).Run(
            jobs, job => new StudyObserver(key, job.Blueprint, StudyFigures.Of(design.Study), shape, null),
            (_, observer) => record = observer.Record, EnsembleProgress.Of(jobs), cancel);
        return record!;
    }

    private void Run(Round round, Journal journal, EnsembleProgress progress, CancellationToken cancel)
    {
        var done = new StudyResults(design, folder.Journal).Done();
        // A study of many samples must not keep all its worlds: a batch keeps all threads busy, and is then let go.
        foreach (var keys in Keys(design, round).Where(key => !done.Contains(key))
            .Chunk(RunsPerThread * threads * design.Study.Policies.Length))
            Run(keys, journal, progress, cancel);
    }

    private void Run(RunKey[] keys, Journal journal, EnsembleProgress progress, CancellationToken cancel)
    {
        var outcomes = StudyFigures.Of(design.Study);
        (RunKey Key, Job Job, Trace Trace)? pairBase = null;
        new Ensemble(StudyFigures.NeedPersons(design.Study) ? again : start, threads).Run(
            Jobs(keys),
            job => new StudyObserver(keys[job.Index], job.Blueprint, outcomes, shape, MinutesOf(keys[job.Index], job)),
            (job, observer) =>
            {
                var key = keys[job.Index];
                if (observer.Failure is { } failure)
                    Note(key, failure);
                else if (key.Policy == 0)
                    pairBase = (key, job, observer.Trace);
                else if (pairBase is { } @base && @base.Key == key with { Policy = 0 } && job.SharedUntil is null)
                    Check(@base, job, observer.Trace, cancel);
                folder.Confirm();
                journal.Write(observer.Record!);
            },
            progress, cancel);
    }

    private List<Job> Jobs(RunKey[] keys)
    {
        var jobs = new List<Job>(keys.Length);
        Job? pairBase = null;
        for (var i = 0; i < keys.Length; i++)
        {
            var key = keys[i];
            var blueprint = design.BlueprintOf(key.Policy, key.Point, key.Sample);
            // The first pair of all lives twice what it has in common, so that the check of it can fail.
            var shares = pairBase is not null && keys[pairBase.Index] == key with { Policy = 0 }
                && (key.Replication > 1 || key.Sample > 0);
            var job = new Job(i, key.Policy, blueprint, design.Study.Seed, design.Lived(key.Sample, key.Replication), detail,
                shares ? SharedPast.Until(pairBase!.Blueprint, blueprint) : null);
            if (key.Policy == 0)
                pairBase = job;
            jobs.Add(job);
        }
        return jobs;
    }

    private void Check((RunKey Key, Job Job, Trace Trace) pairBase, Job job, Trace trace, CancellationToken cancel)
    {
        var check = new PairCheck(again,
                [.. Enumerable.Repeat(ScenarioDiff.FirstDifference(pairBase.Job.Blueprint, job.Blueprint), job.Scenario + 1)],
                cancel);
        check.Take(pairBase.Job, pairBase.Trace);
        check.Take(job, trace);
    }

    /// <summary>The minutes of each scenario's first run are worth reading; those of samples are too many.</summary>
    private MinutesArchive? MinutesOf(RunKey key, Job job) =>
        key.Replication == 1 && design.Samples == 1 && design.Points.Length == 1
            ? new(folder["minutes", design.Study.Policies[key.Policy].Id], job.Blueprint) : null;

    private void Note(RunKey key, Exception failure)
    {
        Note(folder, design, key, $"{failure.GetType().Name}: {failure.Message}");
    }

    /// <summary>Writes down that a run failed, with the command that runs it again.</summary>
    public static void Note(StudyFolder folder, Design design, RunKey key, string error)
    {
        var isNew = !File.Exists(folder[StudyFolder.FailuresName]);
        using var file = new StreamWriter(folder[StudyFolder.FailuresName], append: true) { NewLine = "\n" };
        if (isNew)
            file.WriteLine("scenario,point,sample,replication,error,rerun");
        file.WriteLine(string.Join(',',
            Csv.Field(design.Study.Policies[key.Policy].Id), key.Point + 1, key.Sample + 1, key.Replication, Csv.Field(error),
            Csv.Field(RerunCommand(folder.Path, design, key))));
    }

    /// <summary>The command that runs one run of a study again, with everything that it reports.</summary>
    public static string RerunCommand(string folder, Design design, RunKey key) =>
        CommandWords.Of(
        [
            "study", "rerun", Paths.Shown(folder), "--scenario", design.Study.Policies[key.Policy].Id,
            .. CommandWords.Option("--point", design.Points.Length > 1 ? $"{key.Point + 1}" : null),
            .. CommandWords.Option("--sample", design.Study.Uncertain.Length > 0 ? $"{key.Sample + 1}" : null), "--replication",
            $"{key.Replication}",
        ]);
}

/// <summary>What is run next of a study: some replications of some samples, of all policies and lever points.</summary>
/// <param name="Part">Only what belongs to this part; null: all.</param>
public readonly record struct Round(int FirstSample, int EndSample, int FirstReplication, int LastReplication,
    PartOfStudy? Part = null);

/// <summary>Decides what is run next in the light of what is known.</summary>
public interface IRounds
{
    /// <returns>null: the study is complete.</returns>
    Round? Next(StudyResults results);
}

/// <summary>Everything at once.</summary>
public sealed class WholeStudy(Design design, PartOfStudy? part = null) : IRounds
{
    private bool asked;

    public Round? Next(StudyResults results)
    {
        if (asked)
            return null;
        asked = true;
        return new(0, design.Samples, 1, design.Study.Replications, part);
    }
}
