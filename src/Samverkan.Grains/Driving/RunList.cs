using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Samverkan.Grains.Checkpoints;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Envelopes;
using Samverkan.Grains.Live;

namespace Samverkan.Grains.Driving;

/// <summary>The runs that a cluster's storage knows, in the order in which they were started; and who lets go of those that
/// nobody needs any more.</summary>
public interface IRunList : IGrainWithIntegerKey
{
    Task Add(string run);

    [AlwaysInterleave]
    Task Remove(string run);

    [AlwaysInterleave]
    Task<string[]> All();

    /// <summary>The same, and how those stand that have ended, as far as it is known here: they need not be asked, and so leave
    /// memory.</summary>
    [AlwaysInterleave]
    Task<Envelope> Listed();

    /// <summary>A run has ended.</summary>
    /// <param name="standing">How it stands from now on.</param>
    [AlwaysInterleave]
    Task HasEnded(Envelope standing);

    /// <summary>A run that had ended goes on.</summary>
    [AlwaysInterleave]
    Task GoesOn(string run);

    /// <summary>Lets go of runs that have ended, as far as no more are to be kept. Done once a minute by itself.</summary>
    [AlwaysInterleave]
    Task Tidy();
}

/// <summary>The runs that storage knows.</summary>
/// <param name="Ended">How some of them stand, which have ended.</param>
internal sealed record ListedRuns(ImmutableArray<string> All, ImmutableArray<RunStanding> Ended);

internal sealed class RunListGrain(CheckpointStore checkpoints, Retention retention, ILogger<RunListGrain> log) : Grain, IRunList
{
    private const string Key = "runs";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10), Tidies = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, RunStanding> ended = new(StringComparer.Ordinal);
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private ImmutableArray<string> runs = [];
    private IGrainTimer? writing;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        runs = [.. await checkpoints.Words(Key)];
        this.RegisterGrainTimer(_ => Tidy(),
            new GrainTimerCreationOptions(Tidies, Tidies) { Interleave = true, KeepAlive = true });
    }

    public async Task Add(string run)
    {
        if (runs.Contains(run)) return;
        await checkpoints.Put(Key, runs.Add(run).AsEnumerable());
        runs = runs.Add(run);
    }

    // Storage that is full lets a run go, and takes no shorter list: it gets that when it can. Until then it names a run that is
    // not there, which who reads it passes over.
    public async Task Remove(string run)
    {
        runs = runs.Remove(run);
        ended.Remove(run);
        if (!await IsWritten()) writing ??= this.RegisterGrainTimer(Write,
            new GrainTimerCreationOptions(Again, Again) { Interleave = true, KeepAlive = true });
    }

    public Task<string[]> All() => Task.FromResult(runs.ToArray());

    public Task<Envelope> Listed() => Task.FromResult(new Envelope(default, false, new ListedRuns(runs, [.. ended.Values])));

    public Task HasEnded(Envelope standing)
    {
        var run = standing.Of<RunStanding>();
        if (runs.Contains(run.Id)) ended[run.Id] = run;
        return Task.CompletedTask;
    }

    public Task GoesOn(string run)
    {
        ended.Remove(run);
        return Task.CompletedTask;
    }

    // Whoever is asked here goes on, too, if its silo died and nobody else has asked.
    public async Task Tidy()
    {
        try
        {
            var known = new List<RunStanding>();
            foreach (var run in runs)
                if (await StandingOf(run) is { } standing) known.Add(standing);
            foreach (var run in retention.Over(known, DateTimeOffset.UtcNow))
            {
                log.LogInformation(
                    "Run {Run} is forgotten: no more is kept than {Runs} runs that have ended, {Megabytes} MB, and what ended "
                        + "in the last {Days} days",
                    run, retention.Runs, retention.Megabytes, retention.Days);
                await GrainFactory.GetGrain<IRunGrain>(run).Forget();
            }
        }
        catch (Exception e) when (Trouble.InWords(e) is { } reason)
        {
            log.LogWarning("Runs that have ended could not be looked through: {Reason}", reason);
        }
    }

    private async Task<RunStanding?> StandingOf(string run)
    {
        if (ended.TryGetValue(run, out var known)) return known;
        try
        {
            var standing = (await GrainFactory.GetGrain<IRunGrain>(run).Stands()).Of<RunStanding>();
            unknown.Remove(run);
            if (standing.HasEnded) ended[run] = standing;
            return standing;
        }
        catch (UnknownRun)
        {
            // One that is just being started is listed before it is known.
            if (!unknown.Add(run))
            {
                unknown.Remove(run);
                await Remove(run);
            }
            return null;
        }
        catch (OtherBuild)
        {
            return null;
        }
    }

    private async Task Write(CancellationToken cancel)
    {
        if (!await IsWritten()) return;
        writing?.Dispose();
        writing = null;
    }

    private async Task<bool> IsWritten()
    {
        try
        {
            await checkpoints.Put(Key, runs.AsEnumerable());
            return true;
        }
        catch (Exception e) when (e is StorageFull or StorageUnavailable)
        {
            log.LogWarning("The list of runs could not be written: {Reason}", e.Message);
            return false;
        }
    }
}
