using Samverkan.Analysis.Deciding;
using Samverkan.App.Deciding;
using Samverkan.App.Web.Comparing;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Deciding;

/// <summary>
/// Carries out decisions one after another, each on all cores. One that is stopped, or that the end of the program interrupts,
/// keeps
/// the futures that it lived and goes on with them when it is asked again.
/// </summary>
public sealed class DecisionQueue(StartRun start, ServeOptions options, ResultStore results) : WorkQueue
{
    private const int MostWaiting = 20;
    private const int MostRemembered = 100;

    private readonly List<DecisionTicket> tickets = [];

    /// <summary>All of this process, the latest first.</summary>
    public IReadOnlyList<DecisionTicket> All()
    {
        lock (tickets)
            return [.. Enumerable.Reverse(tickets)];
    }

    public DecisionTicket? Find(string? id) => All().FirstOrDefault(ticket => ticket.Id == id);

    /// <summary>Asks for a decision; one that is there already, or under way, is not made again.</summary>
    /// <param name="replaces">Whether an older result of the same name, made from other inputs, may go.</param>
    /// <exception cref="BadRequest">The scenarios cannot be decided on.</exception>
    /// <exception cref="QuotaReached">Too much is waiting or kept.</exception>
    /// <exception cref="ResultFolderRefused">An older result of other inputs has the name.</exception>
    public DecisionTicket Ask(DecisionRequest request, IDecisionMaker maker, bool replaces)
    {
        request.RefuseWhatCannotBePaired();
        var id = Path.GetFileName(request.Folder);
        lock (tickets)
        {
            if (tickets.Find(ticket => ticket.Id == id && ticket.IsOpen) is { } open)
                return open;
            if (tickets.Count(ticket => ticket.IsOpen) >= MostWaiting)
                throw QuotaReached.AtOnce($"{MostWaiting} decisions are waiting; let some of them end.");
            var ticket = new DecisionTicket(id, Path.Combine(options.Results, id), request, maker, replaces, Ending);
            tickets.RemoveAll(old => old.Id == id);
            if (results.Find(id) is { } there)
            {
                if (Manifest.InputsOf(Path.Combine(there.Path, ResultFolder.ManifestName)) == request.Inputs)
                    ticket.State = TicketState.Done;
                else if (!replaces)
                    throw ResultFolderRefused.OfOtherInputs(id);
            }
            else if (results.All().Count + tickets.Count(one => one.IsOpen) >= options.Quotas.Results)
                throw QuotaReached.Kept($"{options.Quotas.Results} results are kept here or being made; delete some of them.");
            tickets.Add(ticket);
            if (ticket.IsOpen)
                Add(() => ticket.Run(start));
            if (tickets.Count > MostRemembered && tickets.FindIndex(old => !old.IsOpen) is >= 0 and var oldest)
                tickets.RemoveAt(oldest);
            return ticket;
        }
    }
}

/// <summary>A decision that was asked for, and how it stands.</summary>
public sealed class DecisionTicket(
    string id, string folder, DecisionRequest request, IDecisionMaker maker, bool replaces, CancellationToken ending)
{
    private readonly CancellationTokenSource cancel = CancellationTokenSource.CreateLinkedTokenSource(ending);

    /// <summary>Name of the folder that its result will have.</summary>
    public string Id => id;

    public DecisionRequest Request => request;

    /// <summary>Futures that it lives at most.</summary>
    public int Asked => maker.MostChoices * request.Futures.Each;

    public TicketState State { get; internal set; }

    public EnsembleProgress? Progress { get; private set; }

    /// <summary>Why it failed, in a sentence.</summary>
    public string? Error { get; private set; }

    public bool IsOpen => State is TicketState.Waiting or TicketState.Running;

    public double Share => State == TicketState.Done ? 1 : Math.Min(1, Progress?.Share ?? 0);

    public void Cancel()
    {
        cancel.Cancel();
        if (State == TicketState.Waiting)
            State = TicketState.Cancelled;
    }

    internal void Run(StartRun start)
    {
        if (State != TicketState.Waiting || cancel.IsCancellationRequested)
            return;
        try
        {
            using var job = new DecisionJob(request, maker, folder, force: replaces);
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
