using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Needs;

/// <summary>When needs become an emergency (rule: <see cref="Crisis"/>).</summary>
[Reaches(Reach.Care)]
public sealed class CrisisParameters : ParameterSection
{
    [Parameter("crisis of a person of mean severity with one unmet clinical need and no care", PerMonth, .021, .005, .1,
        Uncertain, Assumed,
        "calibrated to 6.4 bed days per psychosis patient and year (2007)", By = Keys.Group,
        Defaults = [.027, .0115, .0245, .036, .007, .027, .0115, .0127, .007])]
    public Table Rate { get; private set; } = null!;

    [Parameter("slope of the log hazard on unmet clinical needs", Number, .06, 0, .15, Uncertain, Derived,
        "odds ratio 1.05 per unmet need (needs and readmission, 2018)")]
    public double NeedSlope { get; private set; }

    [Parameter("protection by contact with care at the reference level", Share, .25, .1, .6, Uncertain, Derived,
        "community teams against standard care: relative risk of admission .81 (Malone 2007)")]
    public double Protection { get; private set; }

    [Parameter("effective clinical care at which protection is stated", Share, .5, .3, .8, Structural, Assumed, "assumed")]
    public double ReferenceCare { get; private set; }

    [Parameter("spread of the logarithm of lasting proneness to crisis between persons", Number, 1, .4, 1.5, Uncertain, Assumed,
        "previous admissions are the strongest predictor of the next (needs and readmission, 2018); level assumed",
        Reach = Reach.Homes)]
    public double PronenessSpread { get; private set; }

    [Parameter("further hazard of a crisis while the last one is recent, as multiple of the hazard in calm times", Number, 2.5, 0,
        5, Uncertain, Assumed,
        "crises cluster: most readmissions come in the first months after a discharge; level assumed")]
    public double Recent { get; private set; }

    [Parameter("share of what a crisis left behind that is still there a month later", Share, .8, .5, .95, Uncertain, Assumed,
        "assumed: half is gone after three months")]
    public double Stays { get; private set; }

    [Parameter("what a crisis without a bed leaves behind, beside what every crisis does", Number, 2, 0, 5, Uncertain, Assumed,
        "assumed: untreated, a crisis lasts for months and not for weeks")]
    public double WithoutBed { get; private set; }

    [Parameter("clinical need that comes back after a crisis without a bed", Share, .35, 0, 1, Uncertain, Assumed,
        "assumed; for each of psychosis, distress and safety")]
    public double Relapse { get; private set; }

    [Parameter("what a crisis left behind, 1 at first, below which a person is steady enough for less support", Number, .1, .01,
        1, Uncertain, Assumed, "assumed: ten months after a crisis, about")]
    public double Calm { get; private set; }

    [Parameter("what a crisis left behind, 1 at first, below which nothing is felt of it any more", Number, .01, .001, .1,
        Structural, Assumed, "assumed: it would change no hazard by more than a few per cent")]
    public double Forgotten { get; private set; }

    [Parameter("further onset of needs after a crisis, as multiple of onset in calm times", Number, .15, 0, .6, Uncertain,
        Assumed, "assumed")]
    public double Onset { get; private set; }

    [Parameter("further dropout after a crisis, as multiple of dropout in calm times", Number, .25, 0, 1, Uncertain, Assumed,
        "assumed")]
    public double Dropout { get; private set; }

    [Parameter("further mortality after a crisis, as multiple of mortality in calm times", Number, .4, 0, 2, Uncertain, Assumed,
        "suicide is most frequent in the months after a crisis and a discharge; level assumed")]
    public double Mortality { get; private set; }

    [Parameter("factor on the hazard of a crisis with an unmet need about alcohol or drugs", Number, 1.3, 1, 2.5, Uncertain,
        Assumed,
        "dual diagnosis: 20-37 % of community, 38-50 % of crisis and inpatient populations (UK review)")]
    public double Addiction { get; private set; }

    [Parameter("share of crises that a mobile unit or crisis team treats at home", Share, .12, 0, .4, Uncertain, Assumed,
        "a third of callouts of a psychiatric emergency car end at home (Region Stockholm 2021, unseen); fewer reach it",
        Reach = Reach.Places)]
    public double TreatedAtHome { get; private set; }

    [Parameter("share of crises that a home treatment team of its own treats at home", Share, 0, 0, .6, Lever, Assumed,
        "no such team at the start", Reach = Reach.Places, Name = "share of crises treated at home by a team of its own")]
    public double HomeTreatmentTeam { get; private set; }

    [Parameter("least factor that protection can leave", Share, .1, .02, .8, Structural, Assumed, "assumed")]
    public double Least { get; private set; }
}
