using System.Security.Claims;

namespace Samverkan.App.Web.Security;

/// <summary>What somebody may do. Each role includes those before it.</summary>
internal enum Role
{
    /// <summary>Reads pages, results and metrics.</summary>
    Viewer,

    /// <summary>Saves scenarios; starts, steers and stops work.</summary>
    Editor,

    /// <summary>Deletes results, studies and runs for good; sees Orleans' dashboard.</summary>
    Administrator,
}

/// <summary>Roles as claims of a signed-in user.</summary>
internal static class Roles
{
    public static readonly string[] Words = [.. Enum.GetNames<Role>().Select(name => name.ToLowerInvariant())];

    public static string Word(this Role role) => Words[(int)role];

    /// <returns>null if it is none of <see cref="Words"/>.</returns>
    public static Role? Of(string? word) => Array.IndexOf(Words, word) is >= 0 and var index ? (Role)index : null;

    /// <summary>The highest role of a user; null: none, so that nothing may be seen either.</summary>
    public static Role? Of(ClaimsPrincipal user) => user.FindAll(Claims.Role).Select(claim => Of(claim.Value)).Max();

    public static bool May(this ClaimsPrincipal user, Role least) => Of(user) >= least;
}

/// <summary>What is known of a signed-in user, and nothing else.</summary>
internal static class Claims
{
    /// <summary>Who it is in the audit log: <c>token:NAME</c>, <c>oidc:SUBJECT</c> or <see cref="Local"/>.</summary>
    public const string Who = "who";

    /// <summary>Whoever is at this machine, where nobody is asked.</summary>
    public const string Local = "local";

    /// <summary>What the user is called in the page's own corner.</summary>
    public const string Shown = "shown";

    /// <summary>One of <see cref="Roles.Words"/>.</summary>
    public const string Role = "role";

    /// <summary>The fingerprint of the token that let the user in; a session ends when the token is revoked.</summary>
    public const string Token = "token";

    public static ClaimsPrincipal User(string scheme, string who, string shown, Role? role, string? token = null)
    {
        var identity = new ClaimsIdentity([new(Who, who), new(Shown, shown)], scheme, Shown, Role);
        if (role is { } some) identity.AddClaim(new(Role, some.Word()));
        if (token is not null) identity.AddClaim(new(Token, token));
        return new(identity);
    }
}
