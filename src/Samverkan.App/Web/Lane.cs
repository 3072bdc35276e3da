using System.Collections.Concurrent;

namespace Samverkan.App.Web;

/// <summary>Work that is done one piece after another, behind whatever the pages are asked for meanwhile.</summary>
internal sealed class Lane : IDisposable
{
    private readonly BlockingCollection<Action> waiting = [];

    public Lane(string name) => new Thread(() =>
    {
        foreach (var work in waiting.GetConsumingEnumerable())
            work();
    })
    { IsBackground = true, Name = name, Priority = ThreadPriority.BelowNormal }.Start();

    public void Add(Action work) => waiting.Add(work);

    public void Dispose() => waiting.CompleteAdding();
}
