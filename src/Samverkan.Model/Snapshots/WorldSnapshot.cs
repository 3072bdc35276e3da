using System.Collections.Immutable;
using Samverkan.Model.Units;

namespace Samverkan.Model.Snapshots;

/// <summary>A unit between two months: its own state and that of each of its teams.</summary>
public sealed record UnitSnapshot(ushort Ordinal, UnitKind Kind, byte[] Unit, ImmutableArray<byte[]> Teams);

/// <summary>
/// A municipality between two months, with its whole branch. Every actor is by itself in it, so that a branch can come back
/// under any executor, as plain objects or as grains down to any level.
/// </summary>
public sealed record BranchSnapshot(byte[] Municipality, byte[] Committee, ImmutableArray<UnitSnapshot> Units);

/// <summary>A county between two months, with its municipalities in the order of the map.</summary>
public sealed record CountySnapshot(byte[] County, ImmutableArray<BranchSnapshot> Municipalities);

/// <summary>The whole tree between two months.</summary>
/// <param name="Next">The month that comes next.</param>
public sealed record WorldSnapshot(Month Next, byte[] Nation, ImmutableArray<CountySnapshot> Counties);
