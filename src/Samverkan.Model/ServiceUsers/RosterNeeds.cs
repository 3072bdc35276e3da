using System.Runtime.CompilerServices;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Model.ServiceUsers;

/// <summary>The first part of a month for the persons of a roster, eight at a time: their needs move under the care that each is
/// offered.</summary>
internal static class RosterNeeds
{
    /// <param name="offers">One for each person.</param>
    /// <param name="single">Of those for whom other parameters hold than <paramref name="p"/>; null: for none.</param>
    public static void Move(
        Span<ServiceUser> persons, ReadOnlySpan<CareOffer> offers, ParameterSet p, PersonParameters? single,
        in RandomStreams random, Month month)
    {
        // Whoever may have parameters of its own moves alone.
        var together = single is null ? NeedsOfEight.Persons : 1;
        var lives = new LivesOfEight();
        for (var i = 0; i < persons.Length; i += together)
        {
            var few = persons.Slice(i, Math.Min(together, persons.Length - i));
            MoveFew(few, offers.Slice(i, few.Length), single?.Of(few[0].Id) ?? p, random, month, ref lives);
        }
    }

    /// <summary>Of one person.</summary>
    public static void Move(ref ServiceUser person, in CareOffer offer, ParameterSet p, in RandomStreams random, Month month) =>
        Move(new Span<ServiceUser>(ref person), new ReadOnlySpan<CareOffer>(in offer), p, null, random, month);

    private static void MoveFew(
        Span<ServiceUser> persons, ReadOnlySpan<CareOffer> offers, ParameterSet p, in RandomStreams random, Month month,
        ref LivesOfEight lives)
    {
        var rates = p.Transitions;
        var (supported, first, floating) = ((float)p.Care.InSupportedHousing, (float)p.Housing.CareInFirst,
            (float)p.Housing.FloatingCare);
        var onset = (float)p.Crisis.Onset;
        for (var i = 0; i < persons.Length; i++)
        {
            ref readonly var person = ref persons[i];
            ref readonly var offer = ref offers[i];
            var municipality = offer.Municipality;
            var accommodation = municipality;
            // The home stands while its tenant is in the ward, other help waits.
            if (person.Has(Traits.Homes))
            {
                accommodation = Math.Max(municipality, person.Has(Traits.Housed) ? supported : first);
                if (!person.InWard) municipality = accommodation;
            }
            else if (person.Has(Traits.FloatingSupport) && !person.InWard)
            {
                municipality += floating * (1 - municipality);
                accommodation = municipality;
            }
            lives.Seat(
                i, person.Id, (int)person.Group, person.Unmet, person.Met,
                NeedTransitions.Pressure(person.Unmet, person.Severity * (1 + onset * person.Instability), rates),
                new(offer.County, municipality, (float)Math.Sqrt((double)offer.County * municipality), accommodation));
        }
        NeedTransitions.Live(ref lives, persons.Length, rates, random, month);
        for (var i = 0; i < persons.Length; i++)
        {
            persons[i].Unmet = NeedsOfEight.Unmet(ref lives.Needs, i);
            persons[i].Met = NeedsOfEight.Met(ref lives.Needs, i);
        }
    }
}
