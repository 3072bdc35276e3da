using System.Collections.Immutable;

namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>A piece of a scenario file that knows where it was written. Immutable.</summary>
internal abstract record Node(Place Place)
{
    /// <summary>Written as nothing at all, as in <c>parameters:</c> with no line below.</summary>
    public virtual bool IsNothing => false;
}

/// <param name="Quoted">"..." or '...': text, whatever it looks like.</param>
internal sealed record ScalarNode(Place Place, string Text, bool Quoted) : Node(Place)
{
    public override bool IsNothing => !Quoted && Text is "" or "~" or "null";
}

internal sealed record ListNode(Place Place, ImmutableArray<Node> Items) : Node(Place);

/// <summary>One line of a map: a name and what belongs to it.</summary>
/// <param name="Place">Where the name stands.</param>
internal sealed record Entry(string Name, Place Place, Node Value);

internal sealed record MapNode(Place Place, ImmutableArray<Entry> Entries) : Node(Place)
{
    public Entry? Find(string name)
    {
        foreach (var entry in Entries)
            if (entry.Name == name)
                return entry;
        return null;
    }

    /// <summary>The value of a name; null if the name is absent or has nothing written for it.</summary>
    public Node? Value(string name) => Find(name) is { Value.IsNothing: false } entry ? entry.Value : null;

    /// <summary>The text of a name; null if it is absent or not a text (which the check of the shape has reported).</summary>
    public string? Text(string name) => (Value(name) as ScalarNode)?.Text;

    /// <summary>The same on one line, with single blanks: what goes into tables, titles and lines of a terminal.</summary>
    public string? Line(string name) => Text(name) is { } text ? Names.OnOneLine(text) : null;

    public ScalarNode? Scalar(string name) => Value(name) as ScalarNode;

    public MapNode? Map(string name) => Value(name) as MapNode;

    public ImmutableArray<Node> Items(string name) => (Value(name) as ListNode)?.Items ?? [];

    public Place PlaceOf(string name) => Find(name)?.Value.Place ?? Place;
}
