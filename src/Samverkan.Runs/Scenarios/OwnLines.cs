using System.Text;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Words;
using Samverkan.Runs.Scenarios.Yaml;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Scenarios;

/// <summary>What one file says beyond the scenario that it extends, written out again so that somebody can edit it.</summary>
internal sealed class OwnLines
{
    /// <summary>More values than these are not written out: they come by a name with '*', and would fill the page.</summary>
    private const int MostParameters = 12;

    private readonly Document file;
    private readonly MergedScenario merged;

    private OwnLines(IReadOnlyList<Document> chain)
    {
        file = chain[^1];
        merged = MergedScenario.Of(chain, new FindingList());
        Base = chain[^2].Id;
    }

    /// <summary>The id of the scenario that the file extends.</summary>
    public string Base { get; }

    /// <param name="path">A file that is known to be right.</param>
    /// <returns>null if the file changes nothing: it extends no other, or just has another world.</returns>
    public static OwnLines? Of(string path) =>
        ExtendsChain.Load(path, new FindingList()) is { Count: > 1 } chain && new OwnLines(chain) is { IsWhatIf: true } lines
        ? lines : null;

    /// <summary>The parameters that the file gives a value.</summary>
    public IReadOnlyList<string> Parameters =>
        [.. Catalogue.All.Select(p => p.Id).Where(id => merged.Parameters.TryGetValue(id, out var value) && IsOwn(value))];

    private bool IsWhatIf =>
        Parameters.Count > 0 || merged.Interventions.Concat(merged.Events).Any(IsOwn) || file.Root.Find("remove") is not null;

    /// <summary>All that the file says beside values from the start.</summary>
    public string WhatIf() => Interventions() + Events() + Outcomes() + Expectations();

    private string Interventions() => Items("interventions", merged.Interventions);

    private string Events() => Items("events", merged.Events);

    private string Outcomes() => file.Root.Items("outcomes") is { Length: > 0 } asked
        ? $"\noutcomes:\n{string.Concat(asked.Select(outcome => $"  - {FlowYaml.Of(outcome)}\n"))}"
        : "";

    private string Expectations() => file.Root.Items("expect") is { Length: > 0 } expected
        ? $"\n# {Localized.Of($"What do you expect to see? '{ProgramName.AsTyped} compare' says whether it held.")}"
            + $"\nexpect:\n{string.Concat(expected.Select(e => $"  - {FlowYaml.Of(e)}\n"))}"
        : "";

    public string Values()
    {
        var lines = new StringBuilder();
        foreach (var id in Parameters.Count <= MostParameters ? Parameters : [])
            lines.Append($"  {id}: {FlowYaml.Of(merged.Parameters[id])}".PadRight(58))
                .Append($"  # {Localized.Of(LeverNames.Of(Catalogue.Find(id)!))}\n");
        return lines.ToString();
    }

    private string Items(string section, IEnumerable<MapNode> items)
    {
        var own = items.Where(IsOwn).ToArray();
        return own.Length == 0 ? ""
            : $"\n# {Localized.Of($"As in {file.Id}, to be changed here; to drop one, write 'remove: [its id]'.")}"
                + $"\n{section}:\n{string.Concat(own.Select(Item))}";
    }

    private static string Item(MapNode item) =>
        "  - " + string.Join("    ",
            item.Entries.OrderBy(e => e.Name != "id").Select(e => $"{e.Name}: {FlowYaml.Of(e.Value)}\n"));

    private bool IsOwn(Node node) => node.Place.File == file.Shown;
}
