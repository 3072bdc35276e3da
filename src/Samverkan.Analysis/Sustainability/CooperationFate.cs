using Samverkan.Model;

namespace Samverkan.Analysis.Sustainability;

/// <summary>What became of a cooperation, as one word.</summary>
public enum Fate
{
    /// <summary>It never reached the level from which one can speak of a cooperation.</summary>
    NeverBegan,
    /// <summary>Its joint structures were given up.</summary>
    Dissolved,
    /// <summary>Its joint structures stand, but trust or joint work fell far below its own peak for two years.</summary>
    Hollow,
    /// <summary>It stands and was never hollow.</summary>
    Sustained,
}

/// <summary>What can happen to a cooperation. Each has a survival curve of its own.</summary>
public enum Ending
{
    /// <summary>The last joint unit or agreement is given up.</summary>
    Dissolved,
    /// <summary>Not dissolved, but trust or the share of persons in joint care is below three quarters of its peak for two
    /// years.</summary>
    Hollow,
    /// <summary>Needs met by both sectors, of the needs of persons in service, are below three quarters of their peak share for
    /// two years.</summary>
    BenefitLost,
    /// <summary>Dissolved or hollow, whichever came first: what <c>sustained</c> counts for one more edition.</summary>
    NotSustained,
}

/// <summary>Of what a cooperation is hollow: each below three quarters of its own peak in most of the first two years.</summary>
public enum HollowBy { Trust, JointCare, Both }

/// <summary>
/// What became of a cooperation, in three separate facts: whether its joint structures were given up, whether they stood empty
/// of trust or joint work, and whether its benefit was kept.
/// </summary>
/// <param name="Began">Whether the cooperation index ever reached a quarter.</param>
/// <param name="Dissolved">The first month without a joint unit or an agreement, if none came back before the end; else
/// null.</param>
/// <param name="Hollow">The first month of the first two years in which it was hollow; null if it never was.</param>
/// <param name="BenefitLost">The first month of the first two years in which the benefit was not kept; null if it was.</param>
/// <param name="HollowAtEnd">Whether it is hollow when the run ends: a hollow cooperation can recover.</param>
public sealed record CooperationFate(bool Began, Month? Dissolved = null, Month? Hollow = null, Month? BenefitLost = null,
    bool HollowAtEnd = false)
{
    /// <summary>What was far below its peak when it first became hollow: trust, joint care or both; null: it never was
    /// hollow.</summary>
    public HollowBy? By { get; init; }

    public static readonly CooperationFate NeverBegan = new(false);

    public static readonly CooperationFate Kept = new(true);

    public Fate Fate =>
        !Began ? Fate.NeverBegan : Dissolved is not null ? Fate.Dissolved : Hollow is not null ? Fate.Hollow : Fate.Sustained;

    /// <summary>The first month of an ending; null: it did not happen, or the cooperation never began.</summary>
    public Month? At(Ending ending) => ending switch
    {
        Ending.Dissolved => Dissolved,
        Ending.Hollow => Hollow,
        Ending.BenefitLost => BenefitLost,
        _ => Dissolved is { } end && (Hollow is not { } first || end < first) ? end : Hollow,
    };

    /// <summary>Whether the cooperation began and the ending did not happen.</summary>
    public bool Escaped(Ending ending) => Began && At(ending) is null;
}
