using Samverkan.App.Web.Results;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web;

/// <summary>Makes results one after another, each on all cores. They go on whoever looks.</summary>
/// <param name="things">What they are, in the plural.</param>
public abstract class TicketQueue<TTicket>(string things, StartRun start, ServeOptions options, ResultStore results) : WorkQueue
    where TTicket : Ticket
{
    private const int MostWaiting = 20;

    // Of what has ended; the results are on disk.
    private const int MostRemembered = 100;

    private readonly List<TTicket> tickets = [];

    /// <summary>All of this process, the latest first.</summary>
    public IReadOnlyList<TTicket> All()
    {
        lock (tickets) return [.. Enumerable.Reverse(tickets)];
    }

    public TTicket? Find(string? id) => All().FirstOrDefault(ticket => ticket.Id == id);

    /// <summary>Asks for a result; one that is there already, or under way, is not made again.</summary>
    /// <param name="issue">The ticket of a result that will have the folder.</param>
    /// <param name="inputs">What it is made from.</param>
    /// <param name="replaces">Whether an older result of the same name, made from other inputs, may go.</param>
    /// <exception cref="QuotaReached">Too much is waiting or kept.</exception>
    /// <exception cref="ResultFolderRefused">An older result of other inputs has the name.</exception>
    protected TTicket Ask(string id, Func<string, TTicket> issue, string inputs, bool replaces)
    {
        lock (tickets)
        {
            if (tickets.Find(ticket => ticket.Id == id && ticket.IsOpen) is { } open) return open;
            if (tickets.Count(ticket => ticket.IsOpen) >= MostWaiting)
                throw QuotaReached.AtOnce($"{MostWaiting} {things} are waiting; let some of them end.");
            var ticket = issue(Path.Combine(options.Results, id));
            tickets.RemoveAll(old => old.Id == id);
            if (results.Find(id) is { } there)
            {
                var isSame = Manifest.InputsOf(Path.Combine(there.Path, ResultFolder.ManifestName)) == inputs;
                if (isSame && IsWhole(there)) ticket.State = TicketState.Done;
                else if (!isSame && !replaces) throw ResultFolderRefused.OfOtherInputs(id);
            }
            else if (results.All().Count + tickets.Count(one => one.IsOpen && results.Find(one.Id) is null)
                >= options.Quotas.Results)
                throw QuotaReached.Kept($"{options.Quotas.Results} results are kept here or being made; delete some of them.");
            tickets.Add(ticket);
            if (ticket.IsOpen) Add(() => ticket.Run(start));
            if (tickets.Count > MostRemembered && tickets.FindIndex(old => !old.IsOpen) is >= 0 and var oldest)
                tickets.RemoveAt(oldest);
            return ticket;
        }
    }

    /// <summary>Whether the pages can show the result that is there.</summary>
    protected virtual bool IsWhole(ResultEntry entry) => true;
}
