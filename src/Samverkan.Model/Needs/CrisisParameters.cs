using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Needs;

/// <summary>When needs become an emergency (rule: <see cref="Crisis"/>).</summary>
[Reaches(Reach.Care)]
public sealed class CrisisParameters : ParameterSection
{
    [Parameter("crisis of a person of mean severity with one unmet clinical need and no care", PerMonth, .03, .005, .1, Uncertain, Assumed,
        "calibrated to 6.4 bed days per psychosis patient and year (2007)", By = Keys.Group,
        Defaults = [.047, .02, .042, .063, .012, .047, .02, .022, .012])]
    public Table Rate { get; private set; } = null!;

    [Parameter("slope of the log hazard on unmet clinical needs", Number, .06, 0, .15, Uncertain, Derived,
        "odds ratio 1.05 per unmet need (needs and readmission, 2018)")]
    public double NeedSlope { get; private set; }

    [Parameter("protection by contact with care at the reference level", Share, .42, .2, .6, Uncertain, Assumed,
        "calibrated; intensive case management shortens hospital use (Dieterich 2017)")]
    public double Protection { get; private set; }

    [Parameter("effective clinical care at which protection is stated", Share, .5, .3, .8, Structural, Assumed, "assumed")]
    public double ReferenceCare { get; private set; }

    [Parameter("least factor that protection can leave", Share, .1, .02, .5, Structural, Assumed, "assumed")]
    public double Least { get; private set; }
}
