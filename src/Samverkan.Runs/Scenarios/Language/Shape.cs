using System.Collections.Immutable;

namespace Samverkan.Runs.Scenarios.Language;

/// <summary>
/// What may stand at a place of a scenario file. One description serves the check of files and the schema for editors.
/// </summary>
/// <param name="Meaning">What a planner reads when hovering over it.</param>
internal abstract record Shape(string Meaning);

/// <summary>A text, number, date or word.</summary>
internal sealed record ScalarShape(string Meaning) : Shape(Meaning)
{
    /// <summary>What a value is called that is no name of anything.</summary>
    public const string AnyNoun = "word";

    /// <summary>The words that it can be; empty: anything.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Those of the words that are offered in place of one that is not there.</summary>
    public IReadOnlyList<string> Offered { get => field ?? Words; init; }

    /// <summary>Reported when it is none of the words.</summary>
    public string Code { get; init; } = Codes.UnknownWord;

    /// <summary>What the words are, for the message: "lever", "indicator".</summary>
    public string Noun { get; init; } = AnyNoun;

    /// <summary>A name with '*' stands for all names that fit.</summary>
    public bool Wildcards { get; init; }

    /// <summary>For editors only: the form of the text.</summary>
    public string? Pattern { get; init; }

    public bool Accepts(string text) =>
        Words.Count == 0 || Words.Contains(text) || Wildcards && Words.Any(w => Wildcard.Fits(text, w));
}

/// <summary>Names from a fixed list, each with its own value.</summary>
internal sealed record MapShape(string Meaning, ImmutableArray<Key> Keys) : Shape(Meaning);

internal sealed record Key(string Name, Shape Shape, bool Required = false);

/// <summary>Parameters by id, each with the same shape of value.</summary>
internal sealed record ParametersShape(string Meaning, Shape Value) : Shape(Meaning);

internal sealed record ListShape(string Meaning, Shape Item) : Shape(Meaning);

/// <summary>A short form or a long one: <c>20 %</c> or <c>{ value: 20 %, source: ... }</c>.</summary>
internal sealed record EitherShape(string Meaning, ScalarShape Short, Shape Long) : Shape(Meaning);
