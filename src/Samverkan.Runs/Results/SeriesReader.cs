using Parquet;
using Parquet.Schema;
using Samverkan.Model;

namespace Samverkan.Runs.Results;

/// <summary>A row of a stored series.</summary>
/// <param name="Indicator">Its id.</param>
/// <param name="Value">Not a number where it was undefined.</param>
public readonly record struct StoredRow(string Scenario, int Replication, Month Month, ActorPath Actor, string? Group,
    string Indicator, double Value);

/// <summary>Reads <c>series.parquet</c> from front to back; a row group is in memory at a time.</summary>
public static class SeriesReader
{
    /// <param name="take">Gets every row, in the order of the file. Equal texts of a row group are mostly the same
    /// object.</param>
    /// <exception cref="IOException">The file is not there or no such file.</exception>
    public static async Task Read(string path, Action<StoredRow> take, CancellationToken cancel)
    {
        try
        {
            await using var reader = await ParquetReader.CreateAsync(path, cancellationToken: cancel);
            var fields = reader.Schema.DataFields.ToDictionary(field => field.Name, StringComparer.Ordinal);
            for (var i = 0; i < reader.RowGroupCount; i++)
            {
                using var group = reader.OpenRowGroupReader(i);
                await Read(group, fields, take, cancel);
            }
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidDataException or FormatException)
        {
            throw new IOException($"'{path}' is no series of this program.", e);
        }
    }

    private static async Task Read(ParquetRowGroupReader group, Dictionary<string, DataField> fields, Action<StoredRow> take,
        CancellationToken cancel)
    {
        var count = (int)group.RowCount;
        var (scenario, actor, groups, indicator) =
            (new string?[count], new string?[count], new string?[count], new string?[count]);
        var (replication, month, value) = (new int[count], new DateTime[count], new double[count]);
        await group.ReadAsync(fields["scenario"], scenario.AsMemory(), cancellationToken: cancel);
        await group.ReadAsync(fields["actor"], actor.AsMemory(), cancellationToken: cancel);
        await group.ReadAsync(fields["group"], groups.AsMemory(), cancellationToken: cancel);
        await group.ReadAsync(fields["indicator"], indicator.AsMemory(), cancellationToken: cancel);
        await group.ReadAsync<int>(fields["replication"], replication.AsMemory(), cancellationToken: cancel);
        await group.ReadAsync<DateTime>(fields["month"], month.AsMemory(), cancellationToken: cancel);
        await group.ReadAsync<double>(fields["value"], value.AsMemory(), cancellationToken: cancel);
        for (var i = 0; i < count; i++)
            take(new(scenario[i]!, replication[i], Month.Of(month[i].Year, month[i].Month), ActorPath.Parse(actor[i]!), groups[i],
                indicator[i]!, value[i]));
    }
}
