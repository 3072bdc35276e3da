using Samverkan.Model.Economy;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What is reported to a committee without a decision of it: one record per kind.</summary>
public abstract record News
{
    private protected News() { }
}

/// <summary>A core member or project manager has left; the seat is empty.</summary>
/// <param name="Side">The sector of the seat.</param>
/// <param name="Manager">Whether it is one of the two project managers.</param>
public sealed record MemberLeft(Sector Side, bool Manager = false) : News;

/// <summary>An empty seat has been filled.</summary>
/// <param name="Side">The sector of the seat.</param>
/// <param name="Manager">Whether it is that of a project manager.</param>
public sealed record SuccessorNamed(Sector Side, bool Manager) : News;

/// <summary>What leaders and teams have settled in daily work since the last meeting.</summary>
/// <param name="Adapted">Times that content was adapted.</param>
/// <param name="Trained">Training years begun.</param>
/// <param name="Moved">Times that posts were moved between joint teams.</param>
public sealed record SettledDaily(int Adapted, int Trained, int Moved) : News;

/// <summary>The committee has changed how often it meets.</summary>
/// <param name="MeetingsPerYear">As now planned.</param>
/// <param name="More">Whether that is more often than before.</param>
public sealed record ScheduleChanged(double MeetingsPerYear, bool More) : News;

/// <summary>The committee was too large to do more than consult.</summary>
public sealed record MeetingConsultative(int Members) : News;

/// <summary>A dated decision of the scenario was carried out.</summary>
public sealed record DocumentedDone(Proposal Proposal) : News;

/// <summary>A dated decision of the scenario could not be carried out.</summary>
public sealed record DocumentedLapsed(Proposal Proposal, LapseReason Reason) : News;

/// <summary>Why a dated decision lapses.</summary>
public enum LapseReason : byte { ElementForbidden, NoJointService, AlreadyIncluded, NoMoney }

/// <summary>A decision came to nothing in execution.</summary>
public sealed record DecisionFailed(Proposal Proposal) : News;

/// <summary>A sector in deficit acted without the other: it froze hiring, withdrew staff or shifted cost.</summary>
public sealed record SectorActedAlone(Sector By, Act Act) : News;

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
