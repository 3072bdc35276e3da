using System.CommandLine;
using Samverkan.App.Web;
using Samverkan.App.Web.Security;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Commands;

/// <summary>Options of <c>serve</c> about who comes in, by which way, and what is written down of it.</summary>
internal sealed class AccessOptionSet
{
    private const string UsualAudit = "audit.jsonl", NoFile = "none";

    private readonly Option<string?> tokens = TokenCommand.File("none");

    private readonly Option<string?> authority = new("--oidc-authority")
    {
        Description =
            "Address of the OpenID Connect provider where people sign in; needs SAMVERKAN_OIDC_CLIENTID and takes "
                + "SAMVERKAN_OIDC_CLIENTSECRET [default: none]",
        HelpName = "URL",
    };

    private readonly Option<string[]> proxies = new("--behind-proxy")
    {
        Description =
            "Believe what these proxies say of the reader's address, the site's name and its encryption; an address or a "
                + "network, may be repeated [default: nobody]",
        DefaultValueFactory = _ => [],
        HelpName = "IP",
    };

    private readonly Option<string?> pathBase = new("--path-base")
    {
        Description = "Path of the proxy's site that the pages are under, such as /samverkan [default: the whole site]",
        HelpName = "PATH"
    };

    private readonly Option<string?> certificate = new("--certificate")
    {
        Description =
            "Serve by TLS with this certificate (PEM, with those of its authorities after it); read again when it changes "
            + "[default: none]",
        HelpName = "FILE"
    };

    private readonly Option<string?> key =
        new("--certificate-key") { Description = "Its key (PEM) [default: in the same file]", HelpName = "FILE" };

    private readonly Option<string?> audit = new("--audit")
    {
        Description =
            $"Append who did what, when and from where to this file, as lines of JSON; '{NoFile}': nowhere [default: "
                + $"{UsualAudit} where anybody has to sign in]",
        HelpName = "FILE",
    };

    public IEnumerable<Option> All => [tokens, authority, proxies, pathBase, certificate, key, audit];

    /// <exception cref="BadRequest">Something is not as it should be written.</exception>
    public ServeOptions AddTo(ServeOptions options, ParseResult parsed, string? token)
    {
        string? Of(Option<string?> option, string setting) =>
            (parsed.GetValue(option) ?? Settings.Of(setting)) is { Length: > 0 } text ? text : null;

        string[] named = parsed.GetValue(proxies) is { Length: > 0 } said ? said : Settings.Of("BehindProxy") is { } set ? [set]
            : [];
        var access = new AccessOptions(token, Of(tokens, TokenCommand.Setting), Of(authority, "Oidc_Authority") is { } url
            ? Provider(url) : null);
        var log = Of(audit, "Audit") ?? (access.IsOpen ? NoFile : UsualAudit);
        return options with
        {
            Access = access,
            Proxy = named.Length > 0 ? ProxyOptions.Parse(named) : null,
            PathBase = Under(Of(pathBase, "PathBase")),
            Certificate = Of(certificate, "Certificate") is { } file ? new CertificateFile(file, Of(key, "CertificateKey"))
                : null,
            Audit = log == NoFile ? null : Path.GetFullPath(log),
        };
    }

    private static string Under(string? path) => path is null or "/" ? ""
        : path is ['/', .., not '/'] && !path.Contains("//", StringComparison.Ordinal)
        && path.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '-' or '_' or '.') ? path
        : throw new BadRequest($"--path-base '{path}' is no path of a site: write it like /samverkan.");

    private static OpenIdConnectProvider Provider(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var authority)
            || authority.Scheme != Uri.UriSchemeHttps && !authority.IsLoopback)
            throw new BadRequest($"--oidc-authority '{url}' is no address that begins with https://.");
        var client = Settings.Of("Oidc_ClientId")
            ?? throw new BadRequest("Name the client id that the provider knows this server by: SAMVERKAN_OIDC_CLIENTID.");
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var role in Roles.Words)
            foreach (var value in (Settings.Of($"Oidc_{role}") ?? $"samverkan-{role}")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                words[value] = role;
        var otherwise = Settings.Of("Oidc_Everybody");
        if (otherwise is not null && Roles.Of(otherwise) is null)
            throw new BadRequest($"SAMVERKAN_OIDC_EVERYBODY '{otherwise}' is no role: {string.Join(", ", Roles.Words)}.");
        var provider = new OpenIdConnectProvider(authority, client, Settings.Of("Oidc_ClientSecret"),
            Settings.Of("Oidc_RoleClaim") ?? "roles", words, otherwise);
        return Settings.Of("Oidc_Name") is { } name ? provider with { Name = name } : provider;
    }
}
