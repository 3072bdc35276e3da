using Samverkan.Model;
using Samverkan.Runs.Execution;

namespace Samverkan.Runs.Results;

/// <summary>Writes what actors report, run after run in the order of the jobs.</summary>
public sealed class SeriesOutlet(IReadOnlyList<IRowFile<SeriesRow>> files) : IDisposable
{
    private const int MostRowsWaiting = 4_000_000;

    private readonly RowOutlet<SeriesRow> rows = new(files, MostRowsWaiting);

    public IRunObserver LaneOf(Job job) => new Lane(rows.LaneOf(job), job);

    /// <summary>Closes the files; threads that wait for their turn are let go.</summary>
    public void Dispose() => rows.Dispose();

    private sealed class Lane(RowOutlet<SeriesRow>.Lane rows, Job job) : IRunObserver
    {
        // What a comparison breaks down by group is reduced on the way, and kept where all series are.
        private readonly bool everything = job.Detail == Detail.All;

        public void Observe(MonthResult month)
        {
            foreach (var seen in month.Observations)
                if (everything || (seen.Group is null && seen.Indicator.Headline))
                    rows.Add(new SeriesRow(month.Month, seen.Actor, seen.Group, seen.Indicator, seen.Value));
        }

        public void Finish() => rows.End();
    }
}
