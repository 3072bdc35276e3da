using System.Collections;
using Samverkan.Model.Units;

namespace Samverkan.Model.Municipalities;

/// <summary>The open joint services of a register, in the order of their opening; walked through without a trace on the
/// heap.</summary>
internal struct JointServices(List<Service> services) : IEnumerable<Service>
{
    private int next;

    public Service Current { get; private set; } = null!;

    public readonly JointServices GetEnumerator() => this;

    public bool MoveNext()
    {
        while (next < services.Count)
            if ((Current = services[next++]).IsJoint && Current.State == UnitState.Open)
                return true;
        return false;
    }

    public readonly bool Any() => GetEnumerator().MoveNext();

    public readonly int Count()
    {
        var count = 0;
        foreach (var _ in this)
            count++;
        return count;
    }

    readonly IEnumerator<Service> IEnumerable<Service>.GetEnumerator() =>
        services.Where(s => s.IsJoint && s.State == UnitState.Open).GetEnumerator();

    readonly IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<Service>)this).GetEnumerator();
}

/// <summary>The teams of all services of a register, in the order of their opening; walked through without a trace on the
/// heap.</summary>
internal struct TeamsOfServices(List<Service> services) : IEnumerable<TeamCard>
{
    private int service, next;

    public readonly TeamCard Current => services[service].Teams[next - 1];

    public readonly TeamsOfServices GetEnumerator() => this;

    public bool MoveNext()
    {
        for (; service < services.Count; service++, next = 0)
            if (next < services[service].Teams.Count)
            {
                next++;
                return true;
            }
        return false;
    }

    public readonly bool Any() => GetEnumerator().MoveNext();

    readonly IEnumerator<TeamCard> IEnumerable<TeamCard>.GetEnumerator() => services.SelectMany(s => s.Teams).GetEnumerator();

    readonly IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TeamCard>)this).GetEnumerator();
}
