using Samverkan.Model;

namespace Samverkan.Grains.Driving;

/// <summary>
/// Months that a tree may live in one go, on whatever thread, before its run looks up again. It can be cut short from
/// another thread. Thread-safe.
/// </summary>
/// <param name="from">The first one.</param>
/// <param name="until">The month before which it ends.</param>
internal sealed class Stretch(Month from, Month until)
{
    private readonly Lock turn = new();
    private Month until = until, next = from;

    /// <summary>The first month that was not begun.</summary>
    public Month Next
    {
        get { lock (turn) return next; }
    }

    /// <summary>Begins a month, unless the stretch is over.</summary>
    public bool Begin(out Month month)
    {
        lock (turn)
        {
            month = next;
            if (next >= until) return false;
            next += 1;
            return true;
        }
    }

    /// <summary>No further month is begun.</summary>
    /// <returns>The month before which it ends.</returns>
    public Month Cut()
    {
        lock (turn) return until = next;
    }
}
