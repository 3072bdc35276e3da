using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Who sits on the committee, when it meets, how it decides (rules: <see cref="Schedule"/>,
/// <see cref="Consensus"/>).</summary>
public sealed class CommitteeParameters : ParameterSection
{
    [Parameter("meetings a year at the start, and throughout unless the committee adapts its schedule", Measure.MeetingsPerYear,
        6, 0, 500, Lever, Derived,
        "98 minutes in 42 semesters, 3-5 a semester stated (Klinga 2018)", Name = "committee meetings")]
    public double MeetingsPerYear { get; private set; }

    [Parameter("whether the committee reconsiders how often it meets", Switch, 1, 0, 1, Lever, Study,
        "Klinga 2018: fewer, then more again", Name = "the committee's reconsidering how often it meets")]
    public double AdaptsSchedule { get; private set; }

    [Parameter("months after which the committee reconsiders its schedule", Months, 36, 6, 120, Uncertain, Assumed, "assumed")]
    public double ScheduleTerm { get; private set; }

    [Parameter("fewest meetings a year that the committee sets itself", Measure.MeetingsPerYear, 2, 1, 12, Structural, Study,
        "Klinga 2018: one a semester in 2014")]
    public double FewestMeetings { get; private set; }

    [Parameter("decisions a meeting, less in a large committee, below which members want to meet less", Number, 1.6, 0, 4,
        Uncertain, Assumed, "assumed")]
    public double WorthAMeeting { get; private set; }

    [Parameter(
        "months that matters put off for want of time have been listed, on average by urgency, above which members want to meet "
            + "more", Months, 24, 1, 60, Uncertain, Assumed, "Klinga 2018: time between meetings too long (2015)")]
    public double TooLong { get; private set; }

    [Parameter("meetings a year that are added where matters waited too long", Measure.MeetingsPerYear, 2, 1, 6, Uncertain,
        Assumed, "assumed: one more a semester")]
    public double MeetingsAdded { get; private set; }

    [Parameter("meetings a year that are dropped where a meeting was hardly worth its hours", Measure.MeetingsPerYear, 1, 1, 3,
        Uncertain, Assumed, "assumed: meetings became fewer over twenty years (Klinga 2018)")]
    public double MeetingsDropped { get; private set; }

    [Parameter("pause that a first meeting counts for, since the sectors had met before, if seldom", Months, 12, 1, 24,
        Structural, Assumed, "assumed")]
    public double FirstPause { get; private set; }

    [Parameter("core members: county and municipality together", Persons, 4, 0, 40, Lever, Assumed,
        "assumed: two managers a side", Name = "core members of the committee")]
    public double CoreMembers { get; private set; }

    [Parameter("seats of stakeholder associations", Persons, 2, 0, 20, Lever, Study,
        "Klinga 2018: permanent seats; number assumed", Name = "seats of stakeholder associations")]
    public double AssociationSeats { get; private set; }

    [Parameter("most members that join for new services", Persons, 12, 0, 100, Lever, Assumed, "assumed",
        Name = "members who may join for new services")]
    public double InvitedMost { get; private set; }

    [Parameter("items that a meeting of moderate size handles: A0", Count, 3, 2, 10, Uncertain, Assumed, "assumed")]
    public double ItemsPerMeeting { get; private set; }

    [Parameter("members up to which a meeting stays a working group: n0", Persons, 8, 6, 10, Uncertain, Assumed,
        "alliances work at moderate size (Wiktorowicz 2010)")]
    public double WorkingSize { get; private set; }

    [Parameter("how fast a larger meeting turns consultative: gamma", Number, .9, .3, 1.5, Uncertain, Assumed, "assumed")]
    public double SizeExponent { get; private set; }

    [Parameter("members beside the groups served that a committee needs to be representative", Persons, 5, 0, 10, Uncertain,
        Assumed, "assumed")]
    public double RepresentationBase { get; private set; }

    [Parameter("lengthening of the lag of a decision by a committee that represents nobody", Number, 1.2, 0, 3, Uncertain,
        Assumed, "assumed")]
    public double LagUnrepresented { get; private set; }

    [Parameter("share of decisions that fail in execution if the committee represents nobody", Share, .5, 0, 1, Uncertain,
        Assumed, "assumed")]
    public double FailureUnrepresented { get; private set; }

    [Parameter("consensus, constant: a0", Number, -1.1, -1.6, 0, Uncertain, Assumed, "assumed")]
    public double ConsensusBase { get; private set; }

    [Parameter("consensus, slope on trust: a_T", Number, 2.6, 1.5, 4, Uncertain, Assumed, "assumed")]
    public double ConsensusTrust { get; private set; }

    [Parameter("consensus, slope on shared understanding: a_S", Number, 1.4, 1, 2, Uncertain, Assumed, "assumed")]
    public double ConsensusUnderstanding { get; private set; }

    [Parameter("consensus, slope on how fresh the data on needs are: a_data", Number, .5, 0, 1.5, Uncertain, Assumed,
        "assumed: without a review each side goes by its own figures")]
    public double ConsensusData { get; private set; }

    [Parameter("consensus, addition where associations of users and relatives sit at the table: a_voice", Number, .3, 0, 1,
        Uncertain, Assumed,
        "users' needs first helped to solve sensitive matters of money (Klinga 2018); size assumed")]
    public double ConsensusVoice { get; private set; }

    [Parameter("consensus, slope on cost over slack: a_cost", Number, .6, .2, 1.5, Uncertain, Assumed, "assumed")]
    public double ConsensusCost { get; private set; }

    [Parameter("part of the frames that can be found for a matter even where no money is left", Share, .01, 0, .05, Uncertain,
        Assumed,
        "assumed")]
    public double AlwaysFound { get; private set; }

    [Parameter("consensus, slope on members beyond the working size: a_n", Number, .10, 0, .2, Uncertain, Assumed,
        "groups and consensus (Scott 2019)")]
    public double ConsensusSize { get; private set; }

    [Parameter("months until an empty seat of a core member or project manager is filled", Months, 5, 1, 18, Uncertain, Assumed,
        "assumed: notice, and a post as manager to fill")]
    public double VacancyMonths { get; private set; }

    [Parameter("how much longer meetings are after a longer pause: exponent on months since the last", Number, .5, 0, 1,
        Uncertain, Assumed, "assumed: who meets once a year takes a day")]
    public double LongerAfterPause { get; private set; }

    [Parameter(
        "whether leaders and teams of joint services decide in daily work what needs no meeting: content, training, posts among "
            + "joint teams", Switch, 1, 0, 1, Structural,
        Assumed,
        "in the case units went on while meetings fell to one a semester (Klinga 2018); off is the rival that all waits for a "
            + "meeting")]
    public double DailyDecisions { get; private set; }

    [Parameter("matters a month that leaders and teams can settle in daily work", Count, 1, 0, 6, Uncertain, Assumed,
        "assumed: as many as a committee that meets every second month could")]
    public double DailyMatters { get; private set; }

    [Parameter("chance that a daily matter is settled by teams that do not cooperate at all; with full cooperation it always is",
        Share, .5, 0, 1, Uncertain, Assumed, "assumed")]
    public double DailyConsent { get; private set; }

    [Parameter("how far what teams see in daily work hits today's needs, without any review", Share, .5, 0, 1, Uncertain, Assumed,
        "assumed")]
    public double DailyFreshness { get; private set; }

    [Parameter(
        "contact between the sectors from two project managers who trust each other and services led in pairs, as share of full "
            + "contact", Share, .15, 0, .5, Uncertain, Assumed,
        "managers in pairs were role models and carried the culture (Klinga 2018); size assumed")]
    public double DailyContact { get; private set; }

    [Parameter("share of core members and project managers who burn for the cooperation", Share, .15, 0, 1, Uncertain, Assumed,
        "assumed")]
    public double Champions { get; private set; }

    [Parameter("hours of one member for one meeting, preparation included", HoursPerMonth, 8, 2, 24, Uncertain, Assumed,
        "assumed")]
    public double HoursPerMeeting { get; private set; }

    [Parameter("how the agenda is ranked: 0 by expected unmet needs averted, 1 at random", Switch, 0, 0, 1, Structural, Assumed,
        "a test of whether the committee matters")]
    public double RandomAgenda { get; private set; }

    [Parameter("whether the committee knows the true needs at every meeting", Switch, 0, 0, 1, Structural, Assumed,
        "a test of whether knowledge matters")]
    public double PerfectKnowledge { get; private set; }

    [Parameter("share of what it hears of needs that is fresh with stakeholder associations on the committee", Share, .3, 0, .8,
        Uncertain, Assumed, "assumed")]
    public double FreshWithAssociations { get; private set; }

    [Parameter("further fresh share with shared needs data", Share, .3, 0, .8, Uncertain, Assumed, "assumed")]
    public double FreshWithSharedData { get; private set; }

    [Parameter("months after which a needs review has lost two thirds of its freshness", Months, 30, 12, 60, Uncertain, Assumed,
        "assumed")]
    public double ReviewMonths { get; private set; }

    [Parameter("months ago that a review counts as made where none ever was", Months, 120, 24, 240, Uncertain, Assumed,
        "assumed: what is known is ten years old")]
    public double NeverReviewed { get; private set; }

    [Parameter("what meetings of persons without ties are worth, as share of those of persons who trust each other", Share, .3, 0,
        1, Uncertain, Assumed, "leader experience predicts survival (coalition study 2012)")]
    public double Newcomer { get; private set; }

    [Parameter("months of full contact after which two persons have two thirds of a full tie", Months, 8, 2, 24, Uncertain,
        Assumed, "assumed: some two years of meetings every second month")]
    public double TenureMonths { get; private set; }

    [Parameter("share of members who come to a meeting", Share, .92, .5, 1, Structural, Assumed,
        "assumed; for the minutes alone")]
    public double Attendance { get; private set; }

    [Parameter("whether the committee raises changes of structure itself; off where a scenario dates what was done", Switch, 1, 0,
        1, Structural, Assumed, "1 but for the documented history")]
    public double DecidesStructure { get; private set; }
}
