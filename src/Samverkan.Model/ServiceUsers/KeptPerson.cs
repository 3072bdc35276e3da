namespace Samverkan.Model.ServiceUsers;

/// <summary>With whom a person is between two months.</summary>
public enum Keeping : byte
{
    /// <summary>In service with a team.</summary>
    Caseload,
    /// <summary>Waiting for a team.</summary>
    Queue,
    /// <summary>Out of contact, in the municipality.</summary>
    Resident,
    /// <summary>Placed outside by the municipality.</summary>
    Placed,
    /// <summary>Between two keepers: the municipality sends the person on next month.</summary>
    OnTheWay,
}

/// <summary>What results call each of <see cref="Keeping"/>.</summary>
public static class Keepings
{
    public static IReadOnlyList<string> Ids { get; } = ["in-service", "waiting", "out-of-contact", "placed", "on-the-way"];

    public static string Id(this Keeping keeping) => Ids[(int)keeping];
}

/// <summary>A person between two months, and who keeps it.</summary>
/// <param name="Keeper">A team or a municipality.</param>
public readonly record struct KeptPerson(ActorPath Keeper, Keeping Keeping, ServiceUser Person);
