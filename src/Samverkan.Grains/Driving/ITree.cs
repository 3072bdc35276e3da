using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>The tree of actors of one attempt, however it is kept.</summary>
internal interface ITree
{
    /// <summary>Simulates consecutive months: at least one, and for no longer than a <see cref="TimeSlice"/>.</summary>
    /// <param name="from">The first one. It follows the last one simulated.</param>
    /// <param name="until">The month before which it stops at the latest.</param>
    /// <param name="founds">Whether the first month founds the actors.</param>
    Task<SimulatedMonths> Live(Month from, Month until, bool founds);

    /// <summary>How many messages its actors have answered since the last call.</summary>
    int Answered();

    /// <summary>Writes a checkpoint's parts into the store.</summary>
    /// <returns>How many bytes they are.</returns>
    Task<long> Save(string checkpoint);

    Task Restore(string checkpoint, Month last);

    Task Release();
}

/// <summary>Consecutive months that were simulated.</summary>
/// <param name="Reported">In order; those of the warm-up are not among them.</param>
/// <param name="Next">The month after the last one.</param>
internal sealed record SimulatedMonths(IReadOnlyList<MonthResult> Reported, Month Next);
