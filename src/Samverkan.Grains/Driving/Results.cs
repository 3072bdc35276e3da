using System.Collections.Immutable;
using Samverkan.Grains.Checkpoints;
using Samverkan.Model;
using Samverkan.Model.Snapshots;

namespace Samverkan.Grains.Driving;

/// <summary>
/// The months that a run has given. With checkpoints they are kept in the checkpoint store, one segment for each checkpoint,
/// so that a reader can come at any time. Without, what was read is dropped, and a run does not go far ahead of its reader.
/// </summary>
/// <param name="kept">First months of the segments in the checkpoint store.</param>
/// <param name="next">The month after those.</param>
internal sealed class Results(string run, CheckpointStore checkpoints, RunOrder order, ImmutableArray<Month> kept, Month next)
{
    // Some ten megabytes: the whole run of a municipality, two years of a nation. A run that waits for its reader every few
    // months is slow.
    private const int MostObservationsAhead = 500_000;

    // Some ten to thirty megabytes: a message may have a hundred, and a reader wants to be answered soon.
    private const int MostObservationsAtATime = 1_000_000;

    private readonly List<MonthResult> recent = [];
    private Month first = kept.IsEmpty ? order.Blueprint.From : default;
    private Month keptUntil = next;

    /// <summary>First months of the segments in the checkpoint store.</summary>
    public ImmutableArray<Month> Kept { get; private set; } = kept;

    public Month Start => order.Blueprint.From;

    /// <summary>How many bytes were written to the checkpoint store since the run came to its silo.</summary>
    public long Written { get; private set; }

    public bool Has(Month month) => recent.Count > 0 ? month < recent[^1].Month + 1 : !Kept.IsEmpty && month < keptUntil;

    /// <summary>Whether the run must wait for its reader, because results are kept nowhere else.</summary>
    public bool IsFull => order.CheckpointMonths == 0 && !order.IsWatched
        && recent.Count > 1 && recent.Sum(month => month.Observations.Length) > MostObservationsAhead;

    /// <exception cref="RunDiverged">The month was simulated before and came out otherwise.</exception>
    public void Add(MonthResult month)
    {
        if (recent.Find(known => known.Month == month.Month) is { } before)
        {
            if (!before.Hashes.SequenceEqual(month.Hashes))
                throw new RunDiverged($"{month.Month} came out otherwise when it was simulated again.");
            return;
        }
        if (recent.Count == 0 && first == default) first = month.Month;
        if (month.Month >= first) recent.Add(month);
    }

    /// <summary>Puts what is not in the vault yet there.</summary>
    public async Task Keep()
    {
        if (recent.Count == 0) return;
        for (var rest = recent; rest.Count > 0;)
        {
            var portion = Portion(rest);
            var from = portion[0].Month;
            Written += await checkpoints.Put(Key(from), Snapshot.Of(portion));
            keptUntil = portion[^1].Month + 1;
            if (!Kept.Contains(from)) Kept = Kept.Add(from);
            rest = rest[portion.Length..];
        }
        first = keptUntil;
        recent.Clear();
    }

    /// <summary>What was read before a month need not be kept, where it is kept for one reader only.</summary>
    /// <returns>Whether there is room now.</returns>
    public bool LetGoBefore(Month month)
    {
        if (order.CheckpointMonths > 0 || order.IsWatched || recent.RemoveAll(read => read.Month < month) == 0) return false;
        first = first < month ? month : first;
        return true;
    }

    public async Task<ImmutableArray<MonthResult>> Since(Month month)
    {
        if (recent.Count > 0 && recent[0].Month <= month || Kept.IsEmpty)
            return Portion(recent.Where(result => result.Month >= month));
        var stretch = Kept.LastOrDefault(from => from <= month, Kept[0]);
        var months = Snapshot.Read<ImmutableArray<MonthResult>>(await checkpoints.Get(Key(stretch))
            ?? throw new UnknownRun($"The results of {run} from {stretch} on are lost."));
        return [.. months.Where(result => result.Month >= month)];
    }

    /// <summary>All months that are in the vault, a stretch at a time.</summary>
    public async IAsyncEnumerable<ImmutableArray<MonthResult>> All()
    {
        for (var month = Start; await Since(month) is { IsEmpty: false } some; month = some[^1].Month + 1) yield return some;
    }

    /// <summary>As many months as one message carries, one at least if there is any.</summary>
    private static ImmutableArray<MonthResult> Portion(IEnumerable<MonthResult> months)
    {
        var portion = ImmutableArray.CreateBuilder<MonthResult>();
        var room = MostObservationsAtATime;
        foreach (var month in months)
        {
            room -= month.Observations.Length;
            if (room < 0 && portion.Count > 0) break;
            portion.Add(month);
        }
        return portion.DrainToImmutable();
    }

    /// <summary>Takes over what another run has in the vault.</summary>
    /// <returns>How many bytes they are.</returns>
    public static async Task<long> Copy(string from, string to, ImmutableArray<Month> stretches, CheckpointStore checkpoints)
    {
        var bytes = 0L;
        foreach (var stretch in stretches)
            bytes += await checkpoints.Put(KeyOf(to, stretch),
                await checkpoints.Get(KeyOf(from, stretch))
                    ?? throw new UnknownRun($"The results of {from} from {stretch} on are lost."));
        return bytes;
    }

    public async Task Delete()
    {
        foreach (var stretch in Kept)
            await checkpoints.Delete(Key(stretch));
        if (checkpoints.OutlivesBuilds) await checkpoints.Delete(FinishedResult.KeyOf(run));
    }

    private string Key(Month from) => KeyOf(run, from);

    private static string KeyOf(string run, Month from) => $"{run}/results/{from}";
}
