namespace Samverkan.Model.Policies;

/// <summary>Something that happens at a date without being a parameter's value.</summary>
public enum EventKind
{
    /// <summary>A unit opens (kind, group); in <c>history</c> as the committee did it.</summary>
    OpenUnit,
    /// <summary>A sector decides to close a unit: the oldest joint unit that it co-funds unless one is named.</summary>
    CloseUnit,
    /// <summary>The other sector takes over the unit that is being closed.</summary>
    TakeOverUnit,
    /// <summary>Core members of the committee leave.</summary>
    LeadersLeave,
    /// <summary>People of a group arrive from outside.</summary>
    Influx,
    /// <summary>The committee includes a target group.</summary>
    IncludeGroup,
    /// <summary>A training year starts for a group, or for all.</summary>
    Train,
    /// <summary>A needs review is made.</summary>
    ReviewNeeds,
    /// <summary>Services for a group are adapted to the needs that the last review saw.</summary>
    AdaptContent,
    /// <summary>The agreement is written or revised.</summary>
    ReviseAgreement,
    /// <summary>Both sectors streamline together.</summary>
    Streamline,
    /// <summary>A structural element is introduced.</summary>
    IntroduceElement,
    /// <summary>A structural element is taken away.</summary>
    RemoveElement,
    /// <summary>Members join the committee.</summary>
    InviteMembers,
    /// <summary>An evaluation of the cooperation from outside or within.</summary>
    Evaluate,
    /// <summary>A law, guideline or regional agreement comes into force.</summary>
    Law,
}

/// <summary>
/// A dated event. What cannot be paid, or comes after a dissolution, lapses, and the minutes say so.
/// </summary>
/// <param name="Id">Unique in the scenario.</param>
/// <param name="Scope">The municipalities that it happens in.</param>
/// <param name="UnitKind">Id of a unit kind, where one is meant.</param>
/// <param name="Group">Id of a target group, where one is meant.</param>
/// <param name="Element">Id of a structural element, where one is meant.</param>
/// <param name="By">"county" or "municipality", where one acts.</param>
/// <param name="Amount">How many: leaders, persons, members.</param>
/// <param name="Text">What the minutes call it.</param>
public sealed record ModelEvent(
    string Id,
    EventKind Kind,
    Month At,
    Scope Scope,
    string? UnitKind = null,
    string? Group = null,
    string? Element = null,
    string? By = null,
    double Amount = 0,
    string? Text = null);
