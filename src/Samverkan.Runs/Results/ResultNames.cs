namespace Samverkan.Runs.Results;

/// <summary>
/// The files and folders that this program writes into a folder of results. Replacing a result removes these and nothing else:
/// whatever a user put beside them stays.
/// </summary>
public static class ResultNames
{
    /// <summary>The start of every name that is there only while a program writes.</summary>
    private const string Passing = ".samverkan.";

    /// <summary>The end of a table's name until the table is complete.</summary>
    private const string Unfinished = ".unfinished";

    private static readonly HashSet<string> Folders = ["figures", "inputs", "minutes"];

    private static readonly HashSet<string> Files =
    [
        ResultFolder.ManifestName, "comparison.json", "comparison.md", "data-dictionary.md", DataPackage.File, "decision.json",
        "decision.md", "journal.bin", "report.docx", "report.html", "report.json", "scenario.yaml", "slides.pptx", "study.md",
        "study.yaml", "summary.html", "tables.xlsx",
    ];

    private static readonly HashSet<string> Tables =
    [
        "bands", "boxes", "differences", "draws", "failures", "fates", "figures", "futures", "ledger", "levels", "paired",
        "peeling", "persons", "region", "runs", "samples", "sensitivity", "series", "shares", "waves", "years",
    ];

    private static readonly string[] Endings = [".csv.gz", ".csv", ".parquet"];

    /// <summary>Whether a name is that of a lock or a draft.</summary>
    public static bool IsPassing(string name) => name.StartsWith(Passing, StringComparison.Ordinal);

    /// <summary>Whether a name is that of a table of a result.</summary>
    public static bool IsTable(string name) =>
        Endings.Any(ending => name.EndsWith(ending, StringComparison.Ordinal) && Tables.Contains(name[..^ending.Length]));

    /// <summary>Whether this program writes a file or folder of that name into results.</summary>
    public static bool IsOurs(string name)
    {
        var whole = name.EndsWith(Unfinished, StringComparison.Ordinal) ? name[..^Unfinished.Length] : name;
        return Folders.Contains(whole) || Files.Contains(whole)
            || IsTable(whole)
            || whole.StartsWith("person-", StringComparison.Ordinal) && whole.EndsWith(".html", StringComparison.Ordinal);
    }
}
