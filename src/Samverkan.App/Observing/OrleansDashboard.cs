using Orleans.Dashboard;
using Samverkan.App.Web.Security;

namespace Samverkan.App.Observing;

/// <summary>
/// Orleans' own dashboard: grains, silos, calls and their times. Only where it was asked for: while somebody looks at it, its
/// profiler stands before every call.
/// </summary>
internal static class OrleansDashboard
{
    public const string Path = "/orleans";

    /// <summary>For a silo that is to be seen there.</summary>
    public static void Add(ISiloBuilder silo) => silo.AddDashboard(Quietly);

    /// <summary>For the pages.</summary>
    /// <param name="grains">How they reach the silos that are shown.</param>
    public static void Add(WebApplicationBuilder pages, Func<IServiceProvider, IGrainFactory> grains)
    {
        new Client(pages.Services, pages.Configuration).AddDashboard(Quietly);
        pages.Services.AddSingleton(grains);
    }

    public static void Map(WebApplication pages) =>
        pages.MapOrleansDashboard(Path).ExcludeFromDescription().RequireAuthorization(nameof(Role.Administrator));

    // Logs are read where logs go.
    private static void Quietly(DashboardOptions options) => options.HideTrace = true;

    private sealed record Client(IServiceCollection Services, IConfiguration Configuration) : IClientBuilder;
}
