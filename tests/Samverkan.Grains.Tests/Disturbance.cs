using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Envelopes;

namespace Samverkan.Grains.Tests;

/// <summary>What can happen to messages between actors: late, twice, out of order, or lost on the way there or back.</summary>
public sealed class Disturbance : IOutgoingGrainCallFilter
{
    private const string Copy = "copy";
    private int delayed, doubled, lost;

    public int Delayed => delayed;

    public int Doubled => doubled;

    public int Lost => lost;

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.MethodName != nameof(IActorGrain.Month) || RequestContext.Get(Copy) is not null)
        {
            await context.Invoke();
            return;
        }
        var envelope = (Envelope)context.Request.GetArgument(0)!;
        var dice = Random.Shared.Next(40);
        if (dice is 0 or 1)
        {
            Interlocked.Increment(ref delayed);
            await Task.Delay(Random.Shared.Next(1, 4));
        }
        if (dice == 2 && Interlocked.Increment(ref lost) % 2 == 0) throw new TimeoutException("The request was lost.");
        Task? twin = null;
        if (dice is 3 or 4)
        {
            Interlocked.Increment(ref doubled);
            RequestContext.Set(Copy, true);
            twin = context.Grain is IActorGrain actor ? actor.Month(envelope) : ((IPersonGrain)context.Grain).Month(envelope);
            RequestContext.Remove(Copy);
        }
        await context.Invoke();
        if (dice == 2) throw new TimeoutException("The answer was lost.");
        if (twin is not null) await twin;
    }
}

public sealed class DisturbedSilos() : TestSilos(2)
{
    public Disturbance Disturbance { get; } = new();

    protected override void Configure(ISiloBuilder silo) => silo.AddOutgoingGrainCallFilter(Disturbance);
}
