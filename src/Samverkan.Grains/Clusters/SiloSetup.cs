using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;
using Samverkan.Grains.Checkpoints;

namespace Samverkan.Grains.Clusters;

/// <summary>What every silo of Samverkan needs, wherever it runs.</summary>
public static class SiloSetup
{
    // A paused run must find its actors again: they are let go when the run ends, not when they have been idle.
    private static readonly TimeSpan ActorsStay = TimeSpan.FromDays(2);

    // Persons come with their whole state in every offer, so that those of an attempt that failed need not be kept.
    private static readonly TimeSpan PersonsStay = TimeSpan.FromMinutes(10);

    // A run that nobody drives or asks is in storage.
    private static readonly TimeSpan RunsStay = TimeSpan.FromMinutes(5);

    /// <param name="retention">How long runs are kept that have ended; as is usual if not said.</param>
    public static ISiloBuilder AddSamverkan(this ISiloBuilder silo, Live.Retention? retention = null)
    {
        silo.Services.AddSingleton(retention ?? new());
        silo.AddPlacementDirector<BranchPlacement, BranchPlacementDirector>();
        silo.Services.AddSingleton<Worlds>();
        silo.Services.AddSingleton<Driving.SiloDeaths>();
        silo.Services.AddSingleton(services => new CheckpointStore(
            services.GetRequiredKeyedService<IGrainStorage>("Default"),
            services.GetService<Driving.RetryPolicy>() ?? Driving.RetryPolicy.Storage,
            services.GetService<IRemnants>()));
        silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, Driving.RunRecovery>();
        silo.Configure<GrainCollectionOptions>(options =>
        {
            options.CollectionAge = ActorsStay;
            options.ClassSpecificCollectionAge[typeof(Actors.PersonGrain).FullName!] = PersonsStay;
            options.ClassSpecificCollectionAge[typeof(Driving.RunGrain).FullName!] = RunsStay;
        });
        silo.Configure<SiloMessagingOptions>(options =>
        {
            // A silo's death ends what was asked of it at once, so that only a lost message is waited out. A month of a very
            // large world on busy cores may take many seconds, and is not lost.
            options.ResponseTimeout = TimeSpan.FromMinutes(1);
        });
        silo.Configure<LoadSheddingOptions>(options =>
        {
            // A silo that computes is at full load, and that is what it is for. Calls are bounded where they are made: see
            // FanOut.
            options.LoadSheddingEnabled = false;
        });
        silo.Configure<ClusterMembershipOptions>(options =>
        {
            // For clusters of a few silos: a dead one is noticed in a second or two instead of a dozen.
            options.ProbeTimeout = TimeSpan.FromSeconds(1);
            options.NumMissedProbesLimit = 2;
            options.NumVotesForDeathDeclaration = 1;
            options.EnableIndirectProbes = false;
            // A cluster that was killed whole is still in the table: a new silo takes those for dead that said nothing for so
            // long.
            options.IAmAliveTablePublishTimeout = TimeSpan.FromSeconds(3);
            options.NumMissedTableIAmAliveLimit = 3;
        });
        return silo;
    }
}
