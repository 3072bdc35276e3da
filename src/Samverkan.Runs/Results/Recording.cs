using Samverkan.Model;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Wording;

namespace Samverkan.Runs.Results;

/// <summary>
/// A result on its way to disk: series of all runs, minutes of each scenario's first run, and at the end the manifest
/// that binds them.
/// </summary>
public sealed class Recording : IDisposable
{
    // A row of a person is three times as large as one of the series.
    private const int MostPersonRowsWaiting = 1_000_000;

    private readonly SeriesOutlet series;
    private readonly RowOutlet<PersonRow>? persons;
    private readonly IReadOnlyCollection<int> replicationsOfPersons;
    private readonly int firstReplication;
    private readonly IMinutesWriter? minutesWriter;

    /// <param name="firstReplication">Whose minutes are kept.</param>
    /// <param name="csv">Whether the series are kept as text too.</param>
    /// <param name="persons">Replications whose persons are kept, month by month; null: none.</param>
    /// <param name="minutesWriter">Whose sentences the minutes use; null: English.</param>
    public Recording(
        ResultFolder folder, int firstReplication = 1, bool csv = true, IReadOnlyCollection<int>? persons = null,
        IMinutesWriter? minutesWriter = null)
    {
        replicationsOfPersons = persons ?? [];
        Folder = folder;
        (this.firstReplication, this.minutesWriter) = (firstReplication, minutesWriter);
        try
        {
            series = new SeriesOutlet(
                csv ? [new SeriesParquet(folder["series.parquet"]), new SeriesCsv(folder["series.csv"])]
                : [new SeriesParquet(folder["series.parquet"])]);
            if (replicationsOfPersons.Count > 0)
                this.persons = new([new PersonTable(folder[""], csv)], MostPersonRowsWaiting);
        }
        catch
        {
            // Nobody else will: there is no recording.
            series?.Dispose();
            folder.Dispose();
            throw;
        }
    }

    public ResultFolder Folder { get; }

    /// <summary>Those who store a run while it goes on.</summary>
    public IReadOnlyList<IRunObserver> WritersOf(Job job)
    {
        List<IRunObserver> writers = [series.LaneOf(job)];
        if (persons is not null)
            writers.Add(new PersonWriter(persons.LaneOf(job), replicationsOfPersons.Contains(job.Replication)));
        if (job.Replication == firstReplication)
            writers.Add(new MinutesArchive(Folder["minutes", job.Blueprint.Name], job.Blueprint, minutesWriter));
        return writers;
    }

    /// <summary>Everything is written: gives the result its name.</summary>
    /// <param name="command">What makes it again; null: 'reproduce' alone.</param>
    public void Complete(Manifest manifest, string? command = null)
    {
        series.Dispose();
        persons?.Dispose();
        File.WriteAllText(Folder["data-dictionary.md"], DataDictionary.Markdown());
        DataPackage.Write(
            Folder[""], string.Join("-vs-", manifest.Scenarios.Reverse().Select(scenario => scenario.Id)),
            string.Join("; ", manifest.Scenarios.Reverse().Select(scenario => scenario.Title)),
            manifest.Scenarios.LastOrDefault()?.Question ?? "",
            new(manifest.Program, manifest.Version, command ?? "samverkan reproduce", manifest.Seed, manifest.Inputs,
                manifest.Result));
        manifest.Write(Folder[ResultFolder.ManifestName]);
        Folder.Complete();
    }

    /// <summary>Removes what was not completed.</summary>
    public void Dispose()
    {
        try
        {
            series.Dispose();
            persons?.Dispose();
        }
        finally
        {
            Folder.Dispose();
        }
    }

    /// <summary>Of a run whose persons are not kept it writes nothing, but lets the next one have its turn.</summary>
    private sealed class PersonWriter(RowOutlet<PersonRow>.Lane rows, bool keeps) : IRunObserver
    {
        public bool SeesPersons => keeps;

        public void Observe(MonthResult month)
        {
        }

        public void See(Month month, IEnumerable<KeptPerson> persons)
        {
            foreach (var person in persons)
                rows.Add(new(month, person));
        }

        public void Finish() => rows.End();
    }
}
