using Samverkan.Model.Cooperation;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.Teams;

/// <summary>
/// A team's hours of a month: those that its staff have, those that its persons need of each sector, and what
/// follows from the two. Sectors without a post in the team are asked for nothing.
/// </summary>
/// <param name="structure">Roles and plans take part of the hours.</param>
/// <param name="streamlined">What planning takes after streamlining, as share of what it took.</param>
internal readonly struct TeamHours(in Staff county, in Staff municipal, ParameterSet p, StructuralElements structure,
    double streamlined)
{
    // Hours that lack by no more than this do not lack.
    private const double Rounding = 1e-9;

    private readonly Staff county = county, municipal = municipal;

    private readonly double planning = (county.Posts > 0 && municipal.Posts > 0 ? p.Care.PlanningJoint : p.Care.PlanningSeparate)
        * streamlined
        + (structure.Has(Element.IndividualPlans)
            ? p.Element.PlanHours / ((county.Posts > 0 ? 1 : 0) + (municipal.Posts > 0 ? 1 : 0)) : 0);

    private readonly double forNeeds = (1 - p.Team.Overhead) * (1 - Roles.HoursTaken(p.Element, structure));

    public double OfCounty => AtHand(county);

    public double OfMunicipality => AtHand(municipal);

    public double CountyNeeds(in Workload work) => county.Posts > 0 ? work.County(p.Care, planning) : 0;

    public double MunicipalityNeeds(in Workload work) => municipal.Posts > 0 ? work.Municipality(p.Care, planning) : 0;

    /// <summary>Hours needed over hours at hand, both sectors of a joint team together.</summary>
    public double Strain(in Workload work)
    {
        var hours = OfCounty + OfMunicipality;
        var needed = CountyNeeds(work) + MunicipalityNeeds(work);
        return work.Persons == 0 && needed <= 0 ? 0 : hours <= 0 ? p.Team.MostStrain : Math.Min(p.Team.MostStrain,
            needed / hours);
    }

    /// <summary>Tenths of posts that a sector's own staff lack for so much work at a strain, as far as they may be
    /// hired.</summary>
    public int Lacking(in Staff staff, double needed, double strain, out bool enough)
    {
        var hoursOfTenth = p.Team.HoursPerPost * forNeeds / 10;
        var lacking = (int)Math.Ceiling(Math.Max(0, needed / strain / hoursOfTenth - staff.Filled - Rounding));
        var most = (int)(p.Nation.GuaranteeStaff * staff.Posts);
        enough = lacking <= most;
        return Math.Min(lacking, most);
    }

    private double AtHand(in Staff staff) => (staff.Filled + staff.Agency) / 10.0 * p.Team.HoursPerPost * forNeeds;
}
