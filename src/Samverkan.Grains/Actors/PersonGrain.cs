using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.Policies;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Grains.Actors;

/// <summary>What a person is offered this month, with all that its keeper knows of it.</summary>
internal sealed record PersonOffer(Context Context, TeamPlace Keeper, ServiceUser Person, CareOffer Offer);

/// <summary>How the person came out of the month, whole.</summary>
internal sealed record PersonAnswer(ServiceUser Person, LifeEvents Events);

/// <summary>
/// A service user. Months can be missing from its life here, while it was out of contact or in a queue; never does one come
/// after a later one.
/// </summary>
[BranchPlacement]
internal sealed class PersonGrain(Worlds worlds) : Grain, IPersonGrain
{
    private RunningWorld run = null!;
    private int municipality;
    private Envelope? last;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var key = ActorKey.Parse(this.GetPrimaryKeyString());
        run = await worlds.Of(key.Run, key.Attempt);
        municipality = run.IndexOf(key.Code);
    }

    public Task<Envelope> Month(Envelope offer)
    {
        if (offer.Month == last?.Month) return Task.FromResult(last);
        if (offer.Month < last?.Month)
            throw new MonthRefused($"{this.GetPrimaryKeyString()} is asked for {offer.Month} after {last.Month}.");
        var (context, keeper, person, care) = offer.Of<PersonOffer>();
        var answer = person.Live(care, run.World.ParametersOf(municipality, keeper, person.Id, context), run.World.RandomStreams,
            context.Month);
        // Who leaves the caseload comes back, if ever, with all that is known by then.
        if ((answer & LifeEvents.Departs) != 0) DeactivateOnIdle();
        return Task.FromResult(last = new(offer.Month, false, new PersonAnswer(person, answer)));
    }

    public Task Release()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }
}
