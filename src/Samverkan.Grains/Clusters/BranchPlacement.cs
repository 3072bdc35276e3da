using Orleans.Placement;
using Orleans.Runtime;
using Orleans.Runtime.Placement;
using Samverkan.Grains.Actors;
using Samverkan.Model.Chance;

namespace Samverkan.Grains.Clusters;

/// <summary>Keeps a county's branch together on one silo; counties are dealt out by size.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class BranchPlacementAttribute() : PlacementAttribute(new BranchPlacement());

[Serializable, GenerateSerializer]
internal sealed class BranchPlacement : PlacementStrategy;

internal sealed class BranchPlacementDirector : IPlacementDirector
{
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        var silos = context.GetCompatibleSilos(target);
        if (silos.Length == 1) return Task.FromResult(silos[0]);
        Array.Sort(silos);
        return Task.FromResult(silos[IndexOf(target.GrainIdentity.Key.ToString()!, silos.Length)]);
    }

    /// <summary>Where a key belongs: by its place, to and fro, from a silo on that differs from run to run.</summary>
    internal static int IndexOf(string key, int silos)
    {
        var parts = key.Split('/', 4);
        if (parts.Length < 4 || parts[2] == ActorKey.Anywhere) return (int)(Identity.OfActor(key) % (ulong)silos);
        var place = int.Parse(parts[2], System.Globalization.CultureInfo.InvariantCulture);
        var (round, turn) = Math.DivRem(place, silos);
        var index = round % 2 == 0 ? turn : silos - 1 - turn;
        return (int)((Identity.OfActor(parts[0]) + (ulong)index) % (ulong)silos);
    }
}
