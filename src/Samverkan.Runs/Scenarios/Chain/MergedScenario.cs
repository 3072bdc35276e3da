using System.Collections.Immutable;
using Samverkan.Runs.Scenarios.Language;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Chain;

/// <summary>The content of a chain of files, each laid over the one that it extends. Nothing is interpreted yet.</summary>
internal sealed class MergedScenario
{
    private readonly Dictionary<string, Node> parameters = new(StringComparer.Ordinal);
    private readonly FindingList findings;

    private MergedScenario(Document own, FindingList findings)
    {
        Own = own.Root;
        this.findings = findings;
    }

    /// <summary>The requested file. Its id, title, question and expectations are its own.</summary>
    public MapNode Own { get; }

    public MapNode Horizon { get; private set; } = Nothing;
    /// <summary>The year in whose prices sums are; null: that of the catalogue.</summary>
    public ScalarNode? Prices { get; private set; }
    public MapNode World { get; private set; } = Nothing;

    /// <summary>What the world was as of each file, and the folder of its table.</summary>
    public List<(string File, MapNode World, string Folder)> Worlds { get; } = [];

    /// <summary>The folder of the file that named the table of the world.</summary>
    public string WorldFolder { get; private set; } = "";

    public IReadOnlyDictionary<string, Node> Parameters => parameters;
    public ImmutableArray<MapNode> Interventions { get; private set; } = [];
    public ImmutableArray<MapNode> Events { get; private set; } = [];
    public ImmutableArray<Node> Outcomes { get; private set; } = [];

    private static MapNode Nothing => new(Place.Default, []);

    public static MergedScenario Of(IReadOnlyList<Document> chain, FindingList findings)
    {
        var merged = new MergedScenario(chain[^1], findings);
        foreach (var document in chain)
            merged.Add(document);
        return merged;
    }

    /// <summary>Sets a parameter, whatever the files say.</summary>
    public void Override(string parameter, Node value) => parameters[parameter] = value;

    /// <summary>Changes lines of an intervention, whatever the files say.</summary>
    public void Override(MapNode intervention, MapNode lines) =>
        Interventions = Interventions.Replace(intervention, Merge.Over(intervention, lines));

    private void Add(Document document)
    {
        var root = document.Root;
        Remove(root);
        if (root.Map("horizon") is { } horizon)
            Horizon = Merge.Over(Horizon, horizon);
        Prices = root.Scalar("prices") ?? Prices;
        if (root.Map("world") is { } world)
        {
            if (world.Find("table") is not null)
                WorldFolder = Path.GetDirectoryName(document.Path)!;
            World = Merge.Over(World, world);
        }
        Worlds.Add((document.Shown, World, WorldFolder));
        if (root.Map("parameters") is { } values)
            AddParameters(values);
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        Interventions = Merge.OverById(Interventions, Distinct(root.Items("interventions"), seen));
        Events = Merge.OverById(Events, Distinct(root.Items("events"), seen));
        if (root.Find("outcomes") is not null)
            Outcomes = root.Items("outcomes");
    }

    /// <summary>Names with '*' first, so that a single id in the same file overrides them wherever it is.</summary>
    private void AddParameters(MapNode values)
    {
        foreach (var entry in values.Entries.OrderBy(e => Wildcard.Parameters(e.Name).Count == 1))
            foreach (var parameter in Wildcard.Parameters(entry.Name))
                parameters[parameter.Id] = entry.Value;
    }

    private void Remove(MapNode root)
    {
        foreach (var item in root.Items("remove").OfType<ScalarNode>().DistinctBy(one => one.Text))
        {
            var known = Interventions.Concat(Events).FirstOrDefault(i => i.Text("id") == item.Text);
            if (known is not null)
            {
                Interventions = Interventions.Remove(known);
                Events = Events.Remove(known);
                findings.Note(known.Place, Codes.Removed, $"'{item.Text}' stands here and is removed by {item.Place}.");
            }
            else if (!parameters.Remove(item.Text))
                findings.Error(item.Place, Codes.NothingToRemove,
                    $"Nothing of the name '{item.Text}' is inherited."
                        + DidYouMean.Of(item.Text, [.. Interventions.Concat(Events).Select(i => i.Text("id")).OfType<string>()]));
        }
    }

    private IEnumerable<MapNode> Distinct(ImmutableArray<Node> items, Dictionary<string, Place> seen)
    {
        foreach (var item in items.OfType<MapNode>())
            if (item.Text("id") is { } id && !seen.TryAdd(id, item.PlaceOf("id")))
                findings.Error(item.PlaceOf("id"), Codes.DuplicateId,
                    $"The id '{id}' is already used in line {seen[id].Line}. Give this one another.");
            else
                yield return item;
    }
}
