using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using MudBlazor.Services;
using Samverkan.App.Observing;
using Samverkan.App.Web.Api;
using Samverkan.App.Web.Comparing;
using Samverkan.App.Web.Deciding;
using Samverkan.App.Web.Live;
using Samverkan.App.Web.Results;
using Samverkan.App.Web.Scenarios;
using Samverkan.App.Web.Security;
using Samverkan.App.Web.Studying;
using Samverkan.App.Web.Sweden;
using Samverkan.Runs.Execution;

namespace Samverkan.App.Web;

/// <summary>The pages and the interface for programs, in one web server.</summary>
internal static class Server
{
    /// <summary>What telemetry calls the process that serves the pages.</summary>
    public const string Instance = "pages";

    /// <summary>No file of settings is watched for changes: that takes an inotify instance, of which a machine has few.</summary>
    internal static readonly string[] WithoutWatching = ["--hostBuilder:reloadConfigOnChange=false"];

    public static WebApplication Build(ServeOptions options, StartRun start)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "samverkan",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environments.Production,
            Args = WithoutWatching,
        });
        // What is served and where is said on the command line alone.
        builder.Configuration.Sources.Clear();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Limits.LargestBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (options.Certificate is { } certificate) listen.UseCertificate(certificate);
            });
        });
        builder.Logging.AddLogs(Instance);
        // What keeps the pages from starting is told by the command, in a sentence.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        Telemetry.Add(builder, Instance, WorldMetrics.World, WorldMetrics.Work);
        builder.Services.AddHostedService<WorldMetrics>();
        if (options.WithOrleansDashboard) OrleansDashboard.Add(builder,
            services => services.GetRequiredService<LiveRunService>().Runs().GetAwaiter().GetResult().Grains);
        AddServices(builder.Services, options, start);
        var app = builder.Build();
        Use(app, options);
        return app;
    }

    private static void AddServices(IServiceCollection services, ServeOptions options, StartRun start)
    {
        services.AddSingleton<IStartupFilter, Proxies>().AddSingleton<IStartupFilter, HeadRequests>();
        services.AddSingleton(options).AddSingleton(start).AddSingleton<Texts>();
        services.AddSingleton<ScenarioStore>().AddSingleton<ResultStore>().AddSingleton<ComparisonQueue>()
            .AddSingleton<DecisionQueue>().AddSingleton<StudyService>().AddSingleton<LiveRunService>()
            .AddSingleton<NationalRuns>().AddSingleton<Previews>();
        services.AddHostedService(all => all.GetRequiredService<DecisionQueue>());
        services.AddHostedService(all => all.GetRequiredService<ComparisonQueue>())
            .AddHostedService(all => all.GetRequiredService<StudyService>());
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(antiforgery =>
            (antiforgery.Cookie.SameSite, antiforgery.Cookie.SecurePolicy) =
                (SameSiteMode.Strict, CookieSecurePolicy.SameAsRequest));
        Access.Add(services, options.Access);
        services.AddSingleton<AuditLog>().AddScoped<Acts>();
        Health.Add(services, options);
        services.AddLimits();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = ApiProblems.Explain);
        services.AddApi();
        services.AddRequestLocalization(culture => culture
            .SetDefaultCulture(Texts.Language)
            .AddSupportedUICultures([.. Texts.Languages, "sv-SE"]).AddSupportedCultures([.. Texts.Languages]));
        if (!options.IsForOthers)
            // A name of another site that leads to this machine must not lead to its pages.
            services.Configure<HostFilteringOptions>(hosts => (hosts.AllowedHosts, hosts.AllowEmptyHosts) =
                (["localhost", "127.0.0.1", "[::1]"], false));
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents(circuit =>
        {
            circuit.DisconnectedCircuitMaxRetained = 50;
            circuit.MaxBufferedUnacknowledgedRenderBatches = 4;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = Limits.LargestMessage);
    }

    private static void Use(WebApplication app, ServeOptions options)
    {
        app.UseHostFiltering();
        app.UseHeaders();
        // What is wrong with a request, such as its size, is no mistake of the program.
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode
                : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = handled => handled.Exception is BadHttpRequestException,
        });
        app.UseRateLimiter();
        app.UseAudit();
        app.UseSameOrigin();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseKnownCharsets();
        app.UseRequestLocalization();
        // A page for people who look for one; programs get problem details.
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        app.UseWhen(IsForProgram, programs => programs.UseStatusCodePages());
        app.UseAntiforgery();
        app.MapStaticAssets().Add(asset =>
        {
            // The page to sign in has a style, which those need who are not in yet.
            if (SignIn.IsPartOf((asset as RouteEndpointBuilder)?.RoutePattern.RawText))
                asset.Metadata.Add(new AllowAnonymousAttribute());
        });
        if (!options.Access.IsOpen) SignIn.Map(app, options.Access);
        Probes.Map(app, context => context.User.May(Role.Viewer));
        Languages.Map(app);
        ResultFiles.Map(app);
        Api.Api.Map(app);
        Telemetry.Map(app);
        if (options.WithOrleansDashboard) OrleansDashboard.Map(app);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(mode =>
        {
            mode.ContentSecurityFrameAncestorsPolicy = null;
            mode.DisableWebSocketCompression = true;
        });
    }

    private static bool IsForProgram(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method) || context.Request.Path.StartsWithSegments("/api")
        || context.Request.Path.StartsWithSegments("/openapi");
}
