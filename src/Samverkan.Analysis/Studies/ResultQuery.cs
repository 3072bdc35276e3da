using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using Samverkan.Runs.Results;

namespace Samverkan.Analysis.Studies;

/// <summary>Rows that a query gave.</summary>
/// <param name="Rows">Booleans, numbers and texts; a <see cref="JsonElement"/> for lists, structures and numbers of many
/// digits.</param>
/// <param name="More">There were more rows than were asked for.</param>
/// <param name="LeftOut">Files that are no table, each with the reason, in a sentence.</param>
public sealed record QueryAnswer(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, bool More,
    IReadOnlyList<string> LeftOut);

/// <summary>SQL on the Parquet and CSV files of a folder, each a table of its name.</summary>
public static partial class ResultQuery
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
        var leftOut = new List<string>();
        try
        {
            foreach (var (name, file) in tables)
                if (ReasonAgainst(database, name, file) is { } reason)
                    leftOut.Add(reason);
            // What a query may touch is the folder, not the machine: views stay readable, nothing else is.
            Execute(database, $"set allowed_directories = [{Quoted(Path.GetFullPath(folder) + "/")}]");
            Execute(database, "set enable_external_access = false");
            return Answer(database, sql, most, leftOut);
        }
        catch (DuckDBException e)
        {
            var left = leftOut.Count == 0 ? "" : $"\nLeft out: {string.Join(' ', leftOut)}";
            throw new ResultFolderRefused($"{e.Message.Trim()}\nTables: {string.Join(", ", tables.Keys)}.{left}");
        }
    }

    public static string Text(object? value) => value switch
    {
        null => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A value as JSON has it. JSON has no word for what is not a number or not finite: null stands for it.</summary>
    public static object? Json(object? value) => value switch
    {
        double number when !double.IsFinite(number) => null,
        float number when !float.IsFinite(number) => null,
        BigInteger number => Element(number.ToString(CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static QueryAnswer Answer(DuckDBConnection database, string sql, int? most, List<string> leftOut)
    {
        using var command = database.CreateCommand();
        var (kinds, columns, query) = Prepared(database, sql);
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        columns ??= [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        var rows = new List<IReadOnlyList<object?>>();
        while (reader.Read())
        {
            if (rows.Count == most)
                return new(columns, rows, More: true, leftOut);
            rows.Add([.. Enumerable.Range(0, columns.Count)
                .Select(i => reader.IsDBNull(i) ? null : Value(reader, i, kinds?[i] ?? Kind.Plain))]);
        }
        return new(columns, rows, More: false, leftOut);
    }

    /// <summary>How a column is handed over by the database: as it is, or written by the database itself, which knows every
    /// type.</summary>
    private enum Kind { Plain, Text, Number, Json }

    /// <summary>The query with every column in a form that can be read; the query itself, without kinds, where it is no
    /// selection (such as a pragma).</summary>
    private static (IReadOnlyList<Kind>? Kinds, IReadOnlyList<string>? Columns, string Sql) Prepared(DuckDBConnection database,
        string sql)
    {
        var inner = $"(\n{sql.Trim().TrimEnd(';')}\n)";
        try
        {
            using var command = database.CreateCommand();
            command.CommandText = $"select * from {inner} limit 0";
            using var reader = command.ExecuteReader();
            var kinds = Enumerable.Range(0, reader.FieldCount).Select(i => KindOf(reader.GetDataTypeName(i))).ToList();
            var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToList();
            var selected = kinds.Select((kind, i) => kind switch
            {
                Kind.Plain => $"c{i}",
                Kind.Json => $"to_json(c{i})::varchar",
                _ => $"c{i}::varchar",
            });
            return (kinds, columns,
                $"select {string.Join(", ", selected)} from {inner} as q({string.Join(", ", kinds.Select((_, i) => $"c{i}"))})");
        }
        catch (DuckDBException)
        {
            return (null, null, sql);
        }
    }

    private static Kind KindOf(string type) => type switch
    {
        "Boolean" or "TinyInt" or "SmallInt" or "Integer" or "BigInt" or "HugeInt" or "UnsignedTinyInt" or "UnsignedSmallInt"
            or "UnsignedInteger" or "UnsignedBigInt"
            or "UnsignedHugeInt" or "VarInt" or "Float" or "Double" or "Varchar" or "Enum" => Kind.Plain,
        "Decimal" => Kind.Number,
        "List" or "Array" or "Struct" or "Map" or "Union" => Kind.Json,
        _ => Kind.Text,
    };

    private static object Value(DuckDBDataReader reader, int column, Kind kind)
    {
        try
        {
            var value = reader.GetValue(column);
            return kind is Kind.Number or Kind.Json ? Element((string)value) : value;
        }
        catch (Exception e) when (kind == Kind.Plain
            && e is ArgumentException or InvalidOperationException or InvalidCastException)
        {
            return $"({reader.GetDataTypeName(column)})";
        }
    }

    private static JsonElement Element(string text)
    {
        using var json = JsonDocument.Parse(Undefined().Replace(text, match => match.Value[0] == '"' ? match.Value : "null"));
        return json.RootElement.Clone();
    }

    /// <summary>Texts, which stay, and what JSON has no word for.</summary>
    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|-?\\b(?:NaN|nan|Infinity|inf)\\b")]
    private static partial Regex Undefined();

    /// <summary>Makes a file a table.</summary>
    /// <returns>Why it cannot be one; null: it is.</returns>
    private static string? ReasonAgainst(DuckDBConnection database, string name, string file)
    {
        var isText = Path.GetExtension(file) == ".csv";
        // Spreadsheets of western Europe save in Windows-1252, whose letters are those of Latin-1.
        var source = isText && !IsUtf8(file) ? $"read_csv({Quoted(file)}, encoding = 'latin-1')" : Quoted(file);
        try
        {
            Execute(database,
                $"create view \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" as select * from {source}");
            return null;
        }
        catch (DuckDBException e)
        {
            return $"'{Path.GetFileName(file)}' is no table that can be read: {e.Message.Trim().Split('\n')[0].TrimEnd('.')}.";
        }
    }

    private static bool IsUtf8(string file)
    {
        var (decoder, bytes, letters) =
            (new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder(), new byte[1 << 16], new char[(1 << 16) + 1]);
        using var stream = File.OpenRead(file);
        try
        {
            while (stream.Read(bytes) is > 0 and var read)
                decoder.GetChars(bytes, 0, read, letters, 0, flush: false);
            decoder.GetChars([], 0, 0, letters, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

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
