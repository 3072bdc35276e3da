using Microsoft.Extensions.Diagnostics.HealthChecks;
using Samverkan.App.Web.Security;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Web;

/// <summary>What the pages need to do their work: a cluster that answers, folders that can be written, an audit log.</summary>
internal static class Health
{
    public static void Add(IServiceCollection services, ServeOptions options)
    {
        var checks = services.AddHealthChecks().AddCheck<FoldersCheck>("folders").AddCheck<AuditCheck>("audit");
        if (options.Cluster is not { } cluster) return;
        services.AddSingleton(new ClusterHealth(cluster));
        checks.AddCheck<ClusterCheck>("cluster");
    }

    private sealed class FoldersCheck(ServeOptions options) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
            Task.FromResult(new[] { options.Results, options.Own }.Select(Problem)
                .FirstOrDefault(problem => problem is not null) is { } problem
                ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy());

        private static string? Problem(string folder)
        {
            try
            {
                Directory.CreateDirectory(folder);
                using var trial = new FileStream(
                    Path.Combine(folder, $".trial-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1,
                    FileOptions.DeleteOnClose);
                trial.WriteByte(0);
                return null;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return $"A folder cannot be written: {e.GetType().Name}";
            }
        }
    }

    private sealed class AuditCheck(AuditLog audit) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
            Task.FromResult(audit.Problem is null ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The audit log cannot be written."));
    }

    private sealed class ClusterCheck(ClusterHealth cluster) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
            await cluster.Problem(cancel) is { } problem ? HealthCheckResult.Unhealthy(problem) : HealthCheckResult.Healthy();
    }
}
