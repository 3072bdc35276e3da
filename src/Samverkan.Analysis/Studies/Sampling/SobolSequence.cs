using System.Globalization;

namespace Samverkan.Analysis.Studies.Sampling;

/// <summary>
/// Points that fill the unit cube evenly (Sobol 1967), with the direction numbers of Joe and Kuo (2008) and the Gray-code
/// order of Antonov and Saleev (1979). A random digital shift keeps the evenness and makes the points unbiased.
/// </summary>
public sealed class SobolSequence
{
    public const int MostDimensions = 1024;
    private const int Bits = 32;
    private static readonly Lazy<uint[][]> Directions = new(ReadDirections);

    private readonly uint[] state;
    private readonly uint[] shift;
    private uint index;

    /// <param name="shift">One word for each dimension; null: the sequence as it was published, from the origin.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are direction numbers for fewer dimensions.</exception>
    public SobolSequence(int dimensions, uint[]? shift = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dimensions, MostDimensions);
        state = new uint[dimensions];
        this.shift = shift ?? new uint[dimensions];
    }

    /// <summary>Writes the next point; coordinates are at least 0 and less than 1.</summary>
    public void Next(Span<double> point)
    {
        for (var d = 0; d < state.Length; d++)
            point[d] = (state[d] ^ shift[d]) * (1.0 / (1L << Bits));
        var changed = System.Numerics.BitOperations.TrailingZeroCount(~index);
        for (var d = 0; d < state.Length; d++)
            state[d] ^= Directions.Value[d][changed];
        index++;
    }

    private static uint[][] ReadDirections()
    {
        using var stream = typeof(SobolSequence).Assembly.GetManifestResourceStream("joe-kuo.txt")!;
        using var reader = new StreamReader(stream);
        var all = new uint[MostDimensions][];
        all[0] = [.. Enumerable.Range(0, Bits).Select(i => 1u << (Bits - 1 - i))];
        while (reader.ReadLine() is { } line)
            if (!line.StartsWith('#'))
            {
                var numbers = line.Split(' ').Select(n => uint.Parse(n, CultureInfo.InvariantCulture)).ToArray();
                all[numbers[0] - 1] = Expand((int)numbers[1], numbers[2], numbers[3..]);
            }
        return all;
    }

    /// <summary>The recurrence of Joe and Kuo (2003), equations 2 and 3.</summary>
    private static uint[] Expand(int degree, uint coefficients, uint[] initial)
    {
        var v = new uint[Bits];
        for (var i = 0; i < Bits; i++)
            if (i < degree)
                v[i] = initial[i] << (Bits - 1 - i);
            else
            {
                v[i] = v[i - degree] ^ (v[i - degree] >> degree);
                for (var k = 1; k < degree; k++)
                    if ((coefficients >> (degree - 1 - k) & 1) == 1)
                        v[i] ^= v[i - k];
            }
        return v;
    }
}
