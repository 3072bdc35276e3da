using Samverkan.Model.Chance;

namespace Samverkan.Model.Needs;

/// <summary>
/// The uniform number that decides of one person's need in one domain and month. It has 32 bits; the lower half is drawn
/// just where the upper half does not decide.
/// </summary>
/// <param name="upper">Its upper half.</param>
internal readonly struct NeedNumber(int domain, uint upper, in RandomStreams random, ulong who, Month month)
{
    private readonly RandomStreams random = random;

    /// <summary>Draws the upper half by itself.</summary>
    public static NeedNumber Of(in RandomStreams random, ulong who, Month month, int domain) =>
        new(domain, Half(random, who, month, domain, 0), random, who, month);

    public int Domain => domain;

    public bool Below(float probability) => Below(Threshold(probability));

    /// <param name="threshold">In 32 bits.</param>
    public bool Below(uint threshold) =>
        upper == threshold >> 16 ? Half(random, who, month, domain, 3) < (threshold & 0xFFFF) : upper < threshold >> 16;

    public static uint Threshold(float probability) => probability >= 1 ? uint.MaxValue : (uint)(probability * 4294967296.0);

    // Sixteen bits: eight domains to a block, the upper halves from block 0, the lower from block 3.
    private static uint Half(in RandomStreams random, ulong who, Month month, int domain, uint from)
    {
        var (w0, w1, w2, w3) = random.Words(who, month, Purpose.Needs, from + (uint)domain / 8);
        var word = (domain / 2 % 4) switch { 0 => w0, 1 => w1, 2 => w2, _ => w3 };
        return word >> domain % 2 * 16 & 0xFFFF;
    }
}
