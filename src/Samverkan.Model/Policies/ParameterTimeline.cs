using System.Collections.Immutable;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.Policies;

/// <summary>
/// The values of all parameters by month and municipality, under a blueprint's interventions. Immutable to its users and
/// thread-safe; months and places between which nothing changes share one set.
/// </summary>
public sealed class ParameterTimeline
{
    private readonly Blueprint blueprint;
    private readonly Lock cacheLock = new();
    private readonly Dictionary<string, ParameterSet> cache = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> countyOf;
    private readonly ImmutableArray<string> codeOf;
    private readonly bool uniform;
    private readonly ParameterSet?[] uniformByMonth;
    private readonly Month first;

    /// <param name="first">The first month ever asked for: the start of the warm-up.</param>
    public ParameterTimeline(Blueprint blueprint, Month first)
    {
        this.blueprint = blueprint;
        this.first = first;
        countyOf = [.. blueprint.Counties.SelectMany(c => c.Municipalities.Select(_ => c.Code))];
        codeOf = [.. blueprint.Counties.SelectMany(c => c.Municipalities.Select(m => m.Code))];
        uniform = blueprint.Interventions.All(i => i.Scope == Scope.Everywhere && i.When is null);
        uniformByMonth = new ParameterSet?[blueprint.To - first + 2];
    }

    /// <summary>Values for the nation, and wherever no scope is meant.</summary>
    public ParameterSet Nationwide(Context context) => At(-1, context);

    /// <param name="municipality">Position in the map, counted through all counties.</param>
    public ParameterSet At(int municipality, Context context)
    {
        if (blueprint.Interventions.IsEmpty) return blueprint.Parameters;
        if (!uniform) return Build(municipality, context);
        var index = Math.Clamp(context.Month - first, 0, uniformByMonth.Length - 1);
        return uniformByMonth[index] ??= Build(municipality, context);
    }

    private ParameterSet Build(int municipality, Context context)
    {
        var inForce = blueprint.Interventions
            .Select((intervention, i) => (intervention, i, weight: WeightOf(intervention, i, municipality, context)))
            .Where(x => x.weight > 0)
            .ToList();
        var key = string.Join(';', inForce.Select(x => $"{x.i}:{BitConverter.DoubleToInt64Bits(x.weight)}"));
        lock (cacheLock)
        {
            if (cache.TryGetValue(key, out var known)) return known;
            var values = new Dictionary<ParameterInfo, double>();
            foreach (var (intervention, _, weight) in inForce)
            {
                var parameter = Catalogue.Get(intervention.Parameter);
                var before = values.TryGetValue(parameter, out var changed) ? changed : parameter.Get(blueprint.Parameters);
                values[parameter] = before + weight * (After(intervention, before) - before);
            }
            return cache[key] = blueprint.Parameters.With(values);
        }
    }

    private static double After(Intervention intervention, double before) => intervention.Operation switch
    {
        Operation.Set => intervention.Value,
        Operation.Add => before + intervention.Value,
        _ => before * intervention.Value,
    };

    // How much of an intervention is in force: 0 to 1.
    private double WeightOf(Intervention intervention, int index, int municipality, Context context)
    {
        if (!Covers(intervention.Scope, municipality)) return 0;
        var start = intervention.When is null ? intervention.At : context.FiredAt(index);
        if (start is not { } from || context.Month < from || context.Month > (intervention.Until ?? context.Month)) return 0;
        if (intervention.At is { } earliest && context.Month < earliest) return 0;
        if (!intervention.Seasons.IsDefaultOrEmpty && !intervention.Seasons.Contains(context.Month.Number)) return 0;
        if (intervention.Ramp is not { } ramp || ramp.Months <= 1) return 1;
        var share = Math.Min(1, (context.Month - from + 1) / (double)ramp.Months);
        return ramp.Shape == RampShape.Smooth ? share * share * (3 - 2 * share) : share;
    }

    private bool Covers(Scope scope, int municipality) =>
        (scope.County is null || municipality >= 0 && countyOf[municipality] == scope.County)
        && (scope.Municipality is null || municipality >= 0 && codeOf[municipality] == scope.Municipality);
}
