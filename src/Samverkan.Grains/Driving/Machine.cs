using System.Diagnostics;
using System.Diagnostics.Metrics;
using Orleans.Runtime;
using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>What the machine does, apart from what becomes of the simulated world. Costs next to nothing while nobody
/// listens.</summary>
public static class Machine
{
    /// <summary>Name of the meter.</summary>
    public const string Meter = "Samverkan.Machine";

    /// <summary>Name of the source of traces: a month's pulse down the tree.</summary>
    public const string Traces = "Samverkan.Pulse";

    internal static readonly ActivitySource Pulse = new(Traces);

    private static readonly Meter Own = new(Meter);
    private static long saved;

    internal static readonly Counter<long> Months =
        Own.CreateCounter<long>("samverkan.machine.months", description: "Months that runs have lived here");
    internal static readonly Counter<long> UserMonths = Own.CreateCounter<long>("samverkan.machine.user_months",
            description: "Months that persons of the target population have lived here");
    internal static readonly Histogram<double> MonthDuration =
        Own.CreateHistogram<double>("samverkan.machine.month.duration", "s", "Time of a month's pulse through the whole tree");
    internal static readonly Histogram<double> BarrierWait = Own.CreateHistogram<double>("samverkan.machine.barrier.wait", "s",
            "Time from a parent's first question to its last child's answer");
    internal static readonly Counter<long> Messages =
        Own.CreateCounter<long>("samverkan.machine.messages", description: "Questions from parents to children");
    internal static readonly Counter<long> Checkpoints =
        Own.CreateCounter<long>("samverkan.machine.checkpoints", description: "Checkpoints that were committed");
    internal static readonly Counter<long> Failures =
        Own.CreateCounter<long>("samverkan.machine.failures", description: "Attempts that ended in a failure");
    internal static readonly Counter<long> Replays =
        Own.CreateCounter<long>("samverkan.machine.replays", description: "Months that were simulated again after a failure");

    private static readonly ObservableGauge<double> CheckpointAge =
        Own.CreateObservableGauge("samverkan.machine.checkpoint.age", Age, "s", "Time since the last checkpoint of any run here");

    private const string Above = "samverkan.pulse";

    /// <summary>
    /// A step of a month's pulse, beneath the one that asked for it; null unless this month is traced. Whatever is asked from
    /// here on is beneath this step: its id goes along with the calls, and nothing goes along with those of other months.
    /// </summary>
    /// <param name="actor">Path of the actor, such as <c>county/03</c>.</param>
    internal static Activity? Step(string actor)
    {
        if (RequestContext.Get(Above) is not string above) return null;
        var step = Pulse.StartActivity(actor.Split('/')[0], ActivityKind.Internal, above)?.SetTag("samverkan.actor", actor);
        if (step is not null) RequestContext.Set(Above, step.Id!);
        return step;
    }

    /// <summary>The first step of a month's pulse.</summary>
    internal static Activity? Month(RunOrder order, Month month, int attempt)
    {
        // A run goes on long after the request that started it.
        Activity.Current = null;
        var first = Pulse.StartActivity("month")?.SetTag("samverkan.run", order.Run)
            .SetTag("samverkan.scenario", order.Blueprint.Name)
            .SetTag("samverkan.replication", order.Replication).SetTag("samverkan.month", month.ToString())
            .SetTag("samverkan.attempt", attempt);
        if (first is { Recorded: true }) RequestContext.Set(Above, first.Id!);
        return first;
    }

    internal static void Saved()
    {
        Checkpoints.Add(1);
        Volatile.Write(ref saved, Stopwatch.GetTimestamp());
    }

    private static IEnumerable<Measurement<double>> Age() =>
        Volatile.Read(ref saved) is > 0 and var since ? [new(Stopwatch.GetElapsedTime(since).TotalSeconds)] : [];
}
