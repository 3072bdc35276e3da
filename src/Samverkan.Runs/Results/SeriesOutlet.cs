using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Results;

/// <summary>
/// Brings the rows of runs that go on at the same time into the order of their jobs, so that files are the same to the
/// byte on any number of threads. The first unfinished run writes through; later ones wait in memory, and when too much
/// waits their threads do too.
/// </summary>
public sealed class SeriesOutlet(IReadOnlyList<ISeriesFile> files) : IDisposable
{
    private const int RowsPerBlock = 32_768;
    private const int MostRowsWaiting = 4_000_000;

    private readonly Dictionary<int, Lane> lanes = [];
    private int head;
    private int rowsWaiting;
    private bool closed;

    public IRunObserver LaneOf(Job job)
    {
        var lane = new Lane(this, job);
        lock (lanes)
            lanes.Add(job.Index, lane);
        return lane;
    }

    /// <summary>Closes the files; threads that wait for their turn are let go.</summary>
    public void Dispose()
    {
        lock (lanes)
        {
            if (closed)
                return;
            closed = true;
            Monitor.PulseAll(lanes);
            foreach (var file in files)
                file.Dispose();
        }
    }

    private void Offer(Lane lane, SeriesRow[] block, int count, bool last)
    {
        lock (lanes)
        {
            while (lane.Index != head && rowsWaiting + count > MostRowsWaiting && !closed)
                Monitor.Wait(lanes);
            if (closed)
                return;
            if (lane.Index == head)
                Write(lane.Run, block.AsSpan(0, count));
            else
            {
                lane.Waiting.Enqueue(block[..count]);
                rowsWaiting += count;
            }
            lane.Ended |= last;
            Advance();
        }
    }

    private void Advance()
    {
        while (lanes.TryGetValue(head, out var lane))
        {
            while (lane.Waiting.TryDequeue(out var block))
            {
                Write(lane.Run, block);
                rowsWaiting -= block.Length;
            }
            if (!lane.Ended)
                break;
            lanes.Remove(head++);
        }
        Monitor.PulseAll(lanes);
    }

    private void Write(RunLabel run, ReadOnlySpan<SeriesRow> rows)
    {
        foreach (var file in files)
            file.Write(run, rows);
    }

    private sealed class Lane(SeriesOutlet outlet, Job job) : IRunObserver
    {
        // What a comparison breaks down by group is reduced on the way, and kept where all series are.
        private readonly bool everything = job.Detail == Detail.All;
        private readonly SeriesRow[] block = new SeriesRow[RowsPerBlock];
        private int count;

        public int Index => job.Index;

        public RunLabel Run { get; } = new(job.Blueprint.Name, job.Replication, job.Seed);

        public Queue<SeriesRow[]> Waiting { get; } = [];

        public bool Ended { get; set; }

        public void Observe(MonthResult month)
        {
            foreach (var seen in month.Observations)
            {
                if (!everything && (seen.Group is not null || !seen.Indicator.Headline))
                    continue;
                if (count == block.Length)
                {
                    outlet.Offer(this, block, count, last: false);
                    count = 0;
                }
                block[count++] = new SeriesRow(month.Month, seen.Actor, seen.Group, seen.Indicator, seen.Value);
            }
        }

        public void Finish()
        {
            outlet.Offer(this, block, count, last: true);
            count = 0;
        }
    }
}
