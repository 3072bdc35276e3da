using Samverkan.Model;

namespace Samverkan.Runs.Execution;

/// <summary>Where two runs that should be equal come apart.</summary>
/// <param name="Actor">The first actor that differs, in the order of the tree; null if only hashes or reports differ.</param>
public sealed record Divergence(Month Month, string? Actor, string? Field, string? Expected, string? Found)
{
    public override string ToString() => Actor is null
        ? $"{Month}: the hashes or reports differ, the described state does not"
        : $"{Month}: {Actor}, {Field}: {Expected} in the base, {Found} in the other";

    /// <summary>Runs both again side by side up to a month in which they are known to differ, and names what differs.</summary>
    public static Divergence Find(StartRun start, Job expected, Job found, Month month, CancellationToken cancel) =>
        FindAsync(start, expected, found, month, cancel).AsTask().GetAwaiter().GetResult();

    private static async ValueTask<Divergence> FindAsync(StartRun start, Job expected, Job found, Month month,
        CancellationToken cancel)
    {
        var a = start(expected.Blueprint, expected.Seed, expected.Replication, expected.Detail);
        var b = start(found.Blueprint, found.Seed, found.Replication, found.Detail);
        while (!a.Finished && !b.Finished && a.Next <= month)
        {
            cancel.ThrowIfCancellationRequested();
            await a.Advance(cancel);
            await b.Advance(cancel);
        }
        return FirstField(month, [.. await a.DescribeState()], [.. await b.DescribeState()]);
    }

    private static Divergence FirstField(
        Month month, IReadOnlyList<(string Actor, string Field, string Value)> a,
        IReadOnlyList<(string Actor, string Field, string Value)> b)
    {
        for (var i = 0; i < Math.Max(a.Count, b.Count); i++)
        {
            if (i >= a.Count)
                return new(month, b[i].Actor, b[i].Field, "absent", b[i].Value);
            if (i >= b.Count || (a[i].Actor, a[i].Field) != (b[i].Actor, b[i].Field))
                return new(month, a[i].Actor, a[i].Field, a[i].Value, "absent");
            if (a[i].Value != b[i].Value)
                return new(month, a[i].Actor, a[i].Field, a[i].Value, b[i].Value);
        }
        return new(month, null, null, null, null);
    }
}

/// <summary>A check of the model failed: its results must not be used.</summary>
public sealed class ModelCheckFailed(string message, Divergence? divergence = null) : Exception(message)
{
    public Divergence? Divergence { get; } = divergence;
}
