using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;
using Samverkan.Model.Units;

namespace Samverkan.Grains.Driving;

/// <summary>One number of one actor in one month.</summary>
public readonly record struct Measured(Indicator Indicator, double Value);

/// <summary>An actor of the organisation in one month.</summary>
/// <param name="Parent">Path of the actor above it; null for the nation.</param>
/// <param name="Name">As people say it.</param>
public sealed record ActorFrame(ActorPath Path, ActorPath? Parent, string Name, ImmutableArray<Measured> Values)
{
    public ActorKind Kind => Path.Kind;

    /// <returns>Not a number where there is none.</returns>
    public double Value(Indicator indicator)
    {
        foreach (var measured in Values)
            if (measured.Indicator.Index == indicator.Index) return measured.Value;
        return double.NaN;
    }
}

/// <summary>
/// One month as those who watch a run see it: the organisation with its numbers, and what its committees wrote down. Small:
/// of a large map only the upper levels are in it.
/// </summary>
/// <param name="People">Persons of the target population in the whole world.</param>
/// <param name="Actors">Parents before their children.</param>
public sealed record Frame(Month Month, int People, ImmutableArray<ActorFrame> Actors, ImmutableArray<Minutes> Minutes);

/// <summary>What a watcher gets when it asks: months as far as there are any, and how the run stands.</summary>
public sealed record Frames(ImmutableArray<Frame> Months, RunStanding Run);

/// <summary>Makes frames of one run's months.</summary>
internal sealed class FrameMaker(Blueprint blueprint)
{
    private const int MostActors = 400;
    private const int MostMinutes = 20;

    // A map of many municipalities is shown by these; of a few, everything is.
    private const int Few = 12;
    private static readonly HashSet<string> Essential =
    [
        IndicatorCatalogue.Eligible.Id, IndicatorCatalogue.InService.Id, IndicatorCatalogue.Waiting.Id,
        IndicatorCatalogue.UnmetPerPerson.Id,
        IndicatorCatalogue.UnmetPerEligible.Id, IndicatorCatalogue.BedDays.Id, IndicatorCatalogue.Posts.Id,
        IndicatorCatalogue.Strain.Id,
        IndicatorCatalogue.CostPerPerson.Id, IndicatorCatalogue.Trust.Id, IndicatorCatalogue.TeamCooperation.Id,
        IndicatorCatalogue.JointUnits.Id,
        IndicatorCatalogue.IncludedGroups.Id, IndicatorCatalogue.Meetings.Id,
    ];

    private readonly Dictionary<ActorPath, (ActorPath? Parent, string Name)> places = Places(blueprint);
    private readonly int municipalities = blueprint.Counties.Sum(county => county.Municipalities.Length);

    public Frame Of(MonthResult month)
    {
        var byActor = new Dictionary<ActorPath, ImmutableArray<Measured>.Builder>();
        var order = new List<ActorPath>();
        var units = new Dictionary<(string Municipality, ushort Ordinal), ActorPath>();
        foreach (var observation in month.Observations)
        {
            if (observation.Group is not null || !IsShown(observation)) continue;
            if (!byActor.TryGetValue(observation.Actor, out var values))
            {
                byActor.Add(observation.Actor, values = ImmutableArray.CreateBuilder<Measured>());
                order.Add(observation.Actor);
                if (observation.Actor.Kind == ActorKind.Unit)
                    units[(observation.Actor.Code, observation.Actor.Ordinal)] = observation.Actor;
            }
            values.Add(new(observation.Indicator, observation.Value));
        }
        var actors = order.OrderBy(path => path.Kind).Take(MostActors)
            .Select(path => Actor(path, byActor[path].ToImmutable(), units));
        return new(month.Month, month.People, [.. actors], [.. month.Minutes.Take(MostMinutes)]);
    }

    private bool IsShown(Observation observation) =>
        municipalities <= Few
        || observation.Actor.Kind <= (municipalities < MostActors ? ActorKind.Municipality : ActorKind.County)
        && Essential.Contains(observation.Indicator.Id);

    private ActorFrame Actor(
        ActorPath path, ImmutableArray<Measured> values, Dictionary<(string Municipality, ushort Ordinal), ActorPath> units)
    {
        if (places.TryGetValue(path, out var place)) return new(path, place.Parent, place.Name, values);
        var municipality = ActorPath.Municipality(path.Code);
        return path.Kind == ActorKind.Unit
            ? new(path, municipality, path.UnitKind.Id().Replace('-', ' '), values)
            : new(path, units.GetValueOrDefault((path.Code, path.Ordinal), municipality), $"team {path.Address.Team + 1}",
                values);
    }

    private static Dictionary<ActorPath, (ActorPath?, string)> Places(Blueprint blueprint)
    {
        var places = new Dictionary<ActorPath, (ActorPath?, string)> { [ActorPath.Nation] = (null, "the nation") };
        foreach (var county in blueprint.Counties)
        {
            places[ActorPath.County(county.Code)] = (ActorPath.Nation, county.Name);
            foreach (var municipality in county.Municipalities)
                places[ActorPath.Municipality(municipality.Code)] = (ActorPath.County(county.Code), municipality.Name);
        }
        return places;
    }
}
