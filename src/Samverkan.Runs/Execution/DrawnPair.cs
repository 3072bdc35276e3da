using Samverkan.Model;
using Samverkan.Runs.Scenarios;
using Samverkan.Runs.Uncertainty;

namespace Samverkan.Runs.Execution;

/// <summary>What scenarios are under one draw of all that is not known: the same draw for all of them.</summary>
/// <param name="Number">1 or more; also the replication whose luck it has.</param>
/// <param name="Draw">Of the region, counted from 0.</param>
/// <param name="Worlds">By scenario.</param>
public sealed record DrawnPair(int Number, int Draw, IReadOnlyList<Blueprint> Worlds)
{
    /// <summary>With fewer pairs than this there is no range of all that is not known.</summary>
    public const int Fewest = 4;

    /// <summary>Half as many pairs as there are replications; none where these would be too few.</summary>
    public static IReadOnlyList<DrawnPair> Of(Region region, IReadOnlyList<Scenario> scenarios, ulong seed, int replications)
    {
        if (replications / 2 < Fewest) return [];
        // A region has a few hundred draws. Pairs with the same draw share its worlds, however many replications there are.
        var worlds = new Dictionary<int, IReadOnlyList<Blueprint>>();
        return
        [
            .. from number in Enumerable.Range(1, replications / 2)
               let draw = region.DrawOf(seed, number)
               select new DrawnPair(number, draw, Worlds(draw)),
        ];

        IReadOnlyList<Blueprint> Worlds(int draw)
        {
            if (!worlds.TryGetValue(draw, out var known))
                worlds[draw] = known = [.. scenarios.Select(scenario => region.Under(scenario, draw))];
            return known;
        }
    }
}
