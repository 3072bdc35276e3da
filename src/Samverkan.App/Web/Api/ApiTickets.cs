using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Samverkan.App.Web.Results;
using Samverkan.App.Web.Security;

namespace Samverkan.App.Web.Api;

/// <summary>What programs do alike with everything that takes its time.</summary>
internal static class ApiTickets
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);

    /// <summary>How something comes on, until it is no longer under way or is gone.</summary>
    public static async IAsyncEnumerable<SseItem<TStatus>> Events<TStatus>(Func<TStatus?> stands, Func<TStatus, bool> isUnderWay,
        [EnumeratorCancellation] CancellationToken cancel) where TStatus : class
    {
        while (stands() is { } status)
        {
            yield return new(status, "progress");
            if (!isUnderWay(status)) yield break;
            await Task.Delay(Pace, cancel);
        }
    }

    /// <summary>Whether a status says so: <c>waiting</c> or <c>running</c>.</summary>
    public static bool IsUnderWay(string state) => state is "waiting" or "running";

    /// <summary>Names of what is under way and of the results of a command.</summary>
    public static IEnumerable<string> Ids<TTicket>(TicketQueue<TTicket> queue, ResultStore results, string command)
        where TTicket : Ticket =>
        queue.All().Select(ticket => ticket.Id)
            .Concat(results.All().Where(entry => entry.Command == command).Select(entry => entry.Id)).Distinct();

    /// <summary>Stops what is under way, or deletes a result that is there.</summary>
    public static IResult StopOrDelete(HttpContext context, Ticket? ticket, ResultStore results, string id)
    {
        if (ticket is { IsOpen: true }) ticket.Cancel();
        else if (context.Turns(Act.DeleteResult)) results.Delete(id);
        else return TypedResults.Problem("Only an administrator may delete a result.",
            statusCode: StatusCodes.Status403Forbidden);
        return TypedResults.NoContent();
    }
}
