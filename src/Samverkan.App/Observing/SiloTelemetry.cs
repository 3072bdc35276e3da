using System.Net;

namespace Samverkan.App.Observing;

/// <summary>What a silo measures of itself, and how it is: at its own <c>/metrics</c> if a port is named, and by OTLP. Figures of
/// the machine, which name nobody.</summary>
internal static class SiloTelemetry
{
    /// <param name="port">null: nobody listens; what is to be sent is sent.</param>
    /// <exception cref="BadRequest">The port is taken.</exception>
    public static async Task<IHost> Start(string silo, IPAddress address, int? port, SiloHealth health, CancellationToken cancel)
    {
        var host = port is { } scraped ? Scraped(silo, address, scraped, health) : Sent(silo);
        try
        {
            await host.StartAsync(cancel);
            return host;
        }
        catch (IOException problem)
        {
            host.Dispose();
            throw new BadRequest(
                $"The silo's metrics cannot be served at port {port}: {problem.InnerException?.Message ?? problem.Message}");
        }
    }

    private static IHost Sent(string silo)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        Telemetry.Add(builder, silo);
        return builder.Build();
    }

    private static WebApplication Scraped(string silo, IPAddress address, int port, SiloHealth health)
    {
        var builder = WebApplication.CreateSlimBuilder(Web.Server.WithoutWatching);
        builder.Configuration.Sources.Clear();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Listen(address, port);
        });
        Telemetry.Add(builder, silo);
        builder.Services.AddSingleton(health).AddHealthChecks().AddCheck<SiloHealth>("silo")
            .AddCheck<SiloLife>("life", tags: [Probes.Vital]);
        var app = builder.Build();
        Telemetry.Map(app);
        Probes.Map(app, _ => true);
        return app;
    }
}
