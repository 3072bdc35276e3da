using System.Collections.Immutable;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Chain;

/// <summary>Lays one map over another. Nested maps are merged; names that exclude each other replace each other.</summary>
internal static class Merge
{
    /// <summary>A map has at most one name of each row: writing one replaces an inherited other.</summary>
    private static readonly string[][] Alternatives =
        [["set", "add", "multiply"], ["until", "for"], ["at", "when"], ["above", "below"], ["table", "counties"]];

    public static MapNode Over(MapNode parent, MapNode child)
    {
        var kept = parent.Entries.Where(old => child.Find(old.Name) is null && !IsReplaced(old.Name, child));
        var changed = child.Entries.Select(entry =>
            parent.Find(entry.Name)?.Value is MapNode below && entry.Value is MapNode above
                ? entry with { Value = Over(below, above) }
                : entry);
        return new MapNode(child.Place, [.. kept, .. changed]);
    }

    /// <summary>
    /// Lists of things with ids: an id that exists changes the inherited entry in its place, a new id is added at the end.
    /// </summary>
    public static ImmutableArray<MapNode> OverById(ImmutableArray<MapNode> parent, IEnumerable<MapNode> child)
    {
        var merged = parent.ToBuilder();
        foreach (var item in child)
            if (item.Text("id") is { } id && IndexOf(merged, id) is var at and >= 0)
                merged[at] = Over(merged[at], item);
            else
                merged.Add(item);
        return merged.ToImmutable();
    }

    private static int IndexOf(ImmutableArray<MapNode>.Builder items, string id)
    {
        for (var i = 0; i < items.Count; i++)
            if (items[i].Text("id") == id)
                return i;
        return -1;
    }

    private static bool IsReplaced(string name, MapNode child) =>
        Alternatives.Any(row => row.Contains(name) && row.Any(other => other != name && child.Find(other) is not null));
}
