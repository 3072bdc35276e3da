using Samverkan.Model;

namespace Samverkan.Runs.Execution;

/// <summary>
/// Scenarios with common random numbers are the same world until they first differ. This checks every pair: state and reports
/// must have the same bits until then, and to the end if nothing differs.
/// </summary>
/// <param name="firstDifferences">Per scenario: the first month in which it may differ from the base; null: never.</param>
public sealed class PairCheck(StartRun start, IReadOnlyList<Month?> firstDifferences, CancellationToken cancel)
{
    private Job? baseJob;
    private Trace? baseTrace;

    /// <summary>The same check of scenarios that may differ from other months on.</summary>
    public PairCheck Allowing(IReadOnlyList<Month?> others) => new(start, others, cancel);

    /// <summary>Takes runs in the order of <see cref="Job.Paired"/>: a replication's base first.</summary>
    /// <exception cref="ModelCheckFailed">Names the first month, actor and field that differ without a reason.</exception>
    public void Take(Job job, Trace trace)
    {
        if (job.Scenario == 0)
        {
            (baseJob, baseTrace) = (job, trace);
            return;
        }
        if (baseJob is null || baseTrace is null || baseJob.Replication != job.Replication)
            throw new InvalidOperationException("A scenario came before the base of its replication.");
        if (baseTrace.FirstDifference(trace) is { } differs && !(firstDifferences[job.Scenario] <= differs))
            throw Violation(baseJob, job, differs, firstDifferences[job.Scenario]);
    }

    private ModelCheckFailed Violation(Job expected, Job found, Month differs, Month? allowed)
    {
        var divergence = Divergence.Find(start, expected, found, differs, cancel);
        var rule = allowed is { } month ? $"differs from '{expected.Blueprint.Name}' from {month} only"
            : $"does not differ from '{expected.Blueprint.Name}'";
        return new ModelCheckFailed(
            $"'{found.Blueprint.Name}' {rule}, yet replication {found.Replication} comes apart in {divergence}", divergence);
    }
}
