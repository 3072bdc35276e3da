namespace Samverkan.Runs.Tests.Scenarios.Errors;

/// <summary>A faulty scenario. Each is an entry of <c>docs/errors.md</c>, which keeps what is said about it, and a
/// test.</summary>
/// <param name="Title">What went wrong, in the words of the person to whom it happened.</param>
/// <param name="Yaml">The file <c>my-cut.yaml</c>.</param>
public sealed record GalleryCase(string Title, string Yaml)
{
    /// <summary>Settings of the command line.</summary>
    public string[] Sets { get; init; } = [];

    /// <summary>Further files beside it, by name.</summary>
    public Dictionary<string, string> Beside { get; init; } = [];

    /// <summary>The file is <c>my-study.yaml</c>, a study.</summary>
    public bool IsStudy { get; init; }

    public string File => IsStudy ? "my-study.yaml" : "my-cut.yaml";

    public override string ToString() => Title;

    /// <summary>A scenario that is right but for the lines that are given.</summary>
    public static GalleryCase In(string title, string lines) => new(title, $"""
        id: my-cut
        extends: baseline
        title: My cut
        question: What if less money comes?
        expect: [{"{"} indicator: people.reach, vs: baseline, lt: 0 {"}"}]
        {lines}
        """);
}
