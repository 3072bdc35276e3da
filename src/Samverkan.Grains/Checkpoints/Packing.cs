using System.IO.Compression;

namespace Samverkan.Grains.Checkpoints;

/// <summary>
/// Bytes made smaller by DEFLATE (RFC 1951). Checkpoints and results are numbers with many zeros: they come down to a third or
/// less.
/// </summary>
internal static class Packing
{
    public static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream(bytes.Length / 3);
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(bytes);
        return packed.ToArray();
    }

    public static byte[] Unpacked(byte[] bytes)
    {
        using var inflate = new DeflateStream(new MemoryStream(bytes, writable: false), CompressionMode.Decompress);
        using var all = new MemoryStream(bytes.Length * 4);
        inflate.CopyTo(all);
        return all.ToArray();
    }
}
