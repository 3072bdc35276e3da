using System.Collections.Immutable;

namespace Samverkan.Runs.Scenarios;

/// <summary>
/// Collects the findings while a scenario is read, so that all errors are reported at once, and the files that were read.
/// </summary>
internal sealed class FindingList
{
    /// <summary>More findings than a person reads. A file that is wrong throughout must not fill memory or screen.</summary>
    private const int Most = 100;

    private readonly List<Finding> found = [];
    private readonly List<SourceFile> read = [];

    public bool HasErrors { get; private set; }

    /// <summary>Every file that was read, once each, in the order of reading.</summary>
    public ImmutableArray<SourceFile> Sources => [.. read.DistinctBy(file => file.Path)];

    public void HasRead(string path, byte[] bytes) => read.Add(SourceFile.Of(path, bytes));

    /// <summary>No more findings will be reported, so further checks are useless.</summary>
    public bool IsFull => found.Count > Most;

    public void Error(Place place, string code, string message) => Add(place, Severity.Error, code, message);

    public void Warning(Place place, string code, string message) => Add(place, Severity.Warning, code, message);

    public void Note(Place place, string code, string message) => Add(place, Severity.Note, code, message);

    /// <summary>In the order of file, line and column, without repetitions.</summary>
    public ImmutableArray<Finding> InOrder() =>
        [.. found.Distinct().OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    private void Add(Place place, Severity severity, string code, string message)
    {
        HasErrors |= severity == Severity.Error;
        if (found.Count < Most)
            found.Add(new Finding(place.File, place.Line, place.Column, severity, code, message.ReplaceLineEndings(" ")));
        else if (found.Count == Most)
            found.Add(new Finding(place.File, 0, 0, severity, Codes.TooMany,
                $"There is more; only the first {Most} findings are shown."));
    }
}
