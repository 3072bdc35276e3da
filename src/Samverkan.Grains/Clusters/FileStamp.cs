namespace Samverkan.Grains.Clusters;

/// <summary>When a file last changed, through links: Kubernetes renews what it mounts by pointing a link elsewhere.</summary>
public static class FileStamp
{
    /// <returns>null if there is no such file.</returns>
    /// <exception cref="IOException">A link leads nowhere, or in a circle.</exception>
    public static (DateTime Changed, long Length)? Of(string path) =>
        (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true) as FileInfo ?? new FileInfo(path) : null)
            is { Exists: true } file
            ? (file.LastWriteTimeUtc, file.Length) : null;
}
