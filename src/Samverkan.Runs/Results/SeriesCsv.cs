using System.Globalization;
using System.Text;
using Samverkan.Model.Indicators;

namespace Samverkan.Runs.Results;

/// <summary>The series as text: UTF-8, commas, a point in numbers, the shortest digits that give back the same number.</summary>
public sealed class SeriesCsv : IRowFile<SeriesRow>
{
    public const string Header = "scenario,replication,seed,month,actor,group,indicator,value,unit";
    private const int LongestNumber = 32;

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private readonly Dictionary<Indicator, (byte[] Name, byte[] Unit)> texts = [];
    private int used;

    public SeriesCsv(string path)
    {
        stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Append(Encoding.UTF8.GetBytes(Header + "\n"));
    }

    public void Write(RunLabel run, ReadOnlySpan<SeriesRow> rows)
    {
        var start = Encoding.UTF8.GetBytes($"{Csv.Field(run.Scenario)},{run.Replication},{run.Seed},");
        foreach (ref readonly var row in rows)
        {
            var (name, unit) = TextsOf(row.Indicator);
            Append(start);
            Append(row.Month.Year, 4);
            Append((byte)'-');
            Append(row.Month.Number, 2);
            Append("-01,"u8);
            Append(Csv.Field(row.Actor.ToString()));
            Append((byte)',');
            Append(Csv.Field(row.Group ?? ""));
            Append(name);
            Append(row.Value);
            Append(unit);
        }
    }

    public void Dispose()
    {
        stream.Write(buffer, 0, used);
        used = 0;
        stream.Dispose();
    }

    private (byte[] Name, byte[] Unit) TextsOf(Indicator indicator)
    {
        if (!texts.TryGetValue(indicator, out var pair))
            texts[indicator] = pair = (Encoding.UTF8.GetBytes($",{Csv.Field(indicator.Id)},"),
                Encoding.UTF8.GetBytes($",{Csv.Field(indicator.Unit)}\n"));
        return pair;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        MakeRoom(bytes.Length);
        bytes.CopyTo(buffer.AsSpan(used));
        used += bytes.Length;
    }

    private void Append(byte one)
    {
        MakeRoom(1);
        buffer[used++] = one;
    }

    private void Append(string text)
    {
        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
    }

    private void Append(int number, int digits)
    {
        MakeRoom(digits);
        for (var i = digits - 1; i >= 0; i--, number /= 10)
            buffer[used + i] = (byte)('0' + number % 10);
        used += digits;
    }

    /// <summary>What is not a number is left empty, as R and Python read a missing value.</summary>
    private void Append(double value)
    {
        if (double.IsNaN(value))
            return;
        MakeRoom(LongestNumber);
        value.TryFormat(buffer.AsSpan(used), out var written, provider: CultureInfo.InvariantCulture);
        used += written;
    }

    private void MakeRoom(int bytes)
    {
        if (used + bytes <= buffer.Length)
            return;
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
