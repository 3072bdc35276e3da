using Samverkan.App.Comparing;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web;

public enum TicketState { Waiting, Running, Done, Failed, Cancelled }

/// <summary>A result that was asked for, and how it stands.</summary>
/// <param name="id">Name of the folder that it has, or will have.</param>
/// <param name="ending">The program ends.</param>
public abstract class Ticket(string id, CancellationToken ending)
{
    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(ending);

    public string Id => id;

    public TicketState State { get; internal set; }

    public EnsembleProgress? Progress { get; private set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Error { get; private set; }

    public bool IsOpen => State is TicketState.Waiting or TicketState.Running;

    public double Share => State == TicketState.Done ? 1 : Math.Min(1, Progress?.Share ?? 0);

    /// <summary>null before there is a pace, and after the end.</summary>
    public TimeSpan? Left => State == TicketState.Running ? Progress?.Remaining : null;

    public virtual void Cancel()
    {
        cancel.Cancel();
        if (State == TicketState.Waiting) State = TicketState.Cancelled;
    }

    internal void Run(StartRun start)
    {
        if (State != TicketState.Waiting || cancel.IsCancellationRequested) return;
        try
        {
            Make(start, cancel.Token);
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
    }

    /// <summary>Makes the result, and keeps it in its folder.</summary>
    protected abstract void Make(StartRun start, CancellationToken cancel);

    protected void Begin(EnsembleProgress progress) => (Progress, State) = (progress, TicketState.Running);
}
