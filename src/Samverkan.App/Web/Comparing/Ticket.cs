using Samverkan.App.Comparing;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Comparing;

public enum TicketState { Waiting, Running, Done, Failed, Cancelled }

/// <summary>A comparison that was asked for, and how it stands.</summary>
public sealed class Ticket(string id, string folder, ComparisonRequest request, bool replaces, CancellationToken ending)
{
    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(ending);

    /// <summary>Name of the folder that its result will have.</summary>
    public string Id => id;

    public ComparisonRequest Request => request;

    public TicketState State { get; internal set; }

    public EnsembleProgress? Progress { get; private set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Error { get; private set; }

    public bool IsOpen => State is TicketState.Waiting or TicketState.Running;

    public double Share => State == TicketState.Done ? 1 : Progress?.Share ?? 0;

    public void Cancel()
    {
        cancel.Cancel();
        if (State == TicketState.Waiting) State = TicketState.Cancelled;
    }

    internal void Run(StartRun start)
    {
        if (State != TicketState.Waiting || cancel.IsCancellationRequested) return;
        try
        {
            using var job = new ComparisonJob(request, folder, force: replaces);
            (Progress, State) = (job.Progress, TicketState.Running);
            job.Run(start, start, Environment.ProcessorCount, cancel.Token);
            State = TicketState.Done;
        }
        catch (OperationCanceledException)
        {
            State = TicketState.Cancelled;
        }
        catch (Exception e) when (e is BadRequest or ResultFolderRefused or ModelCheckFailed or IOException
            or UnauthorizedAccessException)
        {
            (State, Error) = (TicketState.Failed, e.Message);
        }
        catch (Exception e)
        {
            (State, Error) = (TicketState.Failed, $"This is a mistake in the program. {e.Message}");
        }
    }
}
