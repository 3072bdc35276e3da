using Samverkan.Grains.Driving;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;

namespace Samverkan.Grains.Actors;

/// <summary>
/// Holds an actor and passes its messages; what the actor does is the model's. After a silo's death any subset of grains
/// may have restarted empty, and a message may come twice: a repeated request gets the remembered answer, a month that does
/// not follow the last is refused, and the refusal ends the attempt.
/// </summary>
internal abstract class ActorGrain<TDown, TUp>(Worlds worlds) : Grain, IActorGrain where TUp : notnull
{
    private Month? last, answered;
    private Task<Envelope>? answer;

    protected ActorKey Key { get; private set; }

    /// <summary>The last month that it has lived, or is living.</summary>
    protected Month Last
    {
        get => last ?? default;
        set => last = value;
    }

    protected RunningWorld Run { get; private set; } = null!;

    protected World World => Run.World;

    /// <summary>How it asks those below it.</summary>
    protected FanOut Children { get; } = new();

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        Key = ActorKey.Parse(this.GetPrimaryKeyString());
        Run = await worlds.Of(Key.Run, Key.Attempt);
    }

    public Task<Envelope> Month(Envelope asked)
    {
        if (asked.Month == answered && answer is not null) return answer;
        if (last is null && !asked.Founds)
            throw new MonthRefused($"{Key.Path} lost its past before {asked.Month}, as with a silo that died.");
        if (last is { } lived && asked.Month != lived + 1)
            throw new MonthRefused($"{Key.Path} is asked for {asked.Month} after {lived}.");
        last = answered = asked.Month;
        return answer = Answer(asked);
    }

    public abstract Task<Envelope> Save(string checkpoint);

    public Task Restore(Envelope request)
    {
        if (last is not null) throw new MonthRefused($"{Key.Path} is to be restored but has lived already.");
        last = request.Month;
        return Restore(request.Of<RestoreRequest>());
    }

    public virtual Task Release()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    protected abstract void Found(TDown first);

    protected abstract Task Restore(RestoreRequest request);

    protected abstract ValueTask<TUp> Live(TDown message);

    protected Envelope Reply(object body) => new(Last, false, body, Children.Answered());

    private async Task<Envelope> Answer(Envelope asked)
    {
        using var step = Machine.Step(Key.Path.ToString());
        var message = asked.Of<TDown>();
        if (asked.Founds) Found(message);
        return Reply(await Live(message));
    }
}

/// <summary>A month does not follow what the actor has lived: the attempt is over.</summary>
[GenerateSerializer, Alias("samverkan.MonthRefused")]
public sealed class MonthRefused(string message) : Exception(message);
