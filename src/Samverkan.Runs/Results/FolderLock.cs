namespace Samverkan.Runs.Results;

/// <summary>
/// The right to write into a folder, which one program has at a time. A file in the folder is locked by the operating system,
/// which frees it when the program ends, however it ends. Where the disk has no locks, a <see cref="Lease"/> takes their place.
/// Process numbers decide nothing: they repeat in containers that share a disk.
/// </summary>
public sealed class FolderLock : IDisposable
{
    /// <summary>Is locked while somebody writes, and is gone afterwards.</summary>
    public const string LockName = ".samverkan.lock";

    // The length of the lock file tells it from another file of that name: one may be removed while a second program waits for it.
    private const int MostLength = 1 << 20;

    private readonly string folder;
    private readonly FileStream locked;
    private readonly Lease lease;
    private bool disposed;

    private FolderLock(string folder, FileStream locked, Lease lease, bool created, string? left)
    {
        (this.folder, this.locked, this.lease) = (folder, locked, lease);
        (Created, LeftBy) = (created, left);
    }

    /// <summary>Whether the folder came into being by this lock.</summary>
    public bool Created { get; }

    /// <summary>Who wrote here last and ended without giving the folder back; null: nobody did.</summary>
    public string? LeftBy { get; }

    /// <param name="folder">Comes into being if it is not there.</param>
    /// <param name="shown">The folder as the user typed it.</param>
    /// <exception cref="ResultFolderRefused">Another program writes there (the message says which), or the folder cannot be made.</exception>
    public static FolderLock Take(string folder, string shown, CancellationToken cancel = default) => Take(folder, shown, LeaseTimes.Usual, cancel);

    internal static FolderLock Take(string folder, string shown, LeaseTimes times, CancellationToken cancel = default)
    {
        var created = Made(folder, shown);
        while (true)
        {
            var lease = new Lease(folder, times);
            var path = Path.Combine(folder, LockName);
            if (Locked(path) is not { } locked)
                throw Refused(shown, lease.Read()?.Who);
            try
            {
                locked.SetLength(Random.Shared.Next(1, MostLength));
                if (!File.Exists(path) || new FileInfo(path).Length != locked.Length)
                {
                    locked.Dispose();
                    continue;
                }
                var works = IsLocked(path);
                var left = lease.Read();
                // Who had the lock and is gone has left nothing to wait for. A lease is waited for, wherever its holder is.
                if (!lease.Take(waits: !works || left is { IsLease: true }, isLease: !works, cancel))
                    throw Refused(shown, lease.Read()?.Who);
                return new(folder, locked, lease, created, left?.Who);
            }
            catch
            {
                locked.Dispose();
                throw;
            }
        }
    }

    /// <summary>To be asked before something is written that cannot be undone.</summary>
    /// <exception cref="ResultFolderRefused">The lease ran out while this program stood still, and another program took the folder.</exception>
    public void Confirm()
    {
        if (!lease.IsHeld())
            throw new ResultFolderRefused($"'{folder}' was taken over by another program while this one stood still. Nothing more is written there.");
    }

    /// <summary>Gives the folder back.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        lease.Dispose();
        locked.Dispose();
    }

    /// <summary>Whether a file has to do with the lock alone.</summary>
    public static bool IsOfLock(string name) => name == LockName || name.StartsWith(Lease.Name, StringComparison.Ordinal);

    private static bool Made(string folder, string shown)
    {
        if (Directory.Exists(folder))
            return false;
        try
        {
            Directory.CreateDirectory(folder);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ResultFolderRefused($"The folder '{shown}' cannot be made: {e.Message.TrimEnd('.')}. Name another with --out.");
        }
    }

    /// <returns>null: somebody has it. A disk without locks gives it to everybody.</returns>
    private static FileStream? Locked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is 11 or 35 or 32 or 33)
        {
            // Would block, on Linux and on macOS; a violation of sharing or of a lock, on Windows.
            return null;
        }
    }

    // Whoever asks again is refused, where locks mean anything.
    private static bool IsLocked(string path)
    {
        using var second = Locked(path);
        return second is null;
    }

    private static ResultFolderRefused Refused(string shown, string? who) =>
        new($"'{shown}' is being written by another program{(who is null ? "" : $": {who}")}. Wait until it is done, or name another folder with --out.");
}

/// <summary>How often a lease is renewed, and when one that is not renewed may be taken over.</summary>
/// <param name="Settle">How long a taker waits to see whether another one took the lease at the same moment.</param>
internal sealed record LeaseTimes(TimeSpan Renewed, TimeSpan Expires, TimeSpan Settle)
{
    public static LeaseTimes Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2));
}
