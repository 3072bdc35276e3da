using Samverkan.Model.Parameters;
using static Samverkan.Model.Parameters.Evidence;
using static Samverkan.Model.Parameters.Measure;
using static Samverkan.Model.Parameters.Role;

namespace Samverkan.Model.Economy;

/// <summary>Frames, deficits and what a sector does about them (rules: <see cref="SectorAccount"/>, <see cref="DeficitAct"/>,
/// <see cref="Budget"/>).</summary>
public sealed class FundingParameters : ParameterSection
{
    [Parameter("real growth of the frames a year", PerYear, .009, -.02, .03, Lever, Assumed, "assumed; strong effect on waiting",
        By = Keys.Sector, Name = "growth of {0} frame", AllName = "growth of both frames")]
    public Table Growth { get; private set; } = null!;

    [Parameter("factor on the controllable part of a sector's frame: all but demand-driven cost", Number, 1, 0, 2, Lever, Assumed,
        "1 by definition", By = Keys.Sector, Name = "{0} controllable frame", AllName = "both sectors' controllable frames")]
    public Table Controllable { get; private set; } = null!;

    [Parameter("factor on a sector's whole frame", Number, 1, 0, 2, Lever, Assumed, "1 by definition", By = Keys.Sector,
        Name = "{0} whole frame", AllName = "both sectors' whole frames")]
    public Table Frame { get; private set; } = null!;

    [Parameter("amount added to a sector's whole frame; negative: a cut", SekPerYear, 0, -1e12, 1e12,
        Lever, Assumed, "0 by definition", By = Keys.Sector,
        Name = "amount added to {0} whole frame", AllName = "amount added to both sectors' whole frames")]
    public Table FrameAdded { get; private set; } = null!;

    [Parameter("a sector's whole frame as it is decided; 0: it follows from cost, growth and inhabitants", SekPerYear, 0, 0, 1e12,
        Lever, Assumed, "0: no decision is known", By = Keys.Sector,
        Name = "{0} decided frame", AllName = "both sectors' decided frames")]
    public Table FrameDecided { get; private set; } = null!;

    [Parameter("frame of the first year; 0: what services cost at the end of the warm-up, with the slack", SekPerYear, 0, 0, 1e12,
        Lever, Assumed, "0: follows from posts, beds and prices", By = Keys.Sector, Name = "{0} frame of the first year")]
    public Table FirstFrame { get; private set; } = null!;

    [Parameter("whether a sector may take over a unit that the other closes", Switch, 1, 0, 1, Lever, Study,
        "Klinga 2018: the municipality did in 2006", Name = "taking over of units that the other sector closes")]
    public double TakeOverAllowed { get; private set; }

    [Parameter("slack of the frames at the start", Share, .015, 0, .1, Uncertain, Assumed, "assumed")]
    public double InitialSlack { get; private set; }

    [Parameter("share of last year's surplus, beyond that from which a sector hires, that is withdrawn from its frame for good",
        Share, .5, 0, 1, Uncertain, Assumed, "assumed: what is not spent is lost")]
    public double Withdrawn { get; private set; }

    [Parameter("share of a change in demand-driven cost that next year's frame makes good", Share, .5, 0, 1, Uncertain, Assumed,
        "assumed; prevents a vicious circle")]
    public double Compensation { get; private set; }

    [Parameter("share of what decisions on places of housing with support cost or save that the municipality's frame follows",
        Share, 1, 0, 1, Lever, Assumed,
        "assumed: a decision on places comes with its money; 0: it is paid for out of other care, or leaves money for it",
        Name = "whether the frame follows decisions on housing")]
    public double PlacesFollowed { get; private set; }

    [Parameter("deficit of twelve months, as share of the frame, from which a sector acts", Share, .008, 0, .05, Uncertain,
        Assumed, "assumed")]
    public double Tolerance { get; private set; }

    [Parameter("months between two unilateral acts of a sector", Months, 9, 3, 36, Uncertain, Assumed, "assumed")]
    public double ActPause { get; private set; }

    [Parameter("unilateral act, constant: b0", Number, .6, -1, 2, Uncertain, Assumed, "assumed")]
    public double ActBase { get; private set; }

    [Parameter("unilateral act, slope on the deficit: b_stress", Number, 18, 4, 40, Uncertain, Assumed, "assumed")]
    public double ActStress { get; private set; }

    [Parameter("deficit, as share of the frame, beyond which a deeper one moves a sector no further", Share, .3, .02, 1,
        Uncertain, Assumed,
        "assumed")]
    public double DeepestDeficit { get; private set; }

    [Parameter("unilateral act, slope on trust: b_T", Number, 4.5, 2, 7, Uncertain, Assumed, "assumed")]
    public double ActTrust { get; private set; }

    [Parameter("unilateral act, slope on the agreement's strength: b_agree", Number, 1.5, 0, 4, Uncertain, Assumed, "assumed")]
    public double ActAgreement { get; private set; }

    [Parameter("share of unilateral acts that freeze hiring", Share, .30, 0, 1, Uncertain, Assumed, "assumed")]
    public double FreezeShare { get; private set; }

    [Parameter("share of unilateral acts that withdraw staff from joint teams", Share, .25, 0, 1, Uncertain, Assumed, "assumed")]
    public double WithdrawShare { get; private set; }

    [Parameter("share of unilateral acts that close a joint unit, if the deficit is large; the rest shift cost", Share, .08, 0, 1,
        Uncertain, Assumed, "assumed")]
    public double CloseShare { get; private set; }

    [Parameter("share of its posts in a unit that a sector saves when it closes it; the rest return to its own teams", Share, .5,
        0, 1, Uncertain, Assumed, "assumed")]
    public double SavedByClosing { get; private set; }

    [Parameter("deficit, as share of the frame, above which a unit may be closed", Share, .02, 0, .2, Uncertain, Assumed,
        "assumed")]
    public double CloseStress { get; private set; }

    [Parameter("deficit, as share of the frame, above which a dated decision that costs money is not carried out", Share, .04,
        0, .4, Structural, Assumed, "assumed: it was afforded somehow, unless money is truly short")]
    public double LapseStress { get; private set; }

    [Parameter("months that a freeze lasts", Months, 6, 1, 24, Uncertain, Assumed, "assumed")]
    public double FreezeMonths { get; private set; }

    [Parameter("share of the sector's joint posts that a withdrawal takes", Share, .08, 0, .5, Uncertain, Assumed, "assumed")]
    public double Withdrawal { get; private set; }

    [Parameter("months after which a shift of cost ends, unless the agreement is revised before", Months, 48, 6, 120, Uncertain,
        Assumed, "assumed")]
    public double ShiftMonths { get; private set; }

    [Parameter("surplus of twelve months, as share of the frame, from which a sector hires", Share, .01, 0, .05, Uncertain,
        Assumed, "assumed")]
    public double HiringSurplus { get; private set; }

    [Parameter("strain of its staff from which a sector turns all that is left over into posts; below it in proportion",
        Number, .93, .7, 1.1, Uncertain, Assumed, "assumed: money without need is not spent")]
    public double HiringStrain { get; private set; }

    [Parameter("how far below that its strain must lie for it to create no posts at all", Number, .08, .01, .3, Uncertain,
        Assumed, "assumed")]
    public double HiringSpan { get; private set; }

    [Parameter("most posts that a sector creates in a quarter, as share of its posts, beside one post", Share, .03, 0, .2,
        Uncertain, Assumed, "assumed: recruitment")]
    public double HiringMost { get; private set; }

    [Parameter("share of a sector's posts that are vacant as usual; it fills what is vacant beyond before it creates posts",
        Share, .1, 0, .3,
        Uncertain, Assumed, "assumed: 5 to 15 % of posts in Swedish psychiatry are vacant or held by hired staff")]
    public double VacantUsual { get; private set; }

    [Parameter("beds per reference municipality that a county closes in a quarter of deficit, or reopens in one of surplus",
        Measure.Beds, 1, 0, 10, Uncertain, Assumed, "assumed", Scales = Scaling.ByInhabitants)]
    public double BedsClosed { get; private set; }

    [Parameter("least share of its beds that a county keeps", Share, .6, 0, 1, Uncertain, Assumed,
        "assumed; one county had .19 general psychiatric beds per 1,000 in 2009, others twice that")]
    public double BedsKept { get; private set; }

    [Parameter("share of their part of new posts that joint teams get without an item, with a full agreement", Share, .8, 0, 1,
        Uncertain, Assumed, "assumed")]
    public double JointShare { get; private set; }

    [Parameter("the same without any agreement, as share of that", Share, .3, 0, 1, Uncertain, Assumed, "assumed")]
    public double JointShareBase { get; private set; }

    [Parameter("share of a cut that joint teams are spared under a full agreement", Share, .5, 0, 1, Uncertain, Assumed,
        "assumed")]
    public double Spared { get; private set; }

    [Parameter("notice of a cut in joint teams where there is an agreement", Months, 6, 0, 24, Uncertain, Assumed,
        "assumed: agreements of cooperation have notice")]
    public double NoticeMonths { get; private set; }

    [Parameter("share of a cut in joint teams that the sector's own teams bear after negotiation, at full trust", Share, .4, 0, 1,
        Uncertain, Assumed, "assumed")]
    public double Negotiated { get; private set; }

    [Parameter("deficit from which vacancies are not filled", Share, .012, 0, .1, Uncertain, Assumed, "assumed")]
    public double NoRefill { get; private set; }

    [Parameter("most posts that a sector gives notice to in a quarter, as share of its posts", Share, .04, 0, .5, Uncertain,
        Assumed, "assumed: terms of notice")]
    public double LayOff { get; private set; }

    [Parameter("deficit that posts are cut for, as share of the frame", Share, .02, 0, .1, Uncertain, Assumed, "assumed")]
    public double LayOffDeficit { get; private set; }

    [Parameter("part of its cost that streamlining saves in a unit, and of its planning hours", Share, .03, 0, .2, Uncertain,
        Assumed, "assumed")]
    public double Streamlining { get; private set; }

    [Parameter("share of what streamlining saves in its first year that is put into training, at full shared understanding",
        Share, .6, 0, 1, Uncertain, Study,
        "Klinga 2018: savings of 1998 paid for training in 1999; share assumed")]
    public double RecycledShare { get; private set; }

    [Parameter("trust from which a sector takes over a unit that the other closes with a chance of one half", Number, .55, .2, .9,
        Uncertain, Assumed, "to take over in .30/.55/.70 of cases at trust .44/.62/.73")]
    public double TakeOverTrust { get; private set; }

    [Parameter("slope of the logit of a take-over on trust", Number, 7, 2, 15, Uncertain, Assumed, "assumed")]
    public double TakeOverSlope { get; private set; }

    [Parameter("strain to which staff is steered in the warm-up", Number, .98, .8, 1.1, Structural, Assumed, "assumed")]
    public double WarmUpStrain { get; private set; }

    [Parameter("months of warm-up before the first reported month", Months, 48, 24, 120, Structural, Assumed, "assumed")]
    public double WarmUpMonths { get; private set; }

    [Parameter("share of what is left over that is committed to posts at a time", Share, .5, .1, 1, Structural, Assumed,
        "assumed: frames and posts settle without swinging")]
    public double CommittedAtATime { get; private set; }

    [Parameter("shortfall of a sector's slack, as share of its frame, at which it cannot take over a unit at all", Share, .03,
        .005, .2, Uncertain, Assumed, "assumed")]
    public double TakeOverMeans { get; private set; }

    [Parameter("how fast staff is steered in the warm-up: posts per unit of strain too much, a month", Number, .3, .05, 1,
        Structural, Assumed, "assumed")]
    public double SteerPace { get; private set; }

    [Parameter("most that staff is steered by in a month of the warm-up, as share of posts", Share, .1, .02, .5, Structural,
        Assumed, "assumed")]
    public double SteerMost { get; private set; }

    [Parameter("strain from which a team counts as in need when posts are created", Number, .7, .3, 1, Structural, Assumed,
        "assumed")]
    public double NeedyStrain { get; private set; }

    [Parameter("weight of a team that is in no need when posts are created, against one at the highest", Share, .05, 0, .5,
        Uncertain, Assumed,
        "assumed: where no team is strained, posts still go by need")]
    public double CalmTeams { get; private set; }
}
