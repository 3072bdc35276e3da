using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Samverkan.App.Web.Security;

/// <summary>Servers in front of this one that may say who really asks, by which name and whether encrypted.</summary>
/// <param name="Known">Addresses and networks; nobody else's word counts.</param>
public sealed record ProxyOptions(IReadOnlyList<IPNetwork> Known)
{
    /// <exception cref="BadRequest">A word is neither an address nor a network.</exception>
    public static ProxyOptions Parse(IEnumerable<string> words) => new([.. words
        .SelectMany(word => word.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(Network)]);

    private static IPNetwork Network(string word) =>
        IPNetwork.TryParse(word, out var network) ? network
        : IPAddress.TryParse(word, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new BadRequest($"--behind-proxy '{word}' is no address and no network: write it like 127.0.0.1 or 10.0.0.0/24.");
}

/// <summary>Takes the word of known proxies, and the path that they show the pages under, before anything else looks at a
/// request.</summary>
internal sealed class Proxies(ServeOptions options) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (options.Proxy is { } proxy) app.UseForwardedHeaders(Headers(proxy));
        if (options.PathBase.Length > 0) app.Use(UnderPath);
        next(app);
    };

    private static ForwardedHeadersOptions Headers(ProxyOptions proxy)
    {
        var headers = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
            | ForwardedHeaders.XForwardedHost,
            // As many as are known: each must be on the list.
            ForwardLimit = null,
        };
        headers.KnownProxies.Clear();
        headers.KnownIPNetworks.Clear();
        foreach (var network in proxy.Known) headers.KnownIPNetworks.Add(network);
        return headers;
    }

    // Whether the proxy cuts the path off or leaves it on, links have it.
    private Task UnderPath(HttpContext context, RequestDelegate next)
    {
        PathString under = options.PathBase;
        if (context.Request.Path.StartsWithSegments(under, out var rest)) context.Request.Path = rest.HasValue ? rest : "/";
        context.Request.PathBase = under;
        context.Response.OnStarting(() =>
        {
            if (context.Response.Headers.Location is [['/', not '/', ..] or "/"] and [{ } to]
                && !new PathString(to.Split('?', '#')[0]).StartsWithSegments(under))
                context.Response.Headers.Location = under + to;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
