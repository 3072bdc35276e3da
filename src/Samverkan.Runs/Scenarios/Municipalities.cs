using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Runs.Scenarios.Meaning;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios;

/// <summary>A municipality of the shipped table.</summary>
/// <param name="Population">Inhabitants at the last count.</param>
public sealed record ListedMunicipality(string Code, string Name, string County, int Population);

/// <summary>The municipalities of the shipped table.</summary>
public static class Municipalities
{
    public static IReadOnlyList<ListedMunicipality> All()
    {
        return [.. Map().SelectMany(c => c.Municipalities.Select(m => Listed(m, c)))];
    }

    /// <summary>By code, or by name as people write it: "Norrköping", "Norrköpings kommun", "norrkoping".</summary>
    /// <exception cref="ScenarioErrors">There is none; the message says which was probably meant.</exception>
    public static ListedMunicipality Find(string nameOrCode)
    {
        var map = Map();
        var places = new PlaceNames(map);
        if (places.Municipality(nameOrCode) is { } found)
            return Listed(found, map.First(county => county.Municipalities.Contains(found)));
        throw new ScenarioErrors([new Finding("--municipality", 0, 0, Severity.Error, Codes.UnknownScope,
            $"There is no municipality '{nameOrCode}'.{places.DidYouMean(nameOrCode)}")]);
    }

    /// <summary>A municipality by code or name, with its county.</summary>
    /// <exception cref="ScenarioErrors">There is none; the message says which was probably meant.</exception>
    public static ScenarioPlace One(string nameOrCode)
    {
        var code = Find(nameOrCode).Code;
        var county = Map().First(county => county.Municipalities.Any(m => m.Code == code));
        return new(county with { Municipalities = [county.Municipalities.First(m => m.Code == code)] }, IsWhole: false);
    }

    /// <summary>A county with all its municipalities, by code or name: "Östergötland", "Östergötlands län", "Region Uppsala",
    /// "05".</summary>
    /// <exception cref="ScenarioErrors">There is none; the message says which was probably meant.</exception>
    public static ScenarioPlace WholeCounty(string nameOrCode)
    {
        if (new PlaceNames(Map()).County(nameOrCode) is { } found)
            return new(found, IsWhole: true);
        throw new ScenarioErrors([new Finding("--county", 0, 0, Severity.Error, Codes.UnknownScope,
            $"There is no county '{nameOrCode}'.{DidYouMean.Of(nameOrCode, Map().Select(county => county.Name))}")]);
    }

    private static ListedMunicipality Listed(MunicipalityOnMap place, CountyOnMap county) =>
        new(place.Code, place.Name, county.Name, place.OverTime?.Counts[^1].Persons ?? place.Population);

    private static readonly Lazy<ImmutableArray<CountyOnMap>> Shipped = new(ReadShipped);

    /// <summary>The shipped table; its municipalities have the inhabitants of the first year of the case.</summary>
    internal static ImmutableArray<CountyOnMap> Map() => Shipped.Value;

    private static ImmutableArray<CountyOnMap> ReadShipped()
    {
        var findings = new FindingList();
        var name = new ScalarNode(Place.CommandLine, "sweden", false);
        var table = WorldTable.Read(name, Environment.CurrentDirectory, new ReadingContext(findings));
        return table?.Counties ?? throw new ScenarioErrors(findings.InOrder());
    }
}
