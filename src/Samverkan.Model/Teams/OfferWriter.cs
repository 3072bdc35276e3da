using System.Runtime.CompilerServices;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Teams;

/// <summary>
/// Works out the care offer of each person on a caseload. Within the lead sector coordination is 1; the
/// other sector's care is coordinated inside a joint team, or comes from a partner while a link is active, or not at all.
/// </summary>
internal readonly ref struct OfferWriter(
    Team team, ParameterSet p, TeamMandate mandate, double coverCounty, double coverMunicipal,
    ReadOnlySpan<double> competence, ReadOnlySpan<double> match, Roles roles, float coordinatorLeaves)
{
    private readonly QualityByGroup ofCountyStaff = new(p.Care, coverCounty, competence, match);
    private readonly QualityByGroup ofMunicipalStaff = new(p.Care, coverMunicipal, competence, match);
    private readonly Lead ofPlain = new(mandate.Structure, p, team.Cooperation, false, roles, mandate.Peers);
    private readonly Lead ofFirst = new(mandate.Structure, p, team.Cooperation, false, roles.ForFirst(), mandate.Peers);
    private readonly Lead ofComplex = new(mandate.Structure, p, team.Cooperation, true, roles.ForFirst(), mandate.Peers);
    private readonly float placement = mandate.CountyShifts ? (float)p.Placement.Shifted : 1;
    private readonly bool joint = team.IsJoint;
    private readonly bool ofCounty = team.HasCountyStaff;

    public CareOffer Offer(in ServiceUser person)
    {
        var g = (int)person.Group;
        ref readonly var lead = ref person.UnmetCount >= p.Engagement.ComplexNeeds ? ref ofComplex
            : ref person.RecentBedDays >= p.Element.ManagerBedDays ? ref ofFirst : ref ofPlain;
        double county = 0, municipal = 0;
        var both = joint;
        if (joint)
        {
            var countyLeads = (int)(person.Traits & Traits.ClinicFirst);
            county = ofCountyStaff[g] * lead.Coordination[countyLeads];
            municipal = ofMunicipalStaff[g] * lead.Coordination[1 - countyLeads];
        }
        else
        {
            var own = ofCounty ? ofCountyStaff[g] : ofMunicipalStaff[g];
            var partner = person.Link == LinkStage.Active ? PartnerLink.Find(person, mandate.Partners.AsSpan()) : null;
            both = partner is not null;
            var other = partner is null ? 0 : partner.Quality[g] * lead.Coordination[0];
            (county, municipal) = ofCounty ? (own, other) : (other, own);
        }
        var engaged = EffectiveCare.Engaged(p.Care, person.Engagement);
        return InWard(
            new(EffectiveCare.Felt(p.Care, county, engaged), EffectiveCare.Felt(p.Care, municipal, engaged),
                coordinatorLeaves, lead.Involvement, placement, both,
                Managed: lead.Managed),
            person, p);
    }

    /// <summary>For the days in the ward, its care takes the place of what is offered outside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static CareOffer InWard(in CareOffer offer, in ServiceUser person, ParameterSet p) =>
        person.InWard ? Inside(offer, person, p) : offer;

    private static CareOffer Inside(in CareOffer offer, in ServiceUser person, ParameterSet p)
    {
        var inside = (float)Math.Min(1, (person.WardDays + person.DelayDays) / p.Ward.DaysPerMonth);
        return offer with
        {
            County = offer.County + inside * ((float)p.Care.InWard - offer.County),
            Municipality = offer.Municipality + inside * ((float)p.Care.InWardSocial - offer.Municipality),
        };
    }

    // Coordination is 1 for the sector that leads, and what the cooperation gives for the other: of the other first, so that
    // whether a sector leads is its place.
    private readonly struct Lead(
        StructuralElements structure, ParameterSet p, double cooperation, bool complex, in Roles roles, double peers)
    {
        public readonly Two Coordination =
            new(structure.Coordination(p.Element, p.Care.OtherSector, cooperation, complex, roles), 1);
        public readonly float Managed = structure.Managed(complex, roles);
        public readonly float Involvement = Math.Min(1,
            structure.Involvement(p.Element, p.Engagement.Involvement, complex, roles) + (float)peers);
    }

    [InlineArray(2)]
    private struct Two
    {
        private double first;

        public Two(double zeroth, double first) => (this[0], this[1]) = (zeroth, first);
    }

    // Quality is the same for all persons of a group.
    [InlineArray(TargetGroups.Count)]
    private struct QualityByGroup
    {
        private double first;

        public QualityByGroup(CareParameters p, double cover, ReadOnlySpan<double> competence, ReadOnlySpan<double> match)
        {
            for (var g = 0; g < TargetGroups.Count; g++)
                this[g] = EffectiveCare.Quality(p, cover, competence[g], match[g]);
        }
    }
}
