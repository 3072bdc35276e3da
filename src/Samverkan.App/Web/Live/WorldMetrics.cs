using System.Diagnostics.Metrics;
using Samverkan.App.Web.Comparing;
using Samverkan.App.Web.Studying;
using Samverkan.Grains.Driving;
using Samverkan.Grains.Live;

namespace Samverkan.App.Web.Live;

/// <summary>
/// The simulated world as gauges: indicators of nation, counties, municipalities and kinds of unit, and the simulated date; never
/// a person. How runs and comparisons stand is measured beside it. Looks once a second at what goes on.
/// </summary>
/// <remarks>
/// A reader of meters keeps every series that it ever saw. So that they end with their run, the meters are made anew after a run,
/// a comparison or a study is gone.
/// </remarks>
internal sealed class WorldMetrics(LiveRunService service, ComparisonQueue queue, StudyService studies, ServeOptions options,
    ILogger<WorldMetrics> log) : BackgroundService
{
    public const string World = "Samverkan.World";
    public const string Work = "Samverkan.Work";
    public const string Value = "samverkan.world.value";

    /// <summary>Series of the simulated world, of all runs: Sweden down to its municipalities has some 4,400.</summary>
    public const int MostSeries = 20_000;

    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    // To find out what is gone takes longer than to look at what goes on.
    private const int LooksBetween = 20;

    // Of a run that has ended, the last month stays to be seen for a while.
    private static readonly TimeSpan Lingers = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, (Frame Frame, DateTimeOffset Seen)> last = [];
    private readonly List<Meter> meters = [];
    private HashSet<string> measured = [];
    private volatile IReadOnlyList<(RunStanding Run, Frame? Frame)> runs = [];
    private volatile int series, omitted;
    private int looks;

    public override void Dispose()
    {
        foreach (var meter in meters) meter.Dispose();
        base.Dispose();
    }

    private void MakeMeters()
    {
        foreach (var meter in meters) meter.Dispose();
        meters.Clear();
        MakeWorld(Made(World));
        MakeWork(Made(Work));
    }

    private Meter Made(string name)
    {
        var meter = new Meter(name);
        meters.Add(meter);
        return meter;
    }

    private void MakeWorld(Meter world)
    {
        world.CreateObservableGauge(Value, Values, description: "An indicator of the simulated world in the last month");
        world.CreateObservableGauge("samverkan.world.date", () => runs.Where(run => run.Frame is not null).Select(run =>
            new Measurement<double>(run.Frame!.Month.Year + (run.Frame.Month.Number - 1) / 12.0, Of(run.Run))),
            description: "The simulated date, in years");
        world.CreateObservableGauge("samverkan.world.people",
            () => runs.Where(run => run.Frame is not null).Select(run => new Measurement<long>(run.Frame!.People, Of(run.Run))),
            description: "Persons of the target population");
        world.CreateObservableGauge("samverkan.world.series", () => series, description: "Series of samverkan.world.value");
        world.CreateObservableGauge("samverkan.world.series.omitted", () => omitted,
            description: $"Series that are left out, because there are more than {MostSeries}");
    }

    private void MakeWork(Meter work)
    {
        work.CreateObservableGauge("samverkan.run.share",
            () => runs.Select(run => new Measurement<double>(run.Run.Share, Of(run.Run))),
            description: "Share of a run's months that is done");
        work.CreateObservableGauge("samverkan.run.state",
            () => runs.Select(run => new Measurement<int>(1,
                [.. Of(run.Run), new("state", run.Run.State.ToString().ToLowerInvariant())])),
                description: "1 for the state that a run is in");
        work.CreateObservableGauge("samverkan.run.pace",
            () => runs.Where(run => run.Run.MonthsPerSecond is not null)
            .Select(run => new Measurement<double>(run.Run.MonthsPerSecond!.Value, Of(run.Run))),
            description: "Months per second");
        work.CreateObservableGauge("samverkan.run.failures",
            () => runs.Select(run => new Measurement<int>(run.Run.Failures, Of(run.Run))),
            description: "How often a run went back to a checkpoint");
        work.CreateObservableGauge("samverkan.run.replayed",
            () => runs.Select(run => new Measurement<int>(run.Run.MonthsReplayed, Of(run.Run))),
            description: "Months that a run simulated again");
        work.CreateObservableGauge("samverkan.comparison.share",
            () => queue.All().Select(ticket => new Measurement<double>(ticket.Share, Of(ticket))),
            description: "Share of a comparison that is done");
        work.CreateObservableGauge("samverkan.comparison.replications",
            () => queue.All().Select(ticket => new Measurement<int>(ticket.ReplicationsDone, Of(ticket))),
            description: "Replications that are done");
        work.CreateObservableGauge("samverkan.comparison.left",
            () => queue.All()
            .Select(ticket => new Measurement<double>(ticket.Left?.TotalSeconds ?? 0,
                Of(ticket))), "s", "Time left");
        work.CreateObservableGauge("samverkan.comparison.count", () => Enum.GetValues<TicketState>().Select(state =>
            new Measurement<int>(queue.All().Count(ticket => ticket.State == state),
                new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant()))),
                description: "Comparisons by state");
        work.CreateObservableGauge("samverkan.study.share",
            () => studies.All().Select(study => new Measurement<double>(study.Share, Of(study))),
            description: "Share of a study's runs that is done");
        work.CreateObservableGauge("samverkan.study.runs",
            () => studies.All().SelectMany(study =>
                new[] { Runs(study, "asked", study.RunsAsked), Runs(study, "done", study.RunsDone),
                    Runs(study, "failed", study.RunsFailed) }), description: "Runs of a study");
        work.CreateObservableGauge("samverkan.study.state",
            () => studies.All().Select(study => new Measurement<int>(1, Of(study), new("state", study.State))),
            description: "1 for the state that a study is in");
        work.CreateObservableGauge("samverkan.study.left",
            () => studies.All().Where(study => study.Ticket?.Left is not null)
            .Select(study => new Measurement<double>(study.Ticket!.Left!.Value.TotalSeconds, Of(study))), "s", "Time left");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        MakeMeters();
        using var timer = new PeriodicTimer(Pace);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Look();
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task Look()
    {
        try
        {
            if (++looks % LooksBetween == 0) Renew();
            if (!service.IsStarted) return;
            var seen = new List<(RunStanding, Frame?)>();
            var known = await service.All();
            foreach (var gone in last.Keys.Except(known.Select(run => run.Id)).ToArray()) last.Remove(gone);
            foreach (var run in known)
            {
                if (!last.TryGetValue(run.Id, out var latest) || latest.Frame.Month + 1 != run.Next)
                {
                    var frame = run.Next > run.From
                        ? (await (await (await service.Runs()).Find(run.Id)).ReadSince(run.Next - 1, 1)).Months.LastOrDefault()
                        : null;
                    if (frame is not null) last[run.Id] = latest = (frame, DateTimeOffset.UtcNow);
                }
                if (!run.HasEnded || DateTimeOffset.UtcNow - latest.Seen < Lingers) seen.Add((run, latest.Frame));
            }
            runs = seen;
        }
        catch (Exception e) when (Trouble.InWords(e) is not null)
        {
            log.LogWarning("The runs could not be looked at: {Reason}", Trouble.InWords(e));
        }
    }

    // What is gone is measured no more.
    private void Renew()
    {
        HashSet<string> now = [.. runs.Select(run => "run " + run.Run.Id),
            .. queue.All().Select(ticket => "comparison " + ticket.Id), .. studies.All().Select(study => "study " + study.Id)];
        var isLess = !measured.IsSubsetOf(now);
        measured = now;
        if (isLess) MakeMeters();
    }

    private IReadOnlyList<Measurement<double>> Values()
    {
        var (values, left) = WorldSeries.Of(runs, options.WorldMetrics, MostSeries);
        if (left > 0 && omitted == 0)
            log.LogWarning(
                "More than {Most} series of simulated worlds: {Omitted} are left out. Choose a higher level with "
                    + "--world-metrics.",
                MostSeries, left);
        (series, omitted) = (values.Count, left);
        return values;
    }

    private static KeyValuePair<string, object?>[] Of(RunStanding run) => WorldSeries.Of(run);

    private static KeyValuePair<string, object?> Of(ComparisonTicket ticket) => new("comparison", ticket.Id);

    private static KeyValuePair<string, object?> Of(StudyEntry study) => new("study", study.Id);

    private static Measurement<long> Runs(StudyEntry study, string which, long runs) => new(runs, Of(study), new("runs", which));

}
