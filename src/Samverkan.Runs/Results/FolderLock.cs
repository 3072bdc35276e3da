namespace Samverkan.Runs.Results;

/// <summary>
/// The right to write into a folder, which one program has at a time. The operating system locks a file in the folder and frees
/// it when the program ends. On disks without locks, a <see cref="Lease"/> takes its place. Process numbers decide nothing: they
/// repeat in containers that share a disk.
/// </summary>
public sealed class FolderLock : IDisposable
{
    /// <summary>Locked while a program writes, and removed afterwards.</summary>
    public const string LockName = ".samverkan.lock";

    // The length of the lock file identifies it: the file may be removed while a second program waits for it.
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

    /// <summary>Whether this lock created the folder.</summary>
    public bool Created { get; }

    /// <summary>The program that wrote here last and ended without releasing the folder; null: there is none.</summary>
    public string? LeftBy { get; }

    /// <param name="folder">Created if it does not exist.</param>
    /// <param name="shown">The folder as the user typed it.</param>
    /// <exception cref="ResultFolderRefused">Another program writes there (the message says which), or the folder cannot be
    /// made.</exception>
    public static FolderLock Take(string folder, string shown, CancellationToken cancel = default) =>
        Take(folder, shown, LeaseTimes.Usual, cancel);

    internal static FolderLock Take(string folder, string shown, LeaseTimes times, CancellationToken cancel = default)
    {
        var created = Made(folder, shown);
        try
        {
            return Taken(folder, shown, times, created, cancel);
        }
        catch (IOException) when (created && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            // A disk that is full holds a folder, and nothing in it.
            Directory.Delete(folder);
            throw;
        }
    }

    private static FolderLock Taken(string folder, string shown, LeaseTimes times, bool created, CancellationToken cancel)
    {
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
                // A holder that had a lock and is gone need not be waited for. A lease is waited for, wherever its holder is.
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

    /// <summary>Call this before you write something that cannot be undone.</summary>
    /// <exception cref="ResultFolderRefused">
    /// The lease ran out while this program was suspended, and another program took the folder.
    /// </exception>
    public void Confirm()
    {
        if (!lease.IsHeld())
            throw new ResultFolderRefused(
                $"'{folder}' was taken over by another program while this one stood still. Nothing more is written there.");
    }

    /// <summary>Releases the folder.</summary>
    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        lease.Dispose();
        locked.Dispose();
    }

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
            throw new ResultFolderRefused(
                $"The folder '{shown}' cannot be made: {e.Message.TrimEnd('.')}. Name another with --out.");
        }
    }

    /// <returns>Null: another program has it. A disk without locks gives it to everybody.</returns>
    private static FileStream? Locked(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1,
                FileOptions.DeleteOnClose);
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is 11 or 35 or 32 or 33)
        {
            // "Would block" on Linux and macOS; a sharing or lock violation on Windows.
            return null;
        }
    }

    // If locks work, a second request is refused.
    private static bool IsLocked(string path)
    {
        using var second = Locked(path);
        return second is null;
    }

    private static ResultFolderRefused Refused(string shown, string? who) =>
        new($"'{shown}' is being written by another program{(who is null ? "" : $": {who}")}. Wait until it is done, or name "
            + "another folder with --out.");
}

/// <summary>How often a lease is renewed, and when one that is not renewed can be taken over.</summary>
/// <param name="Settle">How long a taker waits to see whether another one took the lease at the same moment.</param>
internal sealed record LeaseTimes(TimeSpan Renewed, TimeSpan Expires, TimeSpan Settle)
{
    public static LeaseTimes Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(2));
}
