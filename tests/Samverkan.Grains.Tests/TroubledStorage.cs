using Microsoft.Extensions.DependencyInjection;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Storage;
using Samverkan.Grains.Clusters;
using Samverkan.Grains.Driving;

namespace Samverkan.Grains.Tests;

/// <summary>What can be wrong with storage.</summary>
public enum StorageIs
{
    Well,

    /// <summary>Takes nothing, but lets go and tells what it has.</summary>
    Full,

    /// <summary>Does not answer.</summary>
    Away,

    /// <summary>Takes what it is given, and its answers are lost.</summary>
    Mute,
}

/// <summary>Storage that says what Redis says when something is wrong with it.</summary>
public sealed class TroubledStorage(MemoryStorage inner) : IGrainStorage
{
    public StorageIs Is { get; set; }

    /// <summary>What it is like that with; everything else is well.</summary>
    public string Of { get; set; } = "";

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        For(grainId) == StorageIs.Away ? throw Away : inner.ReadStateAsync(stateName, grainId, grainState);

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (For(grainId) == StorageIs.Full) throw new InvalidOperationException(
            "RedisStorageException: OOM command not allowed when used memory > 'maxmemory'.");
        if (For(grainId) == StorageIs.Away) throw Away;
        await inner.WriteStateAsync(stateName, grainId, grainState);
        if (For(grainId) == StorageIs.Mute) throw Away;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        For(grainId) == StorageIs.Away ? throw Away : inner.ClearStateAsync(stateName, grainId, grainState);

    private StorageIs For(GrainId of) => of.Key.ToString()!.StartsWith(Of, StringComparison.Ordinal) ? Is : StorageIs.Well;

    private static TimeoutException Away => new("Redis does not answer.");
}

/// <summary>Two silos whose storage can be in trouble; they wait for it less long than usual.</summary>
public sealed class TroubledSilos : TestSilos
{
    // Made before any silo is: those are started side by side, and must see the same trouble.
    public TroubledSilos()
        : base(2) => Troubled = new(Storage);

    public TroubledStorage Troubled { get; }

    protected override IGrainStorage Kept => Troubled;

    protected override void Configure(ISiloBuilder silo) =>
        silo.Services.AddSingleton(RetryPolicy.StorageFor(TimeSpan.FromMilliseconds(300)));
}
