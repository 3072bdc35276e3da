using System.Diagnostics.Metrics;
using Samverkan.Grains.Driving;
using Samverkan.Model;
using Samverkan.Model.Indicators;

namespace Samverkan.App.Web.Live;

/// <summary>Down to which level the simulated world is measured.</summary>
public enum WorldLevel { None, Nation, County, Municipality }

/// <summary>
/// The last months of runs as series of one metric: an indicator of the nation, a county, a municipality or its units of one
/// kind.
/// </summary>
internal static class WorldSeries
{
    /// <param name="runs">Each with its last month; null: it has none yet.</param>
    /// <param name="level">Series are of this level and those above it; units go with municipalities.</param>
    /// <param name="most">How many are given. Upper levels of all runs come first, so single municipalities and units are left
    /// out.</param>
    /// <returns>The values, and how many were left out.</returns>
    public static (IReadOnlyList<Measurement<double>> Values, int Omitted) Of(
        IReadOnlyList<(RunStanding Run, Frame? Frame)> runs, WorldLevel level, int most)
    {
        var all = new List<Measurement<double>>();
        var wanted = 0;
        foreach (var one in Enum.GetValues<WorldLevel>().Where(one => one > WorldLevel.None && one <= level))
            foreach (var (run, frame) in runs)
                if (frame is not null)
                    foreach (var value in OfLevel(one, run, frame))
                        if (++wanted <= most) all.Add(value);
        return (all, wanted - all.Count);
    }

    /// <summary>What tells one run's series from another's. No title: that can be any text.</summary>
    public static KeyValuePair<string, object?>[] Of(RunStanding run) => [new("run", run.Id)];

    private static IEnumerable<Measurement<double>> OfLevel(WorldLevel level, RunStanding run, Frame frame)
    {
        foreach (var actor in frame.Actors.Where(actor => actor.Kind == KindOf(level)))
        {
            var (county, municipality) = level switch
            {
                WorldLevel.Nation => ("", ""),
                WorldLevel.County => (actor.Path.Code, ""),
                _ => (actor.Parent?.Code ?? "", actor.Path.Code),
            };
            foreach (var measured in actor.Values)
                yield return Of(run, measured.Value, measured.Indicator, county, municipality, "");
        }
        if (level != WorldLevel.Municipality) yield break;
        foreach (var value in OfUnits(run, frame)) yield return value;
    }

    private static ActorKind KindOf(WorldLevel level) => level switch
    {
        WorldLevel.Nation => ActorKind.Nation,
        WorldLevel.County => ActorKind.County,
        _ => ActorKind.Municipality,
    };

    private static IEnumerable<Measurement<double>> OfUnits(RunStanding run, Frame frame)
    {
        var kinds = frame.Actors.Where(actor => actor.Kind == ActorKind.Unit)
            .ToDictionary(actor => actor.Path, actor => actor.Name);
        var counties = frame.Actors.Where(actor => actor.Kind == ActorKind.Municipality)
            .ToDictionary(actor => actor.Path.Code, actor => actor.Parent?.Code ?? "");
        foreach (var together in frame.Actors.Where(actor => actor.Kind == ActorKind.Team)
            .GroupBy(actor => (Municipality: actor.Path.Code, Kind: kinds.GetValueOrDefault(actor.Parent ?? default, ""))))
            foreach (var values in together.SelectMany(actor => actor.Values).GroupBy(measured => measured.Indicator))
                yield return Of(
                    run, values.Key.Unit is "persons" or "posts" ? values.Sum(one => one.Value)
                    : values.Average(one => one.Value), values.Key,
                    counties.GetValueOrDefault(together.Key.Municipality, ""), together.Key.Municipality, together.Key.Kind);
    }

    private static Measurement<double> Of(RunStanding run, double value, Indicator indicator, string county, string municipality,
        string kind) => new(
        value,
        [
            .. Of(run), new("indicator", indicator.Id), new("unit", indicator.Unit), new("county", county),
            new("municipality", municipality),
            new("unit_kind", kind),
        ]);
}
