using System.Collections.Immutable;
using Samverkan.Model;

namespace Samverkan.Grains.Actors;

/// <summary>How an actor comes back: its own state, and its children's where the parent keeps them.</summary>
/// <param name="Checkpoint">Where a municipality finds its branch in the checkpoint store.</param>
/// <param name="Last">The last month that was lived.</param>
internal sealed record RestoreRequest(string Checkpoint, Month Last, byte[] State, ImmutableArray<byte[]> Children)
{
    public RestoreRequest Of(byte[] state, ImmutableArray<byte[]> children = default) =>
        new(Checkpoint, Last, state, children.IsDefault ? [] : children);
}

/// <summary>Nation and counties between two months; municipalities save themselves.</summary>
/// <param name="Below">How many bytes those have written.</param>
internal sealed record CrownSnapshot(byte[] Nation, ImmutableArray<byte[]> Counties, long Below = 0);

/// <summary>A county between two months, or a municipality, whose state is written by itself.</summary>
/// <param name="Below">How many bytes were written by itself and below.</param>
internal sealed record SavedPart(byte[] State, long Below);
