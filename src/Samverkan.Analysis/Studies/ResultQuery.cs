using System.Globalization;
using DuckDB.NET.Data;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Studies;

/// <summary>Rows that a query gave.</summary>
/// <param name="More">There were more rows than were asked for.</param>
public sealed record QueryAnswer(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool More);

/// <summary>SQL on the Parquet and CSV files of a folder, each a table of its name.</summary>
public static class ResultQuery
{
    /// <param name="most">Rows to read at most; null: all.</param>
    /// <exception cref="ResultFolderRefused">There are no tables, or the query is refused; says why.</exception>
    public static QueryAnswer Ask(string folder, string sql, int? most = null)
    {
        var tables = Tables(folder);
        if (tables.Count == 0)
            throw new ResultFolderRefused($"'{folder}' holds no tables (Parquet or CSV files).");
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        try
        {
            foreach (var (name, file) in tables)
                Execute(database, $"create view \"{name}\" as select * from '{file.Replace("'", "''")}'");
            // What a query may touch is the folder, not the machine: views stay readable, nothing else is.
            Execute(database, $"set allowed_directories = ['{Path.GetFullPath(folder).Replace("'", "''")}/']");
            Execute(database, "set enable_external_access = false");
            using var command = database.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            var rows = new List<IReadOnlyList<object?>>();
            while (reader.Read())
            {
                if (rows.Count == most)
                    return new(columns, rows, More: true);
                rows.Add([.. Enumerable.Range(0, columns.Count).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
            }
            return new(columns, rows, More: false);
        }
        catch (DuckDBException e)
        {
            throw new ResultFolderRefused($"{e.Message.Trim()}\nTables: {string.Join(", ", tables.Keys)}.");
        }
    }

    public static string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Parquet before CSV of the same name.</summary>
    private static SortedDictionary<string, string> Tables(string folder)
    {
        var tables = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (Directory.Exists(folder))
            foreach (var pattern in new[] { "*.csv", "*.parquet" })
                foreach (var file in Directory.EnumerateFiles(folder, pattern))
                    tables[Path.GetFileNameWithoutExtension(file)] = Path.GetFullPath(file);
        return tables;
    }

    private static void Execute(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
