using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Indicators;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Grains.Driving;

/// <summary>One number of one actor in one month.</summary>
public readonly record struct Measured(Indicator Indicator, double Value);

/// <summary>An actor of the organisation in one month.</summary>
/// <param name="Path">Such as <c>nation</c>, <c>county/01</c>, <c>municipality/0181</c>, <c>unit/0181/1-centre</c>, <c>team/0181/1/0</c>.</param>
/// <param name="Parent">Path of the actor above it; null for the nation.</param>
/// <param name="Name">As people say it.</param>
public sealed record ActorFrame(string Path, string? Parent, string Name, ImmutableArray<Measured> Values)
{
    /// <summary>nation, county, municipality, unit or team.</summary>
    public string Kind => Path.IndexOf('/') is > 0 and var end ? Path[..end] : Path;

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
        IndicatorCatalogue.Eligible.Id, IndicatorCatalogue.InService.Id, IndicatorCatalogue.Waiting.Id, IndicatorCatalogue.UnmetPerPerson.Id,
        IndicatorCatalogue.UnmetPerEligible.Id, IndicatorCatalogue.BedDays.Id, IndicatorCatalogue.Posts.Id, IndicatorCatalogue.Strain.Id,
        IndicatorCatalogue.CostPerPerson.Id, IndicatorCatalogue.Trust.Id, IndicatorCatalogue.TeamCooperation.Id, IndicatorCatalogue.JointUnits.Id,
        IndicatorCatalogue.IncludedGroups.Id, IndicatorCatalogue.Meetings.Id,
    ];

    private readonly Dictionary<string, (string? Parent, string Name)> places = Places(blueprint);
    private readonly int municipalities = blueprint.Counties.Sum(county => county.Municipalities.Length);

    public Frame Of(MonthResult month)
    {
        var byActor = new Dictionary<string, ImmutableArray<Measured>.Builder>(StringComparer.Ordinal);
        var order = new List<string>();
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var observation in month.Observations)
        {
            if (observation.Group is not null || !IsShown(observation)) continue;
            if (!byActor.TryGetValue(observation.Actor, out var values))
            {
                byActor.Add(observation.Actor, values = ImmutableArray.CreateBuilder<Measured>());
                order.Add(observation.Actor);
                if (observation.Actor.StartsWith("unit/", StringComparison.Ordinal)) units[UnitKey(observation.Actor)] = observation.Actor;
            }
            values.Add(new(observation.Indicator, observation.Value));
        }
        var actors = order.OrderBy(Depth).Take(MostActors).Select(path => Actor(path, byActor[path].ToImmutable(), units));
        return new(month.Month, month.People, [.. actors], [.. month.Minutes.Take(MostMinutes)]);
    }

    private bool IsShown(Observation observation) =>
        municipalities <= Few || Depth(observation.Actor) <= (municipalities < MostActors ? 2 : 1) && Essential.Contains(observation.Indicator.Id);

    private ActorFrame Actor(string path, ImmutableArray<Measured> values, Dictionary<string, string> units)
    {
        if (places.TryGetValue(path, out var place)) return new(path, place.Parent, place.Name, values);
        var parts = path.Split('/');
        return parts[0] == "unit"
            ? new(path, $"municipality/{parts[1]}", parts[2][(parts[2].IndexOf('-') + 1)..].Replace('-', ' '), values)
            : new(path, units.GetValueOrDefault($"{parts[1]}/{parts[2]}", $"municipality/{parts[1]}"), $"team {int.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture) + 1}", values);
    }

    // unit/0181/1-centre: the first unit of 0181.
    private static string UnitKey(string path) => path.Split('/') is var parts ? $"{parts[1]}/{parts[2].Split('-')[0]}" : "";

    private static int Depth(string path) => path[..Math.Max(0, path.IndexOf('/'))] switch
    {
        "" => 0,
        "county" => 1,
        "municipality" => 2,
        "unit" => 3,
        _ => 4,
    };

    private static Dictionary<string, (string?, string)> Places(Blueprint blueprint)
    {
        var places = new Dictionary<string, (string?, string)>(StringComparer.Ordinal) { ["nation"] = (null, "the nation") };
        foreach (var county in blueprint.Counties)
        {
            places[$"county/{county.Code}"] = ("nation", county.Name);
            foreach (var municipality in county.Municipalities)
                places[$"municipality/{municipality.Code}"] = ($"county/{county.Code}", municipality.Name);
        }
        return places;
    }
}
