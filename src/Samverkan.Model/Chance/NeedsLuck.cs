using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Samverkan.Model.Chance;

/// <summary>
/// The upper halves of the needs' numbers of eight persons, drawn at once: what <see cref="PersonLuck.Needs"/> gives of one
/// who needs other luck as well.
/// </summary>
internal static class NeedsLuck
{
    public const int Persons = Philox.Lanes, NumbersPerPerson = 24;

    /// <param name="who">Eight identities.</param>
    /// <param name="numbers">Room for 24 numbers for each, one person after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Draw(in Luck luck, ref ulong who, Month month, ref ushort numbers)
    {
        var purpose = (uint)month.Index | (uint)Purpose.Needs << 16;
        Philox.Blocks(
            luck.Key0, luck.Key1, Vector512.LoadUnsafe(ref who), (purpose, purpose, purpose), (0, 1, 2),
            ref Unsafe.As<ushort, Words>(ref numbers), NumbersPerPerson * sizeof(ushort));
    }
}
