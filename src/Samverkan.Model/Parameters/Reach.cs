namespace Samverkan.Model.Parameters;

/// <summary>
/// Whose rules read a parameter, and so by which scopes a scenario may change it: a change that nobody would feel is
/// refused where it is written.
/// </summary>
[Flags]
public enum Reach
{
    /// <summary>Not said: what the section says, and <see cref="Places"/> if that says nothing.</summary>
    Unsaid = 0,
    /// <summary>Counties and municipalities.</summary>
    Places = 1,
    /// <summary>Single units, with their teams.</summary>
    Units = 2,
    /// <summary>Single teams.</summary>
    Teams = 4,
    /// <summary>Single persons.</summary>
    Persons = 8,
    /// <summary>What a team does: also of a single unit or team.</summary>
    Staff = Places | Units | Teams,
    /// <summary>What meets a person, wherever kept: also of a single unit, team or person.</summary>
    Care = Staff | Persons,
    /// <summary>What meets a person out of contact or placed outside, whom no team keeps.</summary>
    Homes = Places | Persons,
}

/// <summary>The reach of the parameters of a section that say none of their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReachesAttribute(Reach reach) : Attribute
{
    public Reach Reach { get; } = reach;
}
