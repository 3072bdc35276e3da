using System.Diagnostics;
using System.Globalization;

namespace Samverkan.Runs.Results;

/// <summary>
/// A file that names the program that writes into a folder. The holder, a random number, renews it regularly. A lease that does
/// not change for a minute, by the clock of the reader, is taken over. Beside a lock of the operating system, the file names the
/// holder of the lock.
/// </summary>
internal sealed class Lease(string folder, LeaseTimes times) : IDisposable
{
    public const string Name = ".samverkan.writer";

    private const string OfLock = "lock";
    private const string OfLease = "lease";

    private readonly string path = Path.Combine(folder, Name);
    private readonly string holder = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
    private readonly string who =
        $"process {Environment.ProcessId} of {Environment.UserName} on {Environment.MachineName}, since "
            + $"{DateTimeOffset.Now.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture)}";
    private readonly Lock guard = new();
    private Timer? timer;
    private bool isLease;
    private bool lost;
    private long renewals;
    private long renewedAt;

    /// <summary>The content of the file.</summary>
    /// <param name="IsLease">Whether its holder has no lock.</param>
    public sealed record Written(string Holder, bool IsLease, string Renewals, string Who);

    /// <returns>Null: there is no file.</returns>
    public Written? Read()
    {
        try
        {
            return File.Exists(path) && File.ReadAllLines(path) is [var by, var kind, var number, var text, ..]
                ? new(by, kind == OfLease, number, text) : null;
        }
        catch (IOException)
        {
            // The file is being replaced.
            return null;
        }
    }

    /// <param name="waits">
    /// Wait to see whether the present lease is renewed, and whether another program takes it at the same moment.
    /// </param>
    /// <param name="isLease">Only this file keeps other programs away.</param>
    /// <returns>Whether the folder is ours.</returns>
    public bool Take(bool waits, bool isLease, CancellationToken cancel)
    {
        this.isLease = isLease;
        if (waits && IsRenewed(cancel))
            return false;
        Write();
        if (waits)
        {
            // Fischer's algorithm: all takers have written by now, and the last one has the lease.
            Wait(times.Settle, cancel);
            if (Read()?.Holder != holder)
                return false;
        }
        timer = new(_ => IsHeld(), null, times.Renewed, times.Renewed);
        return true;
    }

    /// <summary>Renews the lease, if it is still ours.</summary>
    public bool IsHeld()
    {
        lock (guard)
        {
            if (lost || Stopwatch.GetElapsedTime(renewedAt) < times.Renewed / 2)
                return !lost;
            try
            {
                if (Read() is { } written && written.Holder != holder)
                    lost = true;
                else
                    Write();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // The disk is full or away for a while: the next renewal will tell.
            }
            return !lost;
        }
    }

    public void Dispose()
    {
        timer?.Dispose();
        lock (guard)
        {
            if (!lost && Read()?.Holder == holder)
                File.Delete(path);
            lost = true;
        }
    }

    private bool IsRenewed(CancellationToken cancel)
    {
        var first = Read();
        var since = Stopwatch.GetTimestamp();
        while (first is not null && Stopwatch.GetElapsedTime(since) < times.Expires)
        {
            Wait(times.Renewed / 20, cancel);
            var now = Read();
            if (now is null && !File.Exists(path))
                return false;
            if (now is not null && now != first)
                return true;
        }
        return false;
    }

    private void Write()
    {
        var draft = $"{path}.{holder}";
        try
        {
            File.WriteAllText(draft,
                $"{holder}\n{(isLease ? OfLease : OfLock)}\n{(renewals++).ToString(CultureInfo.InvariantCulture)}\n{who}\n");
            File.Move(draft, path, overwrite: true);
        }
        catch (IOException)
        {
            File.Delete(draft);
            throw;
        }
        renewedAt = Stopwatch.GetTimestamp();
    }

    private static void Wait(TimeSpan time, CancellationToken cancel)
    {
        cancel.WaitHandle.WaitOne(time);
        cancel.ThrowIfCancellationRequested();
    }
}
