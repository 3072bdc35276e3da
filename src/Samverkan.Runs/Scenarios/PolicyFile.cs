using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Values;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios;

/// <summary>
/// Reads changes for a run that has started: the <c>interventions</c> and <c>events</c> of a file, which may be a scenario or
/// only these. What the file inherits, and what holds from the start, cannot change in such a run.
/// </summary>
public static class PolicyFile
{
    private static readonly string[] FromTheStart = ["parameters", "prices", "world", "horizon", "remove"];

    /// <param name="path">A file, or the name of a shipped scenario.</param>
    /// <param name="world">What the run is made from so far.</param>
    /// <param name="next">The run's next month: nothing can change before it.</param>
    /// <exception cref="ScenarioErrors">The file cannot be used; all findings are reported at once.</exception>
    public static PolicyChange Read(string path, Blueprint world, Month next)
    {
        var findings = new FindingList();
        var located = ScenarioReader.Located(path);
        var shown = Paths.Shown(located);
        return SourceText.Read(located, shown, null, findings) is var (text, _) ? Read(text, shown, world, next, findings)
            : throw new ScenarioErrors(findings.InOrder());
    }

    /// <summary>The same for a text that is in no file.</summary>
    /// <param name="shown">The name of the text in findings.</param>
    /// <exception cref="ScenarioErrors">The text cannot be used.</exception>
    public static PolicyChange Parse(string text, string shown, Blueprint world, Month next) =>
        Read(text, shown, world, next, new FindingList());

    private static PolicyChange Read(string text, string shown, Blueprint world, Month next, FindingList findings)
    {
        if (NodeReader.Read(text, shown, findings) is not { } root)
            throw new ScenarioErrors(findings.InOrder());
        foreach (var key in FromTheStart)
            if (root.Find(key) is { Value.IsNothing: false } entry)
                findings.Error(entry.Place, Codes.Contradiction,
                    $"'{key}' holds from the start of a run, and this one has started. Write an intervention: it holds from a "
                        + "month on.");
        new ShapeCheck(findings).Check(root, Grammar.Policy);
        var context = new ReadingContext(findings)
        {
            Files = [shown],
            From = world.From,
            To = world.To,
            Counties = world.Counties,
            Start = world.Parameters,
            Reference = world.Parameters.Population.Reference,
            PriceYear = PriceIndex.YearOf(world.Parameters.Cost.PriceLevel) ?? PriceIndex.OfTheCatalogue
        };
        var interventions = Items(root, "interventions");
        var events = Items(root, "events");
        if (interventions.IsEmpty && events.IsEmpty)
            findings.Error(root.Place, Codes.Missing, "Nothing is changed: write 'interventions' or 'events'.");
        CheckIds([.. interventions, .. events], world, findings);
        var change = new PolicyChange(
            [.. InterventionReading.Read(interventions.Select(node => Dated(node, next)), context)
                .Select(read => IsDated(interventions, read.Id) ? read : read with { At = null })],
            [.. EventReading.Read(events.Select(node => Dated(node, next)), context)
                .Select(read => IsDated(events, read.Id) ? read : read with { At = default })],
            [.. interventions.Select(node => Line(node, false)), .. events.Select(node => Line(node, true))]);
        foreach (var node in interventions.Concat(events))
            if (context.Date(node.Scalar("at")) < next)
                findings.Error(node.PlaceOf("at"), Codes.OutsideHorizon,
                    $"'at' {node.Text("at")} is past: the next month of the run is {next}. Without 'at', it takes effect then.");
        if (!findings.HasErrors)
            RangeCheck.Check(change.From(next).Onto(world),
                interventions.ToDictionary(node => node.Text("id")!, node => node.Place), findings);
        return findings.HasErrors ? throw new ScenarioErrors(findings.InOrder()) : change;
    }

    private static ImmutableArray<MapNode> Items(MapNode root, string name) => [.. root.Items(name).OfType<MapNode>()];

    private static bool IsDated(MapNode node) => node.Find("at") is not null || node.Find("when") is not null;

    // One intervention of a file can have become several, named id/key.
    private static bool IsDated(ImmutableArray<MapNode> nodes, string id) =>
        nodes.Any(node => node.Text("id") == id.Split('/')[0] && IsDated(node));

    private static MapNode Dated(MapNode node, Month next) =>
        IsDated(node) ? node : node with
        {
            Entries =
                node.Entries.Add(new Entry("at", node.Place, new ScalarNode(node.Place, next.ToString(), false)))
        };

    private static PolicyLine Line(MapNode node, bool isEvent) => new(
        node.Text("id") ?? "", FlowYaml.Of(node with { Entries = node.Entries.RemoveAll(entry => entry.Name == "decided") }),
        isEvent, IsDated(node));

    private static void CheckIds(ImmutableArray<MapNode> nodes, Blueprint world, FindingList findings)
    {
        var taken = world.Interventions.Select(one => one.Id.Split('/')[0]).Concat(world.Events.Select(one => one.Id))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var node in nodes)
            if (node.Text("id") is { } id && !taken.Add(id))
                findings.Error(node.PlaceOf("id"), Codes.DuplicateId, $"The run has '{id}' already. Give this one another id.");
    }
}
