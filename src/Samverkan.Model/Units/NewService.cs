using Samverkan.Model.Needs;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.Units;

/// <summary>What a new joint service is made of and what it costs beyond what is moved into it.</summary>
public static class NewService
{
    /// <summary>Posts beyond those moved, for so many persons.</summary>
    public static double Posts(ParameterSet p, int persons) =>
        Math.Max(p.Services.FewestNewPosts, p.Services.NewPosts * persons / p.Services.PersonsPerCentre);

    /// <summary>Centres of the first joint plan in a municipality of that size; one at least.</summary>
    public static int Centres(ParameterSet p, double scale) =>
        p.Services.FirstCentres <= 0 ? 0 : Math.Max(1, (int)Math.Floor(p.Services.FirstCentres * scale + .5));

    /// <summary>Teams for so many persons; one at least.</summary>
    public static int Teams(ParameterSet p, int persons) =>
        Math.Max(1, (int)Math.Floor(persons / p.Services.PersonsPerTeam + .5));

    /// <summary>SEK of the first year for both sectors: new posts, and premises if it is a unit of its own.</summary>
    public static long FirstYearCost(ParameterSet p, double posts, bool ownUnit) =>
        (long)(posts * p.Prices.Post + (ownUnit ? p.Prices.Unit : 0));

    /// <summary>The kind of unit that suits a group.</summary>
    public static UnitKind KindFor(TargetGroup group) => group switch
    {
        TargetGroup.Borderline or TargetGroup.Depression => UnitKind.DayCentre,
        TargetGroup.DualDiagnosis => UnitKind.AddictionCentre,
        TargetGroup.Neuropsychiatric or TargetGroup.Elderly => UnitKind.MobileUnit,
        _ => UnitKind.Centre,
    };
}
