using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>How many months a run simulates in one go, and when a checkpoint is due.</summary>
internal sealed class RunSchedule(RunLedger ledger, Pacing pacing)
{
    private RunOrder Order => ledger.Order;

    /// <summary>The month before which the tree must stop, because something is due between two months.</summary>
    /// <param name="next">The month that comes next.</param>
    public Month Until(Month next)
    {
        // A trace covers one month.
        if (pacing.Pace is not null || Machine.Pulse.HasListeners()) return next + 1;
        // Nothing is reported of the warm-up, so it is simulated in one go.
        if (next < Order.Blueprint.From) return Order.Blueprint.From;
        var until = Order.Blueprint.To + 1;
        if (pacing.PauseAt is { } pause && pause > next) until = Min(until, pause);
        return Order.CheckpointMonths > 0 ? Min(until, CheckpointFrom(next + 1)) : until;
    }

    /// <summary>Whether a checkpoint is due before a month.</summary>
    public bool IsCheckpointDue(Month next) => Order.CheckpointMonths > 0
        && (next > Order.Blueprint.To || next >= Order.Blueprint.From && next == CheckpointFrom(next));

    // The next month from a given one on before which a checkpoint is due.
    private Month CheckpointFrom(Month month)
    {
        var first = Order.Blueprint.From;
        return month <= first ? first
            : first + (month - first + Order.CheckpointMonths - 1) / Order.CheckpointMonths * Order.CheckpointMonths;
    }

    private static Month Min(Month one, Month other) => one < other ? one : other;
}
