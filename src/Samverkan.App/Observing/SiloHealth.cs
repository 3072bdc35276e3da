using Microsoft.Extensions.Diagnostics.HealthChecks;
using Samverkan.Grains.Clusters;

namespace Samverkan.App.Observing;

/// <summary>Whether a silo has joined its cluster and can work.</summary>
internal sealed class SiloHealth : IHealthCheck
{
    /// <summary>null: it has not joined yet.</summary>
    public ClusterSilo? Silo { get; set; }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
        Silo is not { } silo ? HealthCheckResult.Unhealthy("The silo has not joined its cluster yet.")
        : await silo.Problem(cancel) is { } problem ? HealthCheckResult.Unhealthy(problem)
        : HealthCheckResult.Healthy();
}

/// <summary>Whether a silo must be started anew: the others go on without it, or Redis answers and has forgotten it.</summary>
internal sealed class SiloLife(SiloHealth health) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default) =>
        health.Silo is { } silo && await silo.IsLost(cancel)
        ? HealthCheckResult.Unhealthy("The cluster goes on without this silo.") : HealthCheckResult.Healthy();
}
