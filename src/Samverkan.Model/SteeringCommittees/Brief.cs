using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees.Minuting;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>A target group as it truly was last month; what the committee knows of it is another matter.</summary>
/// <param name="Competence">Mean of the teams that care for it, by person; joint teams if there are any.</param>
/// <param name="Match">Content match, likewise.</param>
/// <param name="JointPosts">Filled posts of joint teams, by their persons of the group, in tenths.</param>
public readonly record struct GroupState(
    int Persons, int InService, int InJointCare, int Waiting, int Unmet, int UnmetInJointCare, double Competence, double Match,
    int JointPosts);

/// <summary>A team as the committee sees it.</summary>
/// <param name="Groups">Groups that it serves, one bit each.</param>
/// <param name="Need">Hours that its persons and those who wait for it need over hours at hand, as it was over some
/// quarters.</param>
/// <param name="Settles">Whether its posts were changed so lately that they are left alone.</param>
public readonly record struct TeamState(
    TeamAddress Address, UnitKind Kind, uint Groups, bool Joint, int Persons, int Waiting, double Need, int Posts, int Vacant,
    bool Settles = false);

/// <summary>A sector's economy as the committee sees it.</summary>
/// <param name="Stress">Deficit of twelve months as share of the frame; negative: surplus.</param>
/// <param name="Slack">SEK a year that could be committed; negative if there are none.</param>
/// <param name="BringsDeficit">Whether it brings its deficit to the committee this month.</param>
public readonly record struct SectorState(double Stress, long Slack, long Frame, bool BringsDeficit, bool Shifts, bool Freezes);

/// <summary>A joint unit that a sector has decided to close.</summary>
public readonly record struct Threat(ushort Unit, UnitKind Kind, Sector By, int Persons, Month Closes, long YearlyCost);

/// <summary>All that the committee is told for a month: last month's closes. A message down.</summary>
/// <param name="Included">Groups that the integrated organisation includes, one bit each.</param>
/// <param name="PlanStands">Whether a joint plan is decided, under way or in place.</param>
/// <param name="ComplexShare">Share of persons in joint care who have so many unmet needs that they count as complex.</param>
/// <param name="Scale">Inhabitants as share of the reference municipality's.</param>
/// <param name="Conflict">Conflict that unilateral acts of last month caused.</param>
/// <param name="News">What happened outside the committee, for its minutes.</param>
/// <param name="Shock">Whether something shook the cooperation: an attempt to close, a law, a strained economy.</param>
/// <param name="NewServices">Joint units that opened last month.</param>
/// <param name="GroupsIncluded">Groups that were included last month: services that the agreement did not foresee.</param>
/// <param name="Parted">Whether a dissolution is too recent for another joint plan.</param>
/// <param name="TrainingPot">Savings set aside for training, in SEK.</param>
/// <param name="InTraining">Groups in joint training, one bit each.</param>
/// <param name="Underway">Decisions that wait for their date: no second item of their kind and subject is raised.</param>
public sealed record Brief(
    Context Context,
    StructuralElements Structure,
    uint Included,
    bool PlanStands,
    ImmutableArray<GroupState> Groups,
    ImmutableArray<TeamState> Teams,
    SectorState County,
    SectorState Municipality,
    double TeamCooperation,
    double JointShare,
    double TrainingShare,
    double ComplexShare,
    double Scale,
    double Conflict,
    ImmutableArray<News> News,
    bool Shock,
    int NewServices,
    int GroupsIncluded,
    bool Parted,
    int JointUnits,
    long TrainingPot,
    uint InTraining,
    ImmutableArray<Decision> Underway,
    Threat? Threat)
{
    /// <summary>What was counted last month, by <see cref="Figure"/>. It is told in the minutes; nothing is decided by
    /// it.</summary>
    public ImmutableArray<int> Counted { get; init; } = [];

    /// <summary>SEK a year that both sectors together could commit.</summary>
    public long Slack => Math.Max(0, County.Slack) + Math.Max(0, Municipality.Slack);

    public long Frames => County.Frame + Municipality.Frame;

    /// <summary>The deeper deficit of the two, as share of its frame.</summary>
    public double Stress => Math.Max(County.Stress, Municipality.Stress);

    public GroupState Of(TargetGroup group) => Groups[(int)group];
}
