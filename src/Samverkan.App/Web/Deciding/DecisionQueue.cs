using Samverkan.Analysis.Deciding;
using Samverkan.App.Deciding;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Deciding;

/// <summary>
/// Carries out decisions. One that is stopped, or that the end of the program interrupts, keeps the futures that it lived and
/// goes on with them when it is asked again.
/// </summary>
public sealed class DecisionQueue(StartRun start, ServeOptions options, ResultStore results)
    : TicketQueue<DecisionTicket>("decisions", start, options, results)
{
    /// <summary>Asks for a decision; one that is there already, or under way, is not made again.</summary>
    /// <param name="replaces">Whether an older result of the same name, made from other inputs, may go.</param>
    /// <exception cref="BadRequest">The scenarios cannot be decided on.</exception>
    /// <exception cref="QuotaReached">Too much is waiting or kept.</exception>
    /// <exception cref="ResultFolderRefused">An older result of other inputs has the name.</exception>
    public DecisionTicket Ask(DecisionRequest request, IDecisionMaker maker, bool replaces)
    {
        request.RefuseWhatCannotBePaired();
        var id = Path.GetFileName(request.Folder);
        return Ask(id, folder => new(id, folder, request, maker, replaces, Ending), request.Inputs, replaces);
    }
}

/// <summary>A decision that was asked for, and how it stands.</summary>
public sealed class DecisionTicket(
    string id, string folder, DecisionRequest request, IDecisionMaker maker, bool replaces, CancellationToken ending)
    : Ticket(id, ending)
{
    public DecisionRequest Request => request;

    /// <summary>Futures that it lives at most.</summary>
    public int Asked => maker.MostChoices * request.Futures.Each;

    protected override void Make(StartRun start, CancellationToken cancel)
    {
        using var job = new DecisionJob(request, maker, folder, force: replaces);
        Begin(job.Progress);
        job.Run(start, start, Environment.ProcessorCount, cancel);
    }
}
