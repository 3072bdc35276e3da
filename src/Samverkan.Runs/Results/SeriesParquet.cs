using Parquet;
using Parquet.Schema;

namespace Samverkan.Runs.Results;

/// <summary>The series as Parquet: the same columns as the CSV, one row group in memory at a time.</summary>
public sealed class SeriesParquet : ISeriesFile
{
    private const int RowsPerGroup = 131_072;

    private static readonly DataField Scenario = Text("scenario");
    private static readonly DataField Replication = new("replication", typeof(int));
    private static readonly DataField Seed = new("seed", typeof(long));
    private static readonly DataField Month = new DateTimeDataField("month", DateTimeFormat.Date);
    private static readonly DataField Actor = Text("actor");
    private static readonly DataField Group = Text("group", nullable: true);
    private static readonly DataField Indicator = Text("indicator");
    private static readonly DataField Value = new("value", typeof(double));
    private static readonly DataField Unit = Text("unit");

    private readonly Stream stream;
    private readonly ParquetWriter writer;
    private readonly string[] scenario = new string[RowsPerGroup];
    private readonly int[] replication = new int[RowsPerGroup];
    private readonly long[] seed = new long[RowsPerGroup];
    private readonly DateTime[] month = new DateTime[RowsPerGroup];
    private readonly string[] actor = new string[RowsPerGroup];
    private readonly string?[] group = new string?[RowsPerGroup];
    private readonly string[] indicator = new string[RowsPerGroup];
    private readonly double[] value = new double[RowsPerGroup];
    private readonly string[] unit = new string[RowsPerGroup];
    private int count;

    public SeriesParquet(string path)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var schema = new ParquetSchema(Scenario, Replication, Seed, Month, Actor, Group, Indicator, Value, Unit);
        writer = Wait(ParquetWriter.CreateAsync(schema, stream, new ParquetOptions { CompressionMethod = CompressionMethod.Snappy }));
    }

    public void Write(RunLabel run, ReadOnlySpan<SeriesRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            scenario[count] = run.Scenario;
            replication[count] = run.Replication;
            seed[count] = (long)run.Seed;
            month[count] = new DateTime(row.Month.Year, row.Month.Number, 1, 0, 0, 0, DateTimeKind.Utc);
            actor[count] = row.Actor;
            group[count] = row.Group;
            indicator[count] = row.Indicator.Id;
            value[count] = row.Value;
            unit[count] = row.Indicator.Unit;
            if (++count == RowsPerGroup)
                Wait(WriteGroup());
        }
    }

    public void Dispose()
    {
        if (count > 0)
            Wait(WriteGroup());
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        stream.Dispose();
    }

    private async Task<int> WriteGroup()
    {
        using var rows = writer.CreateRowGroup();
        await rows.WriteAsync(Scenario, Full(scenario));
        await rows.WriteAsync<int>(Replication, replication.AsMemory(0, count));
        await rows.WriteAsync<long>(Seed, seed.AsMemory(0, count));
        await rows.WriteAsync<DateTime>(Month, month.AsMemory(0, count));
        await rows.WriteAsync(Actor, Full(actor));
        await rows.WriteAsync(Group, Full(group)!);
        await rows.WriteAsync(Indicator, Full(indicator));
        await rows.WriteAsync<double>(Value, value.AsMemory(0, count));
        await rows.WriteAsync(Unit, Full(unit));
        rows.CompleteValidate();
        return count = 0;
    }

    private ArraySegment<T> Full<T>(T[] column) => new(column, 0, count);

    private static DataField Text(string name, bool nullable = false) => new(name, typeof(string), isNullable: nullable);

    // The library writes to the stream that it was given; a file stream completes at once, so nothing is lost by waiting.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
