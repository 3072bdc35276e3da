using Samverkan.Model.Economy;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Model.SteeringCommittees;

/// <summary>Why something is a matter for a committee: one record per kind, with the figures that the committee saw.</summary>
public abstract record Occasion
{
    private protected Occasion() { }

    /// <summary>Which sentence tells it: the name of the record, and what else tells one sentence from another.</summary>
    public virtual string Topic => GetType().Name;
}

/// <summary>A sector has decided to close a joint unit.</summary>
/// <param name="By">The sector that closes it.</param>
/// <param name="Closes">First month in which it is closed.</param>
public sealed record UnitUnderThreat(Sector By, UnitKind Kind, int Persons, Month Closes) : Occasion;

/// <summary>The two organisations serve the same persons and plan apart.</summary>
public sealed record ServicesPlanApart : Occasion;

/// <summary>The integrated services do not include a group.</summary>
/// <param name="Unmet">Its known unmet needs outside joint care.</param>
public sealed record GroupLeftOut(double Unmet) : Occasion;

/// <summary>A joint team has more work than hours.</summary>
/// <param name="Strain">Hours needed over hours at hand.</param>
/// <param name="Waiting">Persons who wait for it.</param>
public sealed record TeamStrained(UnitKind Kind, TeamAddress Team, double Strain, int Waiting) : Occasion;

/// <summary>Care fits a group's needs less and less.</summary>
public sealed record ContentDrifts : Occasion;

/// <summary>Staff know too little about a group.</summary>
public sealed record KnowledgeLacking : Occasion;

/// <summary>A role or routine is wanted.</summary>
public sealed record RoleWanted(RoleReason Reason) : Occasion
{
    public override string Topic => $"{nameof(RoleWanted)}.{Reason}";
}

/// <summary>Why a role or routine is wanted.</summary>
public enum RoleReason : byte
{
    /// <summary>Care and rehabilitation are planned twice.</summary>
    PlannedTwice,
    /// <summary>Each organisation follows guidelines of its own.</summary>
    SeparateGuidelines,
    /// <summary>A shared register of needs has become lawful.</summary>
    RegisterPermitted,
    /// <summary>The national guideline recommends case managers.</summary>
    NationalGuideline,
    /// <summary>Coordinators meet needs of new groups that they were not trained for.</summary>
    NeedsBeyondTraining,
    /// <summary>Posts in joint teams stay vacant.</summary>
    PostsVacant,
    /// <summary>One sector cannot fill its posts in joint teams.</summary>
    PostsUnfilled,
    /// <summary>Persons of included groups are out of contact.</summary>
    OutOfContact,
    /// <summary>Some persons have more needs than one case manager can hold together.</summary>
    TooComplex,
}

/// <summary>The needs of the service users have not been reviewed for long, or never.</summary>
/// <param name="Last">Month of the last review; null: there was none.</param>
public sealed record ReviewDue(Month? Last) : Occasion
{
    public override string Topic => Last is null ? $"{nameof(ReviewDue)}.First" : nameof(ReviewDue);
}

/// <summary>The cooperation has not been evaluated for long.</summary>
/// <param name="Months">Since the last evaluation, or since the start.</param>
public sealed record EvaluationDue(int Months) : Occasion;

/// <summary>A sector in deficit brings it to the committee.</summary>
/// <param name="By">The sector.</param>
/// <param name="Stress">Deficit of twelve months as share of the frame.</param>
public sealed record DeficitBrought(Sector By, double Stress) : Occasion
{
    public override string Topic => $"{nameof(DeficitBrought)}.{By}";
}

/// <summary>What happened shows that the agreement leaves too much open.</summary>
public sealed record AgreementShaken : Occasion;

/// <summary>Services have come since the agreement was made.</summary>
/// <param name="Services">How many.</param>
public sealed record AgreementOutgrown(int Services) : Occasion;

/// <summary>The agreement is old, or a regional agreement asks for one in writing.</summary>
/// <param name="Months">Since it was last revised.</param>
public sealed record AgreementAged(int Months) : Occasion;

/// <summary>Services have no member on the committee.</summary>
/// <param name="Services">How many.</param>
public sealed record ServicesUnseated(int Services) : Occasion;
