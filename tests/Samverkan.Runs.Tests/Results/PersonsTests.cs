using System.Globalization;
using System.IO.Compression;
using Samverkan.Model;
using Samverkan.Model.Chance;
using Samverkan.Model.Needs;
using Samverkan.Model.ServiceUsers;
using Samverkan.Runs.Execution;
using Samverkan.Runs.Results;
using Xunit;

namespace Samverkan.Runs.Tests.Results;

/// <summary>Persons by month, of the replications that were asked for, with the model itself.</summary>
public sealed class PersonsTests : IDisposable
{
    private const int Months = 30;

    private readonly TemporaryFolder place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public async Task Every_person_of_every_month_has_a_row_that_holds_what_the_run_shows()
    {
        var scenario = Case("base");
        Record("result", [scenario], replications: 1, persons: [1]);

        var rows = Read("result");
        var run = InProcessRun.Start(scenario, 7, 1, Detail.Headline);
        while (!run.Finished)
        {
            var month = await run.Advance(TestContext.Current.CancellationToken);
            var kept = (await run.Persons()).ToDictionary(one => one.Person.Id.ToString("x16"));
            var written = rows.Where(row => row["month"] == $"{month.Month}-01").ToList();

            Assert.Equal(month.People, written.Count);
            Assert.Equal(kept.Keys.Order(), written.Select(row => row["person"]).Order());
            Assert.All(written, row => IsOf(row, kept[row["person"]], month.Month));
        }
        Assert.True(rows.Select(row => row["status"]).Distinct().Count() >= 4);
    }

    [Fact]
    public void Only_the_replications_asked_for_are_kept_in_the_order_of_their_jobs()
    {
        Record("result", [Case("base"), Case("other")], replications: 4, persons: [2, 4], threads: 3);

        var blocks = Read("result").Select(row => (row["scenario"], row["replication"])).Distinct();
        Assert.Equal([("base", "2"), ("other", "2"), ("base", "4"), ("other", "4")], blocks);
    }

    [Fact]
    public void Files_are_the_same_to_the_byte_on_any_number_of_threads()
    {
        Record("one", [Case("base"), Case("other")], replications: 3, persons: [1, 3], threads: 1);
        Record("many", [Case("base"), Case("other")], replications: 3, persons: [1, 3], threads: 4);

        foreach (var file in new[] { "persons.parquet", "persons.csv.gz", "series.parquet" })
            Assert.Equal(File.ReadAllBytes(place[$"one/{file}"]), File.ReadAllBytes(place[$"many/{file}"]));
    }

    [Fact]
    public void The_series_of_a_run_do_not_depend_on_whether_persons_are_kept()
    {
        Record("with", [Case("base"), Case("other")], replications: 2, persons: [2]);
        Record("without", [Case("base"), Case("other")], replications: 2, persons: null);

        Assert.Equal(File.ReadAllBytes(place["without/series.parquet"]), File.ReadAllBytes(place["with/series.parquet"]));
        Assert.False(File.Exists(place["without/persons.parquet"]));
    }

    [Fact]
    public void What_is_not_completed_leaves_no_persons()
    {
        using (var recording = new Recording(ResultFolder.Open(place["broken"], "inputs", force: false), persons: [1]))
            Run(recording, Job.Paired([Case("base")], 1, 7, alone: [1]), threads: 1);

        Assert.False(Directory.Exists(place["broken"]));
    }

    [Fact]
    public void The_data_dictionary_describes_every_column()
    {
        var text = DataDictionary.Markdown();

        Assert.All(PersonTable.Columns, column => Assert.Contains($"| {column.Column.Name} | {column.Meaning} |", text));
        Assert.Equal(PersonTable.Columns.Count, PersonTable.Columns.Select(column => column.Column.Name).Distinct().Count());
    }

    private static Blueprint Case(string name) => Blueprint.Case with { Name = name, To = Blueprint.Case.From + (Months - 1) };

    private static void IsOf(IReadOnlyDictionary<string, string> row, KeptPerson kept, Month month)
    {
        var person = kept.Person;
        Assert.Equal(kept.Keeper.ToString(), row["keeper"]);
        Assert.Equal($"municipality/{kept.Keeper.Code}", row["municipality"]);
        Assert.Equal(Keepings.Ids[(int)kept.Keeping], row["status"]);
        Assert.Equal(TargetGroups.Ids[(int)person.Group], row["group"]);
        Assert.Equal(person.Severity, float.Parse(row["severity"], CultureInfo.InvariantCulture));
        Assert.Equal(month - Identity.ArrivalOf(person.Id), Number(row, "months_since_arrival"));
        Assert.Equal(Age.In(month, person.Id, person.Group), Number(row, "age"));
        Assert.Equal(person.UnmetCount, Number(row, "needs_unmet"));
        Assert.Equal(person.MonthsOut, Number(row, "months_out"));
        Assert.Equal(person.WaitingMonths, Number(row, "waiting_months"));
        Assert.Equal(person.CoordinatorMonths, Number(row, "coordinator_months"));
        Assert.Equal(person.WardDays + person.DelayDays, Number(row, "ward_days"));
        Assert.Equal(person.Unmet, Mask(row, 2));
        Assert.Equal(person.Met, Mask(row, 1));
    }

    private static int Number(IReadOnlyDictionary<string, string> row, string column) =>
        int.Parse(row[column], CultureInfo.InvariantCulture);

    private static uint Mask(IReadOnlyDictionary<string, string> row, int rating) =>
        (uint)Domains.Ids.Select((id, domain) => Number(row, $"need_{id}") == rating ? 1 << domain : 0).Sum();

    private void Record(string name, IReadOnlyList<Blueprint> scenarios, int replications, IReadOnlyList<int>? persons,
        int threads = 2)
    {
        using var recording = new Recording(ResultFolder.Open(place[name], "inputs", force: false), persons: persons);
        Run(recording, Job.Paired(scenarios, replications, seed: 7, alone: persons), threads);
        recording.Complete(new(Manifest.ProgramName, "test", "compare", "inputs", "hash", 7, [1], [], []));
    }

    private static void Run(Recording recording, IReadOnlyList<Job> jobs, int threads) =>
        new Ensemble(InProcessRun.Start, threads).Run(
        jobs, job => new All(recording.WritersOf(job)), (_, _) => { }, EnsembleProgress.Of(jobs), CancellationToken.None);

    private List<IReadOnlyDictionary<string, string>> Read(string name)
    {
        using var text =
            new StreamReader(new GZipStream(File.OpenRead(place[$"{name}/persons.csv.gz"]), CompressionMode.Decompress));
        var head = text.ReadLine()!.Split(',');
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (text.ReadLine() is { } line)
            rows.Add(head.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second));
        return rows;
    }

    private sealed class All(IReadOnlyList<IRunObserver> writers) : IRunObserver
    {
        public bool SeesPersons => writers.Any(writer => writer.SeesPersons);

        public void Observe(MonthResult month)
        {
            foreach (var writer in writers)
                writer.Observe(month);
        }

        public void See(Month month, IEnumerable<KeptPerson> persons)
        {
            foreach (var writer in writers.Where(writer => writer.SeesPersons))
                writer.See(month, persons);
        }

        public void Finish()
        {
            foreach (var writer in writers)
                writer.Finish();
        }
    }
}
