using Samverkan.Model.Parameters;

namespace Samverkan.Model.Teams;

/// <summary>
/// Staff that a team hires from outside to keep a waiting guarantee, beside its posts: as many as its own staff lack for those
/// whom it must take in, as far as they may be hired. They stay as long as they are needed and the guarantee holds.
/// </summary>
internal static class WaitingGuarantee
{
    /// <summary>Hires what both sectors' staff lack for so much work; nobody where one of them may not hire as many.</summary>
    /// <param name="hours">As the staff stand now.</param>
    /// <returns>Whether there are hands enough.</returns>
    public static bool Hire(ref Staff county, ref Staff municipal, in TeamHours hours, in Workload work, CareParameters p)
    {
        var ofCounty = hours.Lacking(county, hours.CountyNeeds(work), p.AdmissionCap, out var enoughOfCounty);
        var ofMunicipality = hours.Lacking(municipal, hours.MunicipalityNeeds(work), p.AdmissionCap, out var enough);
        if (!enoughOfCounty || !enough) return false;
        (county.Agency, municipal.Agency) = (ofCounty, ofMunicipality);
        return true;
    }

    /// <summary>Keeps the hired staff who are still needed.</summary>
    /// <param name="hours">As the staff stand now.</param>
    public static void Keep(ref Staff county, ref Staff municipal, in TeamHours hours, in Workload work, ParameterSet p)
    {
        var holds = p.Nation.WaitingGuarantee > 0;
        county.Agency = holds
            ? Math.Min(county.Agency, hours.Lacking(county, hours.CountyNeeds(work), p.Care.AdmissionCap, out _)) : 0;
        municipal.Agency = holds
            ? Math.Min(municipal.Agency, hours.Lacking(municipal, hours.MunicipalityNeeds(work), p.Care.AdmissionCap, out _)) : 0;
    }
}
