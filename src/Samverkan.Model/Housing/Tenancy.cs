using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Housing;

/// <summary>
/// A month of a person who has housing with support. Whoever has unmet needs of alcohol or drugs may lose the home, where
/// treatment comes first sooner than in Housing First. Whose need of accommodation has gone may move on. Floating support
/// ends when the needs that it is for are met.
/// </summary>
internal static class Tenancy
{
    private const uint Accommodation = 1u << (int)Domain.Accommodation;

    private const uint DailyLife =
        1u << (int)Domain.Food | 1u << (int)Domain.LookingAfterHome | 1u << (int)Domain.SelfCare | 1u << (int)Domain.Money;

    /// <summary>A month passes; what comes free is added to <paramref name="left"/>.</summary>
    /// <returns>Whether the person moved on from a home with staff.</returns>
    public static bool Month(ref ServiceUser person, HousingParameters p, CrisisParameters crises, in RandomStreams random,
        Month month, ref HousingLeft left)
    {
        if (person.InWard) return false;
        if (person.Has(Traits.FloatingSupport) && person.UnmetIn(Domains.OfMunicipality) == 0
            && Drawn(person, random, month).Support < p.FloatingEnds)
            left.EndSupport(ref person);
        if (!person.Has(Traits.Homes)) return false;
        if ((person.Unmet & Domains.Substances) != 0)
        {
            if (Drawn(person, random, month).Loss >= (person.Has(Traits.Housed) ? p.Loss : p.LossFirst)) return false;
            left.Leave(ref person);
            left.Lost++;
            (person.Unmet, person.Met) = (person.Unmet | Accommodation, person.Met & ~Accommodation);
            return false;
        }
        if (!CanMoveOn(person, p, crises) || Drawn(person, random, month).Onward >= p.MovesOn) return false;
        left.Leave(ref person);
        left.MovedOn++;
        return true;
    }

    /// <summary>What a person in service asks for; null: nothing.</summary>
    /// <param name="floating">Whether there is floating support to ask for.</param>
    public static HousingApplication? Asks(in ServiceUser person, HousingParameters p, bool floating, bool movedOn)
    {
        var noHome = (person.Unmet & Accommodation) != 0 && !person.Has(Traits.Homes);
        var support = floating && !person.Has(Traits.Housing) && (movedOn || person.UnmetIn(DailyLife) >= p.FloatingNeeds);
        if (!noHome && !support) return null;
        return new(
            person.Id, person.Severity,
            (noHome ? Circumstances.NoHome : 0) | (person.InWard ? Circumstances.InWard : 0)
            | ((person.Unmet & Domains.Substances) != 0 ? Circumstances.Substances : 0) | (movedOn ? Circumstances.MovedOn : 0));
    }

    private static bool CanMoveOn(in ServiceUser person, HousingParameters p, CrisisParameters crises) =>
        ((person.Unmet | person.Met) & Accommodation) == 0 && person.UnmetIn(Domains.OfMunicipality) <= p.NeedsToMoveOn
            && Aftermath.IsCalm(person, crises);

    private static (double Loss, double Onward, double Support) Drawn(in ServiceUser person, in RandomStreams random, Month month)
    {
        var (loss, onward, support, _) = random.Words(person.Id, month, Purpose.Tenancy);
        return (RandomStreams.Unit(loss), RandomStreams.Unit(onward), RandomStreams.Unit(support));
    }
}
