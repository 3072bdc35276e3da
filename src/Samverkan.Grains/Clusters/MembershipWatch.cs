using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Runtime;
using Samverkan.Grains.Checkpoints;

namespace Samverkan.Grains.Clusters;

/// <summary>
/// Looks whether the cluster still knows this silo. A Redis that was emptied, or restarted without its file, knows none: Orleans
/// would write "I am alive" in vain for ever, no client would find the silo, and new silos would be a cluster of their own
/// (dotnet/orleans #7784).
/// </summary>
internal sealed class MembershipWatch(IMembershipTable table, ILocalSiloDetails silo, EvictionHandler evicted,
    IHostApplicationLifetime life) : BackgroundService
{
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(3);

    // One look may fall between two writes of another silo.
    private const int LooksInVain = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Looks);
        var (wasKnown, inVain) = (false, 0);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (await IsKnown() is not { } known) continue;
                // A silo that has started has joined: Redis may be emptied before the first look.
                wasKnown |= known || life.ApplicationStarted.IsCancellationRequested;
                inVain = known ? 0 : inVain + 1;
                if (!wasKnown || inVain < LooksInVain) continue;
                evicted.Forgotten();
                return;
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    // null: Redis does not answer, which tells nothing.
    private async Task<bool?> IsKnown()
    {
        try
        {
            return (await table.ReadAllAsync()).Members.Any(member => member.Item1.SiloAddress.Equals(silo.SiloAddress));
        }
        catch (Exception e) when (StorageTrouble.MayPass(e))
        {
            return null;
        }
        catch (Exception)
        {
            // There is no table.
            return false;
        }
    }
}
