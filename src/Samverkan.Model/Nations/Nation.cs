using System.Collections.Immutable;
using Samverkan.Model.Counties;
using Samverkan.Model.Economy;
using Samverkan.Model.Indicators;
using Samverkan.Model.Policies;
using Samverkan.Model.Snapshots;

namespace Samverkan.Model.Nations;

/// <summary>The nation's month: a message to whoever runs the world.</summary>
/// <param name="Unbalanced">What all accounts together have too much (or, negative, too little): 0 in a sound world.</param>
public sealed record NationReport(Context Context, ImmutableArray<CountyReport> Counties, Flows Flows, long Unbalanced,
    ulong Hash);

/// <summary>
/// Government and the outside world: laws, grants and epidemiology by month, and the triggers that scenarios hang on the
/// state of the world. It keeps the accounts of the outside world and of the state.
/// </summary>
public sealed class Nation(World world)
{
    private Month?[] fired = new Month?[world.Blueprint.Interventions.Length];
    private int[] held = new int[world.Blueprint.Interventions.Length];
    private long outside, state;
    private ImmutableArray<IndicatorValues> lastMonth;
    [NotState] private Context context = null!;

    public ActorPath Path => ActorPath.Nation;

    /// <summary>The way down: the month's context, the same for every county.</summary>
    public Context Open(Month month)
    {
        MakeRoom(world.Blueprint.Interventions.Length);
        var triggered = false;
        for (var i = 0; i < fired.Length; i++)
            if (world.Blueprint.Interventions[i] is { When: { } trigger } intervention)
            {
                triggered = true;
                Consider(i, intervention, trigger, month);
            }
        return context = new(month, triggered ? [.. fired] : []);
    }

    /// <summary>The way up: all money of the world is counted.</summary>
    public NationReport Close(ImmutableArray<CountyReport> counties)
    {
        var flows = new Flows();
        long kept = 0;
        foreach (var county in counties)
        {
            flows.Add(county.Flows);
            kept += county.Balance + county.Transit;
            foreach (var municipality in county.Municipalities)
                kept += municipality.Balance;
        }
        outside += flows.Net(Account.Outside);
        state += flows.Net(Account.State);
        lastMonth = [.. counties.SelectMany(county => county.Municipalities).Select(municipality => municipality.Indicators)];
        return new(context, counties, flows, outside + state + kept,
            Snapshot.Hash(this, [.. counties.Select(county => county.Hash)]));
    }

    // A nation that comes back from a snapshot may find more interventions after those that it knew.
    private void MakeRoom(int interventions)
    {
        if (fired.Length == interventions) return;
        Array.Resize(ref fired, interventions);
        Array.Resize(ref held, interventions);
    }

    // Triggers are read on last month's reports.
    private void Consider(int i, Intervention intervention, Trigger trigger, Month month)
    {
        if (lastMonth.IsDefault || world.IsWarmUp(month) || month < intervention.Decided) return;
        var (sum, count) = (0.0, 0);
        for (var municipality = 0; municipality < lastMonth.Length; municipality++)
            if (Places.Concerns(world, municipality, intervention.Scope)
                && lastMonth[municipality].Read(trigger.Indicator) is { } value)
                (sum, count) = (sum + value, count + 1);
        if (count == 0) return;
        var reading = IndicatorCatalogue.Find(trigger.Indicator)?.Over == Reduction.Sum ? sum : sum / count;
        held[i] = reading > trigger.Threshold == trigger.Above && reading != trigger.Threshold ? held[i] + 1 : 0;
        if (held[i] >= trigger.ForMonths) fired[i] ??= month;
        else if (trigger.Repeatedly) fired[i] = null;
    }
}
