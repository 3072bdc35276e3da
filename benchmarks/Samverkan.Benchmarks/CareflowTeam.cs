using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;

namespace Samverkan.Benchmarks;

/// <summary>A team of careflow with its users, on the caseload or not: sets of users are words of 64 bits.</summary>
internal sealed class CareflowTeam
{
    private const int Capacity = 30, Eight = NeedsOfEight.Persons;

    private readonly RandomStreams random;
    private readonly ulong[] ids;
    private readonly NeedsOfEight[] needs;

    // Users on the caseload, in the queue, and on the caseload without an unmet need for one month or two.
    private readonly ulong[] served, queued, calmOnce, calmTwice;
    private readonly Queue<int> queue = new();
    private readonly int count;
    private int caseload;

    public CareflowTeam(in RandomStreams random, ulong[] users)
    {
        this.random = random;
        count = users.Length;
        needs = new NeedsOfEight[(count + Eight - 1) / Eight];
        ids = new ulong[needs.Length * Eight];
        users.CopyTo(ids, 0);
        var words = (count + 63) / 64;
        (served, queued, calmOnce, calmTwice) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        for (var user = 0; user < count; user += Eight)
            Found(user, Math.Min(Eight, count - user));
    }

    /// <summary>The month in its order: needs move, users leave and join, the team admits, counts go up.</summary>
    public CareflowCounts Month(Month month)
    {
        long unmet = 0, met = 0;
        for (var from = 0; from < count; from += 64)
        {
            var users = Math.Min(64, count - from);
            MoveNeeds(from, users, month);
            var counted = Count(from, users);
            LeaveAndJoin(from / 64, counted.Without, counted.Many);
            unmet += counted.Unmet;
            met += counted.Met;
        }
        for (; caseload < Capacity && queue.TryDequeue(out var user); caseload++)
        {
            queued[user / 64] &= ~(1UL << user);
            served[user / 64] |= 1UL << user;
        }
        return new(unmet, met, caseload, queue.Count);
    }

    private void Found(int from, int users)
    {
        var month = new Month(0);
        var drawn = new NeedDraws();
        ref var eight = ref needs[from / Eight];
        NeedDraws.Draw(random, ref ids[from], users, month, ref drawn);
        for (var i = 0; i < users; i++)
            for (var d = 0; d < Domains.Count; d++)
            {
                var number = new NeedNumber(d, NeedDraws.Of(ref drawn, i, d), random, ids[from + i], month);
                uint isUnmet = number.Below(.09f) ? 1u : 0, isNeed = number.Below(.09f + .16f) ? 1u : 0;
                NeedsOfEight.Unmet(ref eight, i) |= isUnmet << d;
                NeedsOfEight.Met(ref eight, i) |= (isNeed ^ isUnmet) << d;
            }
    }

    // Of up to 64 users. Fast in the first second too: interim code of vectors is some fifty times slower.
    [MethodImpl(MethodImplOptions.AggressiveOptimization), SkipLocalsInit]
    private void MoveNeeds(int from, int users, Month month)
    {
        Unsafe.SkipInit(out NeedDraws drawn);
        Unsafe.SkipInit(out DomainsOfEight open);
        ref var who = ref ids[from];
        ref var eight = ref needs[from / Eight];
        var onCaseload = served[from / 64];
        for (var left = users; left > 0; left -= Eight)
        {
            NeedDraws.Draw(random, ref who, Math.Min(left, Eight), month, ref drawn);
            if (NeedLanes.AreSupported)
            {
                if (NeedLanes.Move(ref eight, ref drawn, new CareflowThresholds(onCaseload), ref open))
                    Settle(ref eight, ref open, ref drawn, (byte)onCaseload, ref who, 0, Math.Min(left, Eight), month);
            }
            else
            {
                for (var first = 0; first < Math.Min(left, Eight); first += Vector<ulong>.Count)
                    if (NarrowNeedLanes.Move(ref eight, first, ref drawn, new NarrowCareflowThresholds(onCaseload >> first),
                        ref open))
                        Settle(ref eight, ref open, ref drawn, (byte)onCaseload, ref who, first,
                            Math.Min(left, first + Vector<ulong>.Count), month);
            }
            for (var empty = left; empty < Eight; empty++)
                NeedsOfEight.Unmet(ref eight, empty) = 0;
            who = ref Unsafe.Add(ref who, Eight);
            eight = ref Unsafe.Add(ref eight, 1);
            onCaseload >>= Eight;
        }
    }

    // Moves what the lanes have left open.
    private void Settle(ref NeedsOfEight eight, ref DomainsOfEight open, ref NeedDraws drawn, byte onCaseload, ref ulong who,
        int first, int end, Month month)
    {
        for (var i = first; i < end; i++)
            for (var left = open[i]; left != 0; left &= left - 1)
            {
                var d = BitOperations.TrailingZeroCount(left);
                CareflowThresholds.Move(
                    new(d, NeedDraws.Of(ref drawn, i, d), random, Unsafe.Add(ref who, i), month), (onCaseload >> i & 1) != 0,
                    ref NeedsOfEight.Unmet(ref eight, i), ref NeedsOfEight.Met(ref eight, i));
            }
    }

    // Counts of needs of up to 64 users, and who has no unmet need, or so many as to join the queue. Empty places have no needs.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int Unmet, int Met, ulong Without, ulong Many) Count(int from, int users)
    {
        int unmet = 0, met = 0;
        ulong without = 0, many = 0;
        ref var eight = ref needs[from / Eight];
        for (var u = 0; u < users; u += Eight)
        {
            unmet += Needs(ref NeedsOfEight.Unmet(ref eight, 0));
            met += Needs(ref NeedsOfEight.Met(ref eight, 0));
            var domains = Vector256.LoadUnsafe(ref NeedsOfEight.Unmet(ref eight, 0));
            // Without its lowest bit, twice: what is left is the third need and those above.
            var rest = domains & (domains - Vector256<uint>.One);
            rest &= rest - Vector256<uint>.One;
            without |= (ulong)Vector256.Equals(domains, Vector256<uint>.Zero).ExtractMostSignificantBits() << u;
            many |= (ulong)(~Vector256.Equals(rest, Vector256<uint>.Zero)).ExtractMostSignificantBits() << u;
            eight = ref Unsafe.Add(ref eight, 1);
        }
        return (unmet, met, without, many);
    }

    // Of eight users.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Needs(ref uint domains)
    {
        ref var two = ref Unsafe.As<uint, ulong>(ref domains);
        return BitOperations.PopCount(two) + BitOperations.PopCount(Unsafe.Add(ref two, 1))
            + BitOperations.PopCount(Unsafe.Add(ref two, 2)) + BitOperations.PopCount(Unsafe.Add(ref two, 3));
    }

    private void LeaveAndJoin(int word, ulong without, ulong many)
    {
        var calm = served[word] & without;
        var leaves = calm & calmTwice[word];
        (calmTwice[word], calmOnce[word]) = (calm & calmOnce[word] & ~leaves, calm & ~leaves);
        served[word] &= ~leaves;
        caseload -= BitOperations.PopCount(leaves);
        var joins = many & ~served[word] & ~queued[word];
        queued[word] |= joins;
        for (; joins != 0; joins &= joins - 1)
            queue.Enqueue(word * 64 + BitOperations.TrailingZeroCount(joins));
    }
}
