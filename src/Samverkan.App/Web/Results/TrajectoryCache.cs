using Samverkan.Model;

namespace Samverkan.App.Web.Results;

/// <summary>The trajectories that were looked at last, so that a page is read from disk once and not by every viewer.</summary>
public sealed class TrajectoryCache
{
    private const int MostKept = 8;

    private readonly Lock guard = new();
    private readonly LinkedList<((string, DateTimeOffset, Month) Key, Task<Trajectories> Value)> kept = [];

    public async Task<Trajectories> Of(ResultEntry entry, Month since)
    {
        var key = (entry.Path, entry.Made, since);
        Task<Trajectories> reading;
        lock (guard)
        {
            var node = kept.First;
            while (node is not null && (node.Value.Key != key || node.Value.Value.IsFaulted)) node = node.Next;
            if (node is null) node = new((key, Task.Run(() => Trajectories.Of(entry, since, CancellationToken.None))));
            else kept.Remove(node);
            kept.AddFirst(node);
            if (kept.Count > MostKept) kept.RemoveLast();
            reading = node.Value.Value;
        }
        return await reading;
    }
}
