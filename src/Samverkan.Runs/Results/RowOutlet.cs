using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Results;

/// <summary>A file of rows, written from front to back.</summary>
public interface IRowFile<TRow> : IDisposable
{
    void Write(RunLabel run, ReadOnlySpan<TRow> rows);
}

/// <summary>
/// Brings the rows of runs that go on at the same time into the order of their jobs, so that files are the same to the
/// byte on any number of threads. The first unfinished run writes through; later ones wait in memory, and when too much
/// waits their threads do too.
/// </summary>
/// <param name="mostRowsWaiting">Rows of later runs that are in memory before their threads wait.</param>
public sealed class RowOutlet<TRow>(IReadOnlyList<IRowFile<TRow>> files, int mostRowsWaiting) : IDisposable
{
    private const int RowsPerBlock = 32_768;

    private readonly Dictionary<int, Lane> lanes = [];
    private int head;
    private int rowsWaiting;
    private bool closed;

    /// <summary>Every job needs a lane, in whatever order they are opened: later jobs wait for it to end.</summary>
    public Lane LaneOf(Job job)
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

    private void Offer(Lane lane, ReadOnlySpan<TRow> block, bool last)
    {
        lock (lanes)
        {
            while (lane.Index != head && rowsWaiting + block.Length > mostRowsWaiting && !closed)
                Monitor.Wait(lanes);
            if (closed)
                return;
            if (lane.Index == head)
                Write(lane.Run, block);
            else if (block.Length > 0)
            {
                lane.Waiting.Enqueue(block.ToArray());
                rowsWaiting += block.Length;
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

    private void Write(RunLabel run, ReadOnlySpan<TRow> rows)
    {
        foreach (var file in files)
            file.Write(run, rows);
    }

    /// <summary>The rows of one job, used by one thread at a time.</summary>
    public sealed class Lane
    {
        private readonly RowOutlet<TRow> outlet;
        private TRow[]? block;
        private int count;

        internal Lane(RowOutlet<TRow> outlet, Job job) =>
            (this.outlet, Index, Run) = (outlet, job.Index, new(job.Blueprint.Name, job.Replication, job.Seed));

        internal int Index { get; }

        internal RunLabel Run { get; }

        internal Queue<TRow[]> Waiting { get; } = [];

        internal bool Ended { get; set; }

        public void Add(in TRow row)
        {
            block ??= new TRow[RowsPerBlock];
            if (count == block.Length)
            {
                outlet.Offer(this, block, last: false);
                count = 0;
            }
            block[count++] = row;
        }

        /// <summary>No row follows.</summary>
        public void End()
        {
            outlet.Offer(this, block.AsSpan(0, count), last: true);
            (block, count) = (null, 0);
        }
    }
}
