namespace Samverkan.Model.ServiceUsers;

/// <summary>Where a person is between two months.</summary>
public enum Whereabouts : byte
{
    /// <summary>Known to a municipality's map alone.</summary>
    OutOfContact,
    /// <summary>In a placement outside.</summary>
    Placed,
    /// <summary>Referred, and not yet with the team.</summary>
    OnTheWay,
    /// <summary>In the queue of a team.</summary>
    Queue,
    /// <summary>On the caseload of a team.</summary>
    Caseload,
}

/// <summary>A person as it stands between two months.</summary>
/// <param name="Keeper">The team or municipality that keeps it.</param>
public readonly record struct KeptPerson(ActorPath Keeper, Whereabouts Where, ServiceUser Person)
{
    internal static IEnumerable<KeptPerson> All(ActorPath keeper, Whereabouts where, ReadOnlySpan<ServiceUser> persons)
    {
        var kept = new KeptPerson[persons.Length];
        for (var i = 0; i < kept.Length; i++)
            kept[i] = new(keeper, where, persons[i]);
        return kept;
    }
}
