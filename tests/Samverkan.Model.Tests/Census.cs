using System.Globalization;

namespace Samverkan.Model.Tests;

/// <summary>A person as found somewhere in the world.</summary>
internal readonly record struct Found(ulong Id, string Place, string Actor, string State);

/// <summary>Goes through the whole tree and writes down who is where.</summary>
internal static class Census
{
    private static readonly string[] Places = ["caseload", "queue", "resident", "placed", "on the way"];

    public static List<Found> Take(Simulation simulation) => Take(simulation.DescribeState());

    public static List<Found> Take(IEnumerable<(string Actor, string Field, string Value)> state)
    {
        var people = new List<Found>();
        foreach (var (actor, field, value) in state)
            foreach (var place in Places)
                if (field.StartsWith(place + " ", StringComparison.Ordinal)
                    && ulong.TryParse(field.AsSpan(place.Length + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var id))
                    people.Add(new(id, place, actor, value));
        return people;
    }
}
