using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Samverkan.Model.ServiceUsers;

namespace Samverkan.Model.Chance;

/// <summary>
/// The luck of one person in one month, but for that of its needs (<see cref="NeedDraws"/>): just the numbers that
/// <see cref="RandomStreams.Words"/> gives one by one for these purposes, and which every person needs.
/// </summary>
/// <param name="Events">Crisis, placement, dropout, exit.</param>
/// <param name="Contact">Coordinator, link, loss of a referral, cause of exit or, of who stays, luck in work.</param>
/// <param name="Further">Of the further purpose that was asked for.</param>
internal readonly record struct PersonDraws(Words Events, Words Contact, Words Further)
{
    /// <summary>The number of the further purpose.</summary>
    public double Other => RandomStreams.Unit(Further);

    /// <summary>Decides on the day of the month of a crisis.</summary>
    public uint Day => Further.W2;

    /// <summary>Draws it number by number.</summary>
    /// <param name="further">What <see cref="Other"/> is to decide, for keepers who ask.</param>
    public static PersonDraws Of(in RandomStreams random, ulong who, Month month, Purpose further = Purpose.Referral) =>
        new(random.Words(who, month, Purpose.LifeEvents), random.Words(who, month, Purpose.Contact),
            random.Words(who, month, further));
}

/// <summary>The luck of a roster's persons in one month, asked for in their order: drawn for eight of them at a time.</summary>
/// <param name="further">See <see cref="PersonDraws.Of"/>.</param>
internal ref struct RosterDraws(RandomStreams random, Month month, Purpose further = Purpose.Referral)
{
    private Blocks drawn;

    /// <param name="persons">The roster; those before <paramref name="at"/> may have left their places.</param>
    public PersonDraws Of(ReadOnlySpan<ServiceUser> persons, int at)
    {
        if (at % Philox.Lanes == 0) Draw(random, month, further, persons[at..], ref drawn);
        ref var first = ref Unsafe.Add(ref Unsafe.As<Blocks, ulong>(ref drawn), at % Philox.Lanes);
        return new(Block(ref first, 0), Block(ref first, 1), Block(ref first, 2));
    }

    // Fast in the first second too: interim code of vectors is some fifty times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Draw(in RandomStreams random, Month month, Purpose further, ReadOnlySpan<ServiceUser> persons,
        ref Blocks drawn)
    {
        Span<ulong> who = stackalloc ulong[Philox.Lanes];
        var count = Math.Min(who.Length, persons.Length);
        for (var i = 0; i < count; i++)
            who[i] = persons[i].Id;
        var at = (uint)month.Index;
        Philox.Blocks(
            random.Key0, random.Key1, ref who[0], count,
            (at | (uint)Purpose.LifeEvents << 16, at | (uint)Purpose.Contact << 16, at | (uint)further << 16), (0, 0, 0),
            ref drawn[0]);
    }

    // As Philox.Blocks lays them out.
    private static Words Block(ref ulong first, int block)
    {
        var (early, late) =
            (Unsafe.Add(ref first, 2 * block * Philox.Lanes), Unsafe.Add(ref first, (2 * block + 1) * Philox.Lanes));
        return new((uint)(early >> 32), (uint)early, (uint)(late >> 32), (uint)late);
    }

    [InlineArray(6)]
    private struct Blocks
    {
        private Vector512<ulong> first;
    }
}
