using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Samverkan.Model.Chance;

/// <summary>
/// The upper halves of the needs' numbers of eight persons, drawn at once: what <see cref="PersonLuck.Needs"/> gives of one
/// who needs other luck as well.
/// </summary>
internal static class NeedsLuck
{
    public const int Persons = 8, NumbersPerPerson = 24;

    /// <param name="who">Eight identities.</param>
    /// <param name="numbers">Room for 24 numbers for each, one person after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Draw(in Luck luck, ref ulong who, Month month, ref ushort numbers)
    {
        var persons = Vector512.LoadUnsafe(ref who);
        var purpose = Vector512.Create((ulong)((uint)month.Index | (uint)Purpose.Needs << 16));
        // Twenty-four blocks in three turns; lanes are stored in the order 0, 2, 4, 6, 1, 3, 5, 7.
        Turn(luck, Vector512.Create(0UL, 1, 0, 1, 0, 2, 1, 2), Vector512.Create(0UL, 1, 1, 2, 2, 0, 0, 1), persons, purpose, ref numbers);
        Turn(luck, Vector512.Create(2UL, 4, 3, 4, 3, 4, 3, 5), Vector512.Create(2UL, 0, 0, 1, 1, 2, 2, 0), persons, purpose, ref Unsafe.Add(ref numbers, 64));
        Turn(luck, Vector512.Create(5UL, 6, 5, 7, 6, 7, 6, 7), Vector512.Create(1UL, 2, 2, 0, 0, 1, 1, 2), persons, purpose, ref Unsafe.Add(ref numbers, 128));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Turn(
        in Luck luck, Vector512<ulong> lane, Vector512<ulong> block, Vector512<ulong> persons, Vector512<ulong> purpose, ref ushort numbers)
    {
        var who = Vector512.ShuffleNative(persons, lane);
        Philox.Blocks(luck.Key0, luck.Key1, who, who >>> 32, purpose, block, ref Unsafe.As<ushort, Words>(ref numbers));
    }
}
