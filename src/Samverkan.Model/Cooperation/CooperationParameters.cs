using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Cooperation;

/// <summary>Trust, shared understanding, routine, and cooperation in the teams (rules: <see cref="TrustRule"/>,
/// <see cref="TeamCooperation"/>, <see cref="Dissolution"/>).</summary>
public sealed class CooperationParameters : ParameterSection
{
    [Parameter("trust of the committee at the start", Number, .30, .1, .7, Uncertain, Study,
        "Klinga 2018: a history of collaboration; level assumed")]
    public double InitialTrust { get; private set; }

    [Parameter("shared understanding at the start", Number, .25, .05, .7, Uncertain, Assumed, "assumed")]
    public double InitialUnderstanding { get; private set; }

    [Parameter("cooperation in teams at the start", Number, .2, .05, .6, Uncertain, Assumed, "assumed")]
    public double InitialTeam { get; private set; }

    [Parameter("gain of trust from full contact, at trust 0.3 and above: alpha_T", PerMonth, .12, .08, .18, Uncertain, Assumed,
        "gain per joint success .02-.10, Ansell & Gash 2008")]
    public double TrustGain { get; private set; }

    [Parameter("what trust starts to grow from when there is none", Number, .30, .05, .6, Uncertain, Assumed,
        "assumed: a linear gain rebuilds too fast")]
    public double TrustSeed { get; private set; }

    [Parameter("whether trust grows faster where there is trust already; off: it grows as fast from any level", Switch, 1, 0, 1,
        Structural, Assumed,
        "face-to-face dialogue and small wins feed on each other (Ansell & Gash 2008); off is the rival that they add up")]
    public double TrustCompounds { get; private set; }

    [Parameter("trust at which both rules of its growth give the same", Number, .5, .3, .8, Uncertain, Assumed,
        "assumed: trust half way")]
    public double TrustEven { get; private set; }

    [Parameter("loss of trust a month: delta_T", PerMonth, .016, .008, .024, Uncertain, Assumed,
        "decay .01-.05 a month without contact")]
    public double TrustLoss { get; private set; }

    [Parameter("loss of trust from conflict: kappa", Number, .15, .05, .3, Uncertain, Assumed, "assumed")]
    public double ConflictLoss { get; private set; }

    [Parameter("gain of trust from an agreed item", Number, .014, 0, .03, Uncertain, Assumed, "small wins, Ansell & Gash 2008")]
    public double Win { get; private set; }

    [Parameter("pull of the teams' cooperation on trust", PerMonth, .004, 0, .01, Uncertain, Assumed, "assumed")]
    public double TeamsPull { get; private set; }

    [Parameter("months after which a meeting has nearly its full contact", Months, 2, .5, 6, Uncertain, Assumed,
        "diminishing returns per year")]
    public double ContactMonths { get; private set; }

    [Parameter("gain of shared understanding: alpha_S", PerMonth, .06, .03, .1, Uncertain, Assumed, "assumed")]
    public double UnderstandingGain { get; private set; }

    [Parameter("loss of shared understanding a month: delta_S", PerMonth, .010, .005, .02, Uncertain, Assumed, "assumed")]
    public double UnderstandingLoss { get; private set; }

    [Parameter("what is left of conflict after a month", Share, .6, .3, .9, Uncertain, Assumed, "assumed")]
    public double ConflictStays { get; private set; }

    [Parameter("conflict from a freeze of hiring", Number, .25, 0, 1, Uncertain, Assumed, "assumed")]
    public double ConflictOfFreeze { get; private set; }

    [Parameter("conflict from shifting cost", Number, .5, 0, 1, Uncertain, Assumed, "assumed")]
    public double ConflictOfShift { get; private set; }

    [Parameter("conflict from withdrawing staff", Number, .6, 0, 1, Uncertain, Assumed, "assumed")]
    public double ConflictOfWithdrawal { get; private set; }

    [Parameter("conflict if all of a sector's posts in joint teams go, without agreement; less in proportion", Number, 4, 1, 10,
        Uncertain, Assumed, "assumed: a tenth of the posts is felt like a freeze, and more")]
    public double ConflictOfPosts { get; private set; }

    [Parameter("share of that conflict that notice and negotiation under a full agreement take away", Share, .5, 0, 1, Uncertain,
        Assumed, "assumed")]
    public double AgreementCalms { get; private set; }

    [Parameter("conflict from closing a unit", Number, 1, 0, 2, Uncertain, Assumed, "assumed")]
    public double ConflictOfClosure { get; private set; }

    [Parameter("conflict from an item without consensus", Number, .03, 0, .2, Uncertain, Assumed, "assumed")]
    public double ConflictOfFailure { get; private set; }

    [Parameter("routinisation of the agreement a month", PerMonth, .015, .004, .03, Uncertain, Assumed, "assumed")]
    public double RoutineGain { get; private set; }

    [Parameter("part of that which needs no shared understanding; full understanding adds 1", Number, .5, .1, 1, Uncertain,
        Assumed, "assumed: what is signed becomes habit, sooner where both mean the same by it")]
    public double RoutineAlone { get; private set; }

    [Parameter("loss of routine a month", PerMonth, .002, 0, .01, Uncertain, Assumed, "assumed")]
    public double RoutineLoss { get; private set; }

    [Parameter("strength of an agreement written without shared understanding", Share, .45, .1, .8, Uncertain, Assumed,
        "assumed")]
    public double AgreementBase { get; private set; }

    [Parameter("further strength of an agreement written with full shared understanding", Share, .55, .1, .8, Uncertain, Assumed,
        "assumed")]
    public double AgreementOfUnderstanding { get; private set; }

    [Parameter("loss of an agreement's strength a month", PerMonth, .004, 0, .02, Uncertain, Assumed, "assumed")]
    public double AgreementAgeing { get; private set; }

    [Parameter("part of trust and understanding that goes if all ties between persons go, without routine", Number, 1, .2, 1.5,
        Uncertain, Assumed, "assumed")]
    public double LeaderWeight { get; private set; }

    [Parameter("share of that loss that full routine prevents", Share, .5, 0, 1, Uncertain, Assumed,
        "assumed: routine keeps work going; it does not make a stranger trusted")]
    public double RoutineProtects { get; private set; }

    [Parameter("leaving of a core member", PerYear, .03, 0, .5, Lever, Study,
        "Klinga 2018: the same persons 1995-2015; rate assumed", Name = "leaving of core members")]
    public double LeaderExit { get; private set; }

    [Parameter("leaving of a project manager", PerYear, .03, 0, 1, Lever, Study,
        "Klinga 2018: the same two persons 1995-2015; rate assumed", Name = "leaving of project managers")]
    public double ManagerExit { get; private set; }

    [Parameter("part of all ties that is the two project managers'", Share, .4, 0, 1, Uncertain, Assumed,
        "they had a central role (Klinga 2018); share assumed")]
    public double ManagersTie { get; private set; }

    [Parameter("tie between two persons of the two sectors at the start", Share, .6, 0, 1, Uncertain, Study,
        "Klinga 2018: a history of collaboration; level assumed")]
    public double InitialTies { get; private set; }

    [Parameter("shared understanding from a meeting with associations of users and relatives, in months of full contact", Months,
        .15, 0, 1, Uncertain, Assumed,
        "users' needs in the centre gave a shared vision (Klinga 2018); size assumed")]
    public double VoiceInsight { get; private set; }

    [Parameter("shared understanding from a review of needs that both make together, in months of full contact", Months, .6, 0, 1,
        Uncertain, Assumed,
        "frequent reviews, and feedback to all, were a step to a culture of learning (Klinga 2018); size assumed")]
    public double ReviewInsight { get; private set; }

    [Parameter("dissolution of a cooperation with neither trust nor understanding nor agreement", PerYear, 1.8, .6, 4, Uncertain,
        Derived, "3-8 % a year after start-up grants end (Feinberg 2008)")]
    public double Dissolution { get; private set; }

    [Parameter(
        "whether a cooperation is dissolved as often as a voluntary coalition is; off: as rarely as a Swedish body under its "
            + "own law", Switch, 1, 0, 1,
        Structural, Assumed, "US coalitions (Feinberg 2008); off is the rival of the Swedish coordination associations")]
    public double EndsAsCoalitions { get; private set; }

    [Parameter("dissolution of a body under a law of its own, as share of a voluntary coalition's", Share, .15, .02, .5,
        Uncertain, Derived,
        "coordination associations: 83 in 2013, 82 in 2022, most that closed merged; US coalitions: 3-8 % a year "
            + "(Feinberg 2008)")]
    public double BodiesEnd { get; private set; }

    [Parameter("slope of the log dissolution on trust, on understanding and on the routinised agreement", Number, 3, 1, 5,
        Uncertain, Assumed, "assumed")]
    public double DissolutionSlope { get; private set; }

    [Parameter("how much an agreement without routine holds the cooperation together; full routine adds 1", Number, .5, .1, 1,
        Uncertain, Assumed, "assumed")]
    public double AgreementAlone { get; private set; }

    [Parameter("slope of the log dissolution on the worse sector's deficit", Number, 15, 0, 40, Uncertain, Assumed, "assumed")]
    public double DissolutionStress { get; private set; }

    [Parameter("months from the opening of the first joint services in which a cooperation does not dissolve", Months, 24, 0, 60,
        Structural, Study, "90 % outlive a three-year grant (Feinberg 2008)")]
    public double SafeMonths { get; private set; }

    [Parameter("share of trust that remains after a dissolution", Share, .5, 0, 1, Structural, Assumed,
        "assumed: partners who part trust each other less")]
    public double TrustAfterEnd { get; private set; }

    [Parameter("months after a dissolution before another joint plan can be raised", Months, 36, 0, 240, Uncertain, Assumed,
        "assumed: those who parted must change first")]
    public double RestMonths { get; private set; }

    [Parameter("gain of a team's cooperation from full contact: eta_contact", PerMonth, .03, .01, .06, Uncertain, Assumed,
        "assumed", Reach = Reach.Staff)]
    public double TeamGain { get; private set; }

    [Parameter("loss of a team's cooperation a month: delta_c", PerMonth, .008, .002, .02, Uncertain, Assumed, "assumed",
        Reach = Reach.Staff)]
    public double TeamLoss { get; private set; }

    [Parameter("pull of the committee's trust on the teams", PerMonth, .015, .005, .03, Uncertain, Assumed, "assumed",
        Reach = Reach.Staff)]
    public double TrustPull { get; private set; }

    [Parameter("contact of single-sector teams if all their persons had a link", Share, .25, 0, .6, Uncertain, Assumed, "assumed",
        Reach = Reach.Staff)]
    public double LinkContact { get; private set; }
}
