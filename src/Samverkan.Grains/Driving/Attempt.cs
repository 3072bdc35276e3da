using Microsoft.Extensions.Logging;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>A run's actors under the keys of one attempt, and how far they have come.</summary>
internal sealed class Attempt(ITree tree, Month next)
{
    public ITree Tree => tree;

    /// <summary>The month that comes next.</summary>
    public Month Next { get; set; } = next;

    /// <summary>Whether the next month founds the actors.</summary>
    public bool Founds { get; set; }

    /// <summary>Creates all actors under the attempt's keys: new, or as they were at the last checkpoint.</summary>
    public static async Task<Attempt> CreateActors(RunLedger ledger, RunServices services)
    {
        var order = ledger.Order;
        var number = order.Numbered(ledger.Record.Attempt);
        var running = await services.Worlds.Of(order.Run, number);
        var last = ledger.Record.Last;
        ITree tree = order.Granularity <= Granularity.Replication
            ? new TreeOfObjects(running.World, order.Detail, services.Checkpoints)
            : new TreeOfGrains(services.NationOf(running.NationKey(number)), order.Detail, services.Checkpoints, services.Deaths);
        if (last is not null) await tree.Restore(last.Name, last.Next - 1);
        return new(tree, last?.Next ?? running.World.Start) { Founds = last is null };
    }

    /// <summary>Releases the actors. A failure is only logged: those whose silo died need no release.</summary>
    public async Task Release(string run, ILogger log)
    {
        try
        {
            await tree.Release();
        }
        catch (Exception failure)
        {
            log.LogWarning("Actors of run {Run} were not released: {Reason}", run, failure.Message);
        }
    }
}
