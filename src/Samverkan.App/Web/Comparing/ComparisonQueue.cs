using Samverkan.Analysis.Results;
using Samverkan.App.Comparing;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Comparing;

/// <summary>
/// Carries out comparisons one after another, each on all cores. They go on whoever looks; what is not finished when the
/// program ends leaves nothing behind, and is soon done again.
/// </summary>
public sealed class ComparisonQueue : WorkQueue
{
    private const int MostWaiting = 20;

    // Of what has ended; the results are on disk.
    private const int MostRemembered = 100;

    private readonly StartRun start;
    private readonly ServeOptions options;
    private readonly ResultStore results;
    private readonly List<Ticket> tickets = [];

    public ComparisonQueue(StartRun start, ServeOptions options, ResultStore results) =>
        (this.start, this.options, this.results) = (start, options, results);

    /// <summary>All of this process, the latest first.</summary>
    public IReadOnlyList<Ticket> All()
    {
        lock (tickets) return [.. Enumerable.Reverse(tickets)];
    }

    public Ticket? Find(string? id) => All().FirstOrDefault(ticket => ticket.Id == id);

    /// <summary>Asks for a comparison; one that is there already, or under way, is not made again.</summary>
    /// <param name="replaces">Whether an older result of the same name, made from other inputs, may go.</param>
    /// <exception cref="BadRequest">The scenarios cannot be compared.</exception>
    /// <exception cref="QuotaReached">Too much is waiting or kept.</exception>
    /// <exception cref="ResultFolderRefused">An older result of other inputs has the name.</exception>
    public Ticket Ask(ComparisonRequest request, bool replaces = false)
    {
        request.RefuseWhatCannotBePaired();
        var id = Path.GetFileName(request.Folder);
        lock (tickets)
        {
            if (tickets.Find(ticket => ticket.Id == id && ticket.IsOpen) is { } open) return open;
            if (tickets.Count(ticket => ticket.IsOpen) >= MostWaiting)
                throw QuotaReached.AtOnce($"{MostWaiting} comparisons are waiting; let some of them end.");
            var ticket = new Ticket(id, Path.Combine(options.Results, id), request, replaces, Ending);
            tickets.RemoveAll(old => old.Id == id);
            if (results.Find(id) is { } there)
            {
                var manifest = Path.Combine(there.Path, ResultFolder.ManifestName);
                if (Manifest.InputsOf(manifest) == request.Inputs && File.Exists(Path.Combine(there.Path, ComparisonResult.File)))
                    ticket.State = TicketState.Done;
                else if (!replaces && Manifest.InputsOf(manifest) != request.Inputs)
                    throw ResultFolderRefused.OfOtherInputs(id);
            }
            else if (results.All().Count + tickets.Count(open => open.IsOpen && results.Find(open.Id) is null)
                >= options.Quotas.Results)
                throw QuotaReached.Kept($"{options.Quotas.Results} results are kept here or being made; delete some of them.");
            tickets.Add(ticket);
            if (ticket.IsOpen) Add(() => ticket.Run(start));
            if (tickets.Count > MostRemembered && tickets.FindIndex(old => !old.IsOpen) is >= 0 and var oldest)
                tickets.RemoveAt(oldest);
            return ticket;
        }
    }
}
