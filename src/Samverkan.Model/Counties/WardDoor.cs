using System.Collections.Immutable;
using Samverkan.Model.Chance;
using Samverkan.Model.Teams;

namespace Samverkan.Model.Counties;

/// <summary>
/// Who gets a bed: crises of a branch come in the order of their lot; one is
/// admitted if the bed days used and its own of this month fit into those granted. Without a bed it is an unmet crisis.
/// </summary>
internal static class WardDoor
{
    /// <param name="emergencies">The crises of the month; left in the order of their lot.</param>
    /// <param name="used">Bed days of the month used by those already in the ward.</param>
    public static (ImmutableArray<(Emergency Emergency, int DaysNow)> Admitted, int Refused, int Used) Open(
        WardParameters p, Span<Emergency> emergencies, int granted, int used, RandomStreams random, Month month)
    {
        var admitted = ImmutableArray.CreateBuilder<(Emergency, int)>();
        var refused = 0;
        RandomOrder.Order(emergencies, e => e.Person, random, month);
        foreach (var emergency in emergencies)
        {
            var now = Math.Min((int)p.FirstMonthDays, emergency.Days);
            if (used + now > granted)
            {
                refused++;
                continue;
            }
            used += now;
            admitted.Add((emergency, now));
        }
        return (admitted.DrainToImmutable(), refused, used);
    }
}
