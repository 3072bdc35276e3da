using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Grains.Actors;

/// <summary>How an actor comes back: its own state, and its children's where the parent keeps them.</summary>
/// <param name="Checkpoint">Where a municipality finds its branch in the vault.</param>
/// <param name="Last">The last month that was lived.</param>
internal sealed record RestoreRequest(string Checkpoint, Month Last, byte[] State, ImmutableArray<byte[]> Children)
{
    public RestoreRequest Of(byte[] state, ImmutableArray<byte[]> children = default) => new(Checkpoint, Last, state, children.IsDefault ? [] : children);
}

/// <summary>Nation and counties between two months; municipalities save themselves.</summary>
internal sealed record CrownSnapshot(byte[] Nation, ImmutableArray<byte[]> Counties);
