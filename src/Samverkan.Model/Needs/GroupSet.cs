using System.Numerics;

namespace Samverkan.Model.Needs;

/// <summary>Some of the target groups.</summary>
/// <param name="Bits">One bit per group.</param>
public readonly record struct GroupSet(uint Bits)
{
    public static GroupSet All { get; } = new((1u << TargetGroups.Count) - 1);

    public int Count => BitOperations.PopCount(Bits);

    public bool IsEmpty => Bits == 0;

    public static GroupSet Of(TargetGroup group) => default(GroupSet).With((int)group);

    public bool Has(TargetGroup group) => Has((int)group);

    public bool Has(int group) => (Bits >> group & 1) != 0;

    public bool Overlaps(GroupSet other) => (Bits & other.Bits) != 0;

    public GroupSet With(int group) => new(Bits | 1u << group);

    public static GroupSet operator |(GroupSet one, GroupSet other) => new(one.Bits | other.Bits);
}
