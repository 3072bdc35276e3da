using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Samverkan.Runs.Execution;

namespace Samverkan.Analysis.Studies;

/// <summary>
/// The runs of a study as they are done, one record of fixed length after the other: what a killed program leaves behind,
/// and what all tables and answers are made from. A record that was not written whole is not there.
/// </summary>
public sealed class Journal : IDisposable
{
    private const int HeadBytes = 4 * sizeof(int) + sizeof(int) + sizeof(ulong);

    private readonly FileStream stream;
    private readonly byte[] buffer;

    private Journal(FileStream stream, RecordShape shape)
    {
        this.stream = stream;
        buffer = new byte[BytesOf(shape)];
    }

    public static int BytesOf(RecordShape shape) =>
        HeadBytes + shape.Cooperations * sizeof(int) + (shape.Figures + shape.Years) * sizeof(double) + sizeof(ulong);

    /// <summary>Goes on at the end of what was written whole.</summary>
    public static Journal Append(string path, RecordShape shape)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        stream.SetLength(stream.Length / BytesOf(shape) * BytesOf(shape));
        stream.Seek(0, SeekOrigin.End);
        return new(stream, shape);
    }

    /// <summary>Hands the record to the system at once: it outlives the program, however that ends.</summary>
    public void Write(StudyRecord record)
    {
        var at = buffer.AsSpan();
        foreach (var number in (ReadOnlySpan<int>)[record.Key.Policy, record.Key.Point, record.Key.Sample, record.Key.Replication,
            record.Failed ? 1 : 0])
            at = Put(at, number);
        BinaryPrimitives.WriteUInt64LittleEndian(at, record.Hash);
        at = at[sizeof(ulong)..];
        foreach (var month in record.LostAt)
            at = Put(at, month);
        foreach (var value in record.Figures)
            at = Put(at, value);
        foreach (var value in record.Years)
            at = Put(at, value);
        BinaryPrimitives.WriteUInt64LittleEndian(at, SumOf(buffer));
        stream.Write(buffer);
    }

    /// <summary>Every record, in the order in which they were written. Memory does not grow with their number.</summary>
    public static IEnumerable<StudyRecord> Read(string path, RecordShape shape)
    {
        if (!File.Exists(path))
            yield break;
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16);
        var buffer = new byte[BytesOf(shape)];
        while (stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false) == buffer.Length)
            if (BinaryPrimitives.ReadUInt64LittleEndian(buffer.AsSpan(buffer.Length - sizeof(ulong))) == SumOf(buffer))
                yield return Parse(buffer, shape);
    }

    public void Dispose() => stream.Dispose();

    private static StudyRecord Parse(ReadOnlySpan<byte> bytes, RecordShape shape)
    {
        int Int(ReadOnlySpan<byte> all, int place) => BinaryPrimitives.ReadInt32LittleEndian(all[(place * sizeof(int))..]);
        var key = new RunKey(Int(bytes, 0), Int(bytes, 1), Int(bytes, 2), Int(bytes, 3));
        var months = bytes.Slice(HeadBytes, shape.Cooperations * sizeof(int));
        var figures = bytes.Slice(HeadBytes + months.Length, shape.Figures * sizeof(double));
        var years = bytes.Slice(HeadBytes + months.Length + figures.Length, shape.Years * sizeof(double));
        return new(
            key, Int(bytes, 4) == 1, BinaryPrimitives.ReadUInt64LittleEndian(bytes[(HeadBytes - sizeof(ulong))..]),
            MemoryMarshal.Cast<byte, int>(months).ToArray(), MemoryMarshal.Cast<byte, double>(figures).ToArray(),
            MemoryMarshal.Cast<byte, double>(years).ToArray());
    }

    private static ulong SumOf(ReadOnlySpan<byte> record)
    {
        var sum = Fold.Start;
        foreach (var word in MemoryMarshal.Cast<byte, uint>(record[..^sizeof(ulong)]))
            sum = Fold.Into(sum, word);
        return sum;
    }

    private static Span<byte> Put(Span<byte> at, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(at, number);
        return at[sizeof(int)..];
    }

    private static Span<byte> Put(Span<byte> at, double number)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(at, number);
        return at[sizeof(double)..];
    }
}
