using Samverkan.App.Web.Comparing;

namespace Samverkan.App.Web.Studying;

/// <summary>A study that comes with the program.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Runs">How many runs it has, all replications counted.</param>
/// <param name="Size">The same in words.</param>
public sealed record ShippedStudy(string Name, string Title, string Question, long Runs, string Size, string Path);

/// <summary>A study that was begun here, and how it stands.</summary>
/// <param name="Id">Name of its folder.</param>
/// <param name="Ticket">null: nobody is at work on it.</param>
/// <param name="IsComplete">Whether all its runs are done.</param>
/// <param name="RunsAsked">Runs that it has in all, as far as it is known.</param>
/// <param name="Reproduce">What makes the same result again.</param>
public sealed record StudyEntry(
    string Id, string Title, string Question, StudyTicket? Ticket, bool IsComplete, long RunsDone, long RunsAsked,
    long RunsFailed, DateTimeOffset Changed, string Reproduce, string Path)
{
    public bool IsOpen => Ticket is { IsOpen: true };

    public double Share => RunsAsked == 0 ? 0 : Math.Min(1, (double)RunsDone / RunsAsked);

    /// <summary>waiting, running, done, failed or unfinished.</summary>
    public string State => Ticket switch
    {
        { State: TicketState.Waiting } => "waiting",
        { State: TicketState.Running } => "running",
        { State: TicketState.Failed } => "failed",
        _ => IsComplete ? "done" : "unfinished",
    };
}
