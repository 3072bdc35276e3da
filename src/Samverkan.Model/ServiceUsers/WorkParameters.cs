using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.ServiceUsers;

/// <summary>Paid work (rule: <see cref="Working"/>).</summary>
[Reaches(Reach.Care)]
public sealed class WorkParameters : ParameterSection
{
    [Parameter("share of a group that has ordinary, paid work without further help", Measure.Share, .1, .005, .3,
        Uncertain, Assumed,
        "assumed: about one in ten with psychosis, more with other illness, hardly any of the elderly",
        By = Keys.Group, Defaults = [.09, .2, .18, .15, .2, .07, .01, .12, .12])]
    public Table Share { get; private set; } = null!;

    [Parameter("share of persons who want to work and could", Measure.Share, .55, .4, .8, Uncertain, Assumed,
        "assumed: more than half say that they want to work")]
    public double Wants { get; private set; }

    [Parameter("loss of work in calm times", PerMonth, .05, .02, .12, Uncertain, Assumed,
        "assumed: a job lasts for a year and a half, so that 11 to 27 % find one in 18 months of usual care (trials, unseen)")]
    public double Loses { get; private set; }

    [Parameter("further loss of work after a crisis, as multiple of loss in calm times", Number, 1, 0, 4,
        Uncertain, Assumed, "assumed")]
    public double AfterCrisis { get; private set; }
}
