using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Support by the other sector's team where services are separate. A referral of
/// month t is known to the partner in t+1, its support is felt from t+2 at the earliest, and starts when the partner is
/// not too strained. Some referrals are lost, the more the less the teams cooperate; but persons and relatives also apply by
/// themselves, case managers take their persons there, and the ward must plan a discharge with both sectors. When a
/// coordinator changes, most links stay: what was granted stays granted.
/// </summary>
internal static class PartnerLink
{
    /// <summary>The way down: a referral that the partner has known for a month may start.</summary>
    public static void Open(ref ServiceUser person, LinkParameters p, ReadOnlySpan<Partner> partners)
    {
        if (person.Link == LinkStage.None) return;
        var partner = Find(person, partners);
        if (partner is null) End(ref person);
        else if (person.Link == LinkStage.Pending && person.LinkMonths >= 1 && partner.Strain < p.PartnerStrain)
        {
            person.Link = LinkStage.Active;
            person.LinkMonths = 0;
        }
    }

    /// <summary>The way up: refer, give up, or lose the link.</summary>
    /// <param name="partnerDomains">Domains that the partner leads, one bit each.</param>
    /// <param name="managed">How far the person has a case manager, 0 to 1.</param>
    /// <param name="crisis">Whether the person had a crisis this month.</param>
    public static void Close(
        ref ServiceUser person, LinkParameters p, ReadOnlySpan<Partner> partners, uint partnerDomains, double cooperation,
        bool newCoordinator, in RandomStreams random, Month month, float managed = 0, bool crisis = false)
    {
        if (person.LinkMonths < byte.MaxValue) person.LinkMonths++;
        switch (person.Link)
        {
            case LinkStage.None when (person.Unmet & partnerDomains) != 0:
                var (_, referral, loss, _) = random.Words(person.Id, month, Purpose.Contact);
                if (Reaches(p, Safe(p, person, partnerDomains, managed, crisis), RandomStreams.Unit(referral),
                    RandomStreams.Unit(loss), cooperation)) Refer(ref person, partners, random);
                break;
            case LinkStage.Pending when person.LinkMonths > p.GivenUp:
                End(ref person);
                break;
            case LinkStage.Active:
                var turnover = Find(person, partners)?.Turnover ?? 1;
                var breaks = p.Break + p.BreakAtChange * (newCoordinator ? 1 : turnover);
                if (RandomStreams.Unit(random.Words(person.Id, month, Purpose.Contact).W1) < breaks) End(ref person);
                break;
        }
    }

    // Some get there whatever the teams do: of the others, a team refers some, and some of these referrals are lost.
    private static bool Reaches(LinkParameters p, double safe, double referral, double loss, double cooperation) =>
        referral < safe || referral < safe + (1 - safe) * p.Referral && loss >= p.Loss * (1 - cooperation);

    // By themselves, with a case manager, or since psychiatry sees to what comes after a discharge; and after a crisis, which
    // is psychiatry's own, wherever it was treated.
    private static double Safe(LinkParameters p, in ServiceUser person, uint partnerDomains, float managed, bool crisis)
    {
        var discharged = person.DischargeDay > 0;
        var toClinic = (partnerDomains & Domains.OfCounty) != 0;
        var ofWard = toClinic ? discharged || crisis ? p.FollowUp : 0 : discharged ? p.AtDischarge : 0;
        return 1 - (1 - p.Own) * (1 - p.Managed * managed) * (1 - ofWard);
    }

    public static void End(ref ServiceUser person)
    {
        person.Link = LinkStage.None;
        person.LinkMonths = 0;
        person.PartnerUnit = person.PartnerTeam = 0;
    }

    public static Partner? Find(in ServiceUser person, ReadOnlySpan<Partner> partners)
    {
        foreach (var partner in partners)
            if (partner.Address.Unit == person.PartnerUnit && partner.Address.Team == person.PartnerTeam)
                return partner;
        return null;
    }

    // To the least strained partner that takes the group; ties by the person's lot.
    internal static void Refer(ref ServiceUser person, ReadOnlySpan<Partner> partners, in RandomStreams random)
    {
        Partner? best = null;
        ulong bestLot = 0;
        foreach (var partner in partners)
        {
            if (!partner.Groups.Has(person.Group)) continue;
            var lot = StateHash.Mix(person.Id ^ ((ulong)random.Key0 << 32 | random.Key1)
                + ((ulong)partner.Address.Unit << 16 | partner.Address.Team));
            if (best is null || partner.Strain < best.Strain || partner.Strain == best.Strain && lot < bestLot)
                (best, bestLot) = (partner, lot);
        }
        if (best is null) return;
        person.Link = LinkStage.Pending;
        person.LinkMonths = 0;
        (person.PartnerUnit, person.PartnerTeam) = (best.Address.Unit, best.Address.Team);
    }

    /// <summary>The record that goes to the partner, with one more person in it.</summary>
    /// <param name="partnerDomains">Domains that the partner leads, one bit each.</param>
    /// <param name="shared">Domains that both share.</param>
    public static PartnerNote Note(in PartnerNote note, in ServiceUser person, uint partnerDomains, uint shared) =>
        person.Link != LinkStage.Active
            ? note with { Pending = note.Pending + 1 }
            : note with
            {
                Active = note.Active + 1,
                Unmet = note.Unmet + person.UnmetIn(Asked(person, partnerDomains)) + .5f * person.UnmetIn(shared),
                Met = note.Met + person.MetIn(Asked(person, partnerDomains)) + .5f * person.MetIn(shared),
            };

    // The municipality's needs of a person who has a home with staff are that staff's.
    private static uint Asked(in ServiceUser person, uint partnerDomains) =>
        person.Has(Traits.Homes) ? partnerDomains & ~Domains.OfMunicipality : partnerDomains;
}
