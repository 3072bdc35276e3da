using Samverkan.Model;
using Samverkan.Runs.Scenarios;

namespace Samverkan.Grains.Driving;

/// <summary>Changes that somebody asked for while a run goes on, until the run comes to its next month and takes them.</summary>
internal sealed class RunChanges
{
    private readonly List<(string Key, PolicyChange Change)> asked = [];
    private readonly Dictionary<string, string> refused = new(StringComparer.Ordinal);

    public bool AreWaiting => asked.Count > 0;

    /// <summary>Asked for twice under one key, it is one change.</summary>
    public void Ask(string key, PolicyChange change)
    {
        if (!asked.Exists(other => other.Key == key)) asked.Add((key, change));
    }

    /// <summary>Why a change was not made; told once.</summary>
    public bool WasRefused(string key, out string? why) => refused.Remove(key, out why);

    /// <summary>The order with all that is waiting; what names a month that is past is refused.</summary>
    /// <param name="at">The run's next month.</param>
    public RunOrder LaidOver(RunOrder order, Month at)
    {
        foreach (var (key, change) in asked)
            if (change.Earliest < at) refused[key] = $"{change.Earliest} is past: the next month of run '{order.Run}' is {at}.";
            else order = order.With(key, at, change.From(at));
        asked.Clear();
        return order;
    }
}
