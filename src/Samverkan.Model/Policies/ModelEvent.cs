using Samverkan.Model.Cooperation;
using Samverkan.Model.Economy;
using Samverkan.Model.Needs;
using Samverkan.Model.Units;

namespace Samverkan.Model.Policies;

/// <summary>What a scenario file calls an event: its word is the name in kebab case.</summary>
public enum EventKind
{
    OpenUnit, CloseUnit, TakeOverUnit, LeadersLeave, Influx, IncludeGroup, Train, ReviewNeeds, AdaptContent, ReviseAgreement,
    Streamline,
    IntroduceElement, RemoveElement, InviteMembers, Evaluate, Law,
}

/// <summary>
/// Something that happens at a date without being a parameter's value. What cannot be paid, or comes after a dissolution, lapses,
/// and the minutes say so.
/// </summary>
/// <param name="Id">Unique in the scenario.</param>
/// <param name="Scope">The municipalities that it happens in.</param>
/// <param name="Text">What the author of the scenario calls it.</param>
public sealed record ModelEvent(string Id, Month At, Scope Scope, Happening What, string? Text = null);

/// <summary>What happens: one kind of record for each kind of event.</summary>
public abstract record Happening(EventKind Kind);

/// <summary>The committee decides on the first joint plan, with so many centres.</summary>
public sealed record FirstPlan(int Centres) : Happening(EventKind.OpenUnit);

/// <summary>A joint unit opens for a group.</summary>
public sealed record UnitOpening(UnitKind Unit, TargetGroup Group) : Happening(EventKind.OpenUnit);

/// <summary>A sector decides to close a unit: the oldest joint one.</summary>
public sealed record UnitClosure(Sector By) : Happening(EventKind.CloseUnit);

/// <summary>The other sector takes over the unit that is being closed.</summary>
/// <param name="By">Who takes it over, where the scenario says so.</param>
public sealed record TakeOver(Sector? By = null) : Happening(EventKind.TakeOverUnit);

/// <summary>Core members of the committee leave.</summary>
public sealed record LeadersLeaving(int Leaders) : Happening(EventKind.LeadersLeave);

/// <summary>Persons of a group arrive from outside.</summary>
public sealed record Influx(TargetGroup Group, int Persons) : Happening(EventKind.Influx);

/// <summary>The committee includes a target group.</summary>
public sealed record GroupInclusion(TargetGroup Group) : Happening(EventKind.IncludeGroup);

/// <summary>A year of joint training starts.</summary>
/// <param name="Group">For whom; null: for all groups that are included.</param>
public sealed record TrainingYear(TargetGroup? Group = null) : Happening(EventKind.Train);

/// <summary>Needs are reviewed.</summary>
public sealed record NeedsReview() : Happening(EventKind.ReviewNeeds);

/// <summary>Services are adapted to the needs that the last review saw.</summary>
/// <param name="Group">For whom; null: for all groups that are included.</param>
public sealed record ContentAdaptation(TargetGroup? Group = null) : Happening(EventKind.AdaptContent);

/// <summary>The agreement is written or revised.</summary>
public sealed record AgreementRevision() : Happening(EventKind.ReviseAgreement);

/// <summary>Both sectors streamline together.</summary>
public sealed record Streamlining() : Happening(EventKind.Streamline);

/// <summary>A structural element is introduced.</summary>
public sealed record ElementIntroduction(Element Element) : Happening(EventKind.IntroduceElement);

/// <summary>A structural element is taken away.</summary>
public sealed record ElementRemoval(Element Element) : Happening(EventKind.RemoveElement);

/// <summary>Members join the committee.</summary>
public sealed record MembersJoining(int Members) : Happening(EventKind.InviteMembers);

/// <summary>The cooperation is evaluated.</summary>
/// <param name="Evaluation">From outside or within; null, where the scenario does not say which: within.</param>
public sealed record CooperationEvaluation(Element? Evaluation = null) : Happening(EventKind.Evaluate);

/// <summary>A law, guideline or regional agreement comes into force: <see cref="ModelEvent.Text"/> names it.</summary>
public sealed record NewLaw() : Happening(EventKind.Law);
