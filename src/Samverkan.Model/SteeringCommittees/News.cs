using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What is reported to a committee without a decision of it: one record for each kind.</summary>
public abstract record News
{
    private protected News() { }

    /// <summary>Which sentence tells it: the name of the record, and what else tells one sentence from another.</summary>
    public virtual string Topic => GetType().Name;
}

/// <summary>The committee meets for the first time.</summary>
public sealed record CommitteeConstituted(int Members, int Associations) : News;

/// <summary>A core member or project manager has left; the seat is empty.</summary>
/// <param name="Side">The sector of the seat.</param>
/// <param name="Manager">Whether it is one of the two project managers.</param>
public sealed record MemberLeft(Sector Side, bool Manager = false) : News
{
    public override string Topic => Manager ? $"{nameof(MemberLeft)}.Manager" : nameof(MemberLeft);
}

/// <summary>An empty seat has been filled.</summary>
/// <param name="Side">The sector of the seat.</param>
/// <param name="Manager">Whether it is that of a project manager.</param>
/// <param name="Champion">Whether the successor is known to drive the cooperation.</param>
public sealed record SuccessorNamed(Sector Side, bool Manager, bool Champion = false) : News
{
    public override string Topic => $"{nameof(SuccessorNamed)}{(Manager ? ".Manager" : "")}{(Champion ? ".Champion" : "")}";
}

/// <summary>Teams and leaders have adapted content in daily work during a year.</summary>
/// <param name="Groups">For whom.</param>
public sealed record AdaptedDaily(int Year, int Times, GroupSet Groups) : News;

/// <summary>Teams and leaders have begun joint training in daily work during a year.</summary>
/// <param name="Groups">About whom.</param>
public sealed record TrainedDaily(int Year, int Times, GroupSet Groups) : News;

/// <summary>Leaders have moved posts between joint teams during a year.</summary>
/// <param name="Posts">In tenths, all together.</param>
public sealed record PostsMovedDaily(int Year, int Times, int Posts) : News;

/// <summary>The committee has changed how often it meets.</summary>
/// <param name="MeetingsPerYear">As now planned.</param>
/// <param name="More">Whether that is more often than before.</param>
public sealed record ScheduleChanged(double MeetingsPerYear, bool More) : News
{
    public override string Topic => $"{nameof(ScheduleChanged)}.{(More ? "More" : "Fewer")}";
}

/// <summary>The committee has become too large to do more than consult.</summary>
public sealed record BecameConsultative(int Members) : News;

/// <summary>The committee is small enough again to decide.</summary>
public sealed record BecameDecisive(int Members) : News;

/// <summary>Trust between the two organisations has become low, or high.</summary>
/// <param name="Gained">Whether it has become high.</param>
public sealed record TrustChanged(bool Gained) : News
{
    public override string Topic => $"{nameof(TrustChanged)}.{(Gained ? "Gained" : "Lost")}";
}

/// <summary>A dated decision of the scenario could not be carried out.</summary>
public sealed record DocumentedLapsed(Proposal Proposal, LapseReason Reason) : News
{
    public override string Topic => $"{nameof(DocumentedLapsed)}.{Reason}";
}

/// <summary>Why a dated decision lapses.</summary>
public enum LapseReason : byte { ElementForbidden, NoJointService, AlreadyIncluded, NoMoney }

/// <summary>A decision came to nothing in execution.</summary>
public sealed record DecisionFailed(Proposal Proposal) : News;

/// <summary>A sector in deficit acted without the other: it froze hiring, withdrew staff or shifted cost.</summary>
public sealed record SectorActedAlone(Sector By, Act Act) : News
{
    public override string Topic =>
        Act == Act.Shift ? $"{nameof(SectorActedAlone)}.{Act}.{By}" : $"{nameof(SectorActedAlone)}.{Act}";
}

/// <summary>A sector in deficit has given notice of posts that it will take out of joint teams.</summary>
/// <param name="Posts">In tenths.</param>
/// <param name="Spared">What its own teams bear instead, as the two negotiated, in tenths.</param>
public sealed record NoticeOfCut(Sector By, int Posts, int Spared) : News;

/// <summary>A sector has decided to close a joint unit.</summary>
public sealed record ClosureDecided(Sector By, UnitKind Kind, int Unit) : News;

/// <summary>A sector would have closed a joint unit, but there is none.</summary>
public sealed record NothingToClose(Sector By) : News;

/// <summary>A joint unit has closed.</summary>
public sealed record UnitClosed(UnitKind Kind, int Unit) : News;

/// <summary>A sector has taken over a unit that the other wanted to close.</summary>
public sealed record UnitTakenOver(Sector By, UnitKind Kind, int Unit) : News;

/// <summary>The sectors have ended the cooperation and dissolved the joint teams.</summary>
public sealed record CooperationEnded : News;

/// <summary>A law, guideline or regional agreement has come into force.</summary>
/// <param name="Title">As the scenario names it; null: it has no name.</param>
public sealed record LawPassed(string? Title) : News;
