namespace Samverkan.Runs.Execution;

/// <summary>Folds 64-bit hashes into one; the order matters.</summary>
public static class Fold
{
    public const ulong Start = 0xCBF29CE484222325;

    public static ulong Into(ulong hash, ulong value)
    {
        hash = unchecked((hash ^ value) * 0x9E3779B97F4A7C15);
        return hash ^ (hash >> 29);
    }

    /// <summary>Four groups of four hexadecimal digits, as people compare them.</summary>
    public static string InGroups(ulong hash)
    {
        var digits = hash.ToString("x16");
        return $"{digits[..4]} {digits[4..8]} {digits[8..12]} {digits[12..]}";
    }
}
