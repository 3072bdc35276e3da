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
    private const int Capacity = 30;

    private readonly Luck luck;
    private readonly ulong[] ids;
    private readonly uint[] unmet, met;
    private readonly ushort[] numbers;

    // Of the 64 users at hand: those of whom a need may move, and in which domains.
    private readonly byte[] movers = new byte[64];
    private readonly uint[] possible = new uint[64];

    // Users on the caseload, in the queue, and on the caseload without an unmet need for one month or two.
    private readonly ulong[] served, queued, calmOnce, calmTwice;
    private readonly Queue<int> queue = new();
    private readonly int count;
    private int caseload;

    public CareflowTeam(in Luck luck, ulong[] users)
    {
        this.luck = luck;
        count = users.Length;
        var padded = (count + NeedsLuck.Persons - 1) / NeedsLuck.Persons * NeedsLuck.Persons;
        ids = new ulong[padded];
        users.CopyTo(ids, 0);
        (unmet, met) = (new uint[padded], new uint[padded]);
        numbers = new ushort[padded * NeedsLuck.NumbersPerPerson + TransitionTable.Lanes];
        var words = (count + 63) / 64;
        (served, queued, calmOnce, calmTwice) = (new ulong[words], new ulong[words], new ulong[words], new ulong[words]);
        Draw(new Month(0));
        for (var i = 0; i < count; i++)
            for (var d = 0; d < Domains.Count; d++)
            {
                var u = numbers[i * NeedsLuck.NumbersPerPerson + d] / 65536.0;
                if (u < .09) unmet[i] |= 1u << d;
                else if (u < .09 + .16) met[i] |= 1u << d;
            }
    }

    /// <summary>The month in its order: needs move, users leave and join, the team admits, counts go up.</summary>
    public CareflowCounts Month(Month month, CareflowThresholds thresholds)
    {
        Draw(month);
        var counts = new CareflowCounts();
        for (var from = 0; from < count; from += 64)
        {
            var (unmetNeeds, metNeeds, without, many) = NeedsMove(from, Math.Min(64, count - from), month, thresholds);
            counts = counts.Plus(new(unmetNeeds, metNeeds, 0, 0));
            LeaveAndJoin(from / 64, without, many);
        }
        for (; caseload < Capacity && queue.TryDequeue(out var user); caseload++)
        {
            queued[user / 64] &= ~(1UL << user);
            served[user / 64] |= 1UL << user;
        }
        return counts.Plus(new(0, 0, caseload, queue.Count));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Draw(Month month)
    {
        for (var i = 0; i < ids.Length; i += NeedsLuck.Persons)
            NeedsLuck.Draw(luck, ref ids[i], month, ref numbers[i * NeedsLuck.NumbersPerPerson]);
    }

    // Of up to 64 users: counts of needs, and who has no unmet need, or so many as to join the queue.
    private (long Unmet, long Met, ulong Without, ulong Many) NeedsMove(int from, int users, Month month, CareflowThresholds thresholds)
    {
        var moving = Decide(from, users, thresholds);
        for (var i = 0; i < moving; i++)
        {
            var u = from + movers[i];
            thresholds.Move(
                possible[i], ref unmet[u], ref met[u], (served[u / 64] >> u & 1) != 0, ref numbers[u * NeedsLuck.NumbersPerPerson], luck, ids[u],
                month);
        }
        return Count(from, users);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (long Unmet, long Met, ulong Without, ulong Many) Count(int from, int users)
    {
        ref var unmetOfUsers = ref unmet[from];
        ref var metOfUsers = ref met[from];
        long sumUnmet = 0, sumMet = 0;
        ulong without = 0, many = 0;
        // Arrays are padded to whole eights, with users who have no need.
        for (var u = 0; u < users; u += 8)
        {
            var needs = Vector256.LoadUnsafe(ref unmetOfUsers, (nuint)u);
            sumUnmet += Bits(needs);
            sumMet += Bits(Vector256.LoadUnsafe(ref metOfUsers, (nuint)u));
            // Without its lowest bit, twice: what is left is the third need and those above.
            var rest = needs & (needs - Vector256<uint>.One);
            rest &= rest - Vector256<uint>.One;
            without |= (ulong)Vector256.Equals(needs, Vector256<uint>.Zero).ExtractMostSignificantBits() << u;
            many |= (ulong)(~Vector256.Equals(rest, Vector256<uint>.Zero)).ExtractMostSignificantBits() << u;
        }
        return (sumUnmet, sumMet, without, many);

        static int Bits(Vector256<uint> words)
        {
            var halves = words.AsUInt64();
            return BitOperations.PopCount(halves[0]) + BitOperations.PopCount(halves[1]) + BitOperations.PopCount(halves[2]) + BitOperations.PopCount(halves[3]);
        }
    }

    // Lists the users of whom a need may move, and in which domains; returns how many they are.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Decide(int from, int users, CareflowThresholds thresholds)
    {
        var onCaseload = served[from / 64];
        ref var drawn = ref numbers[from * NeedsLuck.NumbersPerPerson];
        ref var unmetOfUser = ref unmet[from];
        ref var metOfUser = ref met[from];
        ref var lanes = ref thresholds.Lanes[0];
        ref var mover = ref movers[0];
        ref var domains = ref possible[0];
        var moving = 0;
        for (var u = 0; u < users; u++)
        {
            ref var by = ref Unsafe.Add(ref lanes, (nint)(onCaseload >> u & 1) * CareflowThresholds.Rows);
            var here = NeedLanes.Possible(
                Unsafe.Add(ref unmetOfUser, u), Unsafe.Add(ref metOfUser, u),
                Vector512.LoadUnsafe(ref drawn, (nuint)(u * NeedsLuck.NumbersPerPerson)), by, Unsafe.Add(ref by, 1), Unsafe.Add(ref by, 2));
            Unsafe.Add(ref mover, moving) = (byte)u;
            Unsafe.Add(ref domains, moving) = here;
            moving += here == 0 ? 0 : 1;
        }
        return moving;
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
