using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using Samverkan.Model.Snapshots;

namespace Samverkan.Runs.Execution;

/// <summary>
/// Ends of lived pasts on disk, for the builds of the model that lived them. The folder is <c>SAMVERKAN_CACHE</c>, or
/// <c>samverkan</c> in the user's folder for caches. It holds <c>SAMVERKAN_CACHE_MEGABYTES</c> at most (500 if not said; 0:
/// nothing is kept): those that were used last. A file that cannot be read is as good as none.
/// </summary>
public static class PastStore
{
    private const int HashLength = 32;
    private const long Mega = 1L << 20, UsualMegabytes = 500, MostMegabytes = 1L << 30;
    private const string Ending = ".past";

    private static readonly Lock Trimming = new();

    /// <summary>Where ends of pasts are kept.</summary>
    public static string Folder =>
        Environment.GetEnvironmentVariable("SAMVERKAN_CACHE") is { Length: > 0 } said ? said
        : Path.Combine(CacheOfUser, "samverkan");

    private static string CacheOfUser => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } said ? said
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private static long MostBytes =>
        Mega * (long.TryParse(
            Environment.GetEnvironmentVariable("SAMVERKAN_CACHE_MEGABYTES"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var said)
            ? Math.Min(said, MostMegabytes)
            : UsualMegabytes);

    internal static PastEnd? Read(string key, int history)
    {
        try
        {
            var bytes = File.ReadAllBytes(PathOf(key, history));
            var content = bytes.AsSpan(HashLength);
            if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(0, HashLength))) return null;
            using var state = new MemoryStream();
            using (var packed = new BrotliStream(new MemoryStream(content[1..].ToArray()), CompressionMode.Decompress))
                packed.CopyTo(state);
            File.SetLastWriteTimeUtc(PathOf(key, history), DateTime.UtcNow);
            return new(content[0] == 1, state.ToArray());
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or ArgumentException or InvalidDataException)
        {
            return null;
        }
    }

    /// <returns>Whether it is kept.</returns>
    internal static bool Write(string key, int history, PastEnd end)
    {
        if (MostBytes == 0 || end.State is null) return false;
        try
        {
            Directory.CreateDirectory(Folder);
            using var content = new MemoryStream();
            content.WriteByte(end.HasCooperation ? (byte)1 : (byte)0);
            using (var packed = new BrotliStream(content, CompressionLevel.Fastest, leaveOpen: true))
                packed.Write(end.State);
            var path = PathOf(key, history);
            var draft = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}";
            File.WriteAllBytes(draft, [.. SHA256.HashData(content.ToArray()), .. content.ToArray()]);
            File.Move(draft, path, overwrite: true);
            Trim(path);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string PathOf(string key, int history) =>
        Path.Combine(Folder, $"{Snapshot.Version[..8]}-{key}-{history.ToString(CultureInfo.InvariantCulture)}{Ending}");

    // Those that were used longest ago go, but never the one that was just written.
    private static void Trim(string written)
    {
        lock (Trimming)
        {
            var files = new DirectoryInfo(Folder).GetFiles($"*{Ending}*").OrderByDescending(file => file.LastWriteTimeUtc)
                .ToList();
            long sum = 0;
            foreach (var file in files)
            {
                sum += file.Length;
                if (sum > MostBytes && file.FullName != Path.GetFullPath(written)) file.Delete();
            }
        }
    }
}
