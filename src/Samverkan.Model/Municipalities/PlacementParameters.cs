using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Municipalities;

/// <summary>Placements outside the municipality (rule: <see cref="OutsidePlacement"/>).</summary>
[Reaches(Reach.Care)]
public sealed class PlacementParameters : ParameterSection
{
    [Parameter("placement of a person of mean severity without unmet municipal needs", PerMonth, .0006, .0002, .002, Uncertain,
        Assumed, "assumed")]
    public double Rate { get; private set; }

    [Parameter("severity below which nobody is placed outside", Number, .7, 0, 2, Uncertain, Assumed,
        "assumed: institutions are for those who cannot live at home")]
    public double LeastSeverity { get; private set; }

    [Parameter("further hazard of a placement after a crisis, as multiple of the hazard in calm times", Number, .6, 0, 2,
        Uncertain, Assumed,
        "assumed: who cannot stay at home and finds no bed is placed; institutions took the place of beds (Priebe 2005)")]
    public double AfterCrisis { get; private set; }

    [Parameter("slope of the log hazard on unmet municipal needs", Number, .25, .1, .4, Uncertain, Assumed, "assumed")]
    public double NeedSlope { get; private set; }

    [Parameter("factor for a person whom no service knows", Share, .6, .2, 1, Uncertain, Assumed, "assumed", Reach = Reach.Homes)]
    public double Unknown { get; private set; }

    [Parameter("factor while the county shifts cost", Number, 1.5, 1, 3, Uncertain, Assumed, "assumed")]
    public double Shifted { get; private set; }

    [Parameter("return home", PerMonth, .045, .02, .1, Uncertain, Assumed, "assumed", Reach = Reach.Homes)]
    public double Return { get; private set; }

    [Parameter("the municipality's share of the cost", Share, .7, 0, 1, Lever, Assumed, "assumed", Reach = Reach.Places,
        Name = "the municipality's share of placement costs")]
    public double MunicipalShare { get; private set; }
}
