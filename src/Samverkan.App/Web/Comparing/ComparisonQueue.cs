using Samverkan.Analysis.Results;
using Samverkan.App.Comparing;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Comparing;

/// <summary>
/// Carries out comparisons. What is not finished when the program ends leaves nothing behind, and is soon done again.
/// </summary>
public sealed class ComparisonQueue(StartRun start, ServeOptions options, ResultStore results)
    : TicketQueue<ComparisonTicket>("comparisons", start, options, results)
{
    /// <summary>Asks for a comparison; one that is there already, or under way, is not made again.</summary>
    /// <param name="replaces">Whether an older result of the same name, made from other inputs, may go.</param>
    /// <exception cref="BadRequest">The scenarios cannot be compared.</exception>
    /// <exception cref="QuotaReached">Too much is waiting or kept.</exception>
    /// <exception cref="ResultFolderRefused">An older result of other inputs has the name.</exception>
    public ComparisonTicket Ask(ComparisonRequest request, bool replaces = false)
    {
        request.RefuseWhatCannotBePaired();
        var id = Path.GetFileName(request.Folder);
        return Ask(id, folder => new(id, folder, request, replaces, Ending), request.Inputs, replaces);
    }

    protected override bool IsWhole(ResultEntry entry) => File.Exists(Path.Combine(entry.Path, ComparisonResult.File));
}

/// <summary>A comparison that was asked for, and how it stands.</summary>
public sealed class ComparisonTicket(string id, string folder, ComparisonRequest request, bool replaces, CancellationToken ending)
    : Ticket(id, ending)
{
    public ComparisonRequest Request => request;

    public int ReplicationsDone => State == TicketState.Done ? request.Replications : Progress?.ReplicationsDone ?? 0;

    protected override void Make(StartRun start, CancellationToken cancel)
    {
        using var job = new ComparisonJob(request, folder, force: replaces);
        Begin(job.Progress);
        job.Run(start, start, Environment.ProcessorCount, cancel);
    }
}
