using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Samverkan.Model.Chance;

/// <summary>
/// The upper halves of the numbers of eight persons' needs in one month, as lanes want them: a vector holds four domains
/// of each of the eight, a person to 64 bits.
/// </summary>
[InlineArray(Quads)]
internal struct NeedDraws
{
    /// <summary>Domains of one vector, and vectors: 24 numbers a person, of which the domains use 22.</summary>
    public const int DomainsOfQuad = 4, Quads = 6;

    private Vector512<ulong> first;

    /// <summary>Where in a person's 64 bits a domain of a quad stands: Philox gives its words in pairs, the second one
    /// first.</summary>
    public static int LaneOf(int domain) => domain % DomainsOfQuad ^ 2;

    /// <param name="who">Eight identities.</param>
    /// <param name="persons">How many of them are asked for; what is drawn of the others is not defined.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Draw(in RandomStreams random, ref ulong who, int persons, Month month, ref NeedDraws drawn)
    {
        var purpose = (uint)month.Index | (uint)Purpose.Needs << 16;
        Philox.Blocks(random.Key0, random.Key1, ref who, persons, (purpose, purpose, purpose), (0, 1, 2), ref drawn[0]);
    }

    /// <summary>Of four domains, all eight persons.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<ushort> Quad(ref NeedDraws drawn, int quad) => Unsafe.Add(ref drawn[0], quad).AsUInt16();

    /// <summary>Of four domains, as many persons as a vector of 256 or 128 bits holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector<ushort> NarrowQuad(ref NeedDraws drawn, int quad, int firstPerson) =>
        Vector.LoadUnsafe(ref Unsafe.Add(ref Unsafe.As<NeedDraws, ulong>(ref drawn), quad * Philox.Lanes + firstPerson))
        .As<ulong, ushort>();

    /// <summary>Of one person and domain.</summary>
    public static uint Of(ref NeedDraws drawn, int person, int domain) =>
        Unsafe.Add(
            ref Unsafe.As<NeedDraws, ushort>(ref drawn),
                (domain / DomainsOfQuad * Philox.Lanes + person) * DomainsOfQuad + LaneOf(domain));
}
