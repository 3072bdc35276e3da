namespace Samverkan.App.Web;

/// <summary>A server's disk that takes nothing more is told of in a sentence, to people and programs alike.</summary>
internal static class FullDisk
{
    // By Linux and macOS: no space left, over the quota; by Windows: the same.
    private static readonly int[] Codes = [28, 122, 69, 39, 112];

    /// <exception cref="QuotaReached">There is no room.</exception>
    public static void Told(Action write) => Told(() =>
    {
        write();
        return true;
    });

    /// <exception cref="QuotaReached">There is no room.</exception>
    public static T Told<T>(Func<T> write)
    {
        try
        {
            return write();
        }
        catch (IOException e) when (Codes.Contains(e.HResult & 0xFFFF))
        {
            throw QuotaReached.Kept(
                "There is no room left on the server's disk, and nothing was saved. Delete results, or tell whoever keeps this "
                    + "server.");
        }
    }
}
