using Samverkan.Model.Cooperation;
using Samverkan.Model.Needs;

namespace Samverkan.Model.SteeringCommittees.Minuting;

/// <summary>The state has announced money for those who have a joint plan.</summary>
/// <param name="PerYear">SEK a year to both sectors together in this place.</param>
public sealed record GrantAnnounced(long PerYear) : News;

/// <summary>The state pays a grant to those who have a joint plan.</summary>
/// <param name="PerYear">SEK a year to both sectors together in this place.</param>
/// <param name="Paid">Whether there is a plan here for which it is paid.</param>
public sealed record GrantBegun(long PerYear, bool Paid) : News
{
    public override string Topic => Paid ? nameof(GrantBegun) : $"{nameof(GrantBegun)}.Unclaimed";
}

/// <summary>It is known that the state's grant will end.</summary>
public sealed record GrantEnding(long PerYear) : News;

/// <summary>The state's grant has ended.</summary>
/// <param name="Months">For how long it was paid out by the state.</param>
public sealed record GrantEnded(int Months) : News;

/// <summary>A national guideline recommends case managers, or no longer does.</summary>
public sealed record GuidelineIssued(bool Recommends) : News
{
    public override string Topic => Recommends ? nameof(GuidelineIssued) : $"{nameof(GuidelineIssued)}.Withdrawn";
}

/// <summary>The data authority permits a shared register of needs, or no longer does.</summary>
public sealed record RegisterPermission(bool Permitted) : News
{
    public override string Topic => Permitted ? nameof(RegisterPermission) : $"{nameof(RegisterPermission)}.Withdrawn";
}

/// <summary>A regional agreement on mental illness obliges both sectors, or no longer does.</summary>
public sealed record RegionalAgreementMade(bool InForce) : News
{
    public override string Topic => InForce ? nameof(RegionalAgreementMade) : $"{nameof(RegionalAgreementMade)}.Ended";
}

/// <summary>Private providers run another share of primary care than before.</summary>
public sealed record PrivateCareChanged(double From, double To) : News
{
    public override string Topic => $"{nameof(PrivateCareChanged)}.{(To > From ? "More" : "Less")}";
}

/// <summary>A guarantee on waiting has been given, changed or withdrawn.</summary>
/// <param name="Days">After which a wait has to end; 0: no guarantee.</param>
public sealed record GuaranteeChanged(double Days) : News
{
    public override string Topic => Days > 0 ? nameof(GuaranteeChanged) : $"{nameof(GuaranteeChanged)}.Withdrawn";
}

/// <summary>The municipality pays for delayed discharges after another number of days than before.</summary>
public sealed record PaymentTermChanged(double From, double To) : News
{
    public override string Topic => $"{nameof(PaymentTermChanged)}.{(To < From ? "Shorter" : "Longer")}";
}

/// <summary>A form of cooperation has become possible here, or no longer is.</summary>
public sealed record ElementRuled(Element Element, bool Allowed) : News
{
    public override string Topic => $"{nameof(ElementRuled)}.{(Allowed ? "Allowed" : "Forbidden")}";
}

/// <summary>The county has another number of beds for this place than before.</summary>
public sealed record BedsChanged(int From, int To) : News
{
    public override string Topic => $"{nameof(BedsChanged)}.{(To < From ? "Closed" : "Opened")}";
}

/// <summary>Persons of a group have come from outside, all at once.</summary>
public sealed record PersonsCame(TargetGroup Group, int Persons) : News;

/// <summary>How often the committee meets has been set for it anew.</summary>
public sealed record MeetingsSet(double PerYear) : News;

/// <summary>Something else that is decided outside the committee has changed: a lever of the model.</summary>
/// <param name="Lever">Position of the parameter in the catalogue.</param>
public sealed record PolicyChanged(int Lever, double From, double To) : News;

/// <summary>What an inspection remarks on.</summary>
public enum Remark : byte { CrisesWithoutBed, LongQueue, DelayedDischarges, VacantPosts, NeedsOutsideServices }

/// <summary>The authorities have inspected the services and found fault.</summary>
/// <param name="Number">What was found: crises, persons, bed days, or posts in tenths.</param>
/// <param name="Of">Out of so many.</param>
public sealed record InspectionRemarked(Remark Remark, int Number, int Of) : News
{
    public override string Topic => $"{nameof(InspectionRemarked)}.{Remark}";
}

/// <summary>The authorities have come back to see what became of their remark.</summary>
/// <param name="Mended">Whether it has been put right.</param>
public sealed record InspectionReturned(Remark Remark, bool Mended, int Number, int Of) : News
{
    public override string Topic => $"{nameof(InspectionReturned)}.{(Mended ? "Mended" : "Standing")}";
}
