using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Samverkan.Model.Chance;

/// <summary>
/// The luck of one person in one month: just the numbers that <see cref="Luck.Words"/> gives one by one for these
/// purposes, and which every person needs.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PersonLuck
{
    /// <summary>Persons whose luck is drawn at once.</summary>
    public const int Persons = Philox.Lanes;

    private Words needs0, needs1, needs2, fate, contact, other;

    /// <summary>Crisis, placement, dropout, exit.</summary>
    public readonly Words Fate => fate;

    /// <summary>Coordinator, link, loss of a referral, cause of exit.</summary>
    public readonly Words Contact => contact;

    /// <summary>The number of the further purpose that was asked for.</summary>
    public readonly double Other => Luck.Unit(other);

    /// <summary>The upper halves of the needs' numbers: 16 bits for each of 24 lanes, of which the domains use 22. Eight more can be read.</summary>
    [UnscopedRef]
    public ref ushort Needs => ref Unsafe.As<Words, ushort>(ref needs0);

    /// <summary>Draws it number by number.</summary>
    /// <param name="further">What <see cref="Other"/> is to decide, for keepers who ask.</param>
    public static PersonLuck Of(in Luck luck, ulong who, Month month, Purpose further = Purpose.Referral) => new()
    {
        needs0 = luck.Words(who, month, Purpose.Needs, 0),
        needs1 = luck.Words(who, month, Purpose.Needs, 1),
        needs2 = luck.Words(who, month, Purpose.Needs, 2),
        fate = luck.Words(who, month, Purpose.Fate),
        contact = luck.Words(who, month, Purpose.Contact),
        other = luck.Words(who, month, further),
    };

    /// <summary>The same of eight persons, each block of all eight at once.</summary>
    /// <param name="who">Eight identities.</param>
    /// <param name="drawn">Room for eight.</param>
    // Fast in the first second too: interim code of vectors is some fifty times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(in Luck luck, ref ulong who, Month month, Purpose further, ref PersonLuck drawn)
    {
        var eight = Vector512.LoadUnsafe(ref who);
        uint at = (uint)month.Index, needs = at | (uint)Purpose.Needs << 16;
        var size = Unsafe.SizeOf<PersonLuck>();
        Philox.Blocks(luck.Key0, luck.Key1, eight, (needs, needs, needs), (0, 1, 2), ref drawn.needs0, size);
        Philox.Blocks(
            luck.Key0, luck.Key1, eight, (at | (uint)Purpose.Fate << 16, at | (uint)Purpose.Contact << 16, at | (uint)further << 16), (0, 0, 0),
            ref drawn.fate, size);
    }
}

/// <summary>The luck of a roster's persons in one month, asked for in their order: drawn for eight of them at a time.</summary>
/// <param name="further">See <see cref="PersonLuck.Of"/>.</param>
internal ref struct RosterLuck(Luck luck, Month month, Purpose further = Purpose.Referral)
{
    private Eight drawn;

    /// <param name="persons">The roster; those before <paramref name="at"/> may have left their places.</param>
    [UnscopedRef]
    public ref PersonLuck Of(ReadOnlySpan<ServiceUsers.ServiceUser> persons, int at)
    {
        if (at % PersonLuck.Persons == 0) Draw(persons[at..]);
        return ref drawn[at % PersonLuck.Persons];
    }

    private void Draw(ReadOnlySpan<ServiceUsers.ServiceUser> persons)
    {
        Span<ulong> who = stackalloc ulong[PersonLuck.Persons];
        for (var i = 0; i < who.Length; i++)
            who[i] = i < persons.Length ? persons[i].Id : 0;
        PersonLuck.Draw(luck, ref who[0], month, further, ref drawn[0]);
    }

    [InlineArray(PersonLuck.Persons)]
    private struct Eight
    {
        private PersonLuck first;
    }
}
