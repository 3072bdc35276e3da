using System.Globalization;
using Samverkan.Grains.Envelopes;
using Samverkan.Model;
using Samverkan.Model.ServiceUsers;
using Samverkan.Model.Teams;

namespace Samverkan.Grains.Actors;

/// <summary>
/// A team's persons as grains: an offer out and an answer in for each, by its position on the caseload. The team's own copy
/// of a person stays the one that counts, so that hash, checkpoint and departure cost no further message.
/// </summary>
internal sealed class PersonsAsGrains(ActorKey key, IGrainFactory grains, FanOut children) : IPersonActors
{
    private readonly Dictionary<ulong, IPersonGrain> known = [];

    /// <summary>The month's, set before the month is lived.</summary>
    public TeamMandate Mandate { get; set; } = null!;

    public async ValueTask Live(Team team)
    {
        var (context, keeper) = (Mandate.Context, Mandate.Place);
        var month = context.Month;
        await children.Ask(
            team.Caseload.Count,
            i => Person(team.Caseload[i].Id)
            .Month(new(month, false, new PersonOffer(context, keeper, team.Caseload[i], team.Offers[i]))),
            (i, answer) =>
            {
                var lived = answer.Of<PersonAnswer>();
                team.Caseload[i] = lived.Person;
                team.Answers[i] = lived.Events;
                if ((lived.Events & LifeEvents.Departs) != 0) known.Remove(lived.Person.Id);
            });
    }

    /// <summary>The attempt is over: those on the caseload leave memory.</summary>
    public Task Release() => FanOut.All(known.Values, person => person.Release());

    private IPersonGrain Person(ulong id) =>
        known.TryGetValue(id, out var person) ? person
            : known[id] = grains.GetGrain<IPersonGrain>(key.Sibling(ActorPath.Person(key.Code, id)).ToString());
}
