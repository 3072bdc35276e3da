using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Runs.Scenarios.Chain;
using Samverkan.Runs.Scenarios.Yaml;

namespace Samverkan.Runs.Scenarios.Meaning;

/// <summary>The map: written out, or taken from a table.</summary>
internal static class WorldReading
{
    private const double MostInhabitants = 20e6;

    /// <returns>The table that was used, for the hash and for its own figures; null: the map was written out, or is the
    /// case.</returns>
    public static WorldTable? Read(MergedScenario scenario, ReadingContext context)
    {
        var table = Read(scenario.World, scenario.WorldFolder, context);
        context.Maps = scenario.Worlds.GroupBy(w => w.File).ToDictionary(
            w => w.Key, w => w.Last().World == scenario.World ? context.Counties
                : MapOf(w.Last().World, w.Last().Folder, context.Begins));
        return table;
    }

    // Of a file that others are laid over: what is wrong with its map is told when it is read itself.
    private static ImmutableArray<CountyOnMap> MapOf(MapNode world, string folder, Month from)
    {
        var context = new ReadingContext(new FindingList()) { From = from };
        Read(world, folder, context);
        return context.Counties;
    }

    private static WorldTable? Read(MapNode world, string folder, ReadingContext context)
    {
        if (world.Scalar("table") is { } name)
        {
            if (WorldTable.Read(name, folder, context) is not { } table)
                return null;
            context.Counties = Only(table.Counties, world.Items("only").OfType<ScalarNode>().ToArray(), context);
            return table;
        }
        if (world.Find("counties") is { } counties)
        {
            context.Counties = [.. world.Items("counties").OfType<MapNode>().Select(c => County(c, context))];
            if (context.Counties.Length == 0)
                context.Findings.Error(counties.Place, Codes.Missing, "A world has at least one county with a municipality.");
            Unique(world.Items("counties").OfType<MapNode>(), context);
            Unique(world.Items("counties").OfType<MapNode>().SelectMany(c => c.Items("municipalities").OfType<MapNode>()),
                context);
        }
        return null;
    }

    public static int? Inhabitants(ScalarNode? node, ReadingContext context)
    {
        if (context.Whole(node, Measure.Persons, "inhabitants") is not { } number)
            return null;
        if (number is >= 0 and <= MostInhabitants)
            return (int)number;
        context.Findings.Error(node!.Place, Codes.OutOfRange,
            $"'{node.Text}' is not a whole number of inhabitants from 0 to 20 million.");
        return null;
    }

    private static CountyOnMap County(MapNode node, ReadingContext context)
    {
        var municipalities = node.Items("municipalities").OfType<MapNode>().Select(m => new MunicipalityOnMap(
            m.Text("code") ?? "", m.Line("name") ?? "", Inhabitants(m.Scalar("population"), context) ?? 0)).ToImmutableArray();
        if (municipalities.IsEmpty && node.Find("municipalities") is { } none)
            context.Findings.Error(none.Place, Codes.Missing, "A county has at least one municipality.");
        return new CountyOnMap(node.Text("code") ?? "", node.Line("name") ?? "", municipalities);
    }

    private static void Unique(IEnumerable<MapNode> places, ReadingContext context)
    {
        // Without regard to case: codes become names of folders, which some systems do not tell apart by case.
        var seen = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in places)
            if (place.Scalar("code") is { } code && PlaceCodes.Check(code, "code", context.Findings)
                && !seen.TryAdd(code.Text, code.Place))
                context.Findings.Error(code.Place, Codes.DuplicateId,
                    $"The code '{code.Text}' stands here a second time; the first is in line {seen[code.Text].Line}.");
    }

    /// <summary>The counties and municipalities that are named, by code or name; all, if none is.</summary>
    private static ImmutableArray<CountyOnMap> Only(ImmutableArray<CountyOnMap> all, ScalarNode[] wanted, ReadingContext context)
    {
        if (wanted.Length == 0)
            return all;
        var places = new PlaceNames(all);
        var (counties, municipalities) = (new HashSet<string>(), new HashSet<string>());
        foreach (var node in wanted)
            if (places.Municipality(node.Text) is { } municipality && !places.SaysCounty(node.Text))
                municipalities.Add(municipality.Code);
            else if (places.County(node.Text) is { } county)
                counties.Add(county.Code);
            else
                context.Findings.Error(
                    node.Place, Codes.UnknownScope,
                    $"The table has no county or municipality '{node.Text}'.{places.DidYouMean(node.Text)}");
        var kept = all.Select(county => counties.Contains(county.Code)
            ? county
            : county with { Municipalities = [.. county.Municipalities.Where(m => municipalities.Contains(m.Code))] });
        return [.. kept.Where(c => c.Municipalities.Length > 0)];
    }
}
