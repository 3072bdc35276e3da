using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Samverkan.App.Web.Security;

/// <summary>The tokens that open the pages: the one of the command line, and the named ones.</summary>
internal sealed class Tokens
{
    /// <summary>A token that is shorter could be guessed.</summary>
    public const int Shortest = 16;

    // The name of the one token for everything, and of the server's own, with which it looks at its first page.
    private const string Single = "shared", Own = "server";

    private readonly TokenFile? file;
    private readonly NamedToken[] fixedOnes;

    public Tokens(AccessOptions options)
    {
        file = options.Tokens is { } path ? new TokenFile(path) : null;
        fixedOnes =
        [
            new(Own, Role.Viewer, default, TokenFile.FingerprintOf(OfServer)),
            .. options.Token is { } token ? [new NamedToken(Single, Role.Administrator, default, TokenFile.FingerprintOf(token))]
            : Array.Empty<NamedToken>(),
        ];
    }

    /// <summary>Known to this process alone, for as long as it lives.</summary>
    public string OfServer { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));

    /// <returns>null if nobody has that token.</returns>
    public ClaimsPrincipal? User(string token, string scheme) =>
        Named(TokenFile.FingerprintOf(token)) is { } named
        ? Claims.User(scheme, $"token:{named.Name}", named.Name, named.Role, named.Fingerprint) : null;

    /// <summary>Whether the token that a user came in with is still good, with the same role. A user without one came in
    /// otherwise.</summary>
    public bool StillGood(ClaimsPrincipal user) =>
        user.FindFirstValue(Claims.Token) is not { } fingerprint
        || Named(fingerprint) is { } named && Roles.Of(user) == named.Role;

    private NamedToken? Named(string fingerprint) =>
        Array.Find(fixedOnes, token => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(token.Fingerprint),
            Encoding.ASCII.GetBytes(fingerprint)))
        ?? file?.Find(fingerprint);
}
