using System.Globalization;
using System.IO.Compression;
using System.Text;
using Parquet;
using Parquet.Schema;
using Samverkan.Model;

namespace Samverkan.Runs.Results;

public enum ColumnKind { Text, Whole, Real, Small, Month }

/// <summary>A column of a table. A text may be absent; a real that is undefined or infinite is empty.</summary>
public sealed record Column(string Name, ColumnKind Kind)
{
    public static Column Text(string name) => new(name, ColumnKind.Text);

    public static Column Whole(string name) => new(name, ColumnKind.Whole);

    public static Column Real(string name) => new(name, ColumnKind.Real);

    /// <summary>A whole number of 32 bits, which R and Python read as their usual one.</summary>
    public static Column Small(string name) => new(name, ColumnKind.Small);

    /// <summary>The first day of a month.</summary>
    public static Column Month(string name) => new(name, ColumnKind.Month);
}

/// <summary>A value of a row. Made implicitly from what the columns hold.</summary>
public readonly record struct Cell(string? Text, long Whole, double Real)
{
    public static implicit operator Cell(string? text) => new(text, 0, 0);

    public static implicit operator Cell(int whole) => new(null, whole, 0);

    public static implicit operator Cell(long whole) => new(null, whole, 0);

    public static implicit operator Cell(ulong whole) => new(null, (long)whole, 0);

    public static implicit operator Cell(double real) => new(null, 0, real);

    public static implicit operator Cell(Month month) => new(null, month.Index, 0);
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
    private readonly string ending;
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
    /// <param name="zipped">Whether the CSV is compressed (gzip), as R and Python read it.</param>
    public TidyTable(string path, IReadOnlyList<Column> columns, bool asText = true, bool zipped = false)
    {
        (this.path, this.columns, ending) = (path, columns, zipped ? ".csv.gz" : ".csv");
        fields = [.. columns.Select(FieldOf)];
        stream = new FileStream(path + ".parquet" + Unfinished, FileMode.Create, FileAccess.Write);
        var schema = new ParquetSchema(fields);
        writer = ParquetWriter.CreateAsync(schema, stream, ParquetEncoding.Of(schema)).GetAwaiter().GetResult();
        if (asText)
        {
            Stream text = new FileStream(path + ending + Unfinished, FileMode.Create, FileAccess.Write);
            csv = new StreamWriter(zipped ? new GZipStream(text, CompressionLevel.Fastest) : text) { NewLine = "\n" };
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
                case ColumnKind.Whole or ColumnKind.Small or ColumnKind.Month:
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
        try
        {
            if (count > 0)
                WriteGroup();
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
            stream.Dispose();
            csv?.Dispose();
            File.Move(path + ".parquet" + Unfinished, path + ".parquet", overwrite: true);
            if (csv is not null)
                File.Move(path + ending + Unfinished, path + ending, overwrite: true);
        }
        catch (IOException)
        {
            LetGo();
            throw;
        }
    }

    // A disk that is full takes neither the rest nor half of it.
    private void LetGo()
    {
        foreach (var open in new IDisposable?[] { stream, csv })
            try
            {
                open?.Dispose();
            }
            catch (IOException)
            {
                // What it still holds is not to be written.
            }
        File.Delete(path + ".parquet" + Unfinished);
        File.Delete(path + ending + Unfinished);
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
                ColumnKind.Whole or ColumnKind.Small => row[c].Whole.ToString(CultureInfo.InvariantCulture),
                ColumnKind.Month => $"{new Month((int)row[c].Whole)}-01",
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
                ColumnKind.Small => rows.WriteAsync<int>(fields[c], wholes[c].Select(whole => (int)whole).ToArray()),
                ColumnKind.Month =>
                    rows.WriteAsync<DateTime>(fields[c], wholes[c].Select(index => FirstDayOf(new((int)index))).ToArray()),
                // What is undefined or infinite is absent, as SQL, R and Python read it.
                _ => rows.WriteAsync<double>(fields[c], reals[c].Select(v => double.IsFinite(v) ? v : (double?)null).ToArray()),
            });
        rows.CompleteValidate();
    }

    private static DateTime FirstDayOf(Month month) => new(month.Year, month.Number, 1, 0, 0, 0, DateTimeKind.Utc);

    private static DataField FieldOf(Column column) => column.Kind switch
    {
        ColumnKind.Text => new DataField(column.Name, typeof(string), isNullable: true),
        ColumnKind.Whole => new DataField(column.Name, typeof(long)),
        ColumnKind.Small => new DataField(column.Name, typeof(int)),
        ColumnKind.Month => new DateTimeDataField(column.Name, DateTimeFormat.Date),
        _ => new DataField(column.Name, typeof(double), isNullable: true),
    };
}
