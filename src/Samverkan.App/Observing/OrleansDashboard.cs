using Orleans.Dashboard;
using Samverkan.App.Web.Live;

namespace Samverkan.App.Observing;

/// <summary>
/// Orleans' own dashboard: grains, silos, calls and their times. Only where it was asked for: while somebody looks at it, its profiler stands
/// before every call.
/// </summary>
internal static class OrleansDashboard
{
    public const string Path = "/orleans";

    /// <summary>For a silo that is to be seen there.</summary>
    public static void Add(ISiloBuilder silo) => silo.AddDashboard(Quietly);

    /// <summary>For the pages: they are a client of the silos that live runs are in.</summary>
    public static void Add(WebApplicationBuilder pages)
    {
        new Client(pages.Services, pages.Configuration).AddDashboard(Quietly);
        pages.Services.AddSingleton(services => services.GetRequiredService<LiveDesk>().Runs().GetAwaiter().GetResult().Grains);
    }

    public static void Map(WebApplication pages) => pages.MapOrleansDashboard(Path).ExcludeFromDescription();

    // Logs are read where logs go.
    private static void Quietly(DashboardOptions options) => options.HideTrace = true;

    private sealed record Client(IServiceCollection Services, IConfiguration Configuration) : IClientBuilder;
}
