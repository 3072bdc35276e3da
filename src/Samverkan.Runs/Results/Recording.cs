using Samverkan.Runs.Execution;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Results;

/// <summary>
/// A result on its way to disk: series of all runs, minutes of each scenario's first run, and at the end the manifest
/// that binds them.
/// </summary>
public sealed class Recording : IDisposable
{
    private readonly SeriesOutlet series;
    private readonly int firstReplication;
    private readonly IMinutesWriter? minutesWriter;

    /// <param name="firstReplication">Whose minutes are kept.</param>
    /// <param name="csv">Whether the series are kept as text too.</param>
    /// <param name="minutesWriter">Whose sentences the minutes use; null: English.</param>
    public Recording(ResultFolder folder, int firstReplication = 1, bool csv = true, IMinutesWriter? minutesWriter = null)
    {
        Folder = folder;
        (this.firstReplication, this.minutesWriter) = (firstReplication, minutesWriter);
        try
        {
            series = new SeriesOutlet(
                csv ? [new SeriesParquet(folder["series.parquet"]), new SeriesCsv(folder["series.csv"])] : [new SeriesParquet(folder["series.parquet"])]);
        }
        catch
        {
            // Nobody else will: there is no recording.
            folder.Dispose();
            throw;
        }
    }

    public ResultFolder Folder { get; }

    /// <summary>Those who store a run while it goes on.</summary>
    public IReadOnlyList<IRunObserver> WritersOf(Job job)
    {
        var lane = series.LaneOf(job);
        return job.Replication == firstReplication
            ? [lane, new MinutesArchive(Folder["minutes", job.Blueprint.Name], job.Blueprint, minutesWriter)]
            : [lane];
    }

    /// <summary>Everything is written: gives the result its name.</summary>
    public void Complete(Manifest manifest)
    {
        series.Dispose();
        File.WriteAllText(Folder["data-dictionary.md"], DataDictionary.Markdown());
        manifest.Write(Folder[ResultFolder.ManifestName]);
        Folder.Complete();
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose()
    {
        try
        {
            series.Dispose();
        }
        finally
        {
            Folder.Dispose();
        }
    }
}
