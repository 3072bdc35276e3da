namespace Samverkan.App.Web.Security;

/// <summary>Who may come in.</summary>
/// <param name="Token">One token for everything, of an administrator; null: none.</param>
/// <param name="Tokens">File of named tokens; null: none.</param>
/// <param name="OpenIdConnect">The organisation's own sign-in; null: none.</param>
public sealed record AccessOptions(string? Token = null, string? Tokens = null, OpenIdConnectProvider? OpenIdConnect = null)
{
    /// <summary>Whether nobody is asked who they are. Only this machine can come in then.</summary>
    public bool IsOpen => Token is null && Tokens is null && OpenIdConnect is null;
}

/// <summary>Where people sign in with the account that they have at work.</summary>
/// <param name="Authority">Address of the provider, such as <c>https://login.microsoftonline.com/TENANT/v2.0</c>.</param>
/// <param name="RoleClaim">The claim of the ID token that names a user's roles or groups.</param>
/// <param name="Roles">What a value of that claim means here, such as "samverkan-editors" to "editor".</param>
/// <param name="Otherwise">The role of those who have no such value; null: they are kept out.</param>
public sealed record OpenIdConnectProvider(
    Uri Authority, string ClientId, string? ClientSecret, string RoleClaim, IReadOnlyDictionary<string, string> Roles,
    string? Otherwise)
{
    /// <summary>What the button says, such as "Region Stockholm".</summary>
    public string Name { get; init; } = Authority.Host;
}
