using Samverkan.App.Studying;
using Samverkan.App.Web.Comparing;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Studying;

/// <summary>A study that somebody asked to be carried on, and how it comes on.</summary>
public sealed class StudyTicket(string id, StudyJob job, CancellationToken ending)
{
    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(ending);
    private readonly long before = job.Results.Count().Done;

    /// <summary>Name of its folder.</summary>
    public string Id => id;

    public TicketState State { get; private set; }

    public bool IsOpen => State is TicketState.Waiting or TicketState.Running;

    public long RunsDone => before + job.Progress.ReplicationsDone;

    /// <summary>null before there is a pace.</summary>
    public TimeSpan? Left => State == TicketState.Running ? job.Progress.Remaining : null;

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Error { get; private set; }

    /// <summary>What is done is kept.</summary>
    public void Stop()
    {
        cancel.Cancel();
        if (State != TicketState.Waiting) return;
        State = TicketState.Cancelled;
        job.Dispose();
    }

    internal void Run(StartRun start)
    {
        if (State != TicketState.Waiting || cancel.IsCancellationRequested) return;
        try
        {
            State = TicketState.Running;
            // What another version began goes on if this one gives the same bits: some runs are done once more to find out.
            job.RefuseAnotherModel(job.Folder, start, cancel.Token);
            job.Run(start, start, Environment.ProcessorCount, cancel.Token);
            State = TicketState.Done;
        }
        catch (OperationCanceledException)
        {
            State = TicketState.Cancelled;
        }
        catch (Exception e)
        {
            var isKnown = e is BadRequest or ResultFolderRefused or ModelCheckFailed or IOException
                or UnauthorizedAccessException;
            (State, Error) = (TicketState.Failed, isKnown ? e.Message : $"This is a mistake in the program. {e.Message}");
        }
        finally
        {
            job.Dispose();
        }
    }
}
