using System.Globalization;

namespace Samverkan.Analysis.Deciding;

/// <summary>
/// The futures that are lived so far, a line for each: a decision that is interrupted goes on where it was. A line that is not
/// whole is as good as none.
/// </summary>
public sealed class FutureJournal
{
    /// <summary>In the folder of the result until the result is complete.</summary>
    public const string Name = ".samverkan.futures";

    private const string Whole = "whole";

    private readonly string path;
    private readonly Dictionary<string, Future> lived = new(StringComparer.Ordinal);

    private FutureJournal(string path) => this.path = path;

    /// <summary>How many futures an earlier start left.</summary>
    public int Left { get; private set; }

    public int Count => lived.Count;

    /// <param name="inputs">Hash of all that determines the futures: a journal of others begins anew.</param>
    public static FutureJournal Open(string folder, string inputs)
    {
        var journal = new FutureJournal(System.IO.Path.Combine(folder, Name));
        var lines = File.Exists(journal.path) ? File.ReadAllLines(journal.path) : [];
        if (lines.Length == 0 || lines[0] != inputs)
            File.WriteAllText(journal.path, inputs + "\n");
        else
            foreach (var line in lines.Skip(1))
                journal.Read(line);
        journal.Left = journal.lived.Count;
        return journal;
    }

    public Future? Find(string key) => lived.GetValueOrDefault(key);

    public void Add(string key, Future future)
    {
        lived[key] = future;
        var figures = string.Join(',', future.Figures.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture)));
        File.AppendAllText(path, $"{key};{future.Hash:x16};{figures};{Whole}\n");
    }

    /// <summary>The result is complete and keeps the futures itself.</summary>
    public void Remove() => File.Delete(path);

    private void Read(string line)
    {
        var parts = line.Split(';');
        if (parts is [var key, var hash, var figures, Whole] && figures.Split(',') is { } texts
            && texts.Length == DecisionOutcome.All.Count)
            lived[key] = new(
                ulong.Parse(hash, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                [.. texts.Select(text => double.Parse(text, CultureInfo.InvariantCulture))]);
    }
}
