using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Language;

/// <summary>Checks one file against the grammar: strict names, nothing missing, each value of the right form.</summary>
internal sealed class ShapeCheck(FindingList findings)
{
    public void Check(Node node, Shape shape)
    {
        if (findings.IsFull || node.IsNothing && shape is not (ScalarShape or EitherShape))
            return;
        switch (shape, node)
        {
            case (ScalarShape scalar, ScalarNode text):
                CheckScalar(text, scalar);
                break;
            case (EitherShape either, ScalarNode text):
                CheckScalar(text, either.Short);
                break;
            case (EitherShape either, _):
                Check(node, either.Long);
                break;
            case (MapShape map, MapNode names):
                CheckMap(names, map);
                break;
            case (ParametersShape parameters, MapNode names):
                foreach (var entry in names.Entries.TakeWhile(_ => !findings.IsFull))
                    CheckParameter(entry, parameters);
                break;
            case (ListShape list, ListNode items):
                foreach (var item in items.Items)
                    Check(item, list.Item);
                if (list.Item is ScalarShape { Noun: not ScalarShape.AnyNoun }
                    or EitherShape { Short.Noun: not ScalarShape.AnyNoun })
                    CheckTwice(items);
                break;
            default:
                findings.Error(node.Place, Codes.WrongShape, $"{Wanted(shape)} is expected here, not {Found(node)}.");
                break;
        }
    }

    /// <summary>In a list of names, a second time is a slip.</summary>
    private void CheckTwice(ListNode list)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var item in list.Items.OfType<ScalarNode>())
            if (!seen.TryAdd(item.Text, item.Place))
                findings.Error(item.Place, Codes.DuplicateId,
                    $"'{Short(item.Text)}' stands here a second time; the first is in line {seen[item.Text].Line}, column "
                        + $"{seen[item.Text].Column}. Keep one.");
    }

    private void CheckScalar(ScalarNode node, ScalarShape shape)
    {
        if (node.IsNothing)
            findings.Error(node.Place, Codes.Missing,
                $"Nothing is written here. Leave the name out, or give it a value: "
                    + $"{char.ToLowerInvariant(shape.Meaning[0])}{shape.Meaning[1..]}");
        else if (!shape.Accepts(node.Text))
            findings.Error(node.Place, shape.Code,
                $"There is no {shape.Noun} '{Short(node.Text)}'.{Guess(node.Text, shape.Code, shape.Offered)}");
        else if (shape.Code == Codes.BadId && Ids.ProblemOf(node.Text) is { } problem)
            findings.Error(node.Place, Codes.BadId, problem);
    }

    private void CheckMap(MapNode node, MapShape shape)
    {
        foreach (var entry in node.Entries.TakeWhile(_ => !findings.IsFull))
            if (shape.Keys.FirstOrDefault(k => k.Name == entry.Name) is { } key)
                Check(entry.Value, key.Shape);
            else
                findings.Error(entry.Place, Codes.UnknownKey,
                    $"'{Short(entry.Name)}' is not a name that can stand "
                        + $"here.{DidYouMean.Of(entry.Name, [.. shape.Keys.Select(k => k.Name)])}");
        foreach (var key in shape.Keys.Where(k => k.Required && node.Find(k.Name) is null))
            findings.Error(node.Place, Codes.Missing, $"'{key.Name}' is missing. {key.Shape.Meaning}");
    }

    private void CheckParameter(Entry entry, ParametersShape shape)
    {
        if (Wildcard.Parameters(entry.Name).Count == 0)
            findings.Error(entry.Place, Codes.UnknownParameter,
                $"There is no parameter '{Short(entry.Name)}'.{Guess(entry.Name, Codes.UnknownParameter, Wildcard.Names)}");
        Check(entry.Value, shape.Value);
    }

    private static string Guess(string word, string code, IReadOnlyList<string> words) =>
        (DidYouMean.Of(word, words), code) switch
        {
            ({ Length: > 0 } guess, _) => guess,
            (_, Codes.UnknownParameter or Codes.UnknownIndicator) =>
                $" '{ProgramName.AsTyped} explain' lists all that there are.",
            _ => "",
        };

    private static string Wanted(Shape shape) => shape switch
    {
        ListShape => "A list (lines that start with '- ')",
        ScalarShape => "A single value",
        _ => "A group of names with values ('name: value')",
    };

    private static string Found(Node node) => node switch
    {
        ListNode => "a list",
        MapNode => "a group of names",
        ScalarNode scalar => $"'{Short(scalar.Text)}'",
        _ => "this",
    };

    private static string Short(string text) => text.Length <= 40 ? text : text[..40] + "...";
}
