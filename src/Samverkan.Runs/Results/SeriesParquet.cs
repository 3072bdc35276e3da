using Parquet;
using Parquet.Schema;

namespace Samverkan.Runs.Results;

/// <summary>
/// The series as Parquet: the same columns as the CSV. A row group is filled while the one before is encoded and written beside
/// the run; no more than these two are in memory.
/// </summary>
public sealed class SeriesParquet : IRowFile<SeriesRow>
{
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
    private Rows filling = new();
    private Rows other = new();
    private Task writing = Task.CompletedTask;

    public SeriesParquet(string path)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        var schema = new ParquetSchema(Scenario, Replication, Seed, Month, Actor, Group, Indicator, Value, Unit);
        writer = ParquetWriter.CreateAsync(schema, stream, ParquetEncoding.Of(schema)).GetAwaiter().GetResult();
    }

    public void Write(RunLabel run, ReadOnlySpan<SeriesRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            filling.Add(run, row);
            if (filling.IsFull)
                WriteGroup();
        }
    }

    public void Dispose()
    {
        try
        {
            if (filling.Count > 0)
                WriteGroup();
            writing.GetAwaiter().GetResult();
            writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
        finally
        {
            stream.Dispose();
        }
    }

    // What went wrong with one group (a full disk) is thrown here with the next.
    private void WriteGroup()
    {
        writing.GetAwaiter().GetResult();
        (filling, other) = (other, filling);
        var full = other;
        writing = Task.Run(() => full.WriteTo(writer));
        filling.Clear();
    }

    private static DataField Text(string name, bool nullable = false) => new(name, typeof(string), isNullable: nullable);

    /// <summary>The columns of a row group, as the library takes them without another copy.</summary>
    private sealed class Rows
    {
        private const int PerGroup = 131_072;

        private readonly ReadOnlyMemory<char>[] scenario = new ReadOnlyMemory<char>[PerGroup];
        private readonly int[] replication = new int[PerGroup];
        private readonly long[] seed = new long[PerGroup];
        private readonly DateTime[] month = new DateTime[PerGroup];
        private readonly ReadOnlyMemory<char>[] actor = new ReadOnlyMemory<char>[PerGroup];
        private readonly ReadOnlyMemory<char>?[] group = new ReadOnlyMemory<char>?[PerGroup];
        private readonly ReadOnlyMemory<char>[] indicator = new ReadOnlyMemory<char>[PerGroup];
        private readonly double[] value = new double[PerGroup];
        private readonly ReadOnlyMemory<char>[] unit = new ReadOnlyMemory<char>[PerGroup];

        public int Count { get; private set; }

        public bool IsFull => Count == PerGroup;

        public void Add(RunLabel run, in SeriesRow row)
        {
            scenario[Count] = run.Scenario.AsMemory();
            replication[Count] = run.Replication;
            seed[Count] = (long)run.Seed;
            month[Count] = new DateTime(row.Month.Year, row.Month.Number, 1, 0, 0, 0, DateTimeKind.Utc);
            actor[Count] = row.Actor.ToString().AsMemory();
            group[Count] = row.Group?.AsMemory();
            indicator[Count] = row.Indicator.Id.AsMemory();
            value[Count] = row.Value;
            unit[Count] = row.Indicator.Unit.AsMemory();
            Count++;
        }

        public void Clear() => Count = 0;

        public async Task WriteTo(ParquetWriter writer)
        {
            using var rows = writer.CreateRowGroup();
            await rows.WriteAsync(Scenario, Full(scenario));
            await rows.WriteAsync(Replication, Full(replication));
            await rows.WriteAsync(Seed, Full(seed));
            await rows.WriteAsync(Month, Full(month));
            await rows.WriteAsync(Actor, Full(actor));
            await rows.WriteAsync<ReadOnlyMemory<char>>(Group, group.AsMemory(0, Count));
            await rows.WriteAsync(Indicator, Full(indicator));
            await rows.WriteAsync(Value, Full(value));
            await rows.WriteAsync(Unit, Full(unit));
            rows.CompleteValidate();
        }

        private ReadOnlyMemory<T> Full<T>(T[] column) => column.AsMemory(0, Count);
    }
}
