using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Cooperation;

/// <summary>Competence for a group, and how well the content of care matches it (rule: <see cref="Learning"/>).</summary>
[Reaches(Reach.Staff)]
public sealed class CompetenceParameters : ParameterSection
{
    [Parameter("competence without any learning", Share, .5, .3, .7, Structural, Assumed, "assumed")]
    public double Least { get; private set; }

    [Parameter("competence at best", Share, .97, .9, 1, Structural, Assumed, "assumed")]
    public double Most { get; private set; }

    [Parameter("competence of a team for its groups at the start", Share, .68, .5, .9, Uncertain, Assumed,
        "the warm-up's steady state", Reach = Reach.Places)]
    public double Initial { get; private set; }

    [Parameter("gain from a year of training, as share of what is missing", PerYear, .28, .1, .5, Uncertain, Assumed,
        "half of a training gain is lost in 6.5-13 months without use (Tatel & Ackerman, Arthur 1998)")]
    public double Training { get; private set; }

    [Parameter("gain from practice a month, as share of what is missing", PerMonth, .020, .01, .035, Uncertain, Assumed,
        "assumed")]
    public double Practice { get; private set; }

    [Parameter("how much less a group teaches that is a small part of the caseload: exponent on its share", Number, .3, 0, 1,
        Structural, Assumed, "a linear share starves small groups")]
    public double ShareExponent { get; private set; }

    [Parameter("loss a month", PerMonth, .018, .008, .035, Uncertain, Derived,
        "skill decay .053-.107 a month without use; a third of it with use")]
    public double Decay { get; private set; }

    [Parameter("share of a leaver's competence that is handed over", Share, .3, 0, .8, Uncertain, Assumed, "assumed")]
    public double Handover { get; private set; }

    [Parameter("training that each employer gives its own staff, joint or not, as share of a training year that never ends",
        Share, .3, 0, 1, Uncertain, Assumed,
        "assumed: clinics and social services train their staff without each other too")]
    public double OwnTraining { get; private set; }

    [Parameter("training that single-sector teams get when joint teams are trained", Share, .15, 0, 1, Uncertain, Assumed,
        "assumed")]
    public double SingleSectorTraining { get; private set; }

    [Parameter("content match at the start", Share, .88, .6, 1, Uncertain, Assumed, "assumed", Reach = Reach.Places)]
    public double InitialMatch { get; private set; }

    [Parameter("content match to which care ages by itself", Share, .70, .4, .9, Uncertain, Assumed,
        "assumed; needs change (Arvidsson 2009)")]
    public double AgedMatch { get; private set; }

    [Parameter("ageing of content a month", PerMonth, .010, .004, .02, Uncertain, Assumed, "assumed")]
    public double Ageing { get; private set; }

    [Parameter("adaptation of content in daily work a month", PerMonth, .007, 0, .015, Uncertain, Assumed, "assumed")]
    public double LocalAdaptation { get; private set; }

    [Parameter("gap in content that a decision to adapt closes, on fresh data", Share, .6, .2, .9, Uncertain, Assumed, "assumed")]
    public double Adaptation { get; private set; }
}
