using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Samverkan.Model.Parameters;

namespace Samverkan.Model.Policies;

/// <summary>
/// The values of all parameters by month and place, under a blueprint's interventions. Immutable to its users and
/// thread-safe; months and places between which nothing changes share one set.
/// </summary>
public sealed class ParameterTimeline
{
    private static readonly ConditionalWeakTable<Blueprint, ParameterTimeline> Shared = [];

    private readonly Blueprint blueprint;
    private readonly Lock cacheLock = new();
    private readonly Dictionary<string, ParameterSet> cache = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> countyOf;
    private readonly ImmutableArray<string> codeOf;
    private readonly ImmutableArray<PersonScope> persons;
    private readonly bool uniform, withinMunicipalities, decidedLater;
    private readonly ParameterSet?[] uniformByMonth;
    private readonly Month first;

    /// <param name="first">The first month ever asked for: the start of the warm-up.</param>
    public ParameterTimeline(Blueprint blueprint, Month first)
    {
        this.blueprint = blueprint;
        this.first = first;
        countyOf = [.. blueprint.Counties.SelectMany(c => c.Municipalities.Select(_ => c.Code))];
        codeOf = [.. blueprint.Counties.SelectMany(c => c.Municipalities.Select(m => m.Code))];
        persons = [.. blueprint.Interventions.Select(i => i.Scope.Person).OfType<PersonScope>()];
        withinMunicipalities = blueprint.Interventions.Any(i => i.Scope.Unit is not null || i.Scope.Team is not null);
        uniform = blueprint.Interventions.All(i => i.Scope.IsNarrow || i.Scope == Scope.Everywhere && i.When is null);
        decidedLater = blueprint.Interventions.Any(i => i.Decided is not null);
        uniformByMonth = new ParameterSet?[blueprint.To - first + 2];
    }

    /// <summary>
    /// The timeline of a blueprint, one for all its replications: a grant that rises month by month makes a set of hundreds
    /// of values for each. Where sets depend on what happens in a run, every run has its own, so that they are let go with it.
    /// </summary>
    public static ParameterTimeline Of(Blueprint blueprint, Month first)
    {
        if (Shared.TryGetValue(blueprint, out var known)) return known;
        var made = new ParameterTimeline(blueprint, first);
        return made.uniform && !made.decidedLater ? Shared.GetValue(blueprint, _ => made) : made;
    }

    /// <param name="municipality">Position in the map, counted through all counties.</param>
    public ParameterSet At(int municipality, Context context)
    {
        if (blueprint.Interventions.IsEmpty) return blueprint.Parameters;
        if (!uniform || decidedLater && context.SeenFrom is not null) return At(new Where(municipality), context);
        var index = Math.Clamp(context.Month - first, 0, uniformByMonth.Length - 1);
        return uniformByMonth[index] ??= At(new Where(municipality), context);
    }

    /// <summary>Values for a unit or one of its teams.</summary>
    internal ParameterSet Within(in Where place, Context context) =>
        withinMunicipalities ? At(place, context) : At(place.Municipality, context);

    /// <summary>What holds for persons of a keeper; null where no scenario means single persons.</summary>
    /// <param name="common">The keeper's own set.</param>
    internal PersonParameters? ForPersons(in Where keeper, ParameterSet common, Context context) =>
        persons.IsEmpty ? null : new(this, keeper, common, context);

    internal bool MeansPerson(ulong person)
    {
        foreach (var scope in persons)
            if (scope.Means(person))
                return true;
        return false;
    }

    internal ParameterSet At(in Where place, Context context)
    {
        var inForce = new List<(Intervention Intervention, int Index, double Weight)>();
        for (var i = 0; i < blueprint.Interventions.Length; i++)
            if (WeightOf(blueprint.Interventions[i], i, place, context) is > 0 and var weight)
                inForce.Add((blueprint.Interventions[i], i, weight));
        var key = string.Join(';', inForce.Select(x => $"{x.Index}:{BitConverter.DoubleToInt64Bits(x.Weight)}"));
        lock (cacheLock)
        {
            if (cache.TryGetValue(key, out var known)) return known;
            var values = new Dictionary<ParameterInfo, double>();
            foreach (var (intervention, _, weight) in inForce)
            {
                var parameter = Catalogue.Get(intervention.Parameter);
                var before = values.TryGetValue(parameter, out var changed) ? changed : parameter.Get(blueprint.Parameters);
                values[parameter] = before + weight * (intervention.Operation.Apply(before, intervention.Value) - before);
            }
            return cache[key] = blueprint.Parameters.With(values);
        }
    }

    // How much of an intervention is in force: 0 to 1.
    private double WeightOf(Intervention intervention, int index, in Where place, Context context)
    {
        if (!Covers(intervention.Scope, place) || intervention.Decided > (context.SeenFrom ?? context.Month)) return 0;
        var start = intervention.When is null ? intervention.At : context.FiredAt(index);
        if (start is not { } from || context.Month < from || context.Month > (intervention.Until ?? context.Month)) return 0;
        if (intervention.At is { } earliest && context.Month < earliest) return 0;
        if (!intervention.Seasons.IsDefaultOrEmpty && !intervention.Seasons.Contains(context.Month.Number)) return 0;
        if (intervention.Ramp is not { } ramp || ramp.Months <= 1) return 1;
        var share = Math.Min(1, (context.Month - from + 1) / (double)ramp.Months);
        return ramp.Shape == RampShape.Smooth ? share * share * (3 - 2 * share) : share;
    }

    private bool Covers(Scope scope, in Where place) =>
        (scope.County is null || place.Municipality >= 0 && countyOf[place.Municipality] == scope.County)
        && (scope.Municipality is null || place.Municipality >= 0 && codeOf[place.Municipality] == scope.Municipality)
        && place.IsIn(scope);
}
