using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Tests;

/// <summary>A person as found somewhere in the world.</summary>
internal readonly record struct Found(ulong Id, Keeping Place, string Actor, ServiceUser Person);

/// <summary>Goes through the whole tree and writes down who is where.</summary>
internal static class Census
{
    public static List<Found> Take(Simulation simulation) => Take(simulation.Persons());

    public static List<Found> Take(IEnumerable<KeptPerson> persons) =>
        [.. persons.Select(kept => new Found(kept.Person.Id, kept.Keeping, kept.Keeper.ToString(), kept.Person))];
}
