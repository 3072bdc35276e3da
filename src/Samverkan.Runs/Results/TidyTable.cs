using System.Globalization;
using System.Text;
using Parquet;
using Parquet.Schema;

namespace Samverkan.Runs.Results;

public enum ColumnKind { Text, Whole, Real }

/// <summary>A column of a table. A text may be absent; a real that is not a number is empty.</summary>
public sealed record Column(string Name, ColumnKind Kind)
{
    public static Column Text(string name) => new(name, ColumnKind.Text);

    public static Column Whole(string name) => new(name, ColumnKind.Whole);

    public static Column Real(string name) => new(name, ColumnKind.Real);
}

/// <summary>A value of a row. Made implicitly from what the columns hold.</summary>
public readonly record struct Cell(string? Text, long Whole, double Real)
{
    public static implicit operator Cell(string? text) => new(text, 0, 0);

    public static implicit operator Cell(int whole) => new(null, whole, 0);

    public static implicit operator Cell(long whole) => new(null, whole, 0);

    public static implicit operator Cell(ulong whole) => new(null, (long)whole, 0);

    public static implicit operator Cell(double real) => new(null, 0, real);
}

/// <summary>
/// A table that is written row by row as Parquet and, unless it is large, as CSV: one row group is in memory at a time.
/// The files appear when the table is disposed of, so that a reader never meets half a table.
/// </summary>
public sealed class TidyTable : IDisposable
{
    private const int RowsPerGroup = 65_536;
    private const string Unfinished = ".unfinished";

    private readonly string path;
    private readonly IReadOnlyList<Column> columns;
    private readonly DataField[] fields;
    private readonly Stream stream;
    private readonly ParquetWriter writer;
    private readonly StreamWriter? csv;
    private readonly List<string?>[] texts;
    private readonly List<long>[] wholes;
    private readonly List<double>[] reals;
    private readonly StringBuilder line = new();
    private int count;

    /// <param name="path">Folder and name, without an ending.</param>
    /// <param name="asText">Write the CSV, too.</param>
    public TidyTable(string path, IReadOnlyList<Column> columns, bool asText = true)
    {
        (this.path, this.columns) = (path, columns);
        fields = [.. columns.Select(FieldOf)];
        stream = new FileStream(path + ".parquet" + Unfinished, FileMode.Create, FileAccess.Write);
        var schema = new ParquetSchema(fields);
        writer = ParquetWriter.CreateAsync(schema, stream, ParquetEncoding.Of(schema)).GetAwaiter().GetResult();
        if (asText)
        {
            csv = new StreamWriter(path + ".csv" + Unfinished) { NewLine = "\n" };
            csv.WriteLine(string.Join(',', columns.Select(c => c.Name)));
        }
        texts = [.. columns.Select(_ => new List<string?>())];
        wholes = [.. columns.Select(_ => new List<long>())];
        reals = [.. columns.Select(_ => new List<double>())];
    }

    public void Write(params ReadOnlySpan<Cell> row)
    {
        for (var c = 0; c < row.Length; c++)
            switch (columns[c].Kind)
            {
                case ColumnKind.Text:
                    texts[c].Add(row[c].Text);
                    break;
                case ColumnKind.Whole:
                    wholes[c].Add(row[c].Whole);
                    break;
                default:
                    reals[c].Add(row[c].Real);
                    break;
            }
        WriteText(row);
        if (++count == RowsPerGroup)
            WriteGroup();
    }

    public void Dispose()
    {
        if (count > 0)
            WriteGroup();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        stream.Dispose();
        File.Move(path + ".parquet" + Unfinished, path + ".parquet", overwrite: true);
        if (csv is null)
            return;
        csv.Dispose();
        File.Move(path + ".csv" + Unfinished, path + ".csv", overwrite: true);
    }

    private void WriteText(ReadOnlySpan<Cell> row)
    {
        if (csv is null)
            return;
        line.Clear();
        for (var c = 0; c < row.Length; c++)
        {
            if (c > 0)
                line.Append(',');
            line.Append(columns[c].Kind switch
            {
                ColumnKind.Text => Csv.Field(row[c].Text ?? ""),
                ColumnKind.Whole => row[c].Whole.ToString(CultureInfo.InvariantCulture),
                _ => Csv.Number(row[c].Real),
            });
        }
        csv.WriteLine(line);
    }

    private void WriteGroup()
    {
        Write().GetAwaiter().GetResult();
        count = 0;
        for (var c = 0; c < columns.Count; c++)
        {
            texts[c].Clear();
            wholes[c].Clear();
            reals[c].Clear();
        }
    }

    private async Task Write()
    {
        using var rows = writer.CreateRowGroup();
        for (var c = 0; c < columns.Count; c++)
            await (columns[c].Kind switch
            {
                ColumnKind.Text => rows.WriteAsync(fields[c], texts[c]!),
                ColumnKind.Whole => rows.WriteAsync<long>(fields[c], wholes[c].ToArray()),
                // A number that is none is absent, as SQL, R and Python read it.
                _ => rows.WriteAsync<double>(fields[c], reals[c].Select(v => double.IsNaN(v) ? (double?)null : v).ToArray()),
            });
        rows.CompleteValidate();
    }

    private static DataField FieldOf(Column column) => column.Kind switch
    {
        ColumnKind.Text => new(column.Name, typeof(string), isNullable: true),
        ColumnKind.Whole => new(column.Name, typeof(long)),
        _ => new(column.Name, typeof(double), isNullable: true),
    };
}
