using System.Collections.Immutable;
using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.SteeringCommittees.Minuting;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>A target group as it truly was last month; what the committee knows of it is another matter.</summary>
public readonly record struct GroupState
{
    public required int Persons { get; init; }
    public required int InService { get; init; }
    public required int InJointCare { get; init; }
    public required int Waiting { get; init; }
    public required int Unmet { get; init; }
    public required int UnmetInJointCare { get; init; }

    /// <summary>Mean of the teams that care for it, by person; joint teams if there are any.</summary>
    public required double Competence { get; init; }

    /// <summary>Content match, likewise.</summary>
    public required double Match { get; init; }

    /// <summary>Filled posts of joint teams, by their persons of the group, in tenths.</summary>
    public required int JointPosts { get; init; }
}

/// <summary>A team as the committee sees it.</summary>
public readonly record struct TeamState
{
    public required TeamAddress Address { get; init; }
    public required UnitKind Kind { get; init; }

    /// <summary>Groups that it serves.</summary>
    public required GroupSet Groups { get; init; }

    public required bool Joint { get; init; }
    public required int Persons { get; init; }
    public required int Waiting { get; init; }

    /// <summary>Hours that its persons and those who wait for it need over hours at hand, as it was over some quarters.</summary>
    public required double Need { get; init; }

    public required int Posts { get; init; }
    public required int Vacant { get; init; }

    /// <summary>Whether its posts were changed so lately that they are left alone.</summary>
    public bool Settles { get; init; }
}

/// <summary>A sector's economy as the committee sees it.</summary>
/// <param name="Stress">Deficit of twelve months as share of the frame; negative: surplus.</param>
/// <param name="Slack">SEK a year that could be committed; negative if there are none.</param>
/// <param name="BringsDeficit">Whether it brings its deficit to the committee this month.</param>
public readonly record struct SectorState(double Stress, long Slack, long Frame, bool BringsDeficit, bool Shifts, bool Freezes);

/// <summary>A joint unit that a sector has decided to close.</summary>
public readonly record struct Threat(ushort Unit, UnitKind Kind, Sector By, int Persons, Month Closes, long YearlyCost);

/// <summary>All that the committee is told for a month: last month's closes. A message down.</summary>
public sealed record Brief
{
    public required Context Context { get; init; }
    public required StructuralElements Structure { get; init; }

    /// <summary>Groups that the integrated organisation includes.</summary>
    public required GroupSet Included { get; init; }

    /// <summary>Whether a joint plan is decided, under way or in place.</summary>
    public required bool PlanStands { get; init; }

    public required ImmutableArray<GroupState> Groups { get; init; }
    public required ImmutableArray<TeamState> Teams { get; init; }
    public required SectorState County { get; init; }
    public required SectorState Municipality { get; init; }
    public required double TeamCooperation { get; init; }
    public required double JointShare { get; init; }
    public required double TrainingShare { get; init; }

    /// <summary>Share of persons in joint care who have so many unmet needs that they count as complex.</summary>
    public required double ComplexShare { get; init; }

    /// <summary>Inhabitants as share of the reference municipality's.</summary>
    public required double Scale { get; init; }

    /// <summary>Conflict that unilateral acts of last month caused.</summary>
    public required double Conflict { get; init; }

    /// <summary>What happened outside the committee, for its minutes.</summary>
    public required ImmutableArray<News> News { get; init; }

    /// <summary>Whether something shook the cooperation: an attempt to close, a law, a strained economy.</summary>
    public required bool Shock { get; init; }

    /// <summary>Joint units that opened last month.</summary>
    public required int NewServices { get; init; }

    /// <summary>Groups that were included last month: services that the agreement did not foresee.</summary>
    public required int GroupsIncluded { get; init; }

    /// <summary>Whether a dissolution is too recent for another joint plan.</summary>
    public required bool Parted { get; init; }

    public required int JointUnits { get; init; }

    /// <summary>Savings set aside for training, in SEK.</summary>
    public required long TrainingPot { get; init; }

    /// <summary>Groups in joint training.</summary>
    public required GroupSet InTraining { get; init; }

    /// <summary>Decisions that wait for their date: no second item of their kind and subject is raised.</summary>
    public required ImmutableArray<Decision> Underway { get; init; }

    public required Threat? Threat { get; init; }

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
