using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Storage;
using Orleans.TestingHost;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;
using Xunit;

namespace Samverkan.Grains.Tests;

/// <summary>A cluster for tests.</summary>
public interface ITestSilos
{
    IGrainFactory Grains { get; }
}

/// <summary>Silos within the test's process, with storage that outlives each of them.</summary>
public abstract class TestSilos(short count) : ITestSilos, IAsyncLifetime
{
    private InProcessTestCluster? cluster;

    public MemoryStorage Storage { get; } = new();

    public IGrainFactory Grains => Cluster.Client;

    /// <summary>How long they keep runs; null: as is usual.</summary>
    protected virtual Samverkan.Grains.Live.Retention? Retention => null;

    /// <summary>What silos see of the storage.</summary>
    protected virtual IGrainStorage Kept => Storage;

    public InProcessTestCluster Cluster => cluster!;

    public async ValueTask InitializeAsync()
    {
        var builder = new InProcessTestClusterBuilder(count);
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddKeyedSingleton<IGrainStorage>("Default", Kept);
            silo.AddSamverkan(Retention);
            silo.Configure<SiloMessagingOptions>(options => options.ResponseTimeout = TimeSpan.FromSeconds(10));
            Configure(silo);
        });
        cluster = builder.Build();
        await cluster.DeployAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Cluster.DisposeAsync();
    }

    protected virtual void Configure(ISiloBuilder silo)
    {
    }
}

public sealed class OneSilo() : TestSilos(1);

public sealed class TwoSilos() : TestSilos(2);

public sealed class ThreeSilos() : TestSilos(3)
{
    public Task Kill(InProcessSiloHandle silo) => Cluster.KillSiloAsync(silo);

    /// <summary>A new silo in the place of one that was killed.</summary>
    public Task Refill() => Cluster.StartSilosAsync(1);

    /// <summary>The silo that holds a municipality of a run in its first attempt, or the run itself where that computes
    /// all.</summary>
    public async Task<InProcessSiloHandle> HolderOf(string run, Granularity granularity)
    {
        var order = (await Grains.GetGrain<IRunGrain>(run).Order()).Of<RunOrder>();
        var actor = granularity == Granularity.Replication
            ? Grains.GetGrain<IRunGrain>(run).GetGrainId()
            : Grains.GetGrain<IMunicipalityGrain>(new ActorKey(run, order.Numbered(1), ActorKey.Anywhere,
                Model.ActorPath.Municipality("0001")).ToString()).GetGrainId();
        return Cluster.TryGetGrainContext(actor, out var context)
            ? Cluster.GetSiloForAddress(context.Address.SiloAddress!)!
            : throw new InvalidOperationException($"{actor} is nowhere.");
    }
}
