using System.Collections.Immutable;
using Samverkan.Model;
using Samverkan.Model.Parameters;
using Samverkan.Model.Policies;

namespace Samverkan.Runs.Scenarios.Differing;

/// <summary>The month from which two blueprints can differ. Before it, equal seeds give equal bits.</summary>
internal static class Divergence
{
    public static Month? First(Blueprint a, Blueprint b)
    {
        var start = Earlier(a.Begins, b.Begins)
            - (int)Math.Max(a.Parameters.Funding.WarmUpMonths, b.Parameters.Funding.WarmUpMonths) - 1;
        if (DifferFromTheStart(a, b))
            return start;
        var months = OfInterventions(a, b).Concat(OfEvents(a, b)).Where(m => m <= Earlier(a.To, b.To)).ToArray();
        return months.Length == 0 ? null : months.Min();
    }

    /// <summary>The first month that a difference is stated for; null if there is none but what a condition starts.</summary>
    public static Month? FirstStated(Blueprint a, Blueprint b)
    {
        if (DifferFromTheStart(a, b))
            return Earlier(a.From, b.From);
        var stated = Changed(a, b).SelectMany(changed => changed.Where(one => one.When is null).Select(one => one.At!.Value))
            .Concat(OfEvents(a, b)).Where(month => month <= Earlier(a.To, b.To)).ToArray();
        return stated.Length == 0 ? null : stated.Min();
    }

    private static bool DifferFromTheStart(Blueprint a, Blueprint b) =>
        a.Rules != b.Rules || !SameYears(a, b) || !Effects.SameMap(a, b)
            || Catalogue.All.Any(p => p.Get(a.Parameters) != p.Get(b.Parameters));

    private static IEnumerable<Intervention[]> Changed(Blueprint a, Blueprint b)
    {
        foreach (var parameter in a.Interventions.Concat(b.Interventions).Select(i => i.Parameter).Distinct())
        {
            var (inA, inB) = (Effective(a, parameter), Effective(b, parameter));
            if (inA.Select(Effects.Key).SequenceEqual(inB.Select(Effects.Key)))
                continue;
            var (gone, come) = Effects.OnlyInOne(inA, inB, Effects.Key);
            yield return [.. gone, .. come];
        }
    }

    private static IEnumerable<Month> OfInterventions(Blueprint a, Blueprint b)
    {
        foreach (var parameter in a.Interventions.Concat(b.Interventions).Select(i => i.Parameter).Distinct())
        {
            var (inA, inB) = (Effective(a, parameter), Effective(b, parameter));
            if (!inA.Select(Effects.Key).SequenceEqual(inB.Select(Effects.Key)))
                yield return First(inA, inB, a.Begins) - (Catalogue.Get(parameter).Announced ? Ahead(a, b) : 0);
        }
    }

    /// <summary>How far ahead a committee looks when it plans its first joint unit.</summary>
    private static int Ahead(Blueprint a, Blueprint b) =>
        (int)Math.Ceiling(Math.Max(a.Parameters.Agenda.LagPlan, b.Parameters.Agenda.LagPlan));

    private static Month First(ImmutableArray<Intervention> inA, ImmutableArray<Intervention> inB, Month from)
    {
        var (gone, come) = Effects.OnlyInOne(inA, inB, Effects.Key);
        if (gone is [var one] && come is [var other]
            && Effects.Key(one with { Until = null }).Equals(Effects.Key(other with { Until = null })))
            return Earlier(one.Until ?? other.Until!.Value, other.Until ?? one.Until!.Value) + 1;
        var changed = gone.Concat(come).ToArray();
        // Conditions are read from the first reported month on, and must hold for their number of months.
        return (changed.Length > 0 ? changed : [.. inA, .. inB]).Min(i => i.At ?? from + (i.When!.ForMonths - 1));
    }

    private static IEnumerable<Month> OfEvents(Blueprint a, Blueprint b)
    {
        var (gone, come) = Effects.OnlyInOne(a.Events, b.Events, Effects.Key);
        return gone.Concat(come).Select(e => e.At);
    }

    private static ImmutableArray<Intervention> Effective(Blueprint blueprint, string parameter) =>
        [.. blueprint.Interventions.Where(i => i.Parameter == parameter && Effects.HasEffect(i))];

    private static bool SameYears(Blueprint a, Blueprint b) =>
        (a.Begins, a.From, a.PastCooperation) == (b.Begins, b.From, b.PastCooperation);

    private static Month Earlier(Month a, Month b) => a < b ? a : b;
}
