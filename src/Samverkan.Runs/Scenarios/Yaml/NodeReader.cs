using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Samverkan.Runs.Scenarios.Yaml;

/// <summary>
/// Reads YAML into nodes, event by event, so that depth and size are bounded. The language leaves out what makes
/// files hard to follow: tabs, several documents, tags, anchors and aliases.
/// </summary>
internal sealed class NodeReader
{
    private const int MostDepth = 12;
    private const int MostNodes = 10_000;

    /// <summary>Names with any text as their value.</summary>
    private static readonly string[] TextNames = ["title", "question", "owner", "name", "note", "source", "because", "text"];

    private readonly string shown;
    private readonly FindingList findings;
    private readonly Parser parser;
    private readonly string text;
    private int nodes;
    private Place last;

    private NodeReader(string text, string shown, FindingList findings)
    {
        this.shown = shown;
        this.findings = findings;
        this.text = text;
        parser = new Parser(new StringReader(text));
    }

    /// <returns>The map that the file is; null, with the reason among the findings, if it is none.</returns>
    public static MapNode? Read(string text, string shown, FindingList findings)
    {
        if (FindTab(text) is var (line, column) && line > 0)
        {
            findings.Error(new Place(shown, line, column), Codes.Tab,
                "There is a tab. YAML is indented with spaces: write two for each level.");
            return null;
        }
        if (Unseen.IndexIn(text) is var at and >= 0)
        {
            findings.Error(PlaceOf(text, at, shown), Codes.BadCharacter, Unseen.Problem(text[at]));
            return null;
        }
        var reader = new NodeReader(text, shown, findings);
        try
        {
            return reader.ReadFile();
        }
        catch (Refusal refusal)
        {
            findings.Error(refusal.Place, refusal.Code, refusal.Message);
        }
        catch (YamlException problem)
        {
            findings.Error(new Place(shown, (int)problem.Start.Line, (int)problem.Start.Column), Codes.NotYaml,
                SyntaxInWords.Of((int)problem.Start.Line, text));
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or IndexOutOfRangeException
            or FormatException)
        {
            // YamlDotNet's own slips on some malformed texts (an unclosed bracket before a ':').
            findings.Error(reader.last, Codes.NotYaml, SyntaxInWords.Of(reader.last.Line, text));
        }
        return null;
    }

    private MapNode? ReadFile()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            throw Refuse(new Place(shown, 0, 0), Codes.Empty,
                $"The file is empty. '{ProgramName.AsTyped} init FILE' writes one to start from.");
        var root = ReadNode(0);
        parser.Consume<DocumentEnd>();
        if (parser.TryConsume<DocumentStart>(out var second))
            throw Refuse(At(second), Codes.NotPlain, "A second document starts here ('---'). A file holds one scenario.");
        if (root.IsNothing)
            throw Refuse(new Place(shown, 0, 0), Codes.Empty,
                $"The file has no content. '{ProgramName.AsTyped} init FILE' writes one to start from.");
        return root as MapNode ?? throw Refuse(root.Place, Codes.WrongShape,
            "A scenario is a list of names with values, such as 'title: My scenario'. This is not.");
    }

    /// <param name="isText">Whether any text may stand here, so that a '#' can be meant.</param>
    private Node ReadNode(int depth, bool isText = false)
    {
        var next = parser.Current!;
        var place = last = At(next);
        if (depth > MostDepth)
            throw Refuse(place, Codes.TooDeep, $"This is nested more than {MostDepth} levels deep. No part of a scenario is.");
        if (++nodes > MostNodes)
            throw Refuse(place, Codes.TooLarge, $"The file has more than {MostNodes} parts. Scenarios are a page long.");
        if (next is NodeEvent { Tag.IsEmpty: false } tagged && tagged.Tag != "!")
            throw Refuse(place, Codes.NotPlain,
                $"Tags ('{Short(tagged.Tag.Value)}') are not part of the language. Write the plain value.");
        if (next is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw Refuse(place, Codes.NotPlain,
                "Anchors and aliases ('&name', '*name') are not part of the language. Write the value, or extend a scenario. (A "
                    + "'*' for everywhere is written in quotes.)");
        return next switch
        {
            Scalar scalar => ReadScalar(place, isText ? CutOff(scalar) : null),
            SequenceStart => ReadList(place, depth),
            MappingStart => ReadMap(place, depth),
            _ => throw Refuse(place, Codes.NotYaml, "This is not understood."),
        };
    }

    private ScalarNode ReadScalar(Place place, string? cutOff)
    {
        if (cutOff is not null)
            findings.Warning(place, Codes.Comment,
                $"'{Short(cutOff)}' is a comment, not part of the text. If it is, write the whole text in quotes.");
        var scalar = parser.Consume<Scalar>();
        // Quotation marks can hold what the file itself does not: "\e", "\v".
        if (Unseen.ProblemOf(scalar.Value) is { } problem)
            findings.Error(place, Codes.BadCharacter, problem);
        return new ScalarNode(place, Letters.Composed(scalar.Value), scalar.Style is not ScalarStyle.Plain);
    }

    private ListNode ReadList(Place place, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = ImmutableArray.CreateBuilder<Node>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(depth + 1));
        return new ListNode(place, items.ToImmutable());
    }

    private MapNode ReadMap(Place place, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = ImmutableArray.CreateBuilder<Entry>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var keyPlace = At(parser.Current!);
            if (ReadNode(depth + 1) is not ScalarNode key)
                throw Refuse(keyPlace, Codes.WrongShape, "A name is expected here, not a list or a map.");
            var value = ReadNode(depth + 1, TextNames.Contains(key.Text));
            if (IsHalfANumber(key, value) && entries is [.., { Value: ScalarNode { Text: var whole } } before]
                && long.TryParse(whole, out _))
            {
                findings.Error(before.Value.Place, Codes.NotANumber,
                    $"'{whole},{Short(key.Text)}' has a decimal comma. Did you mean '{whole}.{Short(key.Text)}'?");
                continue;
            }
            if (!seen.TryAdd(key.Text, keyPlace))
                findings.Error(keyPlace, Codes.DuplicateKey,
                    $"'{Short(key.Text)}' stands here a second time; the first is in line {seen[key.Text].Line}. Keep one.");
            else
                entries.Add(new Entry(key.Text, keyPlace, value));
        }
        return new MapNode(place, entries.ToImmutable());
    }

    /// <summary>What stands behind a text as a comment, but looks like a part of it: "Cut #2 of 3".</summary>
    private string? CutOff(Scalar scalar)
    {
        if (scalar.Style is not ScalarStyle.Plain || scalar.End.Index is not (> 0 and var end) || end > text.Length)
            return null;
        var rest = text.AsSpan((int)end).TrimStart(' ');
        return rest is ['#', not (' ' or '\t' or '#' or '\r' or '\n'), ..]
            ? rest[..(rest.IndexOfAny('\r', '\n') is var line and >= 0 ? line : rest.Length)].TrimEnd().ToString() : null;
    }

    /// <summary>What a decimal comma leaves behind in braces: <c>{ multiply: 0,8 }</c> is a 0, and a name 8 of nothing.</summary>
    private static bool IsHalfANumber(ScalarNode key, Node value) =>
        value.IsNothing && key.Text.Length > 0 && char.IsAsciiDigit(key.Text[0]);

    private Place At(ParsingEvent @event) => new(shown, (int)@event.Start.Line, (int)@event.Start.Column);

    private static Refusal Refuse(Place place, string code, string message) => new(place, code, message);

    private static Place PlaceOf(string text, int index, string shown)
    {
        var before = text.AsSpan(0, index);
        return new Place(shown, 1 + before.Count('\n') + before.Count('\r') - before.Count("\r\n"),
            index - before.LastIndexOfAny('\r', '\n'));
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";

    /// <summary>The first tab in the indentation of a line; line 0 if there is none.</summary>
    private static (int Line, int Column) FindTab(string text)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            var indent = content.IndexOfAnyExcept(' ', '\t');
            var tab = content.IndexOf('\t');
            if (tab >= 0 && tab < indent && content[indent] != '#')
                return (line, tab + 1);
        }
        return (0, 0);
    }

    /// <summary>Ends the reading of one file; never leaves this class.</summary>
    private sealed class Refusal(Place place, string code, string message) : Exception(message)
    {
        public Place Place { get; } = place;
        public string Code { get; } = code;
    }
}
