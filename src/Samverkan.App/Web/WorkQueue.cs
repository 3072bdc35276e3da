using System.Threading.Channels;

namespace Samverkan.App.Web;

/// <summary>Work that is done one piece after another, behind whatever the pages are asked for meanwhile.</summary>
public abstract class WorkQueue : BackgroundService
{
    private readonly Channel<Action> waiting = Channel.CreateUnbounded<Action>(new() { SingleReader = true });
    private readonly CancellationTokenSource ending = new();

    /// <summary>The program ends: what is under way is to end, too.</summary>
    protected CancellationToken Ending => ending.Token;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    protected void Add(Action work) => waiting.Writer.TryWrite(work);

    // On a thread of its own: it takes minutes, and the pages need theirs.
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var work in waiting.Reader.ReadAllAsync(stoppingToken))
                await Task.Factory.StartNew(work, stoppingToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }
}
