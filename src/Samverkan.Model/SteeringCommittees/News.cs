using Samverkan.Model.Economy;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>What is reported to a committee without a decision of it: one record per kind.</summary>
public abstract record News
{
    private protected News() { }
}

/// <summary>A core member has left and a successor has been named.</summary>
/// <param name="Side">The sector of the seat.</param>
public sealed record MemberLeft(Sector Side) : News;

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
