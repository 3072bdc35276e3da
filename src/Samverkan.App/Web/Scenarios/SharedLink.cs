using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace Samverkan.App.Web.Scenarios;

/// <summary>A scenario's text in a link, and back.</summary>
internal static class SharedLink
{
    /// <summary>More than fits into a link is no scenario, whatever it is packed from.</summary>
    private const int MostBytes = 64 << 10;

    public static string Of(string text)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize))
            deflate.Write(Encoding.UTF8.GetBytes(text));
        return Base64Url.EncodeToString(packed.ToArray());
    }

    /// <returns>null if it is no such link.</returns>
    public static string? Read(string? link)
    {
        if (string.IsNullOrEmpty(link) || link.Length > MostBytes || !Base64Url.IsValid(link)) return null;
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(Base64Url.DecodeFromChars(link)), CompressionMode.Decompress);
            var bytes = new byte[MostBytes + 1];
            var length = deflate.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length > MostBytes ? null : Encoding.UTF8.GetString(bytes, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
