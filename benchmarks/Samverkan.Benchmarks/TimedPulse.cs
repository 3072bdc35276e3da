using System.Diagnostics;
using System.Text;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Indicators;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Nations;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Teams;
using Samverkan.Model.Units;

namespace Samverkan.Benchmarks;

/// <summary>The pulse of the case with a clock between its acts: where the time of a month goes.</summary>
internal sealed class TimedPulse
{
    private readonly SortedDictionary<string, long> ticks = new(StringComparer.Ordinal);
    private readonly Observed observed = new(Detail.Headline);
    private long last;

    public static string Table()
    {
        for (var replication = 1; replication <= 40; replication++)
            new TimedPulse().Run(replication);
        var timed = new TimedPulse();
        double userMonths = 0;
        for (var replication = 1; replication <= 40; replication++)
            userMonths += timed.Run(replication);
        var all = (double)timed.ticks.Values.Sum();
        var text = new StringBuilder("| part of the pulse | share | ns per user-month |\n|---|---:|---:|\n");
        foreach (var (part, spent) in timed.ticks.OrderByDescending(x => x.Value))
            text.Append($"| {part} | {100 * spent / all:0.0} % | {spent * 1e9 / Stopwatch.Frequency / userMonths:0.0} |\n");
        return text.ToString();
    }

    private double Run(int replication)
    {
        last = Stopwatch.GetTimestamp();
        var world = new World(Blueprint.Case, 1, replication);
        var nation = new Nation(world);
        var map = world.Blueprint.Counties[0];
        var county = new County(world, map, 0);
        var municipality = new Municipality(world, 0, map.Municipalities[0]);
        var committee =
            new SteeringCommittee(world, 0, map.Municipalities[0].Code, world.ParametersOf(0, new Context(world.Start, [])));
        Spent("founding: the first people");
        var units = new SortedDictionary<ushort, (Unit Actor, Team[] Teams)>();
        double userMonths = 0;
        for (var month = world.Start; month <= world.Blueprint.To; month += 1)
        {
            var mandates = county.Open(nation.Open(month));
            Spent("nation and county");
            var brief = municipality.Summon(mandates[0]);
            Spent("municipality: brief");
            var resolution = Pulse.Advance(committee, brief);
            Spent("committee");
            var orders = municipality.Open(resolution);
            Spent("municipality: newcomers, mandates");
            var reports = orders.Select(order => Month(world, map.Municipalities[0].Code, units, order)).ToArray();
            var report = municipality.Close([.. reports]);
            Spent("municipality: residents, beds, costs, indicators, hash");
            var closed = nation.Close([county.Close([report])]);
            if (!world.IsWarmUp(month)) observed.Month(closed);
            Spent("nation and county");
            userMonths += report.People;
        }
        return userMonths;
    }

    private UnitReport Month(World world, string code, SortedDictionary<ushort, (Unit Actor, Team[] Teams)> units,
        UnitMandate order)
    {
        if (!units.TryGetValue(order.Ordinal, out var unit))
            units[order.Ordinal] = unit = (
                new(world, 0, ActorPath.Unit(code, order.Ordinal, order.Kind)),
                [.. order.Teams.Select(t => new Team(world, 0, ActorPath.Team(code, t.Address), t.Context))]);
        var mandates = unit.Actor.Open(order);
        var reports = new TeamReport[mandates.Length];
        Spent("units");
        for (var i = 0; i < reports.Length; i++)
        {
            unit.Teams[i].Open(mandates[i]);
            Spent("teams: hours and offers");
            unit.Teams[i].LetPersonsLive();
            Spent("persons on caseloads");
            reports[i] = unit.Teams[i].Close();
            Spent("teams: answers, staff, learning, hash");
        }
        var report = unit.Actor.Close([.. reports]);
        if (report.State == UnitState.Closed) units.Remove(order.Ordinal);
        Spent("units");
        return report;
    }

    private void Spent(string part)
    {
        var now = Stopwatch.GetTimestamp();
        ticks[part] = ticks.GetValueOrDefault(part) + now - last;
        last = Stopwatch.GetTimestamp();
    }
}
