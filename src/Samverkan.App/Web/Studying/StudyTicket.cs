using Samverkan.App.Studying;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Web.Studying;

/// <summary>A study that somebody asked to be carried on, and how it comes on. What is done is kept.</summary>
public sealed class StudyTicket(string id, StudyJob job, CancellationToken ending) : Ticket(id, ending)
{
    private readonly long before = job.Results.Count().Done;

    public long RunsDone => before + job.Progress.ReplicationsDone;

    public override void Cancel()
    {
        var hasNotBegun = State == TicketState.Waiting;
        base.Cancel();
        if (hasNotBegun) job.Dispose();
    }

    protected override void Make(StartRun start, CancellationToken cancel)
    {
        try
        {
            Begin(job.Progress);
            // What another version began goes on if this one gives the same bits: some runs are done once more to find out.
            job.RefuseAnotherModel(job.Folder, start, cancel);
            job.Run(start, start, Environment.ProcessorCount, cancel);
        }
        finally
        {
            job.Dispose();
        }
    }
}
