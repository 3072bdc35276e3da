using System.Text.RegularExpressions;
using Samverkan.App.Web.Results;
using Samverkan.Runs.Results;

namespace Samverkan.App.Web.Studying;

/// <summary>The tables that come with an order of a study. They are kept beside saved scenarios, where the study names
/// them.</summary>
internal sealed partial class OrderedTables
{
    private const int Most = 20;
    private readonly List<string> written = [];

    /// <param name="tables">Text by file name.</param>
    /// <exception cref="BadRequest">A name is not that of a table, or there are too many.</exception>
    /// <exception cref="ResultFolderRefused">Another table of that name is kept here.</exception>
    public static OrderedTables Keep(IReadOnlyDictionary<string, string> tables, string folder)
    {
        if (tables.Count > Most)
            throw new BadRequest($"'tables' has {tables.Count} tables: {Most} are the most.");
        if (tables.Keys.FirstOrDefault(name => !Name().IsMatch(name)) is { } wrong)
            throw new BadRequest(
                $"'{wrong}' is no name of a table. Use letters, digits, '-' and '_', and end with .csv, such as region.csv.");
        if (tables.FirstOrDefault(one => Path.Combine(folder, one.Key) is var path && File.Exists(path)
            && File.ReadAllText(path) != one.Value) is { Key: { } taken })
            throw new ResultFolderRefused($"Another table '{taken}' is kept here. Give this one another name.");
        var kept = new OrderedTables();
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in tables)
            if (Path.Combine(folder, name) is var path && !File.Exists(path))
            {
                File.WriteAllText(path, text);
                kept.written.Add(path);
            }
        return kept;
    }

    /// <summary>Removes what was written: the study did not begin.</summary>
    public void Remove()
    {
        foreach (var path in written)
            File.Delete(path);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,99}\.csv\z")]
    private static partial Regex Name();
}
