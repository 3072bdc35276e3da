using System.Globalization;
using Samverkan.Grains.Actors;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Counties;
using Samverkan.Model.Municipalities;
using Samverkan.Model.Snapshots;
using Samverkan.Model.SteeringCommittees;

namespace Samverkan.Grains;

/// <summary>
/// A run's world as one silo holds it: rebuilt from blueprint, seed and replication, so that parameter sets never travel.
/// Actors are founded here, and their keys are made here.
/// </summary>
internal sealed class RunningWorld
{
    private readonly RunOrder order;
    private readonly Dictionary<string, int> indexOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (CountyOnMap Map, int First, string Place)> counties = new(StringComparer.Ordinal);
    private readonly MunicipalityOnMap[] municipalities;

    public RunningWorld(RunOrder order)
    {
        this.order = order;
        World = new World(order.Blueprint, order.Seed, order.Replication);
        municipalities = [.. World.Blueprint.Counties.SelectMany(county => county.Municipalities)];
        for (var i = 0; i < municipalities.Length; i++)
            indexOf.Add(municipalities[i].Code, i);
        // The largest county first: dealt out in turn, silos get branches of like size.
        var bySize = World.Blueprint.Counties.OrderByDescending(county => county.Municipalities.Sum(m => (long)m.Population))
            .ToList();
        var first = 0;
        foreach (var county in World.Blueprint.Counties)
        {
            counties.Add(county.Code, (county, first, bySize.IndexOf(county).ToString(CultureInfo.InvariantCulture)));
            first += county.Municipalities.Length;
        }
    }

    public World World { get; }

    public Granularity Granularity => order.Granularity;

    public ActorKey NationKey(int attempt) =>
        new(order.Run, attempt, order.Scattered ? ActorKey.Anywhere : "0", ActorPath.Nation);

    public IEnumerable<string> CountyKeys(int attempt) =>
        World.Blueprint.Counties.Select(county =>
            new ActorKey(order.Run, attempt, PlaceOf(county.Code), ActorPath.County(county.Code)).ToString());

    public IEnumerable<string> MunicipalityKeys(ActorKey county) =>
        counties[county.Code]
        .Map.Municipalities.Select(municipality => county.Sibling(ActorPath.Municipality(municipality.Code)).ToString());

    /// <summary>Position in the map, counted through all counties.</summary>
    public int IndexOf(string municipality) => indexOf[municipality];

    public County Found(string county) => new(World, counties[county].Map, counties[county].First);

    public Municipality Municipality(string code) => new(World, IndexOf(code), municipalities[IndexOf(code)]);

    public SteeringCommittee Committee(string code) =>
        new(World, IndexOf(code), code, World.ParametersOf(IndexOf(code), new Context(World.Start, [])));

    public MunicipalityInProcess InProcess(string code, BranchSnapshot? from) =>
        new(World, IndexOf(code), municipalities[IndexOf(code)], from: from);

    private string PlaceOf(string county) => order.Scattered ? ActorKey.Anywhere : counties[county].Place;
}
