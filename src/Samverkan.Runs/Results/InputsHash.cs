using System.Security.Cryptography;
using System.Text;

namespace Samverkan.Runs.Results;

/// <summary>One short name for all that determines a result.</summary>
public static class InputsHash
{
    public static string Of(params IEnumerable<object?> inputs) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', inputs))).AsSpan(0, 16));
}
