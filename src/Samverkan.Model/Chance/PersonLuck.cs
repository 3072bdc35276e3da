using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samverkan.Model.Chance;

/// <summary>
/// The luck of one person in one month, drawn at once: just the numbers that <see cref="Luck.Words"/> gives one by one
/// for these purposes, and which every person needs.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PersonLuck
{
    // The order in which Philox.Blocks stores its lanes: 0, 2, 4, 6, then 1, 3, 5, 7.
    private Words needs0, needs1, needs2, fate, contact, referral, back, unused;

    /// <summary>Crisis, placement, dropout, exit.</summary>
    public readonly Words Fate => fate;

    /// <summary>Coordinator, link, loss of a referral, cause of exit.</summary>
    public readonly Words Contact => contact;

    /// <summary>Whether a resident out of contact becomes known.</summary>
    public readonly double Referral => Luck.Unit(referral);

    /// <summary>Whether a person placed outside returns.</summary>
    public readonly double Return => Luck.Unit(back);

    /// <summary>The upper halves of the needs' numbers: 16 bits for each of 24 lanes, of which the domains use 22. Eight more can be read.</summary>
    public ref ushort Needs => ref Unsafe.As<PersonLuck, ushort>(ref Unsafe.AsRef(ref this));

    // Fast in the first second too: interim code of vectors is some fifty times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(in Luck luck, ulong who, Month month, out PersonLuck drawn)
    {
        Unsafe.SkipInit(out drawn);
        var purposes = Vector512.Create(
            (ulong)Purpose.Needs << 16, (ulong)Purpose.Contact << 16, (ulong)Purpose.Needs << 16, (ulong)Purpose.Referral << 16,
            (ulong)Purpose.Needs << 16, (ulong)Purpose.Return << 16, (ulong)Purpose.Fate << 16, 0);
        var indices = Vector512.Create(0UL, 0, 1, 0, 2, 0, 0, 0);
        Philox.Blocks(
            luck.Key0, luck.Key1, Vector512.Create(who), Vector512.Create(who >> 32), purposes | Vector512.Create((ulong)(uint)month.Index),
            indices, ref drawn.needs0);
    }
}
