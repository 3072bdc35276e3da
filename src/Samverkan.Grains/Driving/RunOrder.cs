using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Snapshots;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Driving;

/// <summary>A change that was made in a run while it went on.</summary>
/// <param name="Key">Who asked for it and when: asked for twice, it is made once.</param>
/// <param name="At">The month from which on it was laid over the run.</param>
internal sealed record Applied(string Key, Month At, ImmutableArray<PolicyLine> Lines);

/// <summary>Where a run branched off from another: the results before it are the other's. Without a checkpoint, at the
/// beginning.</summary>
internal sealed record Origin(string Run, CheckpointName? Checkpoint, ImmutableArray<Month> Frames);

/// <summary>All that a run is made from, and how it is to be carried out.</summary>
internal sealed class RunOrder
{
    // Every year of a larger world is too much to keep only because somebody might branch off there.
    private const long MostInhabitantsWithHistory = 1_000_000;

    private const int LongestTitle = 200;

    private readonly Blueprint bare;
    private readonly ImmutableArray<double> parameters;
    private readonly int numbersFrom = Random.Shared.Next(1 << 30);
    [NotState] private Blueprint? whole;

    public RunOrder(string run, Blueprint blueprint, ulong seed, int replication, Detail detail)
    {
        (Run, bare, Seed, Replication, Detail) = (run, blueprint, seed, replication, detail);
        parameters = [.. Catalogue.All.Select(parameter => parameter.Get(blueprint.Parameters))];
        whole = blueprint;
    }

    /// <summary>Id of the run; also the name of its output folder.</summary>
    public string Run { get; }

    public ulong Seed { get; }

    public int Replication { get; }

    public Detail Detail { get; }

    public Granularity Granularity { get; init; } = Granularity.Municipality;

    /// <summary>Whether actors are scattered over all silos on purpose, instead of each county's branch on one.</summary>
    public bool Scattered { get; init; }

    /// <summary>Months between checkpoints; 0: none, and the run does not outlive its silo.</summary>
    public int CheckpointMonths { get; init; }

    /// <summary>Whether every checkpoint is kept, so that the run can be branched off anywhere.</summary>
    public bool KeepsHistory { get; init; }

    /// <summary>Whether a world is small enough for that.</summary>
    public static bool CanKeepHistory(Blueprint blueprint) =>
        blueprint.Counties.SelectMany(county => county.Municipalities).Sum(municipality => (long)municipality.Population)
        <= MostInhabitantsWithHistory;

    /// <summary>Whether the run waits for nobody: its months are kept for all who watch, not for one who reads.</summary>
    public bool IsWatched { get; init; }

    /// <summary>Whether the run is there for its reader alone, as in a comparison or a study: when it has been read, nothing is
    /// kept of it.</summary>
    public bool IsOneOfMany { get; init; }

    /// <summary>Whether its reader starts it again when it is lost, so that it need not be kept.</summary>
    public bool IsFleeting => IsOneOfMany && CheckpointMonths == 0;

    /// <summary>How long such a run waits for its reader before it is let go.</summary>
    public TimeSpan ReaderMayBeAway { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The month before which the run stands still until it is told to go on.</summary>
    public Month? PauseAt { get; init; }

    /// <summary>Months per second at most; null: as fast as it can.</summary>
    public double? Pace { get; init; }

    /// <summary>Cut where it is longer than a line: it is shown in lists.</summary>
    public string? Title { get; init => field = value is { Length: > LongestTitle } ? value[..LongestTitle] + "…" : value; }

    public string? Question { get; init; }

    /// <summary>The scenario's file, as it was typed.</summary>
    public string? Path { get; init; }

    /// <summary>Hash of the scenario's files and settings.</summary>
    public string? Inputs { get; init; }

    /// <summary>Figures that the scenario's world had scaled from the case.</summary>
    public ImmutableArray<string> Scaled { get; init; } = [];

    /// <summary>What makes the run again from a command line.</summary>
    public string? Command { get; init; }

    public Origin? Origin { get; init; }

    /// <summary>What was changed while the run went on, in order.</summary>
    public ImmutableArray<Applied> Changes { get; private init; } = [];

    /// <summary>
    /// By what number an attempt is known to its actors. A run of the same id that was forgotten has others: its actors may still
    /// be about, and must not answer for this one.
    /// </summary>
    /// <param name="attempt">1, 2, ...</param>
    public int Numbered(int attempt) => numbersFrom + attempt;

    /// <summary>Whether another order asks for the same results.</summary>
    public bool IsSameAs(RunOrder other) =>
        (Seed, Replication, Detail) == (other.Seed, other.Replication, other.Detail)
        && parameters.AsSpan().SequenceEqual(other.parameters.AsSpan())
        && Content.AreEqual(bare with { Parameters = ParameterSet.Defaults },
            other.bare with { Parameters = ParameterSet.Defaults });

    /// <summary>The blueprint: a parameter set travels as its values.</summary>
    public Blueprint Blueprint => whole ??= bare with
    {
        Parameters =
            ParameterSet.Defaults.With(Catalogue.All.Select((parameter, i) => KeyValuePair.Create(parameter, parameters[i]))),
    };

    /// <summary>The same run with a change from a month on.</summary>
    /// <param name="change">With its months.</param>
    public RunOrder With(string key, Month at, PolicyChange change) =>
        Copy(Run, change.Onto(Blueprint), Origin, [.. Changes, new(key, at, change.Lines)]);

    /// <summary>Another run that is the same until a month.</summary>
    public RunOrder Forked(string run, Month at, PolicyChange change, Origin? origin) =>
        Copy(run, change.Onto(Blueprint), origin, [.. Changes, new(run, at, change.Lines)]);

    private RunOrder Copy(string run, Blueprint blueprint, Origin? origin, ImmutableArray<Applied> changes) =>
        new(run, blueprint, Seed, Replication, Detail)
        {
            Granularity = Granularity,
            Scattered = Scattered,
            CheckpointMonths = CheckpointMonths,
            KeepsHistory = KeepsHistory,
            IsWatched = IsWatched,
            IsOneOfMany = IsOneOfMany,
            ReaderMayBeAway = ReaderMayBeAway,
            Pace = Pace,
            Title = Title,
            Question = Question,
            Path = Path,
            Inputs = Inputs,
            Scaled = Scaled,
            Command = Command,
            Origin = origin,
            Changes = changes,
        };
}
